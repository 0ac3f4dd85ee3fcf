"""The loudspeaker goes in the middle of a word: silence, a message, and the very word again when it is back."""

from collections.abc import Callable, Iterator

import pytest

from kiosk.app.rendering import render
from kiosk.app.rendering_choice import RenderingChoice
from kiosk.app.voice_rack import VoiceRack
from kiosk.core.article import Article, Block, BlockKind
from kiosk.core.locator import Locator, locate
from kiosk.core.rate import Rate
from kiosk.core.reading import Ended, Lost, Paused, Preparing, Speaking, Stopped
from kiosk.core.timeline import ms_to_frames
from tests.fakes.fake_synthesizer import FakeSynthesizer, HangingSynthesizer
from tests.fakes.stage import PATIENCE_S, Stage

TEXTS = ("Alpha beta. Gamma delta epsilon.", "Zeta, eta theta.", "Iota.")
ARTICLE = Article(
    "a", "Title", "en", tuple(Block(f"b{n}", BlockKind.PARAGRAPH, text, "en") for n, text in enumerate(TEXTS))
)


def expected_sound(at: Locator) -> bytes:
    """What a listener hears of the article from a place on."""
    choice = RenderingChoice(Rate(160))
    rack = VoiceRack([FakeSynthesizer()])
    utterances = render(rack, ARTICLE, at.passage, ARTICLE.last_passage, choice, at.span.start)
    return b"".join(own.samples + bytes(own.pause_frames * 2) for own in utterances)


def without_silence(frames: bytes) -> bytes:
    """What sounds, from its first frame to its last."""
    begin = next((at for at in range(0, len(frames), 2) if frames[at : at + 2] != b"\0\0"), len(frames))
    return frames[begin : -(-len(frames.rstrip(b"\0")) // 2) * 2]


NewStage = Callable[..., Stage]


@pytest.fixture
def new_stage() -> Iterator[NewStage]:
    """Makes stages that read until a word, and end with the test."""
    stages: list[Stage] = []

    def make(*engines: FakeSynthesizer, word: str = "delta", **options: object) -> Stage:
        stage = Stage(*engines, **options)  # type: ignore[arg-type]
        stages.append(stage)
        stage.player.open(ARTICLE)
        if word:
            stage.player.play()
            stage.run_until(lambda: stage.state.at.quote.startswith(word))
        return stage

    yield make
    for stage in stages:
        stage.close()


@pytest.mark.parametrize("latency_ms", [0.0, 40.0, 200.0])
def test_it_goes_on_at_the_very_word_when_it_is_back(new_stage: NewStage, latency_ms: float) -> None:
    stage = new_stage(latency_ms=latency_ms)
    at = stage.state.at
    stage.output.lose()
    stage.run(10)
    assert stage.state == Lost(1, at)
    assert not any(stage.run(3_000))
    assert stage.timer.interval_ms == 250
    stage.output.restore()
    assert without_silence(stage.run_until_state(Ended)) == expected_sound(at)


@pytest.mark.parametrize("may_change_device", [False, True])
def test_lost_while_paused_it_waits_once_somebody_plays(new_stage: NewStage, may_change_device: bool) -> None:
    stage = new_stage(may_change_device=may_change_device)
    at = stage.state.at
    stage.player.pause()
    stage.output.lose()
    stage.run(2_000)
    assert stage.is_in(Paused)
    stage.player.play()
    assert not any(stage.run(1_000))
    assert stage.state == Lost(1, at), "to play what was paused does not change the device"
    stage.output.restore()
    assert without_silence(stage.run_until_state(Ended)) == expected_sound(at)


def test_lost_while_stopped_it_is_noticed_at_play(new_stage: NewStage) -> None:
    stage = new_stage()
    stage.player.stop()
    stage.output.lose()
    stage.player.play(locate(ARTICLE, 3))
    stage.run(300)
    assert stage.state == Lost(2, locate(ARTICLE, 3))
    stage.output.restore()
    assert without_silence(stage.run_until_state(Ended)) == expected_sound(locate(ARTICLE, 3))


def test_lost_while_the_voice_still_renders(new_stage: NewStage) -> None:
    engine = HangingSynthesizer("Zeta")
    stage = new_stage(engine)
    stage.player.play(locate(ARTICLE, 2))
    assert engine.is_hanging.wait(PATIENCE_S)
    stage.run(20)
    assert stage.is_in(Preparing)
    stage.output.lose()
    stage.run(10)
    assert stage.state == Lost(2, locate(ARTICLE, 2))
    engine.let_go()
    assert not any(stage.run(1_000)), "what was rendered for the lost one is not heard"
    stage.output.restore()
    assert without_silence(stage.run_until_state(Ended)) == expected_sound(locate(ARTICLE, 2))


def test_a_pause_while_it_is_lost_lasts(new_stage: NewStage) -> None:
    stage = new_stage()
    at = stage.state.at
    stage.output.lose()
    stage.run(10)
    stage.player.pause()
    stage.output.restore()
    assert not any(stage.run(3_000))
    assert stage.state == Stopped(1, at)


def test_a_move_while_it_is_lost_is_where_it_goes_on(new_stage: NewStage) -> None:
    stage = new_stage()
    stage.output.lose()
    stage.run(10)
    stage.player.move(locate(ARTICLE, 3))
    assert not any(stage.run(1_000))
    stage.output.restore()
    assert without_silence(stage.run_until_state(Ended)) == expected_sound(locate(ARTICLE, 3))


def test_at_home_who_plays_while_it_is_lost_hears_another_one(new_stage: NewStage) -> None:
    stage = new_stage(may_change_device=True)
    at = stage.state.at
    stage.output.lose()
    stage.run(500)
    assert stage.is_in(Lost)
    stage.player.play()
    assert without_silence(stage.run_until_state(Ended)) == expected_sound(at)
    assert stage.output.open_count == 2


def test_at_home_without_another_one_it_goes_on_waiting(new_stage: NewStage) -> None:
    stage = new_stage(may_change_device=True)
    at = stage.state.at
    stage.output.lose()
    stage.run(500)
    stage.output.is_broken = True
    stage.player.play()
    assert not any(stage.run(2_000))
    assert stage.is_in(Lost)
    stage.output.is_broken = False
    assert without_silence(stage.run_until_state(Ended)) == expected_sound(at)


@pytest.mark.conforms("FP-11", "CF-11")
def test_in_public_nothing_sounds_anywhere_else_however_often_somebody_plays(new_stage: NewStage) -> None:
    stage = new_stage()
    at = stage.state.at
    stage.output.lose()
    stage.run(500)
    for _ in range(3):
        stage.player.play()
        assert stage.is_in(Preparing)
        assert not any(stage.run(500))
        assert stage.is_in(Lost)
    assert not stage.output.was_asked_to_close.is_set()
    stage.output.restore()
    assert without_silence(stage.run_until_state(Ended)) == expected_sound(at)


def test_what_was_fading_when_it_went_is_not_heard_when_it_is_back(new_stage: NewStage) -> None:
    stage = new_stage()
    stage.output.lose()
    stage.player.pause()
    stage.run(300)
    stage.output.restore()
    stage.player.warm_up()
    assert not any(stage.run(300))
    assert stage.is_in(Paused)


def test_it_speaks_all_the_time_that_it_is_not_lost(new_stage: NewStage) -> None:
    stage = new_stage()
    for _ in range(3):
        stage.run(200)
        stage.output.lose()
        stage.run(20)
        assert stage.is_in(Lost)
        stage.output.restore()
        assert len(stage.run_until_state(Speaking)) < ms_to_frames(100) * 2
