"""Falling asleep: the sentence is heard out, then there is silence, and what was chosen before holds again."""

from collections.abc import Iterator

import pytest

from kiosk.app.note import FellAsleep, Note, SleepSet
from kiosk.app.sleep import SLEEP_MINUTES, Sleep
from kiosk.core.article import Article, Block, BlockKind
from kiosk.core.pause import Ending
from kiosk.core.reading import Ended, Paused, is_sounding
from tests.fakes.fake_timer import FakeTimer
from tests.fakes.stage import Stage

TEXT = "Alpha beta gamma delta. Epsilon zeta. Eta theta."


class Bed:
    """A listener with a sleep timer."""

    def __init__(self) -> None:
        self.stage = Stage()
        self.stage.player.open(Article("a", "Title", "en", (Block("b1", BlockKind.PARAGRAPH, TEXT, "en"),)))
        self.timer = FakeTimer()
        self.notes: list[Note] = []
        self.sleep = Sleep(self.stage.player, self.timer, self.notes.append)
        self.sleep.is_over = lambda: self.stage.player.set_stop_after(Ending.ARTICLE)


@pytest.fixture
def bed() -> Iterator[Bed]:
    made = Bed()
    yield made
    made.stage.close()


def test_the_sentence_is_heard_out_and_play_goes_on_to_the_end(bed: Bed) -> None:
    bed.sleep.set(15)
    assert bed.notes == [SleepSet(15)]
    bed.stage.player.play()
    bed.stage.run_until(lambda: bed.stage.state.at.quote.startswith("beta"))
    bed.timer.fire()
    bed.stage.run_until(lambda: not is_sounding(bed.stage.state))
    assert bed.stage.is_in(Paused)
    assert bed.stage.state.at.quote == "Epsilon zeta. Eta theta."
    assert bed.notes == [SleepSet(15), FellAsleep()]
    assert bed.sleep.minutes == 0
    bed.stage.player.play()
    bed.stage.run(3000)
    assert not bed.stage.is_in(Paused)


def test_time_that_is_over_in_silence_changes_nothing(bed: Bed) -> None:
    bed.sleep.set(15)
    bed.timer.fire()
    assert bed.notes == [SleepSet(15)]
    bed.stage.player.play()
    bed.stage.run_until_state(Ended)
    assert bed.notes == [SleepSet(15)]


def test_it_can_be_called_off_even_while_the_last_sentence_is_heard(bed: Bed) -> None:
    bed.sleep.set(15)
    bed.stage.player.play()
    bed.stage.run_until(lambda: bed.stage.state.at.quote.startswith("beta"))
    bed.timer.fire()
    bed.sleep.set(0)
    bed.stage.run_until(lambda: bed.stage.state.at.quote.startswith("theta"))
    assert bed.notes == [SleepSet(15), SleepSet(0)]


def test_the_times_are_a_ring(bed: Bed) -> None:
    for _ in SLEEP_MINUTES:
        bed.sleep.next()
    assert [note.minutes for note in bed.notes if isinstance(note, SleepSet)] == [15, 30, 45, 60, 0]
    assert not bed.timer.is_running
