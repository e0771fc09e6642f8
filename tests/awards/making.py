"""Plain functions that make rows of the catalogue for tests."""

from datetime import date
from itertools import count

from awards.models import AwardProvision, AwardTitle, BaseSalary, Instrument

_numbers = count(1)


def create_award(*, code=None, name="Lao động tiên tiến", kind="emulation", recipient="person", title=None, **fields):
    """A provision, of a title of its own unless one is given."""
    code = code or f"DH{next(_numbers)}-CN"
    title = title or AwardTitle.objects.create(code=code, name=name, kind=kind, recipient=recipient)
    values = {
        "level": "unit",
        "decided_by": "Thủ trưởng cơ quan, đơn vị",
        "valid_from": date(2024, 1, 1),
        "standard": "Hoàn thành tốt nhiệm vụ.\nĐoàn kết.",
        "basis": "Luật số 06/2022/QH15, Điều 24",
        "certainty": "A",
    }
    return AwardProvision.objects.create(title=title, **values | fields)


def create_instrument(*, code="L2022", name="Luật Thi đua, khen thưởng số 06/2022/QH15", **fields):
    values = {"subject": "Thi đua, khen thưởng", "valid_from": date(2024, 1, 1), "certainty": "A"}
    return Instrument.objects.create(code=code, name=name, **values | fields)


def create_salary(*, amount=2_340_000, **fields):
    values = {"valid_from": date(2024, 7, 1), "basis": "Nghị định số 73/2024/NĐ-CP", "certainty": "A"}
    return BaseSalary.objects.create(amount=amount, **values | fields)
