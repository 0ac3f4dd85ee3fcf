"""Engines in processes of their own that do all that they must not, heard through the whole player in real time.

Whatever happens in the middle of a reading, it goes on at the same sentence within a second.
"""

import sys
import time
from array import array
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

import pytest

from kiosk.adapters.voices.engine_process import EngineProcess
from kiosk.app.player import Player
from kiosk.app.ports import Synthesizer
from kiosk.app.rendering import render
from kiosk.app.rendering_choice import RenderingChoice
from kiosk.app.report import Report, SentenceSkipped
from kiosk.app.voice_rack import VoiceRack
from kiosk.app.voice_worker import MOST_SKIPPED
from kiosk.core.article import Article, Block, BlockKind
from kiosk.core.locator import Locator, locate
from kiosk.core.rate import Rate
from kiosk.core.reading import Ended, Failed, Preparing
from kiosk.core.reading_events import Problem
from kiosk.core.text import TextSpan
from kiosk.core.timeline import SAMPLE_RATE_HZ, frames_to_ms
from tests.fakes.broken_engine import BrokenEngine
from tests.fakes.fake_clock import FakeClock
from tests.fakes.fake_output import FakeOutput
from tests.fakes.fake_synthesizer import FakeSynthesizer
from tests.fakes.fake_timer import FakeTimer

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are watched in Linux's own ways")

RATE = Rate(160)
BETWEEN = "This sentence is in order, and it is so long that an engine is back."
LONGEST_GAP_MS = 1_000
PATIENCE_S = 60
BROKEN_WAYS = ("hang", "exit", "raise", "late", "nothing", "text", "fewer", "backwards")
LYING_WAYS = ("twice", "foreign", "garbage", "deep", "cut")


def article(*texts: str) -> Article:
    return Article(
        "a", "Title", "en", tuple(Block(f"b{n}", BlockKind.PARAGRAPH, t, "en") for n, t in enumerate(texts))
    )


def broken() -> EngineProcess:
    return EngineProcess(BrokenEngine)


def lying() -> EngineProcess:
    def command(name: str) -> Sequence[str]:
        return (sys.executable, "-m", "tests.fakes.lying_worker")

    return EngineProcess(FakeSynthesizer, start_command=command)


class Room:
    """A player whose loudspeaker is pumped at the pace of real time."""

    def __init__(self, *engines: Synthesizer) -> None:
        self.clock, self.timer = FakeClock(), FakeTimer()
        self.output = FakeOutput(self.clock)
        self.player = Player(VoiceRack(engines), self.output, self.timer, self.clock, RATE)
        self.player.set_choice(RenderingChoice(RATE, "", 0))
        self.reports: list[Report | None] = []
        self.player.report.subscribe(self.reports.append)

    def begin(self, own: Article, at: Locator | None = None) -> None:
        """Begin to read an article, once the voice and the loudspeaker are ready."""
        self.player.open(own)
        self.player.warm_up()
        run_until(lambda: self.output.is_open and self.player._worker._tasks.empty(), self)
        self.output.heard.clear()
        self.player.play(at or locate(own, 1))

    @property
    def has_ended(self) -> bool:
        """Whether the reading has come to its end, or to a failure."""
        return isinstance(self.player.state.value, Ended | Failed)

    @property
    def heard(self) -> list[int]:
        """The samples that were heard, silence included."""
        return array("h", bytes(self.output.heard)).tolist()


def run_until(is_reached: Callable[[], bool], *rooms: Room) -> None:
    began_s = due_s = time.monotonic()
    while not is_reached():
        assert due_s - began_s < PATIENCE_S, [room.player.state.value for room in rooms]
        now_s = time.monotonic()
        # A machine that is busy with something else is caught up with, as a loudspeaker's buffer is.
        if now_s > due_s:
            for room in rooms:
                room.output.pump(SAMPLE_RATE_HZ // 100)
                room.timer.fire()
            due_s += 0.01
        else:
            time.sleep(due_s - now_s)


def listen(room: Room, own: Article, at: Locator | None = None) -> list[int]:
    """Read an article to its end, or to a failure; return what is heard."""
    room.begin(own, at)
    run_until(lambda: room.has_ended, room)
    return room.heard


@pytest.fixture
def new_room() -> Iterator[Callable[..., Room]]:
    rooms: list[Room] = []

    def make(*engines: Synthesizer) -> Room:
        rooms.append(Room(*engines))
        return rooms[-1]

    yield make
    for room in rooms:
        room.player.close()


def expected(own: Article, at: Locator | None = None) -> list[int]:
    """The samples of an article as a voice in order says them; no pauses were asked for."""
    place = at or locate(own, 1)
    said = render(
        VoiceRack([FakeSynthesizer()]),
        own,
        place.passage,
        own.last_passage,
        RenderingChoice(RATE, "", 0),
        place.span.start,
    )
    return array("h", b"".join(utterance.samples for utterance in said)).tolist()


def gaps_ms(heard: list[int]) -> list[float]:
    """How long each silence lasts between what sounds, the one before the first sound included."""
    runs = [(is_sound, len(list(run))) for is_sound, run in groupby(heard, key=bool)]
    silences = [frames_to_ms(length) for is_sound, length in runs if not is_sound]
    return silences[:-1] if heard[-1] == 0 else silences


def test_in_the_middle_of_a_reading_nobody_hears_what_an_engine_does(new_room: Callable[..., Room]) -> None:
    cases: list[tuple[Room, FakeSynthesizer, Article]] = []
    kinds: tuple[tuple[EngineProcess, Sequence[str]], ...] = ((broken(), BROKEN_WAYS), (lying(), LYING_WAYS))
    for engine, ways in kinds:
        stand_in = FakeSynthesizer(name="stand-in", quality=1)
        texts = [text for way in ways for text in (f"{way} here.", BETWEEN)]
        cases.append((new_room(engine, stand_in), stand_in, article(*[BETWEEN] * 4, *texts)))
    for room, _, own in cases:
        room.begin(own)
    run_until(lambda: all(room.has_ended for room, _, _ in cases), *[room for room, _, _ in cases])
    for (room, stand_in, own), (_, ways) in zip(cases, kinds, strict=True):
        assert isinstance(room.player.state.value, Ended)
        heard = room.heard
        assert [value for value in heard if value] == expected(own), "a sentence is not heard once and in whole"
        gaps = [round(gap) for gap in gaps_ms(heard)]
        print(f"\n{' '.join(ways)}: gaps of {gaps} ms; the stand-in read {len(stand_in.spoken)} sentences")
        assert max(gaps_ms(heard), default=0) < LONGEST_GAP_MS
        assert not [report for report in room.reports if isinstance(report, SentenceSkipped)]


@pytest.mark.parametrize("way", ["hang", "exit"])
def test_who_begins_with_such_a_sentence_waits_less_than_a_second(new_room: Callable[..., Room], way: str) -> None:
    own = article("In order.", f"{way} and so on and so on to the end.")
    room = new_room(broken(), FakeSynthesizer(name="stand-in", quality=1))
    at = locate(own, 2)
    heard = listen(room, own, at)
    assert [value for value in heard if value] == expected(own, at)
    gaps = gaps_ms(heard)
    print(f"\n{way}: heard after {gaps[0]:.0f} ms")
    assert max(gaps) < LONGEST_GAP_MS


def test_without_another_voice_one_sentence_is_passed_over_and_told_once(new_room: Callable[..., Room]) -> None:
    own = article("First.", "refuse this.", "Second.", "exit here.", "Third.")
    room = new_room(broken())
    heard = listen(room, own)
    assert isinstance(room.player.state.value, Ended)
    assert [value for value in heard if value] == expected(article("First.", "Second.", "Third."))
    skipped = [report.at for report in room.reports if isinstance(report, SentenceSkipped)]
    assert skipped == [locate(own, number, TextSpan(0, len(own.passage(number).text))) for number in (2, 4)]


def test_without_another_voice_five_in_a_row_are_a_failure_that_can_be_tried_again(
    new_room: Callable[..., Room],
) -> None:
    own = article(
        "First.", *["refuse this."] * (MOST_SKIPPED - 2), "exit here.", "nothing here.", "Never reached."
    )
    room = new_room(broken())
    heard = listen(room, own)
    assert [value for value in heard if value] == expected(article("First."))
    state = room.player.state.value
    assert isinstance(state, Failed)
    assert state.problem is Problem.VOICE_FAILED
    room.player.play(locate(own, own.last_passage))
    assert isinstance(room.player.state.value, Preparing)
    run_until(lambda: isinstance(room.player.state.value, Ended), room)
