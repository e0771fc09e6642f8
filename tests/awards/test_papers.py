"""Decisions and submissions from a round: who may stand in them, what they say, one paper for each authority."""

from datetime import date
from uuid import uuid4

import pytest

from awards.documents.beginning import begin_paper
from awards.documents.ready import groups_of
from awards.editing import Refused
from awards.models import AwardDocument
from plans.checking.findings import findings_of
from plans.documents import document_of
from plans.models import Plan
from plans.moving import cancel
from tests.awards.making import create_nomination, create_nominee
from tests.awards.papers import SIGNED_ON, Round
from tests.factories import create_user
from thiduakhenthuong.official.plain_text import to_text
from units.models import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def agreed():
    return Round()


def url(campaign, *parts):
    return f"/khen-thuong/dot/{campaign.pk}/van-ban/" + "".join(f"{part}/" for part in parts)


def text_of(plan):
    return to_text(document_of(plan))


def draw_up(agreed, nominations, key="decision", on=SIGNED_ON):
    chosen = [nomination.pk for nomination in nominations]
    return begin_paper(campaign=agreed.campaign, key=key, chosen=chosen, by=agreed.editor, on=on)


class TestWhoWaits:
    def test_one_paper_for_each_authority_and_for_each_form_of_the_state(self, agreed):
        order = agreed.award("HCLD3-CN", "Huân chương Lao động hạng Ba", kind="order", level="central_president")
        pm = agreed.award("BKTTG-CN", "Bằng khen của Thủ tướng Chính phủ", kind="merit", level="central_pm")
        fighter = agreed.award("CSTDTQ-CN", "Chiến sĩ thi đua toàn quốc", level="central_pm")
        for title in (order, pm, fighter):
            agreed.agreed(f"Người được {title.code}", title=title)
        groups, homeless = groups_of(agreed.campaign, on=SIGNED_ON)
        assert [(group.key, group.count) for group in groups] == [
            ("decision", 2),
            ("submission-central_president-order", 1),
            ("submission-central_pm-emulation", 1),
            ("submission-central_pm-merit", 1),
        ]
        assert homeless == {}

    def test_what_no_level_from_here_up_decides_on_is_said(self, client, agreed):
        below = agreed.award("GK-CN", "Giấy khen", kind="commendation", level="commune")
        agreed.agreed("Lê Thị Tám", title=below)
        _, homeless = groups_of(agreed.campaign, on=SIGNED_ON)
        assert homeless == {below: 1}
        client.force_login(agreed.editor)
        assert "không có cấp nào từ" in client.get(url(agreed.campaign)).text

    def test_only_what_the_council_agreed_to_waits(self, agreed):
        for state in ("submitted", "not_agreed", "refused", "draft"):
            agreed.agreed(f"Chưa xong {state}", state=state)
        assert groups_of(agreed.campaign, on=SIGNED_ON)[0][0].count == 2

    def test_sudden_achievements_need_no_council_only_acceptance(self):
        agreed = Round(people=0, kind="sudden")
        agreed.agreed("Chưa tiếp nhận", state="submitted")
        agreed.agreed("Đã tiếp nhận", state="submitted", accepted_at="2026-11-01T00:00Z")
        assert groups_of(agreed.campaign, on=SIGNED_ON)[0][0].count == 1


class TestDecision:
    def test_it_says_who_decides_on_what_basis_for_whom_and_the_prize(self, agreed):
        text = text_of(agreed.decision)
        for words in (
            "**CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ**",
            "*Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15",
            "**QUYẾT ĐỊNH:**",
            "**Điều 1.** Tặng Bằng khen của Chủ tịch Ủy ban nhân dân thành phố Cần Thơ cho 02 cá nhân đã có thành tích",
            "1. Nguyễn Văn An 0, Chuyên viên, Ủy ban nhân dân thành phố Cần Thơ;",
            "3.795.000 đồng/người. Tổng số tiền thưởng: 7.590.000 đồng.",
            "2.530.000 đồng (Nghị định số 161/2026/NĐ-CP)",
            "**Điều 3.** Quyết định này có hiệu lực kể từ ngày ký.",
        ):
            assert words in text, words
        assert agreed.decision.genus == "award"
        told = " ".join(finding.reason for finding in findings_of(agreed.decision))
        assert "Chỗ này còn chờ viết" in told
        assert (agreed.decision.noun, agreed.decision.symbol) == ("quyết định", "QĐ-UBND")
        assert [line.prize for line in agreed.lines] == [3_795_000] * 2

    def test_the_law_and_the_salary_are_those_of_the_day(self, agreed):
        plan = draw_up(agreed, agreed.people, on=date(2026, 6, 1))
        assert "[Ghi mức tiền thưởng] đồng/người" in text_of(plan)

    def test_more_than_15_names_stand_in_an_annex(self):
        agreed = Round(people=16)
        text = text_of(agreed.decision)
        assert "(danh sách tại Phụ lục kèm theo)" in text
        assert "| 16 | Nguyễn Văn" in text

    def test_several_titles_are_listed_title_by_title(self, agreed):
        group = agreed.award("TTLDXS-TT", "Tập thể lao động xuất sắc", recipient="collective", multiplier="1.5")
        team = agreed.agreed("Phòng Tài chính", title=group)
        text = text_of(draw_up(agreed, [*agreed.people, team]))
        assert "Khen thưởng cho 02 cá nhân, 01 tập thể" in text
        assert "2. Tặng danh hiệu “Tập thể lao động xuất sắc” cho 01 tập thể:" in text
        assert "- Phòng Tài chính, Ủy ban nhân dân thành phố Cần Thơ." in text


class TestSubmission:
    def test_it_goes_to_who_decides_above_and_awards_nothing(self, agreed):
        pm = agreed.award("BKTTG-CN", "Bằng khen của Thủ tướng Chính phủ", kind="merit", level="central_pm")
        one = agreed.agreed("Trần Thị Hoa", title=pm)
        plan = draw_up(agreed, [one], key="submission-central_pm-merit")
        text = text_of(plan)
        assert "**Kính gửi: Thủ tướng Chính phủ**" in text
        assert "xem xét, tặng Bằng khen của Thủ tướng Chính phủ cho 01 cá nhân" in text
        assert (plan.doc_type, plan.symbol) == ("TỜ TRÌNH", "TTr-UBND")
        assert AwardDocument.objects.get(plan=plan).kind == "submission"
        assert plan.authority_lines == "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"

    def test_it_cannot_take_in_what_another_authority_decides(self, agreed):
        with pytest.raises(Refused):
            draw_up(agreed, agreed.people, key="submission-central_pm-merit")
        assert not Plan.objects.exists()


class TestDrawingUp:
    def test_an_editor_chooses_and_gets_a_draft(self, client, agreed):
        client.force_login(agreed.editor)
        address = url(agreed.campaign, "lap", "decision")
        page = client.get(address)
        token = page.context["form"]["token"].value()
        assert client.post(address, {"token": token}).status_code == 422
        response = client.post(address, {"token": token, "chosen": [agreed.people[0].pk]})
        plan = Plan.objects.get()
        assert response.url == plan.get_absolute_url()
        assert [line.nomination for line in plan.award_document.lines.all()] == [agreed.people[0]]
        assert (plan.events.get().by, plan.events.get().unit) == (agreed.editor, agreed.unit)
        assert "1 trường hợp" in client.get(url(agreed.campaign)).text
        assert f'href="{url(agreed.campaign)}">Văn bản của đợt</a>' in client.get(plan.get_absolute_url()).text

    def test_sent_twice_it_draws_up_one(self, client, agreed):
        client.force_login(agreed.editor)
        sent = {"token": str(uuid4()), "chosen": [nomination.pk for nomination in agreed.people]}
        answers = [client.post(url(agreed.campaign, "lap", "decision"), sent) for _ in range(2)]
        assert [answer.url for answer in answers] == [Plan.objects.get().get_absolute_url()] * 2

    def test_no_nomination_stands_in_two_papers_until_the_first_is_given_up(self, agreed):
        first = draw_up(agreed, agreed.people)
        with pytest.raises(Refused, match="Hãy xem lại danh sách"):
            draw_up(agreed, agreed.people)
        cancel(plan=first, by=agreed.editor, note="Lập lại")
        assert draw_up(agreed, agreed.people).award_document.lines.count() == 2

    def test_another_round_s_nomination_cannot_be_slipped_in(self, client, agreed):
        stranger = create_nomination(state="agreed", title=agreed.merit, nominee=create_nominee())
        client.force_login(agreed.editor)
        sent = {"token": str(uuid4()), "chosen": [stranger.pk]}
        assert client.post(url(agreed.campaign, "lap", "decision"), sent).status_code == 422

    @pytest.mark.parametrize("role", [Role.APPROVER, Role.REPORTER])
    def test_only_those_who_keep_awards_draw_up(self, client, agreed, role):
        client.force_login(create_user(role=role, unit=agreed.unit))
        answers = [client.get(url(agreed.campaign, *more)).status_code for more in ((), ("lap", "decision"))]
        assert answers == ([200, 403] if role == Role.APPROVER else [403, 403])

    @pytest.mark.parametrize("people", [1, 30])
    def test_the_number_of_queries_does_not_grow(self, client, people, django_assert_max_num_queries):
        agreed = Round(people=people)
        client.force_login(agreed.editor)
        for more in ((), ("lap", "decision")):
            with django_assert_max_num_queries(12):
                assert client.get(url(agreed.campaign, *more)).status_code == 200
