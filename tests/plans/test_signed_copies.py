"""Filing the signed copy of a plan through its page: scan or digital, doubts, history, who may (goals S5, S10)."""

from datetime import timedelta
from hashlib import sha256
from unittest.mock import patch
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from plans import signed as deed
from plans.models import Notice, PlanEvent
from plans.models.moves import State
from tests.factories import create_plan, create_user
from tests.plans.signed_copies import clerk_of, create_issued, paper_of, signed, trust_root
from tests.signatures.hostile import scan
from tests.signatures.signing import NOW, altered, annotated, impostor, leader, office, root, sign
from tests.signatures.signing import paper as issued_paper
from thiduakhenthuong.signatures.inspecting import inspect
from units.models import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return create_issued()


@pytest.fixture
def clerk(client, plan):
    user = clerk_of(plan)
    client.force_login(user)
    return user


def address(plan, name="signed_copy"):
    return reverse(f"plans:{name}", args=[plan.code])


def file(client, plan, data, *, name="Kế hoạch đã ký.pdf", **more):
    values = {"file": SimpleUploadedFile(name, data, "application/pdf"), "token": uuid4()} | more
    return client.post(address(plan, "signed_copy_add"), values)


def state_of(plan):
    plan.refresh_from_db()
    return plan.state


def test_a_scan_becomes_the_signed_copy(client, plan, clerk):
    data = scan(pages=1)
    assert file(client, plan, data).url == address(plan)
    copy = plan.signed_copies.get()
    assert (bytes(copy.content), copy.kind, copy.name, copy.pages, copy.outcome) == (
        data,
        "scan",
        "Kế hoạch đã ký.pdf",
        1,
        "",
    )
    assert (copy.by, state_of(plan)) == (clerk, State.FILED)
    event = plan.events.first()
    assert (event.kind, event.note, event.details["sha256"]) == ("filed", "Bản chụp giấy đã ký", copy.sha256)
    assert "bản chụp, không so được chữ" in client.get(address(plan)).content.decode().lower()


def test_a_signed_file_becomes_the_signed_copy_with_its_report(client, plan, clerk, settings, tmp_path):
    trust_root(settings, tmp_path)
    assert file(client, plan, signed(plan)).status_code == 302
    copy = plan.signed_copies.get()
    assert (copy.kind, copy.outcome) == ("digital", "changed_after")
    page = client.get(address(plan)).content.decode()
    for words in (
        "hợp lệ nhưng có thay đổi sau khi ký",
        "đúng trình tự thường gặp",
        "Trần Văn Bình ← CA cấp 2 ← Cơ quan chứng thực số gốc",
        "Dấu cơ quan: Ủy ban nhân dân thành phố Cần Thơ",
        "theo đồng hồ máy người ký",
        "chưa rõ chứng thư có bị thu hồi hay không",
        "Chữ ghi trong tệp giống hệt bản đã ban hành",
    ):
        assert words in page


def test_without_roots_the_report_says_that_nobody_was_verified(client, plan, clerk):
    assert file(client, plan, signed(plan)).status_code == 302
    assert plan.signed_copies.get().outcome == "unverifiable"
    assert "Chưa cấu hình chứng thư gốc tin cậy" in client.get(address(plan)).content.decode()


def test_colleagues_hear_of_it(client, plan, clerk):
    approver = create_user(role=Role.APPROVER, unit=plan.issuer)
    file(client, plan, scan())
    assert [notice.user for notice in Notice.objects.filter(event__kind="filed")] == [approver]


def test_the_copy_is_shown_in_the_browser_byte_for_byte(client, plan, clerk):
    data = scan()
    file(client, plan, data)
    response = client.get(address(plan, "signed_copy_pdf"))
    assert (response.content, response["Content-Type"], response["X-Content-Type-Options"]) == (
        data,
        "application/pdf",
        "nosniff",
    )
    assert response["Content-Disposition"].startswith("inline; filename*=utf-8''")
    assert "b%E1%BA%A3n%20%C4%91%C3%A3%20k%C3%BD" in response["Content-Disposition"]
    assert "object-src 'none'" in response["Content-Security-Policy"]
    again = client.get(address(plan, "signed_copy_pdf"), headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304


def test_a_second_copy_replaces_the_first_and_both_stay(client, plan, clerk):
    file(client, plan, scan())
    file(client, plan, signed(plan))
    newest, oldest = plan.signed_copies.all()
    assert bytes(newest.content) == client.get(address(plan, "signed_copy_pdf")).content
    assert [event.kind for event in plan.events.all()[:2]] == ["filed", "filed"]
    page = client.get(address(plan)).content.decode()
    older = reverse("plans:older_copy_pdf", args=[plan.code, oldest.pk])
    assert (older in page, client.get(older).content) == (True, bytes(oldest.content))


def test_the_same_bytes_or_the_same_form_twice_make_one_row(client, plan, clerk):
    token = uuid4()
    for data, sent in ((scan(), token), (scan(), uuid4()), (scan(recognised="Ke hoach nam"), token)):
        assert file(client, plan, data, token=sent).status_code == 302
    assert (plan.signed_copies.count(), plan.events.filter(kind="filed").count()) == (1, 1)


def test_a_file_that_was_replaced_does_not_count_again(client, plan, clerk):
    for data in (scan(), scan(recognised="Ke hoach"), scan()):
        page = client.get(file(client, plan, data, name=f"ban-{len(data)}.pdf").url).content.decode()
    assert "Tệp này đã được lưu trước đây" in page
    assert plan.signed_copies.first().sha256 == sha256(scan(recognised="Ke hoach")).hexdigest()


def test_a_plan_back_in_force_is_filed_with_the_copy_it_had(client, plan, clerk):
    file(client, plan, scan())
    for kind in ("amended", "reinstated"):
        plan._move(kind, by=None)
    assert state_of(plan) == State.ISSUED
    file(client, plan, scan())
    assert (state_of(plan), plan.signed_copies.count()) == (State.FILED, 1)


# What is doubtful is shown first


def doubts(data, *, roots=()):
    report = inspect(data, "ban-ky.pdf", issued=issued_paper(), roots=roots, now=NOW + timedelta(hours=1))
    return deed.doubts_of(report)


def both_signed():
    return sign(sign(issued_paper(), leader()), office())


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (both_signed, []),
        (lambda: scan(pages=1), []),
        (lambda: altered(both_signed()), [deed.NOT_VALID]),
        (lambda: annotated(both_signed(), "Xem lại", kind="/Text"), [deed.CHANGED]),
        (lambda: sign(issued_paper(), impostor()), [deed.NOT_VERIFIED]),
        (issued_paper, [deed.NO_SIGNATURE]),
        (lambda: sign(issued_paper("Một kế hoạch khác hẳn, của năm sau."), leader()), [deed.OTHER_WORDS]),
        (lambda: scan(pages=2), [deed.OTHER_PAGES.format(pages=2, issued=1)]),
    ],
)
def test_what_a_person_must_have_seen_before_it_is_filed(settings, make, expected):
    settings.TRUSTED_ROOTS = "configured"
    assert doubts(make(), roots=[root().loaded]) == expected


def test_where_no_root_is_configured_not_every_upload_asks():
    assert doubts(both_signed()) == []


def test_a_doubtful_file_is_shown_and_filed_only_after_confirmation(client, plan, clerk):
    doubt, data = deed.OTHER_PAGES.format(pages=2, issued=1), scan(pages=2)
    shown = file(client, plan, data)
    page, seen = shown.content.decode(), shown.context["form"].data["seen"]
    assert (shown.status_code, doubt in page, f'name="seen" value="{seen}"' in page) == (422, True, True)
    assert file(client, plan, data, seen=seen).status_code == 422  # not ticked
    assert plan.signed_copies.count() == 0
    assert file(client, plan, data, seen=seen, confirmed="on").status_code == 302
    assert plan.events.first().details["confirmed"] == [doubt]


def test_a_confirmation_counts_for_the_file_that_was_shown(client, plan, clerk):
    seen = file(client, plan, scan(pages=2)).context["form"].data["seen"]
    assert file(client, plan, scan(pages=3), seen=seen, confirmed="on").status_code == 422


def test_other_words_than_issued_are_shown(client, plan, clerk):
    other = paper_of(create_issued(issuer=plan.issuer, number="13"))
    page = file(client, plan, other).content.decode()
    assert (deed.OTHER_WORDS in page, "Trang 1: bỏ <del>" in page) == (True, True)


def test_a_signed_file_that_is_not_made_from_the_issued_one_says_so(client, plan, clerk):
    other = create_issued(issuer=plan.issuer, number="13")
    assert "trên một tệp khác" in file(client, plan, signed(other)).content.decode()


# What is refused


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"PK\x03\x04", "ban-ky.pdf", "không phải tệp PDF"),
        (b"%PDF-1.7 x", "ban-ky.pdf", "bị hỏng"),
        (b"", "ban-ky.pdf", "Tệp này trống"),
    ],
)
def test_other_files_are_refused_beside_the_field(client, plan, clerk, data, name, words):
    response = file(client, plan, data, name=name)
    assert (response.status_code, words in response.content.decode()) == (422, True)
    assert (plan.signed_copies.count(), state_of(plan)) == (0, State.ISSUED)


def test_a_file_that_is_too_large_is_refused(client, plan, clerk, settings):
    settings.UPLOAD_LIMIT = 100
    assert "Tệp lớn hơn 20 MB" in file(client, plan, scan()).content.decode()


def test_no_file_says_so(client, plan, clerk):
    response = client.post(address(plan, "signed_copy_add"), {})
    assert (response.status_code, "Hãy chọn tệp PDF" in response.content.decode()) == (422, True)


def test_roots_that_are_gone_refuse_the_check(client, plan, clerk, settings):
    settings.TRUSTED_ROOTS = "khong-co"
    response = file(client, plan, scan())
    assert (response.status_code, "hãy báo quản trị" in response.content.decode()) == (422, True)


@pytest.mark.parametrize("role", [Role.EDITOR, Role.APPROVER, Role.SECRETARY])
def test_only_the_clerk_files(client, plan, role):
    client.force_login(create_user(role=role, unit=plan.issuer))
    assert client.get(address(plan)).status_code == 200
    assert file(client, plan, scan()).status_code == 403


def test_a_stranger_knows_of_nothing(client, plan):
    client.force_login(create_user(role=Role.CLERK))
    for name in ("signed_copy", "signed_copy_add", "signed_copy_pdf"):
        assert client.get(address(plan, name)).status_code == 404


def test_a_draft_has_no_signed_copy(client):
    plan = create_plan()
    client.force_login(clerk_of(plan))
    assert client.get(address(plan)).status_code == 404
    assert file(client, plan, scan()).url == plan.get_absolute_url()
    assert plan.signed_copies.count() == 0


def test_the_deed_itself_asks_for_role_and_state(plan):
    with pytest.raises(deed.NotYours):
        deed.file_signed_copy(plan=plan, name="a.pdf", data=scan(), by=create_user())
    deed.file_signed_copy(plan=plan, name="a.pdf", data=scan(), by=None)
    plan.refresh_from_db()
    with pytest.raises(deed.NotYours):
        deed.file_signed_copy(plan=plan, name="b.pdf", data=scan(pages=1, recognised="x"), by=create_user())
    assert PlanEvent.objects.filter(plan=plan, kind="filed").count() == 1


@pytest.mark.parametrize("point", ["_store", "_leave_event", "tell"])
def test_filing_happens_wholly_or_not_at_all(plan, clerk, point):
    step = getattr(deed, point)

    def broken(*args, **named):
        step(*args, **named)
        raise ZeroDivisionError

    with patch.object(deed, point, broken), pytest.raises(ZeroDivisionError):
        deed.file_signed_copy(plan=plan, name="a.pdf", data=scan(), by=clerk)
    assert (plan.signed_copies.count(), plan.events.filter(kind="filed").count(), Notice.objects.count()) == (0, 0, 0)
    assert state_of(plan) == State.ISSUED
    deed.file_signed_copy(plan=plan, name="a.pdf", data=scan(), by=clerk)
    assert state_of(plan) == State.FILED


def test_the_page_takes_the_same_queries_at_one_copy_and_at_three(client, plan, clerk, django_assert_num_queries):
    file(client, plan, scan())
    client.get(address(plan))
    with django_assert_num_queries(5):
        client.get(address(plan))
    file(client, plan, scan(recognised="a"))
    file(client, plan, scan(recognised="b"))
    with django_assert_num_queries(5):
        client.get(address(plan))
