"""What staff do with the content: the work on a thread of its own, what is published meanwhile, and its end."""

import pytest

from kiosk.app.content_update import ContentDesk
from kiosk.core.content_update import (
    Copying,
    Done,
    Failed,
    Fault,
    Looking,
    Progress,
    Ready,
    Rest,
    StickPlace,
    StockStatus,
    Switching,
    Update,
)
from kiosk.core.delivery import Refused
from tests.fakes.fake_content_store import (
    FakeContentStore,
    FakeDelivery,
    FakeSticks,
    HeldTasks,
    content_file,
)
from tests.fakes.fake_timer import FakeTimer

ONE, TWO, PULLED = (StickPlace(name.upper(), name) for name in ("one", "two", "pulled"))
REFUSED = (Refused("x.md", "line 1: it is none"),)


class Counter:
    """A desk with its fakes."""

    def __init__(self) -> None:
        self.store = FakeContentStore(
            {
                "one": FakeDelivery((content_file("a"), content_file("b"))),
                "two": FakeDelivery((content_file("c"),), REFUSED),
                "pulled": FakeDelivery((content_file("d"), content_file("e")), is_pulled=True),
                "broken": FakeDelivery((), REFUSED),
            }
        )
        self.timer, self.tasks = FakeTimer(), HeldTasks()
        self.sticks = FakeSticks(ONE)
        self.desk = ContentDesk(self.store, self.sticks, self.timer, self.tasks.run)
        self.seen: list[Progress] = []
        self.desk.progress.subscribe(self.seen.append)

    def progress(self) -> Progress:
        return self.desk.progress.value

    def status(self) -> StockStatus | None:
        return self.desk.status.value

    def finish(self) -> None:
        """Let the thread work, and the main thread hear of it."""
        self.tasks.work()
        self.timer.fire()

    def take(self, place: StickPlace, is_whole: bool = False) -> None:
        self.desk.take(place, is_whole)
        self.finish()


@pytest.fixture
def counter() -> Counter:
    return Counter()


def test_looking_finds_what_is_in_use_and_what_is_plugged_in(counter: Counter) -> None:
    assert counter.status() is None
    counter.desk.look()
    assert counter.desk.is_busy
    counter.finish()
    assert counter.status() == StockStatus()
    assert counter.desk.places.value == (ONE,)
    assert counter.progress() is Rest.IDLE
    assert not counter.timer.is_running


def test_a_delivery_is_ready_before_anything_changes(counter: Counter) -> None:
    counter.take(ONE)
    assert counter.seen == [Looking(), Ready(Update(added=("A", "B")))]
    assert counter.store.status() == StockStatus()


def test_what_is_ready_is_switched_to(counter: Counter) -> None:
    counter.take(ONE)
    counter.desk.use()
    assert counter.progress() == Switching()
    counter.finish()
    assert counter.progress() == Done(Update(added=("A", "B")))
    assert counter.status() == StockStatus("0001", 2, "", True)


def test_progress_is_told_on_the_main_thread_as_it_goes(counter: Counter) -> None:
    counter.desk.take(ONE)
    counter.desk._tell(Copying(1, 2, 50))
    assert counter.seen == [Looking()]
    counter.timer.fire()
    assert counter.seen == [Looking(), Copying(1, 2, 50)]


def test_a_stick_that_is_pulled_ends_in_a_state(counter: Counter) -> None:
    counter.take(ONE)
    counter.desk.use()
    counter.finish()
    counter.take(PULLED)
    failed = counter.progress()
    assert isinstance(failed, Failed)
    assert (failed.fault, failed.refused) == (Fault.GONE, ())
    assert counter.store.status().article_count == 2
    counter.take(TWO)
    assert counter.progress() == Ready(Update(added=("C",), unchanged=2, refused=REFUSED))


def test_what_cannot_be_used_is_named_when_nothing_can(counter: Counter) -> None:
    counter.take(StickPlace("B", "broken"))
    assert counter.progress() == Failed(Fault.NOTHING_USABLE, "broken: no article", REFUSED)


@pytest.mark.parametrize("fault", [Fault.FULL, Fault.UNWRITABLE])
def test_a_disk_that_fails_at_the_switch_ends_in_a_state(counter: Counter, fault: Fault) -> None:
    counter.take(ONE)
    counter.store.fault = fault
    counter.desk.use()
    counter.finish()
    failed = counter.progress()
    assert isinstance(failed, Failed)
    assert failed.fault is fault
    assert counter.store.status() == StockStatus()


def test_an_error_that_nobody_foresaw_ends_in_a_state_too(counter: Counter) -> None:
    del counter.store.deliveries
    counter.take(ONE)
    failed = counter.progress()
    assert isinstance(failed, Failed)
    assert failed.fault is Fault.UNKNOWN
    assert not counter.desk.is_busy


def test_it_can_be_cancelled_while_it_is_copied(counter: Counter) -> None:
    counter.desk.take(ONE)
    counter.desk.cancel()
    counter.finish()
    assert counter.seen == [Looking(), Rest.CANCELLED]
    counter.take(ONE)
    assert isinstance(counter.progress(), Ready), "the cancelling goes on"


def test_what_is_ready_can_be_let_go(counter: Counter) -> None:
    counter.take(ONE)
    counter.desk.cancel()
    counter.finish()
    assert counter.progress() is Rest.CANCELLED
    counter.take(TWO)
    assert isinstance(counter.progress(), Ready), "the store is still held"


def test_a_switch_cannot_be_cancelled(counter: Counter) -> None:
    counter.take(ONE)
    counter.desk.use()
    counter.desk.cancel()
    counter.finish()
    assert isinstance(counter.progress(), Done)


def test_one_step_back(counter: Counter) -> None:
    for place in (ONE, TWO):
        counter.take(place, is_whole=True)
        counter.desk.use()
        counter.finish()
    counter.desk.roll_back()
    counter.finish()
    assert counter.progress() is Rest.ROLLED_BACK
    assert counter.status() == StockStatus("0001", 2, "0002", True)


def test_nothing_else_begins_while_something_is_done_or_ready(counter: Counter) -> None:
    counter.desk.take(ONE)
    counter.desk.take(TWO)
    counter.desk.roll_back()
    assert len(counter.tasks.tasks) == 1
    counter.finish()
    counter.desk.roll_back()
    counter.desk.take(TWO)
    counter.finish()
    assert counter.progress() == Ready(Update(added=("A", "B")))


def test_using_nothing_does_nothing(counter: Counter) -> None:
    counter.desk.use()
    counter.desk.cancel()
    assert not counter.desk.is_busy
    assert counter.seen == []


def test_the_end_stops_what_is_copied_and_lets_go_of_what_is_ready(counter: Counter) -> None:
    counter.take(ONE)
    counter.desk.close()
    assert counter.store.stage("two", False, print, lambda: False).update.added == ("C",)
    other = Counter()
    other.desk.take(ONE)
    other.desk.close()
    other.finish()
    assert not other.timer.is_running
    assert other.seen == [Looking()]


def test_who_hears_of_the_end_may_begin_again(counter: Counter) -> None:
    counter.desk.progress.subscribe(lambda progress: counter.desk.look() if isinstance(progress, Failed) else None)
    counter.take(PULLED)
    counter.finish()
    assert counter.desk.places.value == (ONE,)
