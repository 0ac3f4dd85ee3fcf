"""Signals to end: the window closes from the event loop, never from the middle of something else."""

import os
import signal
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.qt.ending import close_on_signal

NAMES = ("SIGTERM", "SIGINT", "SIGHUP")


class Window(QWidget):
    """Takes a lock when it is closed, as a player does."""

    def __init__(self) -> None:
        super().__init__()
        self.lock = threading.Lock()
        self.close_count = 0
        self.had_to_wait = False

    def closeEvent(self, event: QCloseEvent) -> None:
        self.close_count += 1
        self.had_to_wait = not self.lock.acquire(blocking=False)
        if not self.had_to_wait:
            self.lock.release()
        super().closeEvent(event)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    undo = close_on_signal(made.close)
    yield made
    undo()


@pytest.mark.parametrize("name", NAMES)
def test_a_signal_closes_the_window(window: Window, qtbot: QtBot, name: str) -> None:
    os.kill(os.getpid(), getattr(signal, name))
    qtbot.waitUntil(lambda: window.close_count == 1)
    assert not window.isVisible()


def test_a_signal_in_a_locked_passage_waits_for_its_end(window: Window, qtbot: QtBot) -> None:
    with window.lock:
        os.kill(os.getpid(), signal.SIGTERM)
        # The signal has been delivered by now; its function ran between two of these steps.
        assert window.close_count == 0
    qtbot.waitUntil(lambda: window.close_count == 1)
    assert not window.had_to_wait


def test_it_can_be_taken_back(qtbot: QtBot) -> None:
    own = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    window = QWidget()
    qtbot.addWidget(window)
    close_on_signal(window.close)()
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    signal.signal(signal.SIGHUP, own)


def test_many_signals_at_once_are_one_wish(window: Window, qtbot: QtBot) -> None:
    for _ in range(2000):
        os.kill(os.getpid(), signal.SIGTERM)
    qtbot.waitUntil(lambda: window.close_count >= 1)
    assert not window.isVisible()
