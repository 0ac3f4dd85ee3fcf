"""The player with a real worker thread between fakes: what is heard, to the sample, and what is said of it."""

import logging
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.app.player import Player
from kiosk.app.ports import FrameSource
from kiosk.app.rendering import render
from kiosk.app.rendering_choice import RenderingChoice
from kiosk.app.report import Report, SentenceSkipped, VoiceReplaced
from kiosk.app.voice_rack import VoiceRack
from kiosk.core.article import Article, Block, BlockKind
from kiosk.core.locator import Locator, locate
from kiosk.core.rate import Rate
from kiosk.core.reading import Ended, Failed, Lost, Paused, Preparing, ReadingState, Speaking, Stopped, is_sounding
from kiosk.core.reading_events import Problem
from kiosk.core.text import TextSpan, words
from kiosk.core.timeline import frames_to_ms, ms_to_frames
from tests.fakes.fake_output import FakeOutput, samples_of
from tests.fakes.fake_synthesizer import FailingSynthesizer, FakeSynthesizer, HangingSynthesizer
from tests.fakes.stage import PATIENCE_S, Stage

FADE_MS = 4
FADE = ms_to_frames(FADE_MS)
TEXTS = ("Alpha beta. Gamma delta epsilon.", "Zeta, eta theta.", "Iota.")


def article(*texts: str, language: str = "en", **languages: str) -> Article:
    blocks = [
        Block(f"b{number}", BlockKind.PARAGRAPH, text, languages.get(f"b{number}", language))
        for number, text in enumerate(texts or TEXTS, 1)
    ]
    return Article("a", "Title", language, tuple(blocks))


ARTICLE = article()
LONG = article(*["Many words follow in this paragraph, one after the other, and so on and on."] * 60)


def expected_sound(own: Article, at: Locator | None = None, rate: int = 160, pause_percent: int = 100) -> bytes:
    """What a listener hears of an article from a place on."""
    place = at or locate(own, 0)
    return b"".join(
        utterance.samples + bytes(utterance.pause_frames * 2)
        for utterance in render(
            VoiceRack([FakeSynthesizer()]),
            own,
            place.passage,
            own.last_passage,
            RenderingChoice(Rate(rate), "", pause_percent),
            place.span.start,
        )
    )


def sounding(frames: bytes) -> bytes:
    """The frames without the silence after them."""
    return frames[: -(-len(frames.rstrip(b"\0")) // 2) * 2]


def is_silent(frames: bytes) -> bool:
    """Whether nothing sounds but the end of a fade."""
    return not any(frames[FADE * 2 :])


NewStage = Callable[..., Stage]


@pytest.fixture
def new_stage() -> Iterator[NewStage]:
    """Makes stages whose workers end with the test."""
    stages: list[Stage] = []

    def make(*engines: FakeSynthesizer, own: Article | None = ARTICLE, **options: object) -> Stage:
        stages.append(Stage(*engines, **options))  # type: ignore[arg-type]
        if own is not None:
            stages[-1].player.open(own)
        return stages[-1]

    yield make
    for stage in stages:
        stage.close()


# -- play ---------------------------------------------------------------------------------------------------------


def test_play_is_heard_from_the_title_to_the_last_word_exactly(new_stage: NewStage) -> None:
    stage = new_stage()
    stage.player.play()
    assert stage.is_in(Preparing)
    assert sounding(stage.run_until_state(Ended)) == expected_sound(ARTICLE)
    assert stage.timeline.late_ms == 0


@pytest.mark.conforms("CF-04")
@pytest.mark.parametrize("latency_ms", [0.0, 30.0, 200.0])
def test_every_word_is_told_in_order_and_once(new_stage: NewStage, latency_ms: float) -> None:
    stage = new_stage(latency_ms=latency_ms)
    stage.player.play()
    stage.run_until_state(Ended)
    told = [state.at for state in stage.states if isinstance(state, Speaking) and len(state.at.span)]
    assert [(at.passage, at.span) for at in told] == [
        (passage, word) for passage in range(4) for word in words(ARTICLE.passage(passage).text)
    ]


@pytest.mark.conforms("CF-04")
def test_a_word_is_told_when_it_is_heard_and_not_when_it_is_made(new_stage: NewStage) -> None:
    stage = new_stage(latency_ms=100)
    stage.player.play()
    stage.run(100)
    assert stage.is_in(Preparing)
    stage.run(20)
    assert stage.is_in(Speaking)
    # 120 ms have passed. "Alpha" begins after the title's 5 letters at 10 ms each and the pause after a heading.
    title = next(render(VoiceRack([FakeSynthesizer()]), ARTICLE, 0, 1, RenderingChoice(Rate(160))))
    alpha_ms = 50 + frames_to_ms(title.pause_frames) + 100
    stage.run(alpha_ms - 120 - 20)
    assert stage.state.at.passage == 0
    stage.run(40)
    assert (stage.state.at.passage, stage.state.at.span) == (1, TextSpan(0, 5))


def test_play_from_a_place_begins_with_its_word(new_stage: NewStage) -> None:
    stage = new_stage()
    at = locate(ARTICLE, 1, TextSpan(12, 17))
    stage.player.play(at)
    assert sounding(stage.run_until_state(Ended)) == expected_sound(ARTICLE, at)


def test_play_from_another_place_while_speaking_goes_there_at_once(new_stage: NewStage) -> None:
    stage = new_stage()
    stage.player.play()
    stage.run(500)
    stage.player.play(locate(ARTICLE, 3))
    after = stage.run_until_state(Ended)
    own = expected_sound(ARTICLE, locate(ARTICLE, 3))
    assert sounding(after).endswith(own)
    assert is_silent(after[: -len(own) - 4800] or b"")


def test_after_the_end_play_begins_again_at_the_title(new_stage: NewStage) -> None:
    stage = new_stage()
    stage.player.play(locate(ARTICLE, 3))
    stage.run_until_state(Ended)
    stage.player.play()
    assert stage.state.at.passage == 0
    assert sounding(stage.run_until_state(Ended)) == expected_sound(ARTICLE)


def test_without_an_article_play_does_nothing(new_stage: NewStage) -> None:
    stage = new_stage(own=None)
    stage.player.play()
    stage.player.move(locate(ARTICLE, 3))
    assert stage.is_in(Stopped)
    assert not stage.timer.is_running


def test_opening_another_article_is_silent_and_at_its_place(new_stage: NewStage) -> None:
    stage = new_stage()
    stage.player.play()
    stage.run(300)
    other = Article("other", "Other", "en", ARTICLE.blocks)
    stage.player.open(other, locate(other, 2))
    assert is_silent(stage.run(500))
    assert stage.is_in(Stopped)
    assert (stage.state.at.article_id, stage.state.at.passage) == ("other", 2)


def test_the_timer_runs_only_while_sound_is_wanted(new_stage: NewStage) -> None:
    stage = new_stage()
    seen = [stage.timer.is_running]
    for command in (stage.player.play, stage.player.pause, stage.player.play, stage.player.stop):
        command()
        seen.append(stage.timer.is_running)
    assert seen == [False, True, False, True, False]
    stage.player.play()
    stage.run_until_state(Ended)
    assert not stage.timer.is_running


# -- pause and resume ---------------------------------------------------------------------------------------------


@pytest.mark.conforms("CF-05")
@pytest.mark.parametrize("pause_at_ms", [10, 50, 400, 960, 1500])
@pytest.mark.parametrize("latency_ms", [0.0, 40.0])
def test_pause_is_silent_at_once_and_goes_on_at_the_very_sample(
    new_stage: NewStage, pause_at_ms: int, latency_ms: float
) -> None:
    stage = new_stage(latency_ms=latency_ms)
    stage.player.play()
    before = stage.run(pause_at_ms)
    stage.player.pause()
    assert stage.is_in(Paused)
    assert is_silent(stage.run(700))
    stage.player.play()
    after = stage.run_until_state(Ended)
    whole = expected_sound(ARTICLE)
    assert before == whole[: len(before)]
    rest = whole[len(before) :]
    assert sounding(after)[FADE * 2 :] == rest[FADE * 2 :]


def test_pause_and_resume_keep_request_and_place(new_stage: NewStage) -> None:
    stage = new_stage()
    stage.player.play()
    stage.run(1100)
    speaking = stage.state
    stage.player.pause()
    stage.run(5000)
    stage.player.play()
    assert stage.state == speaking


def test_a_pause_before_the_first_sample_keeps_it_whole(new_stage: NewStage) -> None:
    stage = new_stage()
    stage.player.play()
    stage.player.pause()
    assert not any(stage.run(300))
    stage.player.play()
    assert stage.is_in(Preparing)
    assert sounding(stage.run_until_state(Ended)) == expected_sound(ARTICLE)


def test_a_pause_as_the_last_frame_goes_out_ends_when_it_is_let_go(new_stage: NewStage) -> None:
    stage = new_stage(latency_ms=100)
    stage.player.play(locate(ARTICLE, 3))
    stage.run(100)  # all of it was read, and hardly any of it heard
    stage.player.pause()
    stage.run(500)
    assert stage.is_in(Paused)
    stage.player.play()
    stage.run(20)
    assert stage.is_in(Ended)


def test_pause_and_play_take_turns(new_stage: NewStage) -> None:
    stage = new_stage()
    kinds: list[type] = []
    for command in (stage.player.play, stage.player.pause) * 2:
        command()
        stage.run(100)
        kinds.append(type(stage.state))
    assert kinds == [Speaking, Paused, Speaking, Paused]


def test_silence_is_counted_from_the_last_sound(new_stage: NewStage) -> None:
    stage = new_stage()
    stage.clock.advance(timedelta(seconds=3))
    assert stage.player.silent_for == timedelta(seconds=3)
    stage.player.play()
    stage.run(200)
    assert stage.player.silent_for == timedelta(0)
    stage.player.pause()
    stage.run(1500)
    assert stage.player.silent_for == timedelta(seconds=1.5)


# -- stop, move, change -------------------------------------------------------------------------------------------


def test_stop_is_silent_at_once_and_play_goes_back_to_the_word(new_stage: NewStage) -> None:
    stage = new_stage()
    stage.player.play()
    stage.run(1100)
    at = stage.state.at
    stage.player.stop()
    assert stage.state == Stopped(1, at)
    assert is_silent(stage.run(1000))
    stage.player.play()
    assert sounding(stage.run_until_state(Ended)) == expected_sound(ARTICLE, at)


def test_a_move_while_speaking_goes_on_there(new_stage: NewStage) -> None:
    stage = new_stage()
    stage.player.play()
    stage.run(500)
    stage.player.move(locate(ARTICLE, 2))
    assert stage.state == Preparing(2, locate(ARTICLE, 2))
    after = stage.run_until_state(Ended)
    own = expected_sound(ARTICLE, locate(ARTICLE, 2))
    assert own in after
    assert is_silent(after[: after.index(own)])


@pytest.mark.parametrize("is_paused", [False, True])
def test_a_move_while_silent_stays_silent(new_stage: NewStage, is_paused: bool) -> None:
    stage = new_stage()
    if is_paused:
        stage.player.play()
        stage.run(300)
        stage.player.pause()
        stage.run(100)
    stage.player.move(locate(ARTICLE, 3))
    assert stage.is_in(Stopped)
    assert not any(stage.run(1000))
    stage.player.play()
    assert sounding(stage.run_until_state(Ended)) == expected_sound(ARTICLE, locate(ARTICLE, 3))


def test_a_change_of_rate_goes_on_from_the_current_word(new_stage: NewStage) -> None:
    stage = new_stage()
    stage.player.play()
    stage.run_until(lambda: stage.state.at.quote.startswith("delta"))
    at = stage.state.at
    stage.player.set_choice(RenderingChoice(Rate(320), "", 100))
    assert stage.state == Preparing(2, at)
    assert stage.player.rate == Rate(320)
    after = stage.run_until_state(Ended)
    own = expected_sound(ARTICLE, at, rate=320)
    assert own in after
    assert is_silent(after[: after.index(own)])


def test_a_change_of_rate_while_paused_is_heard_at_the_next_play(new_stage: NewStage) -> None:
    stage = new_stage()
    stage.player.play()
    stage.run(1100)
    at = stage.state.at
    stage.player.pause()
    stage.player.set_choice(RenderingChoice(Rate(320), "", 0))
    assert is_silent(stage.run(500))
    stage.player.play()
    assert sounding(stage.run_until_state(Ended)) == expected_sound(ARTICLE, at, 320, 0)


def test_the_same_choice_again_changes_nothing(new_stage: NewStage) -> None:
    stage = new_stage()
    stage.player.set_choice(RenderingChoice(Rate(200), "", 100))
    stage.player.play()
    stage.run(300)
    state = stage.state
    stage.player.set_choice(RenderingChoice(Rate(200), "", 100))
    assert stage.state is state


def test_another_voice_goes_on_from_the_current_word(new_stage: NewStage) -> None:
    one, other = FakeSynthesizer(quality=3), FakeSynthesizer(name="other")
    stage = new_stage(one, other)
    stage.player.play(locate(ARTICLE, 2))
    stage.run_until(lambda: stage.state.at.quote.startswith("theta"))
    stage.player.set_choice(RenderingChoice(Rate(160), "fake:other", 100))
    stage.run_until_state(Ended)
    assert other.spoken == ["theta.", "Iota."]


# -- the worker ---------------------------------------------------------------------------------------------------


def test_what_is_rendered_ahead_is_bounded(new_stage: NewStage) -> None:
    stage = new_stage(own=LONG)
    engine = stage.engines[0]
    stage.player.play()
    longest = max(len(expected_sound(article(text))) // 2 for text in (LONG.blocks[0].text, "Title"))
    for _ in range(30):
        stage.settle()
        assert ms_to_frames(8000) < stage.timeline.waiting_frames <= ms_to_frames(8000) + longest
        stage.run(200)
    assert len(engine.spoken) < 30


def test_engines_are_called_on_the_worker_only(new_stage: NewStage) -> None:
    stage = new_stage()
    stage.player.warm_up()
    stage.player.play()
    stage.run_until_state(Ended)
    assert stage.engines[0].thread_names == {"voice"}


def test_warming_up_makes_ready_and_makes_no_sound(new_stage: NewStage) -> None:
    stage = new_stage()
    stage.player.warm_up()
    assert stage.output.is_opening.wait(PATIENCE_S)
    assert not any(stage.run(100))
    assert stage.engines[0].loaded == ["fake:fake"]
    assert stage.is_in(Stopped)


def test_before_an_article_is_open_the_voice_of_a_language_is_made_ready(new_stage: NewStage) -> None:
    english, russian = FakeSynthesizer(), FakeSynthesizer(("ru",), "other")
    stage = new_stage(english, russian, own=None)
    stage.player.warm_up()
    stage.player.warm_up("ru")
    assert stage.output.is_opening.wait(PATIENCE_S)
    assert (english.loaded, russian.loaded) == ([], ["fake:other"])
    stage.player.open(ARTICLE)
    # The open article counts, whatever else might be read.
    stage.player.warm_up("ru")
    stage.player.play()
    stage.run_until_state(Ended)
    assert (english.loaded, russian.loaded) == (["fake:fake"], ["fake:other"])


def test_a_loudspeaker_is_opened_once(new_stage: NewStage) -> None:
    stage = new_stage()
    stage.player.warm_up()
    for _ in range(3):
        stage.player.play(locate(ARTICLE, 3))
        stage.run_until_state(Ended)
    assert stage.output.open_count == 1


def test_late_rendering_is_silence_in_which_nothing_is_lost(new_stage: NewStage) -> None:
    engine = HangingSynthesizer("Zeta")
    stage = new_stage(engine)
    stage.player.play()
    before = stage.run(5000)
    assert stage.is_in(Speaking)
    assert stage.timeline.late_ms > 1000
    engine.let_go()
    after = stage.run_until_state(Ended)
    whole = expected_sound(ARTICLE)
    assert sounding(before) == sounding(whole[: len(sounding(before))])
    assert sounding(after)[-len(expected_sound(ARTICLE, locate(ARTICLE, 2))) :] == expected_sound(
        ARTICLE, locate(ARTICLE, 2)
    )


def test_what_an_engine_returns_too_late_never_sounds(new_stage: NewStage) -> None:
    engine = HangingSynthesizer("Alpha")
    stage = new_stage(engine)
    stage.player.play(locate(ARTICLE, 1))
    assert engine.is_hanging.wait(PATIENCE_S)
    stage.player.play(locate(ARTICLE, 3))
    assert not any(stage.run(300))
    engine.let_go()
    assert sounding(stage.run_until_state(Ended)).endswith(expected_sound(ARTICLE, locate(ARTICLE, 3)))
    assert sounding(bytes(stage.output.heard)).lstrip(b"\0") == expected_sound(ARTICLE, locate(ARTICLE, 3))


def test_stopped_while_the_engine_hangs_it_stays_silent_when_it_returns(new_stage: NewStage) -> None:
    engine = HangingSynthesizer()
    stage = new_stage(engine)
    stage.player.play()
    assert engine.is_hanging.wait(PATIENCE_S)
    stage.player.stop()
    engine.let_go()
    stage.player.warm_up()
    assert not any(stage.run(1000))
    assert stage.is_in(Stopped)


# -- failures -----------------------------------------------------------------------------------------------------


BROKEN = article(TEXTS[0], *[f"Zeta {number}." for number in range(6)], "Iota.")


def test_a_failure_is_told_after_all_that_was_made_before_it_was_heard(new_stage: NewStage) -> None:
    stage = new_stage(FailingSynthesizer("Zeta"), own=BROKEN, latency_ms=50)
    stage.player.play()
    heard = stage.run_until_state(Failed)
    assert sounding(heard) == expected_sound(article(TEXTS[0]))
    assert stage.state == Failed(1, locate(BROKEN, 1, TextSpan(24, 31)), Problem.VOICE_FAILED)


def test_a_sentence_that_no_voice_can_say_is_passed_over_and_reported_when_it_is_reached(
    new_stage: NewStage,
) -> None:
    stage = new_stage(FailingSynthesizer("Zeta"))
    reports: list[tuple[Report | None, Locator]] = []
    stage.player.report.subscribe(lambda report: reports.append((report, stage.state.at)))
    stage.player.play()
    heard = stage.run_until_state(Ended)
    without = expected_sound(article(TEXTS[0]))
    assert heard.startswith(without) or without in heard
    assert sounding(heard).endswith(sounding(expected_sound(ARTICLE, locate(ARTICLE, 3))))
    [(report, at)] = reports
    assert report == SentenceSkipped(locate(ARTICLE, 2, TextSpan(0, 16)))
    # Nothing is said of it before the listener is there.
    assert at.quote.startswith("epsilon")


def test_a_voice_that_fails_again_and_again_is_replaced_for_good_and_once_that_is_reported(
    new_stage: NewStage,
) -> None:
    worse, other = FailingSynthesizer("Zeta", quality=3), FakeSynthesizer(name="other")
    stage = new_stage(worse, other, own=BROKEN)
    reports: list[Report | None] = []
    stage.player.report.subscribe(reports.append)
    stage.player.play()
    assert sounding(stage.run_until_state(Ended)) == expected_sound(BROKEN)
    assert reports == [VoiceReplaced("other")]
    assert worse.failures == 6
    assert other.spoken[-1] == "Iota."


def test_a_failure_at_the_first_word_is_told_at_once(new_stage: NewStage) -> None:
    stage = new_stage(FailingSynthesizer())
    stage.player.play()
    assert not any(stage.run_until_state(Failed))
    assert stage.state == Failed(1, locate(ARTICLE, 0), Problem.VOICE_FAILED)


def test_after_a_failure_play_tries_again_from_there(new_stage: NewStage) -> None:
    stage = new_stage(FailingSynthesizer("Zeta", times=10), own=BROKEN)
    stage.player.play(locate(BROKEN, 2))
    stage.run_until_state(Failed)
    stage.player.play()
    assert sounding(stage.run_until_state(Ended)) == expected_sound(BROKEN, locate(BROKEN, 2))


def test_a_voice_that_fails_twice_gives_way_for_that_sentence(new_stage: NewStage) -> None:
    worse, other = FailingSynthesizer("Zeta", quality=3), FakeSynthesizer(name="other")
    stage = new_stage(worse, other)
    stage.player.play()
    assert sounding(stage.run_until_state(Ended)) == expected_sound(ARTICLE)
    assert worse.failures == 2
    assert other.spoken == ["Zeta, eta theta."]


def test_without_a_voice_that_is_said_in_words_and_then_shown(new_stage: NewStage) -> None:
    armenian = article("Մեկ.", "Երկու.", language="hy")
    stage = new_stage(own=armenian, notice=lambda tag: (f"no voice for {tag}", "en"))
    stage.player.play()
    stage.run_until_state(Speaking)
    stage.run_until_state(Failed)
    assert stage.engines[0].spoken == ["no voice for hy"]
    assert stage.state == Failed(1, locate(armenian, 0), Problem.NO_VOICE, "hy")


def test_one_passage_without_a_voice_does_not_end_the_reading(new_stage: NewStage) -> None:
    mixed = article("One.", "Երկու.", "Three.", b2="hy")
    stage = new_stage(own=mixed, notice=lambda tag: (f"no voice for {tag}", "en"))
    stage.player.play()
    stage.run_until_state(Ended)
    assert stage.engines[0].spoken == ["Title", "One.", "no voice for hy", "Three."]
    passages = [state.at.passage for state in stage.states if isinstance(state, Speaking)]
    assert sorted(set(passages)) == [0, 1, 2, 3]


def test_a_loudspeaker_that_does_not_open_is_said_at_play_and_tried_again(new_stage: NewStage) -> None:
    stage = new_stage(is_output_broken=True)
    stage.player.warm_up()
    stage.player.play()
    stage.run_until_state(Lost)
    assert stage.state == Lost(1, locate(ARTICLE, 0))
    stage.output.is_broken = False
    stage.player.play()
    assert sounding(stage.run_until_state(Ended)) == expected_sound(ARTICLE)


class BrokenOutput(FakeOutput):
    """Fails in a way that it must not."""

    def open(self, source: FrameSource) -> None:
        """Break the promise."""
        if self.is_broken:
            raise RuntimeError("not an AudioError")
        super().open(source)


def test_a_part_that_breaks_its_promise_leaves_nobody_waiting(
    new_stage: NewStage, caplog: pytest.LogCaptureFixture
) -> None:
    stage = new_stage(is_output_broken=True, new_output=BrokenOutput)
    with caplog.at_level(logging.ERROR):
        stage.player.warm_up()
        stage.player.play(locate(ARTICLE, 2))
        stage.run_until_state(Failed)
    assert stage.state == Failed(1, locate(ARTICLE, 2), Problem.VOICE_FAILED)
    stage.output.is_broken = False
    stage.player.play()
    assert sounding(stage.run_until_state(Ended)) == expected_sound(ARTICLE, locate(ARTICLE, 2))
    assert caplog.text.count("RuntimeError: not an AudioError") == 2


def test_an_article_without_anything_to_say_ends_at_once(new_stage: NewStage) -> None:
    stage = new_stage(own=Article("a", "* * *", "en", (Block("b1", BlockKind.PARAGRAPH, "— —", "en"),)))
    stage.player.play()
    assert not any(stage.run_until_state(Ended))


# -- the end of it all --------------------------------------------------------------------------------------------


def worker_of(player: Player) -> threading.Thread:
    return player._worker._thread


@pytest.mark.parametrize("ms", [0, 300, 3000])
def test_close_ends_silent_and_leaves_nothing_behind(new_stage: NewStage, ms: int) -> None:
    stage = new_stage(own=LONG)
    stage.player.play()
    if ms:
        stage.run(ms)
    stage.player.close()
    assert not worker_of(stage.player).is_alive()
    assert not stage.output.is_open
    assert not stage.timer.is_running
    assert stage.engines[0].is_closed
    assert stage.is_in(Stopped)


def test_close_while_paused_or_never_used(new_stage: NewStage) -> None:
    paused, unused = new_stage(), new_stage(own=None)
    paused.player.play()
    paused.run(100)
    paused.player.pause()
    for stage in (paused, unused):
        stage.player.close()
        assert not worker_of(stage.player).is_alive()


def test_a_loudspeaker_that_opens_while_the_player_is_closed_is_closed_too(new_stage: NewStage) -> None:
    stage = new_stage()
    stage.output.opening_may_go_on.clear()
    stage.player.play()
    assert stage.output.is_opening.wait(PATIENCE_S)
    closing = threading.Thread(target=stage.player.close, daemon=True)
    closing.start()
    assert stage.output.was_asked_to_close.wait(PATIENCE_S)
    stage.output.opening_may_go_on.set()
    closing.join(PATIENCE_S)
    assert not closing.is_alive()
    assert not stage.output.is_open


def test_an_engine_that_hangs_does_not_keep_the_program_from_ending(new_stage: NewStage) -> None:
    engine = HangingSynthesizer()
    stage = new_stage(engine)
    stage.player.play()
    assert engine.is_hanging.wait(PATIENCE_S)
    stage.player.close()
    # Closing is what ends an engine that hangs in a process of its own.
    assert engine.is_closed
    assert worker_of(stage.player).daemon
    assert not stage.output.is_open
    engine.let_go()


# -- any order of anything ----------------------------------------------------------------------------------------

COMMANDS: dict[str, Callable[[Player, int], None]] = {
    "play": lambda player, _: player.play(),
    "play_from": lambda player, number: player.play(locate(LONG, number)),
    "pause": lambda player, _: player.pause(),
    "stop": lambda player, _: player.stop(),
    "toggle": lambda player, _: player.pause() if is_sounding(player.state.value) else player.play(),
    "move": lambda player, number: player.move(locate(LONG, number)),
    "rate": lambda player, number: player.set_choice(RenderingChoice(Rate(120 + 40 * (number % 4)))),
    "open": lambda player, number: player.open(LONG, locate(LONG, number)),
    "warm_up": lambda player, _: player.warm_up(),
}
WANTS = {"play": True, "play_from": True, "pause": False, "stop": False, "open": False}


@pytest.mark.conforms("CF-12")
@settings(max_examples=40)
@given(
    commands=st.lists(
        st.tuples(st.sampled_from(sorted(COMMANDS)), st.integers(0, 60), st.sampled_from([1, 10, 50, 300])),
        max_size=25,
    ),
    is_settled=st.booleans(),
    latency_ms=st.sampled_from([0.0, 35.0]),
)
def test_nothing_sounds_unless_somebody_wants_it_in_any_interleaving(
    commands: list[tuple[str, int, int]], is_settled: bool, latency_ms: float
) -> None:
    stage = Stage(latency_ms=latency_ms)
    try:
        stage.player.open(LONG)
        is_wanted = False
        for name, number, ms in commands:
            COMMANDS[name](stage.player, number)
            is_wanted = not is_wanted if name == "toggle" else WANTS.get(name, is_wanted)
            assert is_sounding(stage.state) == is_wanted
            frames = stage.run(ms, is_settled)
            is_wanted = is_wanted and not stage.is_in(Ended)
            assert is_wanted or stage.is_in(Ended) or is_silent(frames)
            assert stage.state.request == max(state.request for state in stage.states)
        stage.player.play(locate(LONG, 60))
        own = expected_sound(LONG, locate(LONG, 60), stage.player.rate.words_per_minute)
        assert own in stage.run_until_state(Ended)
    finally:
        stage.close()


def test_states_are_told_to_subscribers_in_order(new_stage: NewStage) -> None:
    stage = new_stage()
    stage.player.play()
    stage.run(200)
    stage.player.pause()
    stage.player.play()
    stage.player.stop()
    kinds: list[type[ReadingState]] = [type(state) for state in stage.states]
    assert [kind for kind, before in pairwise([*kinds[::-1], None]) if kind is not before][::-1] == [
        Stopped,
        Preparing,
        Speaking,
        Paused,
        Speaking,
        Stopped,
    ]
    assert samples_of(stage.output.heard)
