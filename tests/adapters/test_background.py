"""Writing that keeps nobody waiting: the last of what waits is carried out, and nothing after the end is lost."""

import threading

from kiosk.adapters.background import LatestTask

PATIENCE_S = 20


def test_a_slow_task_keeps_nobody_waiting_and_the_last_one_counts() -> None:
    runner, done = LatestTask(), list[int]()
    may_go_on, has_begun = threading.Event(), threading.Event()

    def slow() -> None:
        has_begun.set()
        may_go_on.wait(PATIENCE_S)
        done.append(0)

    runner.run(slow)
    assert has_begun.wait(PATIENCE_S)
    for number in (1, 2, 3):
        runner.run(lambda number=number: done.append(number))  # type: ignore[misc]
    may_go_on.set()
    runner.close()
    assert done == [0, 3]


def test_after_the_end_a_task_is_carried_out_at_once() -> None:
    runner, done = LatestTask(), list[str]()
    runner.close()
    runner.run(lambda: done.append("late"))
    assert done == ["late"]


def test_it_ends_without_ever_having_been_used() -> None:
    LatestTask().close()
    runner = LatestTask()
    runner.run(lambda: None)
    runner.close()
    runner.close()
