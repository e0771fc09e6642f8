"""Not more readings at once than there are places."""

import threading

import pytest

from plans.importing.turns import turn
from plans.reading.lines import Unreadable


def test_who_finds_no_place_is_told(tmp_path):
    with turn(tmp_path), turn(tmp_path), pytest.raises(Unreadable, match="sau một phút"), turn(tmp_path, seconds=0):
        pytest.fail("there were two places")


def test_a_place_is_given_free(tmp_path):
    with pytest.raises(ZeroDivisionError), turn(tmp_path, places=1):
        _ = 1 / 0
    with turn(tmp_path, places=1, seconds=0):
        pass


def _enter(folder, done):
    with turn(folder, places=1, seconds=2):
        done.append(1)


def test_who_waits_gets_the_place(tmp_path):
    done = []
    waiting = threading.Thread(target=_enter, args=[tmp_path, done])
    with turn(tmp_path, places=1):
        waiting.start()
        assert done == []
    waiting.join(2)
    assert done == [1]
