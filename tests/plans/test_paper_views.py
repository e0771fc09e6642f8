"""The paper on screen, as PDF and as Word file: who may see it, and what travels."""

import io

import docx
import pytest
from django.core.cache import caches
from django.urls import reverse

from tests.factories import create_editor, create_item, create_plan, create_section, create_unit
from thiduakhenthuong.official import rendering

PAGES = ("plans:paper", "plans:paper_pdf", "plans:paper_docx")


@pytest.fixture
def plan(db):
    caches["papers"].clear()
    plan = create_plan(number="30", day=6, month=2, subject="Triển khai công tác thi đua năm 2024")
    create_section(plan=plan, text="Nội dung *chính*.")
    create_item(plan=plan, text="Tổ chức hội nghị", units=[create_unit(name="Sở Nội vụ")])
    return plan


@pytest.fixture
def editor(plan, client):
    client.force_login(create_editor(unit=plan.issuer))
    return client


def address(name, plan):
    return reverse(name, args=[plan.code])


@pytest.mark.parametrize("name", PAGES)
def test_strangers_and_the_nameless_get_nothing(name, plan, client):
    assert client.get(address(name, plan)).status_code == 302
    client.force_login(create_editor())
    assert client.get(address(name, plan)).status_code == 404


@pytest.mark.parametrize("name", PAGES)
def test_only_reading_is_possible(name, plan, editor):
    assert editor.post(address(name, plan)).status_code == 405


def test_the_page_holds_the_paper(plan, editor):
    answer = editor.get(address("plans:paper", plan))
    assert answer.status_code == 200
    assert "Nội dung <em>chính</em>./." not in answer.text
    assert "Nội dung <em>chính</em>." in answer.text
    assert f'id="nhiem-vu-{plan.items.get().pk}"' in answer.text
    assert "css/paper.css" in answer.text
    assert "<style" not in answer.text
    assert " style=" not in answer.text


def test_htmx_gets_the_paper_alone(plan, editor):
    answer = editor.get(address("plans:paper", plan), headers={"HX-Request": "true"})
    assert answer.text.startswith('<article class="paper"')
    assert "HX-Request" in answer["Vary"]


def test_the_pdf_is_shown_in_the_browser_under_a_vietnamese_name(plan, editor):
    answer = editor.get(address("plans:paper_pdf", plan))
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-1.7")
    assert answer["Content-Disposition"] == (
        "inline; filename*=utf-8''K%E1%BA%BF%20ho%E1%BA%A1ch%20Tri%E1%BB%83n%20khai%20c%C3%B4ng%20t%C3%A1c%20"
        "thi%20%C4%91ua%20n%C4%83m%202024%20%2830-KH-UBND%29.pdf"
    )


def test_the_word_file_is_saved_under_a_vietnamese_name(plan, editor):
    answer = editor.get(address("plans:paper_docx", plan))
    assert answer["Content-Type"] == "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    assert answer["Content-Disposition"] == (
        "attachment; filename*=utf-8''K%E1%BA%BF%20ho%E1%BA%A1ch%20Tri%E1%BB%83n%20khai%20c%C3%B4ng%20t%C3%A1c%20"
        "thi%20%C4%91ua%20n%C4%83m%202024%20%2830-KH-UBND%29.docx"
    )
    assert "Nội dung chính." in [p.text for p in docx.Document(io.BytesIO(answer.content)).paragraphs]


@pytest.mark.parametrize("page", ["plans:plan_detail", "plans:plan_editor", "plans:paper"])
def test_both_files_are_offered_where_the_paper_is(page, plan, editor):
    offered = editor.get(address(page, plan)).text
    assert address("plans:paper_pdf", plan) in offered
    assert address("plans:paper_docx", plan) in offered


def test_an_unchanged_paper_travels_once(plan, editor):
    first = editor.get(address("plans:paper_pdf", plan))
    again = editor.get(address("plans:paper_pdf", plan), headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    plan.sections.update(text="Khác")
    changed = editor.get(address("plans:paper_pdf", plan), headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200
    assert changed["ETag"] != first["ETag"]


def test_a_paper_too_large_is_refused_in_words(plan, editor):
    plan.sections.update(text="x" * 20_001)
    answer = editor.get(address("plans:paper_pdf", plan))
    assert answer.status_code == 503
    assert "dài hơn 20000 ký tự" in answer.text


def test_a_press_that_fails_says_so_and_the_next_paper_prints(plan, editor, monkeypatch):
    rendering._press().close()
    monkeypatch.setattr(rendering, "SECONDS", 0.001)
    answer = editor.get(address("plans:paper_pdf", plan))
    assert answer.status_code == 503
    assert "Hãy thử lại" in answer.text
    monkeypatch.undo()
    assert editor.get(address("plans:paper_pdf", plan)).status_code == 200


@pytest.mark.parametrize("name", PAGES)
def test_queries_do_not_grow_with_the_plan(name, plan, editor, django_assert_max_num_queries):
    for _ in range(20):
        create_item(plan=plan, units=[plan.issuer])
    with django_assert_max_num_queries(12):
        editor.get(address(name, plan))
