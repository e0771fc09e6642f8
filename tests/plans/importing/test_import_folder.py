"""import_plan with a folder: every file has its row, a bad one stops nothing, the exit code tells."""

import json

import pytest
from django.core.management import CommandError, call_command

from plans.models import Plan
from tests.factories import create_unit
from units.models import Area

from .reading import plan_text, read


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b.txt").write_text(plan_text(), encoding="utf-8")
    (tmp_path / "a.md").write_text(plan_text().replace("2024", "2023"), encoding="utf-8")
    (tmp_path / "c.xlsx").write_bytes(b"PK")
    (tmp_path / ".an.txt").write_text("x")
    (tmp_path / "~$b.docx").write_text("x")
    (tmp_path / "trong.txt").mkdir()
    return tmp_path


@pytest.fixture
def district(db):
    area = Area.objects.create(code="ba", type_word="quận", name="Bình An", level="district")
    return create_unit(name="Ủy ban nhân dân quận Bình An", area=area, code="ubnd-quan-binh-an")


def run(capsys, *args):
    """What is printed, row by row and cell by cell, and the exit code."""
    code = 0
    try:
        call_command("import_plan", *map(str, args))
    except CommandError as refused:
        code = refused.returncode
    printed = capsys.readouterr().out
    return [[cell.strip() for cell in line.split(" | ")] for line in printed.splitlines()], code


def test_new_files_become_drafts_in_order_of_their_names(capsys, folder, district):
    rows, code = run(capsys, folder)
    doubts = str(len(read(plan_text()).findings))
    assert rows[0] == ["tệp", "kết quả", "cơ quan, năm", "nhiệm vụ", "điều cần xem", "mã kế hoạch"]
    assert rows[2:] == [
        ["a.md", "mới", "Ủy ban nhân dân quận Bình An, 2023", "1", doubts, "binh-an-2023"],
        ["b.txt", "mới", "Ủy ban nhân dân quận Bình An, 2024", "1", doubts, "binh-an-2024"],
        ["2 tệp: 2 mới. Bỏ qua 1 tệp loại khác."],
    ]
    assert code == 0


def test_again_it_makes_nothing_new(capsys, folder, district):
    run(capsys, folder)
    rows, code = run(capsys, folder)
    assert ([row[1] for row in rows[2:-1]], rows[-1][0][:16], code) == (["đã có"] * 2, "2 tệp: 2 đã có. ", 0)
    assert Plan.objects.count() == 2


def test_a_bad_file_stops_nothing_and_is_told(capsys, folder, district):
    (folder / "a.txt").write_bytes(b"")
    rows, code = run(capsys, folder)
    assert rows[3][0] == "a.txt"
    assert rows[3][1].startswith("không đọc được: Tệp “a.txt” trống")
    assert (rows[-1][0].split(".")[0], code) == ("3 tệp: 2 mới, 1 không đọc được", 2)


@pytest.mark.django_db
def test_an_issuer_nobody_knows_is_a_refusal_of_that_file(capsys, folder):
    rows, code = run(capsys, folder)
    assert ["Chưa nhận ra cơ quan ban hành" in row[1] for row in rows[2:-1]] == [True, True]
    assert code == 2


@pytest.mark.django_db
def test_dry_run_writes_nothing(capsys, folder):
    rows, code = run(capsys, folder, "--dry-run")
    assert [row[1] for row in rows[2:-1]] == ["đọc được"] * 2
    assert (code, Plan.objects.count()) == (0, 0)


def test_json_is_a_list(capsys, folder, district):
    (folder / "a.txt").write_bytes(b"")
    with pytest.raises(CommandError):
        call_command("import_plan", str(folder), "--json")
    told = json.loads(capsys.readouterr().out)
    assert [(one["file"], one["result"], one["code"]) for one in told] == [
        ("a.md", "mới", "binh-an-2023"),
        ("a.txt", "không đọc được", None),
        ("b.txt", "mới", "binh-an-2024"),
    ]
    assert (told[1]["draft"], len(told[2]["draft"]["items"])) == (None, 1)


@pytest.mark.django_db
def test_an_empty_folder(capsys, tmp_path):
    assert run(capsys, tmp_path)[0][-1] == ["0 tệp."]


@pytest.mark.django_db
def test_old_word_files_count_where_they_can_be_converted(capsys, tmp_path, settings):
    (tmp_path / "a.DOC").write_bytes(b"\xd0\xcf\x11\xe0")
    assert run(capsys, tmp_path)[0][-1] == ["0 tệp. Bỏ qua 1 tệp loại khác."]
    settings.SOFFICE_BIN = "/khong/co"
    assert run(capsys, tmp_path)[1] == 2
