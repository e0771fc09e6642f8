"""The list of a round of 10,000 nominations: its first page, a page in the middle, filtered, searched."""

from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from awards.models import Campaign
from bench.dataset import settle
from bench.eligibility import make_round
from bench.lists import figures, prepare_pages


def run():
    prepare_pages()
    campaign = Campaign.objects.filter(name="Đợt để đo").first() or make_round()[0].campaign
    settle()
    editor = Client()
    editor.force_login(get_user_model().objects.get(username="editor"))
    address = reverse("awards:nomination_list", args=[campaign.pk])
    for name, query in (
        ("first page", ""),
        ("page 100", "?trang=100"),
        ("one unit", f"?don_vi={campaign.nominations.first().unit_id}"),
        ("searched by name", "?q=nguoi 77"),
    ):
        yield from figures(f"nominations, {name}", [(editor, address + query)] * 15, goal=30)
