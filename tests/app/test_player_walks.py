"""Random walks over the player: whatever its engine does and whoever presses what, listening never goes wrong.

The player, its worker's thread, the rack and the timeline are real; engine, loudspeaker, clock and timer are not.
Every word sounds as a sample of its own, so that what the loudspeaker pulls tells whose word it is, and which
request it was made for. `make walks` takes 4,000 walks; ALOUD_WALKS=n takes n, and ALOUD_WALK=seed only that one.
"""

import os
import random
from collections import deque
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest

from kiosk.app.ports import FrameSource
from kiosk.app.rendering_choice import RenderingChoice
from kiosk.app.report import SentenceSkipped
from kiosk.core.article import Article, Block, BlockKind
from kiosk.core.errors import AudioError
from kiosk.core.locator import Locator, locate
from kiosk.core.navigation import Level, Navigator
from kiosk.core.pause import Ending
from kiosk.core.rate import Rate
from kiosk.core.reading import (
    Ended,
    Failed,
    Lost,
    Paused,
    Preparing,
    ReadingState,
    Speaking,
    Stopped,
    is_sounding,
    previewed,
)
from kiosk.core.reading_events import Scope
from kiosk.core.text import TextSpan, is_speakable, words
from kiosk.core.timeline import SAMPLE_RATE_HZ, frames_to_ms, ms_to_frames
from kiosk.core.volume import Volume
from tests.fakes.adversarial_synthesizer import WAYS, AdversarialSynthesizer, Stamps
from tests.fakes.fake_output import FakeOutput
from tests.fakes.stage import Stage
from tests.fakes.tapped_timeline import TappedTimeline

WALKS = int(os.environ.get("ALOUD_WALKS", "160"))
IN_A_ROW = 20
EVENTS = 200
PULL_MS = 50
LEAD_IN_MS = 200
HEADING_PAUSE_MS = 900
# What silence may last beyond the longest pause: to open a loudspeaker, and the length of two ticks.
SLACK_MS = 750
FADE = ms_to_frames(4)
UNKNOWN = -1
Samples = npt.NDArray[np.int16]

TEXTS = (
    "Alpha beta. Gamma delta epsilon, zeta eta. Theta!",
    "Iota kappa lambda mu.",
    "* * *",
    "Nu xi omicron. Pi rho sigma tau. Upsilon phi chi.",
    "Psi.",
    "Omega alef bet gimel dalet. He vav zayin het.",
)


def article(name: str, foreign: bool = False) -> Article:
    kinds = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM)
    blocks = [
        Block(f"b{number}", kinds[number % 3], text, "hy" if foreign and number == 3 else "en")
        for number, text in enumerate(TEXTS, 1)
    ]
    return Article(name, f"Title {name}", "en", tuple(blocks))


ASIDE = Article("aside", "", "en", (Block("b1", BlockKind.PARAGRAPH, "Tav. Resh shin.", "en"),))
ARTICLES = (article("one"), article("two"), article("three", foreign=True))


class RealisticOutput(FakeOutput):
    """A loudspeaker that takes its time when it is opened, and knows for whom it did not open."""

    failed_requests: set[int]
    rendering: Callable[[], int]
    lead_in_ms = 0

    def open(self, source: FrameSource) -> None:
        was_open = self.is_open
        try:
            super().open(source)
        except AudioError:
            self.failed_requests.add(self.rendering())
            raise
        if not was_open:
            self.lead_in_ms = LEAD_IN_MS

    def pump(self, frame_count: int) -> bytes:
        if not self.is_open or self.lead_in_ms <= 0:
            return super().pump(frame_count)
        # As a real one: what is opened swallows the beginning, so that is silence for which nothing is pulled.
        self.lead_in_ms -= round(frames_to_ms(frame_count))
        source, self.source = self.source, None
        silence = super().pump(frame_count)
        self.source = source
        return silence


class Walk:
    """One walk: a player, what a person wants of it, and what must then be so."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311  # to be walked again
        self.log: list[str] = []
        made: list[AdversarialSynthesizer] = []
        stamps = Stamps()
        self.engine = AdversarialSynthesizer(stamps, lambda: self.timeline.rendering)
        made.append(self.engine)
        if self.chance.random() < 0.5:
            made.append(AdversarialSynthesizer(stamps, lambda: self.timeline.rendering, "stand-in", 1))
        self.latency_ms = self.chance.choice([0.0, 35.0, 200.0])
        self.may_change_device = self.chance.random() < 0.5
        self.stage = Stage(
            *made,
            latency_ms=self.latency_ms,
            notice=lambda tag: (f"no voice for {tag}", "en"),
            new_output=RealisticOutput,
            new_timeline=TappedTimeline,
            may_change_device=self.may_change_device,
        )
        timeline = self.stage.timeline
        assert isinstance(timeline, TappedTimeline)
        self.timeline = timeline
        timeline.stamps = stamps
        output = self.stage.output
        assert isinstance(output, RealisticOutput)
        output.failed_requests, output.rendering = set(), lambda: timeline.rendering
        self.output = output
        self.player = self.stage.player
        self.article = ARTICLES[0]
        self.navigator = Navigator(self.article)
        self.player.open(self.article)
        self.skipped: list[Locator] = []
        self.player.report.subscribe(self._take_report)
        # What the person wants, and where the reading must be.
        self.is_wanted = False
        self.place = self.stage.state.at
        self.stop_after = Ending.ARTICLE
        # What was pulled, frame by frame, as far back as the latency reaches.
        self.history: deque[tuple[float, Samples]] = deque()
        self.silent_ms, self.has_sounded = 0, False
        self.longest_pause_ms: float = HEADING_PAUSE_MS
        self.unknown_frames = 0
        self.fading_in_frames = 0
        self.last_word: tuple[int, Locator] | None = None
        self.rested = (0, 0, 0)
        """Request, and where its last word before a rest ends: that is still in the ear when the rest ends."""

    def _take_report(self, report: object) -> None:
        if isinstance(report, SentenceSkipped):
            assert len(self.stage.engines) == 1, "there is a voice that never fails"
            self.skipped.append(report.at)

    # -- events -----------------------------------------------------------------------------------------------

    def walk(self) -> None:
        names, weights = list(EVENTS_WEIGHTS), list(EVENTS_WEIGHTS.values())
        for name in self.chance.choices(names, weights, k=EVENTS):
            self.log.append(name)
            getattr(self, name)()
            self.look()
        self.mend()

    def any_place(self) -> Locator:
        passage = self.chance.randint(0, self.article.last_passage)
        spans = words(self.article.passage(passage).text)
        return locate(
            self.article, passage, self.chance.choice(spans) if spans and self.chance.random() < 0.7 else None
        )

    def cut(self) -> None:
        """From here on what sounded may fade, and nothing else."""
        self.unknown_frames = FADE
        self.fading_in_frames = 0

    def begin(self, at: Locator) -> None:
        self.cut()
        self.is_wanted, self.place = True, at

    def play(self) -> None:
        self.play_by(self.player.play)

    def play_by(self, ask: Callable[[], None]) -> None:
        state = self.stage.state
        self.has_sounded = is_sounding(state) and self.has_sounded
        ask()
        if isinstance(state, Ended):
            self.begin(Locator(self.article.id, 0, TextSpan(0, 0)))
        elif isinstance(state, Paused):
            self.fading_in_frames = FADE
        elif not is_sounding(state):
            self.begin(self.place)
        self.is_wanted = True

    def play_from(self) -> None:
        at = self.any_place()
        self.player.play(at)
        self.begin(at)

    def play_unit(self) -> None:
        at, scope = self.any_unit()
        self.player.play(at, scope)
        self.begin(at)

    def any_unit(self) -> tuple[Locator, Scope]:
        unit = self.navigator.unit(
            self.any_place(), self.chance.choice([Level.WORD, Level.SENTENCE, Level.PARAGRAPH])
        )
        at = locate(self.article, unit.start.passage, TextSpan(unit.start.start, unit.start.start))
        rest = self.chance.choice([at, self.navigator.after(unit) or at])
        return at, Scope(unit.end, rest, self.chance.random() < 0.5)

    def pause(self) -> None:
        self.player.pause()
        self.be_silent()

    def stop(self) -> None:
        self.player.stop()
        self.be_silent()

    def toggle(self) -> None:
        if is_sounding(self.stage.state):
            self.pause()
        else:
            self.play_by(self.player.play)

    def be_silent(self) -> None:
        self.cut()
        self.is_wanted = False

    def move(self) -> None:
        self.move_with(None)

    def move_and_preview(self) -> None:
        at, scope = self.any_unit()
        self.move_with(scope._replace(rest=at, is_preview=True), at)

    def move_with(self, preview: Scope | None, at: Locator | None = None) -> None:
        at = at or self.any_place()
        state = self.stage.state
        self.player.move(at, preview)
        self.cut()
        self.place = at
        if not isinstance(state, Lost):
            self.is_wanted = (is_sounding(state) and previewed(state) is None) or preview is not None

    def say_aside(self) -> None:
        state = self.stage.state
        self.player.say_aside(ASIDE)
        if not isinstance(state, Lost):
            self.begin(self.place)

    def change_choice(self) -> None:
        state = self.stage.state
        rate, pause = self.chance.choice([80, 160, 240, 500]), self.chance.choice([0, 100, 300])
        voice = self.chance.choice(["", "fake:stand-in", "fake:adversary"])
        self.player.set_choice(RenderingChoice(Rate(rate), voice, pause))
        self.longest_pause_ms = HEADING_PAUSE_MS * pause / 100 * 160 / rate
        if self.stage.state is not state:
            self.cut()

    def change_volume(self) -> None:
        self.player.set_volume(Volume(self.chance.choice([10, 70, 100, 100, 100, 120])))

    def change_stop_after(self) -> None:
        self.stop_after = self.chance.choice([Ending.SENTENCE, Ending.PARAGRAPH, Ending.ARTICLE, Ending.ARTICLE])
        self.player.set_stop_after(self.stop_after)

    def open(self) -> None:
        self.article = self.chance.choice(ARTICLES)
        self.navigator = Navigator(self.article)
        at = self.any_place() if self.chance.random() < 0.5 else None
        self.player.open(self.article, at)
        self.be_silent()
        self.place = at or locate(self.article, 0)

    def warm_up(self) -> None:
        self.player.warm_up()

    def lose_output(self) -> None:
        if self.output.is_open:
            self.output.lose()

    def restore_output(self) -> None:
        self.output.restore()
        self.output.is_broken = False

    def break_output(self) -> None:
        self.output.is_broken = True

    def change_engine(self) -> None:
        way = self.chance.choice(WAYS)
        self.log[-1] = f"engine: {way}"
        self.engine.way = way
        self.engine.can_load = self.chance.random() < 0.7

    def mend_engine(self) -> None:
        self.engine.way, self.engine.can_load = "good", True

    def let_go(self) -> None:
        self.engine.let_go()

    def pass_time(self) -> None:
        tick_ms = self.chance.choice([10, 10, 20, 50, 250])
        for _ in range(self.chance.randint(1, 8)):
            self.tick(tick_ms)

    # -- what must be so --------------------------------------------------------------------------------------

    def look(self) -> None:
        """See that the state is what the person asked for, at the place that was heard or asked for."""
        state = self.stage.state
        if isinstance(state, Lost):
            assert self.is_wanted, "it waits for a loudspeaker that nobody wants"
        else:
            assert is_sounding(state) == self.is_wanted
        assert state.at == self.place
        assert state.request == max(own.request for own in self.stage.states[-2:])
        block = self.article.passage(state.at.passage)
        assert state.at.article_id == self.article.id
        assert state.at.span.end <= len(block.text)
        assert block.text[state.at.span.start :].startswith(state.at.quote)

    def tick(self, ms: int) -> None:
        """Let time pass, hear what is pulled meanwhile, and see what the player makes of it."""
        self.stage.settle()
        before = self.stage.state
        for _ in range(0, ms, PULL_MS):
            self.pull(min(ms, PULL_MS), before)
        self.stage.timer.fire()
        if isinstance(before, Speaking) and self.output.is_lost:
            assert isinstance(self.stage.state, Lost), "it speaks to a loudspeaker that has gone"
        is_excused = self.engine.is_hanging.is_set() or self.output.is_lost or not is_sounding(self.stage.state)
        self.silent_ms = 0 if is_excused else self.silent_ms + ms
        assert self.silent_ms < self.longest_pause_ms + SLACK_MS, "sound is wanted, and none comes"
        if isinstance(before, Preparing | Speaking):
            self.follow(before)
        self.look()

    def pull(self, ms: int, state: ReadingState) -> None:
        now_s = self.stage.clock.elapsed().total_seconds()
        self.timeline.pulled = b""
        played = np.frombuffer(self.output.pump(ms_to_frames(ms)), np.int16)
        pulled = np.frombuffer(self.timeline.pulled or bytes(2 * len(played)), np.int16)
        assert len(pulled) == len(played)
        assert not (played[pulled == 0].any()), "the loudspeaker plays what was never pulled"
        self.history.append((now_s, self.identified(pulled, state.request, is_sounding(state))))

    def identified(self, pulled: Samples, request: int, is_wanted: bool) -> Samples:
        """See that all that is pulled belongs to the live request; what may be fading is made unknown."""
        known = pulled.copy()
        known[: self.unknown_frames] = UNKNOWN
        self.unknown_frames = max(0, self.unknown_frames - len(pulled))
        sounding = np.flatnonzero(known > 0)
        if self.fading_in_frames and len(sounding):
            fading = sounding[: self.fading_in_frames]
            # Where it was held in a pause between sentences the silence is what fades in.
            known[
                [at for at in fading.tolist() if self.timeline.word_of.get(int(known[at]), (0,))[0] != request]
            ] = UNKNOWN
            self.fading_in_frames -= len(fading)
            sounding = sounding[len(fading) :]
        if not len(sounding):
            return known
        self.silent_ms, self.has_sounded = 0, True
        assert is_wanted, "it sounds though nobody wants it to"
        heard = known[sounding]
        for sample in heard[np.flatnonzero(np.diff(heard, prepend=0))].tolist():
            assert sample in self.timeline.word_of, f"nobody rendered {sample}"
            assert self.timeline.word_of[sample][0] == request, "two requests sound"
            assert self.timeline.stamps.request_of[sample] == request, "it was made for another request"
        return known

    def heard(self, request: int) -> None:
        """Move the place to the word that reaches the ear now."""
        moment_s = self.stage.clock.elapsed().total_seconds() - self.latency_ms / 1000
        while len(self.history) > 1 and self.history[1][0] <= moment_s - 10:
            self.history.popleft()
        following = UNKNOWN
        for begin_s, samples in reversed(self.history):
            count = max(0, min(len(samples), int((moment_s - begin_s) * SAMPLE_RATE_HZ + 1e-6)))
            sounding = samples[:count][np.flatnonzero(samples[:count])]
            if len(sounding) and sounding[-1] == UNKNOWN and self.is_reached(following):
                # In the moment of a fade the word before or the word after it is right.
                self.reach(request, following)
                return
            known = sounding[sounding != UNKNOWN]
            if len(known):
                self.reach(request, int(known[-1]))
                return
            later = samples[count:][samples[count:] > 0]
            following = int(later[0]) if len(later) else following

    def is_reached(self, sample: int) -> bool:
        return sample != UNKNOWN and self.timeline.word_of[sample][1] == self.stage.state.at

    def reach(self, request: int, sample: int) -> None:
        own, word = self.timeline.word_of[sample]
        if own != request or word is None:
            return
        if self.rested[0] == request and not self.rested[1:] < (word.passage, word.span.end):
            return
        if self.last_word is not None and self.last_word[0] == request:
            last = self.last_word[1]
            assert (word.passage, word.span.start) >= (last.passage, last.span.start), "it went back"
        self.last_word = request, word
        self.place = word

    def follow(self, before: Preparing | Speaking) -> None:
        """Follow what the player did by itself."""
        state = self.stage.state
        if isinstance(state, Lost):
            is_gone = self.output.is_lost or state.request in self.output.failed_requests
            assert is_gone, "a loudspeaker that is there is called lost"
            self.cut()
            return
        self.heard(before.request)
        if is_sounding(state):
            if state.request != before.request:
                self.go_on_after_aside(before)
            return
        self.is_wanted = False
        if isinstance(state, Paused):
            self.rest()
        elif isinstance(state, Failed):
            assert len(self.stage.engines) == 1, "there is a voice that never fails"
            assert state.request in self.engine.broken_requests, "nothing failed"
            self.cut()
        elif before.scope is not None:
            assert isinstance(state, Stopped)
            self.place = before.scope.rest
            self.cut()
        else:
            assert isinstance(state, Ended)
            self.see_the_end()
            self.cut()

    def go_on_after_aside(self, before: Preparing | Speaking) -> None:
        assert before.scope is not None
        assert before.scope.aside is not None, "it began anew by itself"
        self.begin(before.scope.rest)

    def rest(self) -> None:
        assert self.stop_after is not Ending.ARTICLE, "it paused by itself"
        # Held within the pause after a sentence, it rests at the end of that.
        assert self.has_sounded or len(self.place.span), "it rested where it rests already"
        unit = self.navigator.unit(self.place, Level.SENTENCE)
        if len(self.place.span):
            assert unit.end.start - self.place.span.end <= 1, "it stopped within a sentence"
        self.rested = self.stage.state.request, self.place.passage, self.place.span.end
        self.place = self.navigator.after(unit) or self.place
        self.cut()

    def see_the_end(self) -> None:
        if self.stage.state.request in self.engine.broken_requests or self.article is ARTICLES[2]:
            return
        rest = self.article.passage(self.place.passage).text[self.place.span.end :]
        assert not is_speakable(rest)
        assert not any(
            is_speakable(self.article.passage(number).text)
            for number in range(self.place.passage + 1, self.article.last_passage + 1)
        )

    # -- the end ----------------------------------------------------------------------------------------------

    def mend(self) -> None:
        """Whatever has happened, once all is in order again an article is heard from any place to its end."""
        self.log.append("mend")
        self.engine.let_go()
        self.mend_engine()
        self.restore_output()
        self.player.set_stop_after(Ending.ARTICLE)
        self.stop_after = Ending.ARTICLE
        self.article = ARTICLES[0]
        self.navigator = Navigator(self.article)
        self.player.open(self.article)
        self.be_silent()
        self.player.set_choice(RenderingChoice(Rate(480)))
        at = self.any_place()
        self.player.play(at)
        self.begin(at)
        told: list[tuple[int, TextSpan]] = []
        for _ in range(3_000):
            self.tick(50)
            state = self.stage.state
            if (
                isinstance(state, Speaking)
                and len(state.at.span)
                and (state.at.passage, state.at.span) not in told
            ):
                told.append((state.at.passage, state.at.span))
            if isinstance(state, Ended):
                break
        assert isinstance(self.stage.state, Ended)
        assert told == [
            (passage, word)
            for passage in range(at.passage, self.article.last_passage + 1)
            for word in words(self.article.passage(passage).text)
            if passage > at.passage or word.end > at.span.start
        ]


EVENTS_WEIGHTS = {
    "pass_time": 60,
    "play": 14,
    "play_from": 8,
    "play_unit": 6,
    "pause": 8,
    "stop": 4,
    "toggle": 8,
    "move": 6,
    "move_and_preview": 6,
    "say_aside": 4,
    "change_choice": 5,
    "change_volume": 3,
    "change_stop_after": 4,
    "open": 3,
    "warm_up": 2,
    "lose_output": 5,
    "restore_output": 8,
    "break_output": 2,
    "change_engine": 12,
    "mend_engine": 8,
    "let_go": 6,
}


def walk(seed: int) -> None:
    own = Walk(seed)
    try:
        own.walk()
    except BaseException:
        print(f"\nwalk {seed} (ALOUD_WALK={seed}), latency {own.latency_ms:g} ms: {' '.join(own.log[-40:])}")
        print(own.stage.states[-6:], own.place, own.is_wanted)
        raise
    finally:
        own.engine.let_go()
        own.stage.close()


@pytest.mark.parametrize("first", range(0, WALKS, IN_A_ROW))
def test_in_no_walk_does_listening_go_wrong(first: int) -> None:
    only = os.environ.get("ALOUD_WALK")
    for seed in [int(only)] if only else range(first, min(first + IN_A_ROW, WALKS)):
        walk(seed)
