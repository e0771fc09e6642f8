"""A session: begun from a round, its members, who is there, its agenda, conflicts of interest, who sees it."""

from datetime import date
from uuid import uuid4

import pytest

from awards.editing import Refused
from awards.models import Case, CouncilSession, Recusal, SessionEvent, SessionMember
from tests.awards.council.making import Council, create_member, create_rule, create_session
from tests.awards.making import create_award, create_nomination, create_nominee
from tests.factories import create_unit, create_user
from tests.payloads import MARKUP
from units.models import Role

pytestmark = pytest.mark.django_db
LIST = "/khen-thuong/hoi-dong/"


@pytest.fixture
def council(client):
    council = Council()
    client.force_login(council.secretary)
    return council


def post(client, council, path, **sent):
    return client.post(f"{council.url}{path}", sent | {"version": council.version})


class TestBeginning:
    def test_from_a_round_with_its_event(self, client, council):
        url = f"/khen-thuong/dot/{council.campaign.pk}/hoi-dong/them/"
        sent = {"council_name": "Hội đồng", "held_on": "20/11/2026", "place": "Phòng họp số 1", "token": uuid4()}
        answers = [client.post(url, sent).url for _ in range(2)]  # a double click
        session = CouncilSession.objects.get(place="Phòng họp số 1")
        assert answers == [session.get_absolute_url()] * 2
        assert (session.unit, session.held_on, session.state) == (council.unit, date(2026, 11, 20), "preparing")
        event = session.events.get()
        assert (event.kind, event.by, event.unit, event.address) == (
            "begun",
            council.secretary,
            council.unit,
            "127.0.0.1",
        )

    def test_another_day_brings_the_rule_of_that_day(self, client, council):
        council.put_on_agenda()
        council.rule.valid_to = date(2026, 12, 31)
        council.rule.save()
        create_rule(title=council.title, percent=90, valid_from=date(2027, 1, 1), basis="Quy chế mới")
        post(client, council, "sua/", council_name="Hội đồng", held_on="05/01/2027")
        assert set(Case.objects.values_list("percent", "basis")) == {(90, "Quy chế mới")}

    def test_the_second_of_two_people_is_told(self, client, council):
        sent = {"council_name": "Hội đồng", "held_on": "05/01/2027", "version": council.version}
        answers = [client.post(f"{council.url}sua/", sent).status_code for _ in range(2)]
        assert answers == [302, 422]


class TestCancelling:
    def test_what_was_on_its_agenda_is_free_for_another_session_and_the_history_stays(self, client, council):
        council.put_on_agenda()
        other = create_session(campaign=council.campaign)
        assert post(client, council, "huy/", reason="Lập nhầm ngày").url == council.url
        assert (council.session.events.first().note, council.session.cases.count()) == (
            "Hủy phiên họp: Lập nhầm ngày",
            0,
        )
        page = client.get(council.url).text
        assert "Phiên họp đã hủy." in page and "Lập nhầm ngày" in page and "Mở biểu quyết" not in page
        offered = client.get(f"{other.get_absolute_url()}chuong-trinh/").context["page"]
        assert {row.pk for row in offered} == {row.pk for row in council.nominations}

    def test_without_a_reason_nothing_is_cancelled(self, client, council):
        answer = post(client, council, "huy/", reason=" ")
        council.session.refresh_from_db()
        assert (answer.status_code, council.session.state) == (422, "preparing")
        assert "Hãy ghi lý do hủy phiên họp." in answer.text

    @pytest.mark.parametrize("path", ["sua/", "chuong-trinh/", "thanh-vien/them/", "bieu-quyet/mo/", "huy/"])
    def test_nothing_is_done_to_a_cancelled_one(self, client, council, path):
        post(client, council, "huy/", reason="Lập nhầm")
        before = council.session.events.count()
        sent = {
            "council_name": "Hội đồng",
            "held_on": "05/01/2027",
            "name": "Ai",
            "position": "Ủy viên",
            "part": "member",
            "on_paper": "giay",
        }
        answer = post(client, council, path, reason="Nữa", **sent)
        assert answer.status_code == 422 and "Phiên họp đã hủy" in answer.text
        assert council.session.events.count() == before

    def test_not_while_votes_are_cast(self, client, council):
        council.open()
        assert post(client, council, "huy/", reason="Hoãn").status_code == 422
        council.session.refresh_from_db()
        assert (council.session.state, council.session.cases.count()) == ("voting", 2)


class TestMembers:
    def test_added_with_account_record_and_unit_headed(self, client, council):
        person, user = create_nominee(unit=council.unit), create_user(username="uy-vien")
        sent = {"name": "Lê Văn Mới", "position": "Giám đốc Sở Nội vụ", "part": "vice_chair", "account": "uy-vien"}
        post(client, council, "thanh-vien/them/", **sent, record=person.pk, heads=council.unit.code)
        member = SessionMember.objects.get(name="Lê Văn Mới")
        assert (member.user, member.nominee, member.heads, member.order) == (user, person, council.unit, 6)
        assert council.session.events.get().note == "Thêm Lê Văn Mới, Giám đốc Sở Nội vụ"

    @pytest.mark.parametrize(
        ("sent", "words"),
        [
            ({"account": "khong-co"}, "Không có tài khoản này"),
            ({"record": 999999}, "Không có hồ sơ cá nhân nào"),
            ({"name": ""}, "Hãy điền mục này"),
        ],
    )
    def test_what_is_wrong_is_said(self, client, council, sent, words):
        sent = {"name": "Lê", "position": "Giám đốc", "part": "member"} | sent
        response = post(client, council, "thanh-vien/them/", **sent)
        assert (response.status_code, words in response.text, SessionMember.objects.count()) == (422, True, 5)

    def test_a_record_out_of_sight_is_not_told_of(self, client, council):
        sent = {"name": "Lê", "position": "Giám đốc", "part": "member", "record": create_nominee().pk}
        assert post(client, council, "thanh-vien/them/", **sent).status_code == 422

    def test_an_account_sits_once(self, client, council):
        sent = {"name": "Lê", "position": "Giám đốc", "part": "member", "account": council.members[0].user.username}
        response = post(client, council, "thanh-vien/them/", **sent)
        assert (response.status_code, "đã là của một thành viên khác" in response.text) == (422, True)

    def test_changed_and_taken_out(self, client, council):
        first, second = council.members[:2]
        sent = {"name": first.name, "position": "Trưởng ban", "part": "chair", "account": first.user.username}
        post(client, council, f"thanh-vien/{first.pk}/sua/", **sent)
        post(client, council, f"thanh-vien/{second.pk}/bot/")
        assert list(council.session.members.values_list("position", flat=True)) == ["Trưởng ban"] + ["Ủy viên"] * 3
        assert council.session.events.count() == 2

    def test_copied_from_the_last_session_once(self, client, council):
        council.session = create_session(campaign=council.campaign, held_on=date(2026, 12, 5))
        for _ in range(2):
            post(client, council, "thanh-vien/chep/")
        names = council.session.members.values_list("name", "part", "user")
        assert list(names) == [(m.name, m.part, m.user_id) for m in council.members]

    def test_who_is_there_and_for_whom(self, client, council):
        sent = {f"o-{member.pk}": "co-mat" for member in council.members}
        sent |= {f"o-{council.members[3].pk}": "van-ban", f"o-{council.members[4].pk}": "vang"}
        post(client, council, "diem-danh/", **sent, **{f"thay-{council.members[0].pk}": "Phó Chủ tịch Nguyễn Văn A"})
        rows = council.session.members.values_list("is_present", "sends_opinion", "replaces")
        assert rows[0] == (True, False, "Phó Chủ tịch Nguyễn Văn A")
        assert [row[:2] for row in rows][3:] == [(False, True), (False, False)]
        assert "3/5 thành viên có mặt, 1 gửi ý kiến" in council.session.events.get().note

    def test_nothing_changes_once_voting_is_open(self, client, council):
        council.open()
        for path in (
            "sua/",
            "thanh-vien/them/",
            "diem-danh/",
            "chuong-trinh/",
            f"thanh-vien/{council.members[0].pk}/bot/",
        ):
            sent = {"council_name": "X", "held_on": "01/01/2027", "name": "X", "position": "X", "part": "member"}
            sent |= {f"o-{member.pk}": "vang" for member in council.members}
            assert post(client, council, path, **sent).status_code == 422, path
        assert council.session.members.filter(is_present=True).count() == 5


class TestAgenda:
    def test_by_title_in_order_with_the_rule(self, client, council):
        other = create_award(name="Bằng khen", level="ministry_province").title
        create_rule(percent=70)
        council.nominations.append(council.nominate("An", version=3))
        ids = [row.pk for row in council.nominations]
        type(council.nominations[2]).objects.filter(pk=ids[2]).update(title=other)
        post(client, council, "chuong-trinh/", chosen=ids)
        rows = council.session.cases.values_list("nomination__nominee__name", "percent", "is_secret", "order")
        assert list(rows) == [("An", 70, False, 1), ("Người 0", 80, True, 2), ("Người 1", 80, True, 3)]

    def test_what_is_no_longer_ticked_goes(self, client, council):
        council.put_on_agenda()
        post(client, council, "chuong-trinh/", chosen=[council.nominations[1].pk])
        assert [case.nomination for case in council.session.cases.all()] == [council.nominations[1]]

    def test_of_one_title_the_others_stay(self, client, council):
        council.put_on_agenda()
        other = create_award(name="Bằng khen", level="ministry_province").title
        create_rule()
        more = create_nomination(campaign=council.campaign, title=other, state="submitted")
        post(client, council, f"chuong-trinh/?danh-hieu={other.code}", chosen=[more.pk])
        assert council.session.cases.count() == 3

    def test_who_is_not_eligible_cannot_be_put_on_it(self, client, council):
        found = {"rule": "P5", "severity": "block", "sentence": "Đang bị kỷ luật", "citation": "Điều 4", "facts": []}
        barred = council.nominate("Người bị vướng", findings=[found])
        page = client.get(f"{council.url}chuong-trinh/")
        assert "Chưa đủ điều kiện: Đang bị kỷ luật" in page.text and f'value="{barred.pk}"' not in page.text
        assert post(client, council, "chuong-trinh/", chosen=[barred.pk]).status_code == 422
        council.nominations = [barred]
        with pytest.raises(Refused, match="Chưa đủ điều kiện"):
            council.put_on_agenda()
        assert Case.objects.count() == 0

    def test_what_bars_somebody_since_the_submission_counts_too(self, client, council):
        """Found anew on the day: discipline that began after the list was submitted."""
        nominee = council.nominations[0].nominee
        nominee.discipline.create(form="warning", valid_from=date(2026, 10, 1), decision="Số 3")
        response = post(client, council, "chuong-trinh/", chosen=[council.nominations[0].pk])
        assert (response.status_code, "Chưa đủ điều kiện" in response.text, Case.objects.count()) == (422, True, 0)

    def test_only_what_lies_before_this_council(self, client, council):
        ward = create_unit(parent=council.unit)
        rows = [
            council.nominate("Nháp", holder=ward),
            create_nomination(state="submitted"),
            create_nomination(campaign=council.campaign, state="agreed"),
        ]
        elsewhere = Council()
        elsewhere.put_on_agenda()
        for row in rows:
            assert post(client, council, "chuong-trinh/", chosen=[row.pk]).status_code == 422
        assert len(client.get(f"{council.url}chuong-trinh/").context["shown"]) == 2

    def test_what_another_session_decides_on_is_not_offered(self, client, council):
        council.put_on_agenda()
        council.session = create_session(campaign=council.campaign)
        assert client.get(f"{council.url}chuong-trinh/").context["shown"] == []
        assert post(client, council, "chuong-trinh/", chosen=[council.nominations[0].pk]).status_code == 422


class TestConflicts:
    def found(self, council):
        council.put_on_agenda()
        return list(Recusal.objects.order_by("pk").values_list("member", "case__nomination", "reason", "was_found"))

    def test_the_nominee_the_head_and_the_colleague_are_left_out(self, council):
        self_, head, colleague = council.members[:3]
        first, second = council.nominations
        self_.nominee, head.heads = first.nominee, second.unit
        colleague.nominee = create_nominee(name="Đồng nghiệp", unit=second.unit)
        for member in council.members:
            member.save()
        assert self.found(council) == [
            (self_.pk, first.pk, "Là người được xét", True),
            (head.pk, second.pk, "Là người đứng đầu đơn vị của người, tập thể được xét", True),
            (colleague.pk, second.pk, "Cùng đơn vị với người, tập thể được xét", True),
        ]

    def test_a_record_that_was_merged_is_the_same_person(self, council):
        old = create_nominee(name="Bản cũ", unit=council.unit)
        type(old).objects.filter(pk=old.pk).update(merged_into=council.nominations[0].nominee)
        council.session.members.filter(pk=council.members[0].pk).update(nominee=old)
        assert [row[2] for row in self.found(council)] == ["Là người được xét"]

    def test_where_somebody_worked_before_the_day_does_not_count(self, council):
        colleague = create_nominee(name="Đồng nghiệp cũ", unit=council.nominations[0].unit)
        colleague.postings.update(valid_to=date(2026, 11, 19))
        council.session.members.filter(pk=council.members[0].pk).update(nominee=colleague)
        assert self.found(council) == []

    def test_found_anew_when_members_change(self, client, council):
        council.put_on_agenda()
        member = council.members[0]
        sent = {"name": member.name, "position": "Chủ tịch", "part": "chair", "account": member.user.username}
        post(client, council, f"thanh-vien/{member.pk}/sua/", **sent, heads=council.nominations[0].unit.code)
        assert Recusal.objects.get().member == member
        post(client, council, f"thanh-vien/{member.pk}/sua/", **sent, heads="")
        assert not Recusal.objects.exists()

    def test_declared_by_the_member_while_voting(self, client, council):
        council.open()
        case, member = council.cases[0], council.members[1]
        client.force_login(member.user)
        url = f"{council.url}truong-hop/{case.pk}/tranh/"
        assert "member" not in client.get(url).context["form"].fields
        client.post(url, {"reason": "Là em ruột", "member": council.members[2].pk})
        recusal = Recusal.objects.get()
        assert (recusal.member, recusal.reason, recusal.was_found) == (member, "Là em ruột", False)
        assert SessionEvent.objects.filter(kind="recused", by=member.user, unit=None).exists()
        page = client.get(f"{council.url}phieu/")
        assert f'name="p-{case.pk}"' not in page.text and "Là em ruột" in page.text
        client.post(f"{council.url}phieu/", {f"p-{case.pk}": "for"})
        case.refresh_from_db()
        assert case.for_count == 0

    def test_declared_by_the_secretary_it_stays_when_members_change(self, client, council):
        (case, _), member = council.put_on_agenda(), council.members[1]
        client.post(f"{council.url}truong-hop/{case.pk}/tranh/", {"reason": "Là em ruột", "member": member.pk})
        post(client, council, f"thanh-vien/{council.members[4].pk}/bot/")
        assert Recusal.objects.get().reason == "Là em ruột"

    def test_not_after_voting_on_it(self, client, council):
        council.open()
        client.force_login(council.members[0].user)
        client.post(f"{council.url}phieu/", {f"p-{council.cases[0].pk}": "for"})
        response = client.post(f"{council.url}truong-hop/{council.cases[0].pk}/tranh/", {"reason": "Muộn"})
        assert (response.status_code, Recusal.objects.count()) == (422, 0)

    def test_who_is_left_out_does_not_count_in_the_whole(self, client, council):
        """Of five one is left out: four of four are all."""
        council.session.members.filter(pk=council.members[0].pk).update(heads=council.nominations[0].unit)
        council.open()
        lines = client.get(council.url).context["sitting"].lines
        assert [(line.whole, len(line.entitled)) for line in lines] == [(4, 4), (5, 5)]


class TestSeeing:
    def test_a_member_sees_the_session_and_changes_nothing(self, client, council):
        client.force_login(council.members[0].user)
        assert client.get(council.url).status_code == 200
        assert [session.pk for session in client.get(LIST).context["page"]] == [council.session.pk]
        for path in ("sua/", "diem-danh/", "chuong-trinh/", "ket-thuc/", "bieu-quyet/mo/"):
            assert client.get(f"{council.url}{path}").status_code == 403, path

    def test_for_strangers_it_does_not_exist(self, client, council):
        for role, status in ((Role.EDITOR, 200), (Role.REPORTER, 404), (None, 404)):
            client.force_login(create_user(role=role))
            assert (client.get(council.url).status_code, client.get(LIST).status_code) == (404, status)

    def test_no_page_of_a_session_shows_a_year_of_birth(self, client, council):
        type(council.nominations[0].nominee).objects.update(first_year=1971, sex="male")
        council.open()
        for user in (council.secretary, council.members[0].user):
            client.force_login(user)
            for path in ("", "phieu/", "chuong-trinh/"):
                assert "1971" not in client.get(f"{council.url}{path}").text


@pytest.mark.parametrize("payload", MARKUP[:6])
def test_words_of_ill_will_are_escaped(client, council, payload):
    words = payload[:200]
    council.session.members.update(name=words, position=words, replaces=words)
    CouncilSession.objects.update(council_name=words, place=words, conclusion=payload)
    council.nominations[0].nominee.name = words
    council.nominations[0].nominee.save()
    found = [{"rule": "x", "severity": "warn", "sentence": payload, "citation": payload, "facts": []}]
    type(council.nominations[0]).objects.update(findings=found, achievement=payload)
    council.open()
    Recusal.objects.create(case=council.cases[0], member=council.members[4], reason=words)
    for path in ("", "phieu/", "diem-danh/", "chuong-trinh/", "ket-thuc/"):
        for user in (council.secretary, council.members[0].user):
            client.force_login(user)
            assert payload not in client.get(f"{council.url}{path}").text, path
    assert payload not in client.get(LIST).text


def test_pages_ask_the_same_number_of_queries_at_any_size(client, django_assert_num_queries):
    small, large = Council(members=2, cases=1), Council(members=30, cases=30)
    expected = {"": 10, "phieu/": 9, "chuong-trinh/": 10, "diem-danh/": 6, "ket-thuc/": 9}
    for council in (small, large):
        council.open()
        council.secretary.memberships.all()
        create_member(session=council.session, name="Thư ký", user=council.secretary)
        client.force_login(council.secretary)
        for path, count in expected.items():
            client.get(f"{council.url}{path}")
            with django_assert_num_queries(count):
                client.get(f"{council.url}{path}")


@pytest.mark.parametrize(("who", "count"), [("secretary", 1), ("member", 1), ("stranger", 0)])
def test_the_list_holds_the_sessions_of_ones_offices_and_those_one_sits_in(client, council, who, count):
    users = {"secretary": council.secretary, "member": council.members[0].user}
    client.force_login(users.get(who) or create_user(role=Role.EDITOR))
    assert len(client.get(LIST).context["page"]) == count
