"""A unit's list goes up at once with its TỜ TRÌNH; what is missing is said; findings are frozen; above, many go on."""

from datetime import timedelta
from io import BytesIO
from uuid import uuid4
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from awards.eligibility.registry import RULES_VERSION
from awards.models import Examination, Nomination, Override
from tests.awards.making import create_award, create_campaign, create_nomination, create_nominee
from tests.factories import create_unit, create_user
from units.models import Role

pytestmark = pytest.mark.django_db
JUDGING = 30  # queries at most, for any number of nominations
REPORT = {"dossier": "Báo cáo thành tích", "dossier_certainty": "C", "dossier_basis": "NĐ 152"}  # lacking, it is warned


@pytest.fixture
def units():
    office = create_unit(name="Ủy ban nhân dân tỉnh Đồng Nai")
    district = create_unit(name="Ủy ban nhân dân huyện Long Thành", parent=office)
    return {"office": office, "district": district, "ward": create_unit(name="Ủy ban nhân dân xã", parent=district)}


@pytest.fixture
def campaign(units):
    return create_campaign(unit=units["office"], titles=[create_award(level="ministry_province").title])


@pytest.fixture
def editor(client, units):
    user = create_user(role=Role.EDITOR, unit=units["ward"], full_name="Lê Thị Hạnh")
    client.force_login(user)
    return user


@pytest.fixture
def warned(campaign):
    """Whoever is nominated lacks a paper of which the catalogue is not sure."""
    campaign.titles.get().provisions.update(**REPORT)


def bar(row, today):
    Examination.objects.create(nominee=row.nominee, matter="discipline", valid_from=today, decision="Số 1")


def address(campaign, unit, word="trinh"):
    return f"{campaign.get_absolute_url()}{word}/{unit.pk}/"


def send(client, campaign, unit, *rows, word="trinh", **more):
    sent = {"chon": [row.pk for row in rows], "token": str(uuid4())} | more
    return client.post(address(campaign, unit, word), sent)


class TestSubmitting:
    def test_the_whole_list_goes_to_the_next_level(self, client, editor, campaign, units):
        rows = [create_nomination(campaign=campaign, unit=units["ward"]) for _ in range(3)]
        assert send(client, campaign, units["ward"], *rows).url == campaign.get_absolute_url()
        states = Nomination.objects.values_list("state", "holder", "reached")
        assert list(dict.fromkeys(states)) == [("submitted", units["district"].pk, units["district"].pk)]
        event = rows[0].events.get()
        told = (event.kind, event.by, event.unit, event.to_unit, event.address)
        assert told == ("submitted", editor, units["ward"], units["district"], "127.0.0.1")

    def test_of_the_rounds_own_body_it_stays_there(self, client, campaign, units):
        client.force_login(create_user(role=Role.SECRETARY, unit=units["office"]))
        row = create_nomination(campaign=campaign)
        send(client, campaign, units["office"], row)
        row.refresh_from_db()
        assert (row.state, row.holder) == ("submitted", units["office"])

    def test_what_is_missing_is_said_of_each_and_nothing_goes(self, client, editor, campaign, units):
        whole = create_nomination(campaign=campaign, unit=units["ward"])
        gap = create_nomination(campaign=campaign, unit=units["ward"], achievement=" ")
        page = client.get(address(campaign, units["ward"]))
        assert [(line["row"], line["ticked"]) for line in page.context["rows"]] == [(whole, True), (gap, False)]
        response = send(client, campaign, units["ward"], whole, gap)
        assert (response.status_code, "Chưa ghi tóm tắt thành tích." in response.text) == (422, True)
        assert set(Nomination.objects.values_list("state", flat=True)) == {"draft"}

    def test_findings_are_frozen_with_it(self, client, editor, campaign, units, today):
        row = create_nomination(campaign=campaign, unit=units["ward"])
        send(client, campaign, units["ward"], row)
        bar(row, today)  # what comes to be known later changes nothing of what was submitted
        row.refresh_from_db()
        assert (row.rules_version, "authority" in {found["rule"] for found in row.findings}) == (RULES_VERSION, True)
        assert row.last_check.worst == row.findings[0]["severity"]  # and listed among the findings of the round
        text = client.get(row.get_absolute_url()).text
        assert "Thủ trưởng cơ quan, đơn vị quyết định ✓" in text and "Đang xem xét kỷ luật" not in text

    def test_a_bar_of_the_law_stops_it(self, client, editor, campaign, units, today):
        row = create_nomination(campaign=campaign, unit=units["ward"])
        bar(row, today)
        response = send(client, campaign, units["ward"], row)
        assert (response.status_code, "Đang xem xét kỷ luật" in response.text) == (422, True)
        assert not row.events.exists()

    def test_late_it_goes_and_says_so(self, client, editor, campaign, units, today):
        campaign.due_on = today - timedelta(days=3)
        campaign.opens_on = today - timedelta(days=9)
        campaign.save()
        row = create_nomination(campaign=campaign, unit=units["ward"])
        assert "trình muộn 3 ngày" in client.get(address(campaign, units["ward"])).text
        send(client, campaign, units["ward"], row)
        assert "trình muộn 3 ngày" in row.events.get().note

    def test_sent_twice_it_goes_once(self, client, editor, campaign, units):
        row, token = create_nomination(campaign=campaign, unit=units["ward"]), str(uuid4())
        answers = [send(client, campaign, units["ward"], row, token=token).status_code for _ in range(2)]
        assert (row.events.count(), answers) == (1, [302, 302])

    def test_somebody_elses_nominations_are_not_taken_along(self, client, editor, campaign, units):
        other = create_nomination(campaign=campaign, unit=units["district"])
        assert send(client, campaign, units["ward"], other).status_code == 422
        assert not other.events.exists()

    def test_what_came_back_goes_up_again(self, client, editor, campaign, units):
        row = create_nomination(
            campaign=campaign, unit=units["ward"], state="returned", holder=units["ward"], reached=units["office"]
        )
        send(client, campaign, units["ward"], row)
        row.refresh_from_db()
        assert (row.state, row.holder, row.reached) == ("submitted", units["district"], units["office"])


class TestWarnings:
    def page(self, row):
        return f"{row.get_absolute_url()}canh-bao/"

    def test_set_aside_with_a_written_reason_it_goes(self, client, editor, campaign, units, warned):
        row = create_nomination(campaign=campaign, unit=units["ward"])
        assert send(client, campaign, units["ward"], row).status_code == 422
        empty = client.post(self.page(row), {"version": 1, "token": str(uuid4())})
        assert (empty.status_code, Override.objects.count()) == (422, 0)
        client.post(self.page(row), {"version": 1, "token": str(uuid4()), "ly_do_0": "Đã có xác nhận"})
        kept, event = Override.objects.get(), row.events.get()
        assert (kept.rule, kept.reason, kept.by, event.kind) == (
            "report-attached",
            "Đã có xác nhận",
            editor,
            "overridden",
        )
        assert send(client, campaign, units["ward"], row).status_code == 302

    def test_a_bar_is_never_set_aside(self, client, editor, campaign, units, today):
        row = create_nomination(campaign=campaign, unit=units["ward"])
        bar(row, today)
        Override.objects.create(nomination=row, rule="examination", reason="Vẫn thế", by=editor, at=row.arrived_at)
        sent = {"version": 1, "token": str(uuid4()), "ly_do_0": "Vẫn đề nghị"}
        assert client.post(self.page(row), sent).status_code == 302
        assert send(client, campaign, units["ward"], row).status_code == 422


class TestPaper:
    def test_printed_with_its_list(self, client, editor, campaign, units):
        names = [f"Trần Văn Số {number}" for number in range(3)]
        for name in names:
            create_nomination(campaign=campaign, unit=units["ward"], nominee=create_nominee(name=name))
        create_nomination(campaign=campaign, unit=units["ward"], state="withdrawn", nominee=create_nominee(name="Rút"))
        response = client.get(f"{campaign.get_absolute_url()}to-trinh/{units['ward'].pk}/docx/")
        text = ZipFile(BytesIO(response.content)).read("word/document.xml").decode()
        assert all(name in text for name in names) and "Rút" not in text
        assert "TỜ TRÌNH" in text and "Ủy ban nhân dân huyện Long Thành" in text and "03 cá nhân" in text

    def test_as_pdf(self, client, editor, campaign, units):
        create_nomination(campaign=campaign, unit=units["ward"])
        response = client.get(f"{campaign.get_absolute_url()}to-trinh/{units['ward'].pk}/pdf/")
        assert response.content.startswith(b"%PDF-") and response["Content-Type"] == "application/pdf"

    def test_of_another_unit_there_is_none(self, client, editor, campaign, units):
        url = f"{campaign.get_absolute_url()}to-trinh/{units['office'].pk}/pdf/"
        assert client.get(url).status_code == 404
        assert client.get(f"{campaign.get_absolute_url()}to-trinh/{units['ward'].pk}/txt/").status_code == 404


class TestPassingOn:
    def test_the_ticked_ones_go_up(self, client, campaign, units):
        client.force_login(create_user(role=Role.EDITOR, unit=units["district"]))
        here = {"campaign": campaign, "unit": units["ward"], "state": "submitted", "holder": units["district"]}
        first, second = create_nomination(**here), create_nomination(**here)
        send(client, campaign, units["district"], first, word="chuyen-len")
        holders = [Nomination.objects.get(pk=row.pk).holder for row in (first, second)]
        assert holders == [units["office"], units["district"]]
        assert first.events.get().unit == units["district"]

    def test_at_the_rounds_body_they_are_accepted(self, client, campaign, units):
        client.force_login(create_user(role=Role.EDITOR, unit=units["office"]))
        row = create_nomination(campaign=campaign, unit=units["ward"], state="submitted")
        send(client, campaign, units["office"], row, word="chuyen-len")
        row.refresh_from_db()
        assert (bool(row.accepted_at), row.state) == (True, "submitted")
        assert row.pk not in {
            one.pk for one in client.get(address(campaign, units["office"], "chuyen-len")).context["page"]
        }

    def test_what_went_on_meanwhile_is_not_moved_twice(self, client, campaign, units):
        client.force_login(create_user(role=Role.EDITOR, unit=units["district"]))
        row = create_nomination(
            campaign=campaign, unit=units["ward"], state="submitted", holder=units["district"], reached=units["office"]
        )
        sent = {"chon": [row.pk], "token": str(uuid4())}
        statuses = [client.post(address(campaign, units["district"], "chuyen-len"), sent).status_code for _ in range(2)]
        assert (row.events.count(), statuses) == (1, [302, 302])

    def test_what_was_accepted_twice_is_accepted_once(self, client, campaign, units):
        client.force_login(create_user(role=Role.EDITOR, unit=units["office"]))
        row = create_nomination(campaign=campaign, unit=units["ward"], state="submitted")
        sent = {"chon": [row.pk], "token": str(uuid4())}
        statuses = [client.post(address(campaign, units["office"], "chuyen-len"), sent).status_code for _ in range(2)]
        assert (row.events.count(), statuses) == (1, [302, 302])

    @pytest.mark.parametrize("place", ["district", "office"])
    def test_of_what_lies_elsewhere_nothing_is_moved_or_told(self, client, campaign, units, place):
        client.force_login(create_user(role=Role.EDITOR, unit=units[place]))
        other = create_unit(name="Ủy ban nhân dân huyện Xuân Lộc", parent=units["office"])
        hidden = [{"unit": units["ward"]}, {"unit": other, "state": "submitted", "holder": other}]
        hidden += [{"unit": units[place]}]  # a draft of its own that was not submitted
        hidden += [{"campaign": create_campaign(unit=units["office"], year=2025), "state": "submitted"}]
        for fields in hidden:
            nominee = create_nominee(name="Ngô Kín", unit=other)
            row = create_nomination(**{"campaign": campaign, "nominee": nominee} | fields)
            sent = {"chon": [row.pk], "token": str(uuid4())}
            answer = client.post(address(campaign, units[place], "chuyen-len"), sent)
            assert (answer.status_code, row.events.count()) == (422, 0)
            assert "Ngô Kín" not in answer.text


def test_the_page_asks_the_same_number_of_queries_at_any_size(client, editor, campaign, units):
    asked = set()
    for size in (1, 29):
        for _ in range(size):
            create_nomination(campaign=campaign, unit=units["ward"])
        client.get(address(campaign, units["ward"]))
        with CaptureQueriesContext(connection) as queries:
            assert len(client.get(address(campaign, units["ward"])).context["rows"]) in (1, 30)
        asked.add(len(queries))
    assert len(asked) == 1 and asked.pop() <= JUDGING + 12


def test_submitting_asks_a_few_queries_for_each(client, editor, campaign, units, django_assert_max_num_queries):
    rows = [create_nomination(campaign=campaign, unit=units["ward"]) for _ in range(30)]
    with django_assert_max_num_queries(JUDGING + 20 + 2 * len(rows)):
        assert send(client, campaign, units["ward"], *rows).status_code == 302
