"""A round of 10,000 nominations on the screen: the list, its filters, the page of the round."""

from django.contrib.auth import get_user_model
from django.test import Client

from bench.eligibility import make_round
from bench.lists import figures, prepare_pages
from units.models import Membership, Role

FILTERS = ("", "?trang=150", "?q=nguoi+77", "?trang_thai=submitted&cho=on", "?don_vi=so")


def run():
    prepare_pages()
    campaign = make_round()[0].campaign
    user = get_user_model().objects.create_user("bench-round", full_name="Người đo")
    Membership.objects.create(user=user, unit=campaign.unit, role=Role.EDITOR)
    editor = Client()
    editor.force_login(user)
    page = campaign.get_absolute_url()
    asked = [(editor, f"{page}de-nghi/{query}") for query in FILTERS]
    yield from figures("list of a round of 10,000, the body's editor", asked * 8, goal=30)
    yield from figures("page of a round of 10,000, the body's editor", [(editor, page)] * 20)
