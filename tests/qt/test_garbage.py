"""Garbage is taken away on the window's thread alone: a widget in a circle does not fall to a voice's thread."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.qt.garbage import TICKS_UNTIL_ALL, GarbageTimer


class Circle:
    """A widget that nobody but itself refers to any more."""

    def __init__(self, taken_by: list[int]) -> None:
        self.widget = QWidget()
        self.itself = self
        weakref.finalize(self, lambda: taken_by.append(threading.get_ident()))


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    was_enabled = gc.isenabled()
    gc.collect()
    yield
    if was_enabled:
        gc.enable()
    else:
        gc.disable()


def test_a_thread_that_makes_many_objects_takes_no_widget_away(qtbot: QtBot) -> None:
    parent, taken_by, kept = QObject(), list[int](), list[list[int]]()
    GarbageTimer(parent)
    Circle(taken_by)
    thread = threading.Thread(target=lambda: kept.extend([number] for number in range(200_000)))
    thread.start()
    thread.join()
    assert taken_by == []
    qtbot.waitUntil(lambda: bool(taken_by))
    assert taken_by == [threading.get_ident()]


def test_what_is_old_is_taken_away_once_a_minute() -> None:
    parent, taken_by = QObject(), list[int]()
    timer = GarbageTimer(parent)
    circle = Circle(taken_by)
    gc.collect()
    del circle
    for _ in range(TICKS_UNTIL_ALL - 1):
        kept = [[number] for number in range(gc.get_threshold()[0] + 200)]
        timer._look()
        del kept
    assert taken_by == []
    timer._look()
    assert taken_by == [threading.get_ident()]


def test_little_is_left_alone() -> None:
    parent, taken_by = QObject(), list[int]()
    timer = GarbageTimer(parent)
    gc.collect()
    Circle(taken_by)
    timer._look()
    assert taken_by == []
