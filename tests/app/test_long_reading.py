"""Eight hours of one reading on a turned clock: nothing grows, nothing drifts, every sentence is remembered."""

import gc
from collections.abc import Iterator
from datetime import timedelta

import pytest

from kiosk.app.library import Library
from kiosk.app.place_keeper import PlaceKeeper
from kiosk.core.article import Article, Block, BlockKind
from kiosk.core.locator import Locator, locate
from kiosk.core.navigation import Level, Navigator
from kiosk.core.reading import Ended, ReadingState, Speaking
from kiosk.core.settings import Profile
from kiosk.core.text import words
from kiosk.core.timeline import SAMPLE_RATE_HZ
from tests.fakes.adversarial_synthesizer import AdversarialSynthesizer, Stamps
from tests.fakes.fake_content import FakeContent
from tests.fakes.fake_output import FakeOutput
from tests.fakes.fake_store import FakeStore
from tests.fakes.stage import Stage
from tests.fakes.tapped_timeline import TappedTimeline

HOURS = 8
WORD_S = 1
TICK_S = 0.2
FRAMES = round(TICK_S * SAMPLE_RATE_HZ)
TICKS_PER_HOUR = round(3600 / TICK_S)
SENTENCE = "One word follows another word as long as anybody listens {n}."
# 30 words and the pauses after them.
PARAGRAPH_S = 32
PARAGRAPHS = HOURS * 3600 // PARAGRAPH_S


class ForgetfulOutput(FakeOutput):
    """A loudspeaker that does not keep what was heard: eight hours are a gigabyte and more."""

    def pump(self, frame_count: int) -> bytes:
        self.heard.clear()
        return super().pump(frame_count)


class Listener:
    """Listens to the whole of it, and notes what grows and what is not where it should be."""

    def __init__(self) -> None:
        blocks = [
            Block(f"b{number}", BlockKind.PARAGRAPH, " ".join(SENTENCE.format(n=number) for _ in range(3)), "en")
            for number in range(PARAGRAPHS)
        ]
        self.article = Article("long", "Long", "en", tuple(blocks))
        stamps = Stamps()
        self.engine = AdversarialSynthesizer(
            stamps, lambda: self.timeline.rendering, frames_per_word=WORD_S * SAMPLE_RATE_HZ
        )
        self.stage = Stage(self.engine, new_output=ForgetfulOutput, new_timeline=TappedTimeline)
        timeline = self.stage.timeline
        assert isinstance(timeline, TappedTimeline)
        self.timeline = timeline
        timeline.stamps = stamps
        self.store = FakeStore()
        content = FakeContent({"long.md": self.article}, {})
        self.library = Library(content, self.store, Profile.HOME, self.stage.clock)
        self.places = PlaceKeeper(self.library, self.stage.player)
        self.navigator = Navigator(self.article)
        self.stage.player.open(self.article)
        self.stage.player.state.subscribe(self._follow)
        self.told_count = 0
        self._expected = (
            (passage, word.start)
            for passage in range(1, self.article.last_passage + 1)
            for word in words(self.article.passage(passage).text)
        )

    def _follow(self, state: ReadingState) -> None:
        self.places.follow("long.md", state)
        if isinstance(state, Speaking) and len(state.at.span):
            self.told_count += 1
            assert (state.at.passage, state.at.span.start) == next(self._expected), "a word too many or too few"

    def hour(self) -> None:
        for _ in range(TICKS_PER_HOUR):
            self.stage.settle()
            self.stage.output.pump(FRAMES)
            self.stage.timer.fire()
            sample = int.from_bytes(self.timeline.pulled[-2:], "little")
            if sample and self.word_of(sample) != self.stage.state.at:
                raise AssertionError(f"{self.word_of(sample)} is heard and {self.stage.state.at} is lit")
            if isinstance(self.stage.state, Ended):
                return

    def word_of(self, sample: int) -> Locator | None:
        return self.timeline.word_of[sample][1]

    def kept(self) -> tuple[int, ...]:
        """How much the parts of the player hold."""
        timeline, worker = self.timeline, self.stage.player._worker
        return (
            len(timeline._cues),
            len(timeline._endings),
            len(timeline._chunks),
            len(timeline._previous_reads),
            len(worker._reports),
        )


@pytest.fixture
def listener() -> Iterator[Listener]:
    made = Listener()
    yield made
    made.stage.close()


def test_eight_hours(listener: Listener) -> None:
    own, stage = listener, listener.stage
    began = stage.clock.elapsed()
    stage.player.play(locate(own.article, 1))
    objects: list[int] = []
    for hour in range(HOURS):
        own.hour()
        if isinstance(stage.state, Ended):
            break
        # What the stage keeps is no part of the program.
        stage.states.clear()
        gc.collect()
        objects.append(len(gc.get_objects()))
        assert max(own.kept()) <= 60, f"after {hour + 1} h: {own.kept()}"
        # Were the power cut now, the reading would go on with this sentence.
        place = own.library.place_in(own.article)
        assert place is not None
        unit = own.navigator.unit(stage.state.at, Level.SENTENCE)
        assert (place.passage, place.span.start) >= unit.start
        assert own.navigator.unit(place, Level.SENTENCE) == unit
    own.hour()
    assert isinstance(stage.state, Ended)
    hours = (stage.clock.elapsed() - began) / timedelta(hours=1)
    print(f"\n{hours:.2f} h, {own.told_count} words, {stage.timeline.late_ms:.0f} ms late; objects {objects}")
    assert hours > HOURS - 1
    assert stage.timeline.late_ms == 0
    assert next(own._expected, None) is None
    # From the second hour on: what is made once has been made.
    assert max(objects[1:]) - min(objects[1:]) < 1_000
