"""What people did to the catalogue is recorded (goal R7) and cannot be changed afterwards (goal R5)."""

from datetime import date

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from awards.models import CatalogueEvent
from plans import frozen
from tests.awards.making import create_award, create_instrument, create_salary
from tests.factories import create_user
from tests.plans.test_audit import Watch
from units.models import Role

pytestmark = pytest.mark.django_db
WAYS = {
    "by hand": lambda event: _run("UPDATE awards_catalogueevent SET note = 'Khác'"),
    "deleted by hand": lambda event: _run("DELETE FROM awards_catalogueevent"),
    "in bulk": lambda event: CatalogueEvent.objects.update(by=None),
    "deleted": lambda event: event.delete(),
    "saved": lambda event: event.save(),
}


def _run(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.fixture
def event():
    return CatalogueEvent.objects.append(kind="added", by=None, note="Thêm", title=create_award().title)


@pytest.mark.parametrize("way", WAYS)
def test_the_database_refuses(event, way):
    with pytest.raises(IntegrityError, match="frozen"), transaction.atomic():
        WAYS[way](event)


@pytest.mark.parametrize("way", WAYS)
def test_the_twin_without_guards_lets_it_go(event, way):
    frozen.lift()
    WAYS[way](event)


def test_migrating_puts_the_guards_up_again():
    frozen.lift()
    assert [name for name in frozen.missing() if "catalogueevent" in name]
    call_command("migrate", verbosity=0)
    assert frozen.missing() == []


def test_the_request_it_came_from_is_recorded(event):
    assert (event.address, event.request_id) == (None, "")  # no request: a command at the server


class TestEveryDeedIsRecorded:
    """Goal R7: a request that writes the catalogue writes an event too."""

    TABLES = {"awards_awardtitle", "awards_awardprovision", "awards_instrument", "awards_basesalary"}
    SALARY = {"amount": "2.700.000", "rounded_up_to": "1", "basis": "Nghị định", "certainty": "A"}
    INSTRUMENT = {"name": "Nghị định mới", "subject": "Thi đua", "certainty": "A"}
    PROVISION = {"decided_by": "Chủ tịch", "standard": "Tốt", "basis": "Luật", "certainty": "A"}
    TITLE = {"code": "KNC-CN", "name": "Kỷ niệm chương", "kind": "keepsake", "recipient": "person"}
    LATER = {"valid_from": "01/07/2027"}
    DEEDS = {
        "danh-muc/them/": PROVISION | TITLE | LATER | {"level": "unit"},
        "danh-muc/LDTT-CN/quy-dinh/them/": PROVISION | LATER | {"level": "commune", "version": 1},
        "danh-muc/LDTT-CN/quy-dinh/{provision}/thay/": PROVISION | LATER | {"version": 1},
        "danh-muc/LDTT-CN/quy-dinh/{coming}/sua/": PROVISION | LATER | {"version": 1},
        "danh-muc/LDTT-CN/ket-thuc/": {"which": "{provision}", "on": "30/06/2027", "because": "Luật", "version": 1},
        "van-ban/them/": INSTRUMENT | {"code": "ND1"},
        "van-ban/L2022/sua/": INSTRUMENT | {"version": 1},
        "luong-co-so/them/": SALARY | {"valid_from": "01/07/2101", "version": "{salary}"},
        "luong-co-so/{salary}/sua/": SALARY | {"version": 1},
    }

    @pytest.mark.parametrize("path", DEEDS)
    def test_who_from_where_and_when(self, client, path):
        provision, salary = create_award(code="LDTT-CN"), create_salary(valid_from=date(2100, 1, 1))
        coming = create_award(title=provision.title, level="district", valid_from=date(2100, 1, 1))
        create_instrument()
        ids = {"provision": provision.pk, "coming": coming.pk, "salary": salary.pk}
        admin = create_user(role=Role.ADMINISTRATOR)
        client.force_login(admin)
        sent = {name: str(value).format(**ids) for name, value in self.DEEDS[path].items()}
        with connection.execute_wrapper(watch := Watch()):
            response = client.post(f"/khen-thuong/{path.format(**ids)}", sent)
        assert response.status_code == 302, response.context["form"].errors
        assert watch.tables & self.TABLES, "it changed nothing"
        event = CatalogueEvent.objects.get()
        assert (event.by, event.address, len(event.request_id)) == (admin, "127.0.0.1", 32)
        assert event.kind and event.note
