"""Pages about plans and units keep their shape: long words, a narrow screen, what only some choices need."""

import pytest
from playwright.sync_api import expect

from plans.kinds import SectionKind
from plans.models import Assignment
from tests.factories import create_alias, create_editor, create_item, create_plan, create_section, create_unit
from units.models import Succession

pytestmark = pytest.mark.django_db(transaction=True)
WORD = "Vănbản" * 40


@pytest.fixture
def plan():
    """A plan whose every text is one long word."""
    words = dict.fromkeys(
        ("subject", "place", "signer_name", "issuer_lines", "recipients", "authority_lines"), WORD[:50]
    )
    plan = create_plan(**words)
    for kind in (SectionKind.SECTION, SectionKind.PARAGRAPH):
        create_section(plan=plan, kind=kind, text=WORD)
    item = create_item(plan=plan, text=WORD, deadline_raw=WORD[:200])
    Assignment.objects.create(item=item, position=1, role="lead", printed=WORD[:200])
    return plan


@pytest.mark.parametrize("verb", ["", "soan-thao/", "van-ban/"])
@pytest.mark.parametrize("screen", ["page", "phone"])
def test_one_long_word_widens_no_page(request, sign_in, plan, no_sideways_scroll, screen, verb):
    page = request.getfixturevalue(screen)
    sign_in(page, create_editor(unit=plan.issuer))
    page.goto(plan.get_absolute_url() + verb)
    no_sideways_scroll(page)


def test_the_block_about_copying_shows_only_for_a_copy(page, sign_in, plan):
    sign_in(page, create_editor(unit=plan.issuer))
    page.goto("/ke-hoach/tao-moi/")
    source = page.get_by_label("Kế hoạch để chép")
    expect(source).to_be_hidden()
    page.get_by_label("Chép từ kế hoạch đã có").check()
    expect(source).to_be_visible()
    page.get_by_label("Bắt đầu trống").check()
    expect(source).to_be_hidden()


def test_rarer_ways_on_from_a_plan_open_without_javascript(no_js, sign_in, plan):
    sign_in(no_js, create_editor(unit=plan.issuer))
    no_js.goto(plan.get_absolute_url())
    copy = no_js.get_by_role("link", name="Chép thành kế hoạch mới")
    expect(copy).to_be_hidden()
    no_js.get_by_text("Khác", exact=True).click()
    expect(copy).to_be_visible()


def test_ways_on_from_a_plan_stand_in_even_rows_on_a_phone(phone, sign_in, plan, no_axe_violations):
    sign_in(phone, create_editor(unit=plan.issuer))
    phone.goto(plan.get_absolute_url())
    boxes = [button.bounding_box() for button in phone.locator(".page-actions .btn").all()]
    assert len(boxes) == 4
    assert len({(round(box["y"]), round(box["height"])) for box in boxes}) == 2
    assert len({round(box["width"]) for box in boxes}) == 1
    phone.get_by_text("Khác", exact=True).tap()
    expect(phone.locator(".more-actions ul")).to_be_visible()  # a tap opens it a little later
    menu = phone.locator(".more-actions ul").bounding_box()
    assert 0 <= menu["x"] < menu["x"] + menu["width"] <= 390
    no_axe_violations(phone)


def test_cards_of_a_unit_side_by_side_are_equally_tall(page, sign_in):
    unit = create_unit()
    create_unit(name="Phòng Nội vụ", parent=unit)
    Succession.objects.create(predecessor=create_unit(name="Sở cũ"), successor=unit, took_over_on="2025-03-01")
    for n in range(5):
        create_alias(text=f"Cách ghi {n}", unit=unit)
    sign_in(page, create_editor(unit=unit))
    page.goto(unit.get_absolute_url())
    boxes = [card.bounding_box() for card in page.locator(".unit-block").all()]
    tops = {round(box["y"]) for box in boxes}
    assert len(boxes) > len(tops)
    assert len({(round(box["y"]), round(box["height"])) for box in boxes}) == len(tops)
