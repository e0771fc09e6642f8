"""What people did to the catalogue cannot be changed afterwards, on both databases (goal R5)."""

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from awards.models import CatalogueEvent
from plans import frozen
from tests.awards.making import create_award

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
