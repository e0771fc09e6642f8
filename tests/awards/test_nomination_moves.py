"""The way of a nomination: forwarded, accepted, returned with named parts, refused, withdrawn."""

from uuid import uuid4

import pytest

from awards.models import AwardDocument, AwardLine, CouncilSession, Nomination
from awards.nominating.entering import change_nomination
from tests.awards.making import create_campaign, create_nomination
from tests.factories import create_plan, create_unit, create_user
from units.models import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def units():
    office = create_unit(name="Ủy ban nhân dân tỉnh Đồng Nai")
    district = create_unit(name="Ủy ban nhân dân huyện Long Thành", parent=office)
    return {"office": office, "district": district, "ward": create_unit(name="Ủy ban nhân dân xã", parent=district)}


@pytest.fixture
def campaign(units):
    return create_campaign(unit=units["office"])


@pytest.fixture
def sign_in(client, units):
    def enter(place, role=Role.EDITOR):
        user = create_user(role=role, unit=units[place])
        client.force_login(user)
        return user

    return enter


@pytest.fixture
def at_district(campaign, units):
    return create_nomination(campaign=campaign, unit=units["ward"], state="submitted", holder=units["district"])


def do(client, row, deed, **more):
    row.refresh_from_db()
    return client.post(f"{row.get_absolute_url()}{deed}/", {"version": row.version, "token": str(uuid4())} | more)


def where(row):
    row.refresh_from_db()
    return row.state, row.holder, row.reached


class TestGoingUp:
    def test_forwarded_to_the_next_level(self, client, sign_in, at_district, units):
        user = sign_in("district")
        assert do(client, at_district, "chuyen-len", note="Đủ hồ sơ").status_code == 302
        assert where(at_district) == ("submitted", units["office"], units["office"])
        event = at_district.events.get()
        told = (event.kind, event.by, event.unit, event.to_unit, event.note, event.address)
        assert told == ("forwarded", user, units["district"], units["office"], "Đủ hồ sơ", "127.0.0.1")

    def test_a_level_that_is_no_more_is_passed_over(self, client, sign_in, campaign, units, today):
        """The district stands no longer: the ward's list goes straight to the province."""
        below = create_unit(name="Trường Tiểu học", parent=units["ward"])
        units["district"].valid_to = today.replace(year=today.year - 1)
        units["district"].save()
        row = create_nomination(campaign=campaign, unit=below, state="submitted", holder=units["ward"])
        sign_in("ward")
        do(client, row, "chuyen-len")
        assert where(row)[1] == units["office"]

    def test_not_above_the_rounds_body(self, client, sign_in, campaign):
        row = create_nomination(campaign=campaign, state="submitted")
        sign_in("office")
        response = do(client, row, "chuyen-len")
        assert (response.status_code, "không còn cấp nào" in response.text) == (422, True)

    def test_accepted_once(self, client, sign_in, campaign):
        row = create_nomination(campaign=campaign, state="submitted")
        sign_in("office")
        do(client, row, "tiep-nhan")
        assert Nomination.objects.get().accepted_at
        assert "đã được tiếp nhận" in do(client, row, "tiep-nhan").text
        assert [event.kind for event in row.events.all()] == ["accepted"]

    def test_the_unit_that_proposed_does_not_forward(self, client, sign_in, at_district):
        sign_in("ward")
        assert do(client, at_district, "chuyen-len").status_code == 403

    def test_an_approver_reads_and_moves_nothing(self, client, sign_in, at_district):
        sign_in("district", Role.APPROVER)
        assert do(client, at_district, "chuyen-len").status_code == 403
        text = client.get(at_district.get_absolute_url()).text
        deeds = ("/chuyen-len/", "/tra-lai/", "/khong-xet/", "/tiep-nhan/", "/rut/", "/sua/")
        assert [deed for deed in deeds if deed in text] == []


class TestComingBack:
    def test_returned_with_the_parts_to_mend_and_only_these_open(self, client, sign_in, at_district, units):
        sign_in("district")
        do(client, at_district, "tra-lai", note="Ghi rõ số liệu", fields_named=["achievement"])
        assert where(at_district) == ("returned", units["ward"], units["district"])
        sign_in("ward")
        page = client.get(at_district.get_absolute_url()).text
        assert "Ghi rõ số liệu" in page and "Phần cần sửa: Tóm tắt thành tích." in page
        assert "Thêm tệp" not in page
        changed = {"title": at_district.title_id, "from_year": 2020, "to_year": 2026, "position_words": "Khác"}
        do(client, at_district, "sua", achievement="Tăng 20%.", **changed)
        at_district.refresh_from_db()
        told = (at_district.achievement, at_district.from_year, at_district.position_words)
        assert told == ("Tăng 20%.", 2026, "")

    def test_the_deed_itself_leaves_the_other_parts_as_they_are(self, client, sign_in, at_district):
        sign_in("district")
        do(client, at_district, "tra-lai", note="Bổ sung", fields_named=["achievement"])
        at_district.refresh_from_db()
        told = {"values": {"achievement": "Có số liệu", "to_year": 1999}, "version": at_district.version}
        change_nomination(nomination=at_district, by=None, **told)
        at_district.refresh_from_db()
        assert (at_district.achievement, at_district.to_year) == ("Có số liệu", at_district.campaign.year)

    def test_without_a_reason_or_a_part_it_is_not_returned(self, client, sign_in, at_district):
        sign_in("district")
        for sent in ({"note": "Sửa"}, {"fields_named": ["achievement"]}, {"note": "Sửa", "fields_named": ["nominee"]}):
            assert do(client, at_district, "tra-lai", **sent).status_code == 422
        assert where(at_district)[0] == "submitted"

    def test_the_level_above_still_sees_what_it_returned(self, client, sign_in, at_district):
        sign_in("district")
        do(client, at_district, "tra-lai", note="Sửa", fields_named=["files"])
        assert client.get(at_district.get_absolute_url()).status_code == 200
        assert do(client, at_district, "sua", achievement="Của cấp trên").status_code == 403

    def test_refused_with_a_reason_it_stays_there(self, client, sign_in, at_district, units):
        sign_in("district")
        assert do(client, at_district, "khong-xet").status_code == 422
        do(client, at_district, "khong-xet", note="Không đúng đối tượng")
        assert where(at_district)[:2] == ("refused", units["district"])
        assert do(client, at_district, "chuyen-len").status_code == 422

    def test_withdrawn_it_may_be_entered_again(self, client, sign_in, at_district, units):
        sign_in("ward")
        do(client, at_district, "rut", note="Lập nhầm")
        assert where(at_district)[:2] == ("withdrawn", units["ward"])
        campaign, nominee = at_district.campaign, at_district.nominee
        assert create_nomination(campaign=campaign, unit=units["ward"], nominee=nominee)

    def test_what_a_council_has_before_it_is_not_withdrawn(self, client, sign_in, at_district, units):
        held = {"council_name": "Hội đồng", "held_on": "2026-12-01"}
        session = CouncilSession.objects.create(campaign=at_district.campaign, unit=units["office"], **held)
        session.cases.create(nomination=at_district, percent=70, denominator="all", basis="Quy chế")
        sign_in("ward")
        response = do(client, at_district, "rut", note="Nhầm")
        assert (response.status_code, "phiên họp" in response.text) == (422, True)

    @pytest.mark.parametrize(("state", "status"), [("draft", 422), ("cancelled", 302)])
    def test_what_a_paper_names_is_not_withdrawn_until_the_paper_is_dropped(
        self, client, sign_in, at_district, units, state, status
    ):
        plan = create_plan(issuer=units["office"], doc_type="QUYẾT ĐỊNH", genus="award", state=state)
        paper = AwardDocument.objects.create(plan=plan, campaign=at_district.campaign, kind="decision")
        AwardLine.objects.create(document=paper, nomination=at_district, order=1)
        sign_in("ward")
        response = do(client, at_district, "rut", note="Nhầm")
        assert (response.status_code, "văn bản của đợt" in response.text) == (status, status == 422)


class TestTwoPeople:
    def test_the_second_is_told_and_keeps_the_words(self, client, sign_in, at_district):
        sign_in("district")
        old = {"version": 1, "token": str(uuid4()), "note": "Lý do của tôi"}
        do(client, at_district, "tiep-nhan")
        late = client.post(f"{at_district.get_absolute_url()}khong-xet/", old)
        assert (late.status_code, "Có người vừa thay đổi" in late.text) == (422, True)
        assert "Lý do của tôi" in late.text and where(at_district)[0] == "submitted"

    def test_sent_twice_it_moves_one_level(self, client, sign_in, units):
        far = create_unit(name="Trường học", parent=units["ward"])
        row = create_nomination(
            campaign=create_campaign(unit=units["office"]), unit=far, state="submitted", holder=units["ward"]
        )
        sign_in("ward")
        sent = {"version": 1, "token": str(uuid4())}
        answers = [client.post(f"{row.get_absolute_url()}chuyen-len/", sent).status_code for _ in range(2)]
        assert (answers, where(row)[1], row.events.count()) == ([302, 302], units["district"], 1)

    def test_a_closed_round_moves_nothing(self, client, sign_in, at_district):
        at_district.campaign.closed_at = "2026-01-01T00:00:00Z"
        at_district.campaign.save()
        sign_in("district")
        response = do(client, at_district, "chuyen-len")
        assert (response.status_code, "Đợt này đã đóng" in response.text) == (422, True)
