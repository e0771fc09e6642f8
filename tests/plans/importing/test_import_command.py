"""import_plan: what it prints, saves and refuses. Programs outside the project call it."""

import json

import pytest
from django.core.management import CommandError, call_command

from plans.models import Plan, PlanEvent, PlanItem, PlanSource, Section
from tests.factories import create_unit
from units.models import Area

from .reading import GOLDEN, HEAD, plan_text

SEED = GOLDEN / "seed-000.txt"


def _run(capsys, *args):
    call_command("import_plan", *map(str, args))
    return capsys.readouterr()


def _rows():
    return [model.objects.count() for model in (Plan, Section, PlanItem, PlanSource, PlanEvent)]


def _district():
    area = Area.objects.create(code="ba", type_word="quận", name="Bình An", level="district")
    return create_unit(name="Ủy ban nhân dân quận Bình An", area=area, code="ubnd-quan-binh-an")


@pytest.fixture
def plan_file(tmp_path):
    path = tmp_path / "ke-hoach.txt"
    path.write_text(plan_text(), encoding="utf-8")
    return path


@pytest.mark.django_db
def test_dry_run_prints_nothing_but_json_and_writes_nothing(capsys):
    printed = _run(capsys, SEED, "--dry-run", "--json")
    assert len(json.loads(printed.out)["items"]) == 35
    assert (printed.err, _rows()) == ("", [0, 0, 0, 0, 0])


@pytest.mark.django_db
def test_a_file_becomes_a_draft_once(capsys, plan_file):
    _district()
    first, again = (_run(capsys, plan_file).out for _ in range(2))
    plan = Plan.objects.get()
    assert first == again == f"{plan.pk}\n"
    assert (plan.code, plan.state, plan.sources.get().name) == ("binh-an-2024", "draft", "ke-hoach.txt")
    assert bytes(plan.sources.get().content) == plan_file.read_bytes()
    assert [event.kind for event in plan.events.all()] == ["imported"]


@pytest.mark.django_db
def test_the_issuer_can_be_named(capsys, tmp_path):
    unit = _district()
    path = tmp_path / "khong-ten.txt"
    path.write_text(plan_text(head="\n".join(HEAD.split("\n")[5:]), preamble="Nội dung như sau:"), encoding="utf-8")
    _run(capsys, path, "--issuer", unit.code)
    assert Plan.objects.get().issuer == unit


BAD = {
    "trong.txt": (b"", "trống"),
    "khoang-trang.txt": (b" \n\n ", "trống"),
    "lon.txt": (b"a" * (20 * 1024 * 1024 + 1), "lớn hơn 20 MB"),
    "nhi-phan.txt": (b"\x00\x01\x02KE HOACH", "không phải văn bản chữ"),
    "ma-cu.txt": ("KẾ HOẠCH".encode("cp1258", "ignore") + b"\xff\xfa", "không dùng bảng mã Unicode"),
    "van-ban.docx": (b"PK\x03\x04rest", "Word (.docx)"),
    "van-ban.pdf": (b"%PDF-1.7", "PDF"),
    "thu.txt": ("Kính gửi các đồng chí,\n\nHẹn gặp lại.".encode(), "Không thấy kế hoạch nào"),
    "bao-cao.txt": ("BÁO CÁO\nCông tác năm 2024\n\nI. KẾT QUẢ\n1. Tốt.".encode(), "Không thấy kế hoạch nào"),
    "nhieu-dong.txt": (b"a\n" * 500_000, "quá nhiều dòng"),
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", BAD)
def test_what_is_no_plan_is_refused_in_one_sentence(tmp_path, name):
    content, words = BAD[name]
    (tmp_path / name).write_bytes(content)
    with pytest.raises(CommandError) as refused:
        call_command("import_plan", str(tmp_path / name))
    assert (refused.value.returncode, _rows()) == (2, [0, 0, 0, 0, 0])
    assert words in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["khong-co.txt"], "Không mở được tệp khong-co.txt"),
        (["{plan}"], "Chưa nhận ra cơ quan ban hành “Ủy ban nhân dân quận Bình An”"),
        (["{plan}", "--issuer", "khong-co"], "Không có đơn vị nào có mã khong-co."),
    ],
)
def test_refusals_that_are_not_about_the_text(plan_file, args, words):
    with pytest.raises(CommandError) as refused:
        call_command("import_plan", *(arg.replace("{plan}", str(plan_file)) for arg in args))
    assert (refused.value.returncode, _rows()) == (2, [0, 0, 0, 0, 0])
    assert str(refused.value).startswith(words)
