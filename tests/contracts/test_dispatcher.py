"""What every way to the main thread promises: Qt's, and the one that a test runs by hand."""

import gc
import os
import threading
from collections.abc import Callable

# Before the first import of Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from pytestqt.qtbot import QtBot

from kiosk.app.ports import Dispatcher
from kiosk.qt.dispatcher import QtDispatcher
from tests.fakes.fake_dispatcher import FakeDispatcher

every_dispatcher = pytest.mark.parametrize("make", [QtDispatcher, FakeDispatcher])
NewDispatcher = Callable[[], Dispatcher]


def wait_for(qtbot: QtBot, dispatcher: Dispatcher, is_done: Callable[[], bool]) -> None:
    """Let the main thread run until something is so."""

    def has_run() -> bool:
        if isinstance(dispatcher, FakeDispatcher):
            dispatcher.run()
        return is_done()

    qtbot.waitUntil(has_run, timeout=20_000)


@every_dispatcher
def test_a_task_runs_later_and_once(make: NewDispatcher, qtbot: QtBot) -> None:
    dispatcher, ran = make(), list[str]()
    dispatcher.post(lambda: ran.append("task"))
    assert ran == []
    wait_for(qtbot, dispatcher, lambda: bool(ran))
    dispatcher.post(lambda: ran.append("end"))
    wait_for(qtbot, dispatcher, lambda: "end" in ran)
    assert ran == ["task", "end"]


@every_dispatcher
def test_tasks_of_any_thread_run_on_the_main_thread_in_order(make: NewDispatcher, qtbot: QtBot) -> None:
    dispatcher = make()
    ran: list[tuple[int, threading.Thread]] = []

    def post_all() -> None:
        for number in range(200):
            dispatcher.post(lambda number=number: ran.append((number, threading.current_thread())))  # type: ignore[misc]

    posting = threading.Thread(target=post_all)
    posting.start()
    posting.join()
    wait_for(qtbot, dispatcher, lambda: len(ran) == 200)
    assert [number for number, _ in ran] == list(range(200))
    assert {thread for _, thread in ran} == {threading.current_thread()}


@every_dispatcher
def test_what_a_task_posts_runs_after_it(make: NewDispatcher, qtbot: QtBot) -> None:
    dispatcher, ran = make(), list[str]()

    def first() -> None:
        dispatcher.post(lambda: ran.append("second"))
        ran.append("first")

    dispatcher.post(first)
    wait_for(qtbot, dispatcher, lambda: len(ran) == 2)
    assert ran == ["first", "second"]


def test_a_task_on_its_way_outlives_whoever_made_the_dispatcher(qtbot: QtBot) -> None:
    ran: list[str] = []
    QtDispatcher().post(lambda: ran.append("task"))
    gc.collect()
    qtbot.waitUntil(lambda: ran == ["task"], timeout=20_000)
