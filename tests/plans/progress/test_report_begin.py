"""A report is begun once and wholly: two at once, killed in the middle, very many bodies."""

from threading import Barrier
from unittest.mock import patch
from uuid import uuid4

import pytest
from django.db import connection

from plans.models import Plan, PlanEvent, ReportFigure, Section
from plans.report_documents import beginning, count_tables
from tests.plans.test_numbering_race import at_once

from .test_report_documents import Reporting, text


class Killed(Exception):
    """Stands for whatever may go wrong in the middle."""


def standing():
    return [model.objects.count() for model in (Plan, Section, PlanEvent, ReportFigure)]


@pytest.mark.django_db
@pytest.mark.parametrize("point", ["draft_report", "save_plan", "as_counted", "keep_figures"])
def test_killed_in_the_middle_nothing_is_left_and_the_same_form_begins_it(point):
    office, token = Reporting(), uuid4()
    before = standing()
    with patch.object(beginning, point, side_effect=Killed), pytest.raises(Killed):
        office.begin(token=token)
    assert standing() == before
    assert office.begin(token=token).figures.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has one writer at a time")
def test_two_who_begin_at_once_share_one():
    office, ready = Reporting(), Barrier(2)

    def begin(person):
        ready.wait(20)
        return office.begin(token=uuid4()).pk

    assert len(set(at_once(begin, people=2))) == 1
    assert Plan.objects.filter(report_of=office.plan).count() == 1


@pytest.mark.django_db
def test_of_very_many_bodies_it_counts_how_many_did_how_much(monkeypatch):
    monkeypatch.setattr(count_tables, "MOST_BODIES", 1)
    office = Reporting()
    drafted = office.begin()
    words = text(drafted)
    assert "1 | Hoàn thành từ 50% đến dưới 80%: 1 cơ quan, đơn vị | 2 | 1 | 1 | 0 | 0 | 0 | 50%" in words
    assert "2 | Hoàn thành dưới 50%: 1 cơ quan, đơn vị | 2 | 0 | 0 | 1 | 1 | 1 | 0%" in words
    assert "Cộng** | **4** | **1**" in words
