"""export_plan: a plan as a file."""

import json

import pytest
from django.core.management import CommandError, call_command

from tests.factories import create_item, create_plan, create_section


@pytest.fixture
def plan(db):
    plan = create_plan(code="can-tho-2024")
    create_section(plan=plan, text="Nội dung.")
    create_item(plan=plan, text="Tổ chức hội nghị")
    return plan


def export(plan, format, folder):
    output = folder / "a"
    call_command("export_plan", plan, format=format, output=output)
    return output.read_bytes()


def test_by_code_and_by_id(plan, tmp_path):
    assert export("can-tho-2024", "html", tmp_path) == export(str(plan.pk), "html", tmp_path)


def test_pdf(plan, tmp_path):
    assert export(plan.code, "pdf", tmp_path).startswith(b"%PDF")


def test_html_is_a_whole_page(plan, tmp_path):
    html = export(plan.code, "html", tmp_path).decode()
    assert html.startswith("<!doctype html>")
    assert "Tổ chức hội nghị" in html
    assert "@page" in html


def test_docx_is_the_same_each_time(plan, tmp_path):
    first = export(plan.code, "docx", tmp_path)
    assert first.startswith(b"PK")
    assert export(plan.code, "docx", tmp_path) == first


def test_text_holds_the_tasks(plan, tmp_path):
    assert "| 1 | Tổ chức hội nghị | ./. |" in export(plan.code, "txt", tmp_path).decode()


def test_json_is_what_import_prints(plan, tmp_path):
    found = json.loads(export(plan.code, "json", tmp_path))
    assert found["subject"] == plan.subject


def test_without_a_file_it_goes_to_standard_output(plan, capfdbinary):
    call_command("export_plan", plan.code, format="pdf")
    assert capfdbinary.readouterr().out.startswith(b"%PDF")


@pytest.mark.parametrize("name", ["khong-co", "999999"])
def test_an_unknown_plan_is_one_line_and_exit_2(name, db):
    with pytest.raises(CommandError, match="Không có kế hoạch nào") as problem:
        call_command("export_plan", name)
    assert problem.value.returncode == 2


def test_a_folder_that_is_not_there_is_one_line_and_exit_2(plan, tmp_path):
    with pytest.raises(CommandError, match="Không ghi được tệp") as problem:
        call_command("export_plan", plan.code, format="html", output=tmp_path / "khong" / "co")
    assert problem.value.returncode == 2
