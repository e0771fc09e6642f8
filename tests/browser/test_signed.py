"""The clerk files a signed copy on a phone: doubts are shown, the file is chosen again, it is filed."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.plans.signed_copies import clerk_of, create_issued, paper_of
from tests.signatures.signing import leader, sign

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def plan(base_url):
    return create_issued()


@pytest.fixture
def add_page(phone, sign_in, plan):
    sign_in(phone, clerk_of(plan))
    phone.goto(reverse("plans:signed_copy", args=[plan.code]))
    phone.get_by_role("link", name="Lưu bản đã ký").click()
    return phone


def choose(page, path, data):
    path.write_bytes(data)
    page.locator("input[type=file]").set_input_files(path)


def test_what_is_doubtful_is_seen_before_it_is_filed(add_page, plan, tmp_path, no_axe_violations, no_sideways_scroll):
    page, unsigned = add_page, tmp_path / "chua-ky.pdf"
    choose(page, unsigned, paper_of(plan))
    page.get_by_role("button", name="Kiểm tra và lưu").click()
    expect(page.get_by_role("heading", name="Cần xem trước khi lưu")).to_be_visible()
    no_axe_violations(page)
    no_sideways_scroll(page)
    choose(page, unsigned, paper_of(plan))
    page.get_by_label("Tôi đã xem các điểm trên").check()
    page.get_by_role("button", name="Kiểm tra và lưu").click()
    expect(page.get_by_text("Đã lưu bản đã ký")).to_be_visible()


def test_each_signature_has_its_block(add_page, plan, tmp_path, no_axe_violations, no_sideways_scroll):
    with ThreadPoolExecutor() as elsewhere:  # in this thread an event loop runs, Playwright's
        signed = elsewhere.submit(sign, paper_of(plan), leader()).result()
    choose(add_page, tmp_path / "ban-ky.pdf", signed)
    add_page.get_by_role("button", name="Kiểm tra và lưu").click()
    expect(add_page.get_by_role("heading", name="Chữ ký: Trần Văn Bình")).to_be_visible()
    no_axe_violations(add_page)
    no_sideways_scroll(add_page)
