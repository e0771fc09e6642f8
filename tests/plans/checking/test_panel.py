"""The panel "Soát lỗi" and its one-click mends."""

import pytest
from django.urls import reverse

from plans.checking.findings import findings_of
from plans.checking.mending import Outdated, mend
from plans.models import PlanEvent
from tests.factories import create_section, issue_as_it_stands
from tests.plans.editing import HTMX, Desk

pytestmark = pytest.mark.django_db
REFUSED = "Chữ ở chỗ này vừa được sửa nên chưa thay."


@pytest.fixture
def desk():
    desk = Desk()
    desk.second.text = "Việc của của đơn vị"
    desk.second.save()
    return desk


def only_finding(desk):
    (finding,) = findings_of(desk.plan)
    return finding


def press(desk, finding, **kwargs):
    return desk.client.post(desk.url("finding_mend"), {"finding": finding.key}, **kwargs)


def test_the_editor_shows_what_was_found_and_leads_there(desk):
    page = desk.client.get(desk.url("plan_editor")).content.decode()
    assert "1 chỗ cần xem" in page
    assert "<del>của của</del> → <ins>của</ins>" in page
    assert f'<a href="#dong-{desk.second.pk}">Nhiệm vụ 2</a>' in page


def test_the_panel_alone_is_for_htmx(desk):
    panel = desk.client.get(desk.url("plan_findings"), headers=HTMX).content.decode()
    assert "của của" in panel
    assert 'id="so-loi" class="check-count" hx-swap-oob="true">1 chỗ cần xem' in panel
    assert "<html" not in panel
    response = desk.client.get(desk.url("plan_findings"))
    assert response.url == desk.url("plan_editor") + "#soat-loi"


def test_what_blocks_is_said(desk):
    desk.plan.signer_name = ""
    desk.plan.save()
    panel = desk.client.get(desk.url("plan_findings"), headers=HTMX).content.decode()
    assert panel.index("Chưa ban hành được") < panel.index("của của")
    assert '<a href="#cuoi-van-ban">Nơi nhận, người ký</a>' in panel


def test_nothing_found_is_said_too():
    desk = Desk()
    panel = desk.client.get(desk.url("plan_findings"), headers=HTMX).content.decode()
    assert "✓ không thấy lỗi" in panel
    assert "vẫn cần người đọc lại" in panel


def test_a_click_mends_an_item_and_leaves_an_event(desk):
    response = press(desk, only_finding(desk))
    assert response.url == desk.url("plan_editor") + f"#dong-{desk.second.pk}"
    desk.second.refresh_from_db()
    assert desk.second.text == "Việc của đơn vị"
    assert desk.notes()[0] == "Sửa nhiệm vụ “Việc của đơn vị”"
    assert findings_of(desk.plan) == []


def test_htmx_gets_the_changed_row_and_the_keyboard_stays_in_the_panel(desk):
    response = press(desk, only_finding(desk), headers=HTMX)
    assert response["HX-Retarget"] == f"#dong-{desk.second.pk}"
    assert "plan-changed" in response["HX-Trigger-After-Settle"]
    assert "soat-loi-tieu-de" in response["HX-Trigger-After-Settle"]
    assert "Việc của đơn vị" in response.content.decode()


def test_a_piece_the_head_and_the_foot_are_mended():
    desk = Desk()
    section = create_section(plan=desk.plan, text="trước ngày 5/04/2024")
    desk.plan.subject = "Công tác thi đua, khen thưởng năm 2021"
    desk.plan.recipients = "Công TTĐT tỉnh\nLưu: VT"
    desk.plan.save()
    for headers in (HTMX, HTMX, {}):
        finding = findings_of(desk.plan)[0]
        assert press(desk, finding, headers=headers).status_code in (200, 302)
        desk.plan.refresh_from_db()
    section.refresh_from_db()
    assert section.text == "trước ngày 05/4/2024"
    assert desk.plan.subject == "Công tác thi đua, khen thưởng năm 2024"
    assert desk.plan.recipients == "Cổng TTĐT tỉnh\nLưu: VT"
    assert findings_of(desk.plan) == []


def test_a_mend_whose_words_were_changed_is_refused(desk):
    finding = only_finding(desk)
    desk.second.text = "Việc của của cơ quan"
    desk.second.save()
    page = desk.client.post(desk.url("finding_mend"), {"finding": finding.key}, follow=True).content.decode()
    assert REFUSED in page
    desk.second.refresh_from_db()
    assert desk.second.text == "Việc của của cơ quan"


def test_a_change_that_comes_in_between_is_not_overwritten(desk):
    """Between the look at the finding and the lock of the plan somebody else saved."""
    finding = only_finding(desk)
    desk.second.text = "Việc khác hẳn"
    desk.second.save()
    with pytest.raises(Outdated):
        mend(plan=desk.plan, finding=finding, by=desk.editor)
    desk.second.refresh_from_db()
    assert desk.second.text == "Việc khác hẳn"
    assert not desk.plan.events.filter(kind=PlanEvent.Kind.EDITED).exists()


def test_a_mend_keeps_what_others_changed_in_other_fields(desk):
    finding = only_finding(desk)
    desk.second.deadline_raw = "tháng 3"
    desk.second.save()
    mend(plan=desk.plan, finding=finding, by=desk.editor)
    desk.second.refresh_from_db()
    assert (desk.second.text, desk.second.deadline_raw) == ("Việc của đơn vị", "tháng 3")


def test_an_item_deleted_meanwhile_is_refused(desk):
    finding = only_finding(desk)
    desk.second.delete()
    with pytest.raises(Outdated):
        mend(plan=desk.plan, finding=finding, by=desk.editor)
    assert REFUSED in press(desk, finding, headers=HTMX).content.decode()


@pytest.mark.parametrize("sent", ["", "x", "0" * 32])
def test_a_button_nobody_made_changes_nothing(desk, sent):
    response = desk.client.post(desk.url("finding_mend"), {"finding": sent}, follow=True)
    assert REFUSED in response.content.decode()
    assert not desk.plan.events.exists()


def test_twice_is_refused_the_second_time(desk):
    finding = only_finding(desk)
    press(desk, finding)
    assert REFUSED in press(desk, finding, headers=HTMX).content.decode()
    assert desk.plan.events.count() == 1


def test_an_issued_plan_is_not_mended(desk):
    finding = only_finding(desk)
    desk.plan.number, desk.plan.day = "12", 5
    desk.plan.save()
    issue_as_it_stands(desk.plan)
    assert press(desk, finding).status_code == 403


def test_the_plan_page_tells_editors_how_many_there_are(desk):
    link = f'<a href="{desk.url("plan_editor")}#soat-loi">1 chỗ cần xem</a>'
    assert link in desk.client.get(reverse("plans:plan_detail", args=[desk.plan.code])).content.decode()
