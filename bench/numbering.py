"""Numbers of the register: 8 processes take 500 each, 15 in 100 fail after they had theirs (goal R2)."""

import random
from datetime import date, timedelta
from itertools import chain, pairwise
from multiprocessing import get_context
from time import sleep

from django.db import connection, connections, transaction
from django.utils import timezone

from bench.figures import Figure, percentile, seconds
from plans.models import NumberSeries
from plans.register import DayBeforeLast, register
from units.models import Area, Unit

PROCESSES, EACH, FAILING = 8, 500, 0.15
PRINTING = 0.2  # seconds: between two numbers a process prints a paper; here it sleeps


class Failed(Exception):
    """Stands for whatever may go wrong after a number was taken."""


def run():
    area = Area.objects.create(code="noi-do", type_word="quận", name="Đo", level=Area.Level.DISTRICT)
    unit = Unit.objects.create(code="noi-do", name="Nơi đo", kind=Unit.Kind.PEOPLES_COMMITTEE, area=area)
    series = NumberSeries.objects.create(unit=unit)
    begun_at = timezone.now()
    connections.close_all()
    with get_context("fork").Pool(PROCESSES) as pool:
        taken = pool.starmap(_take, [(series.pk, begun_at, person) for person in range(PROCESSES)])
    waits = list(chain.from_iterable(taken))
    lines = list(series.entries.order_by("number").values_list("number", "signed_on"))
    numbers, days = [number for number, _ in lines], [day for _, day in lines]
    engine = connection.vendor
    yield Figure(f"numbers given away, {engine}", len(numbers))
    yield Figure("of them twice", len(numbers) - len(set(numbers)), 0)
    yield Figure("missing in between", max(numbers) - len(set(numbers)), 0)
    yield Figure("with a day before the last number's", sum(after < before for before, after in pairwise(days)), 0)
    yield Figure("wait for one, p50", percentile(waits, 0.5), unit="s")
    yield Figure("wait for one, p99", percentile(waits, 0.99), 1 if engine == "postgresql" else 3, "s")


def _take(series_pk, begun_at, person):
    """How long each took; a second of the run is a day of the register."""
    connections.close_all()
    chance, series = random.Random(person), NumberSeries.objects.get(pk=series_pk)
    return [_paused(seconds(_take_one, series, begun_at, chance), chance) for _ in range(EACH)]


def _paused(waited, chance):
    sleep(chance.uniform(0.5, 1.5) * PRINTING)
    return waited


def _take_one(series, begun_at, chance):
    """Whoever comes with a day that is over meanwhile takes the day of now, as a clerk would."""
    told = {"symbol": "KH-UBND", "doc_type": "KẾ HOẠCH", "subject": "Đo", "by": None}
    while True:
        day = date(2026, 1, 1) + timedelta(days=int((timezone.now() - begun_at).total_seconds()))
        try:
            with transaction.atomic():
                register(series=series, signed_on=day, **told)
                if chance.random() < FAILING:
                    raise Failed
            return
        except Failed:
            return
        except DayBeforeLast:
            continue
