"""The interface's own voice beside the real player, between fakes: who is heard when, and what is said."""

import threading
from collections.abc import Callable, Iterator

import pytest

from kiosk.app.narrator import Narrator
from kiosk.app.observable import Observable
from kiosk.app.voice_rack import VoiceRack
from kiosk.core.article import Article, Block, BlockKind
from kiosk.core.locator import locate
from kiosk.core.narration import Piece, Purpose, Saying
from kiosk.core.reading import Ended, Paused, Speaking
from kiosk.core.settings import Profile, Settings, resolve
from kiosk.core.timeline import ms_to_frames
from kiosk.core.volume import Volume
from tests.fakes.fake_output import samples_of
from tests.fakes.fake_synthesizer import FailingSynthesizer, FakeSynthesizer, HangingSynthesizer, sample_of
from tests.fakes.fake_timer import FakeTimer
from tests.fakes.stage import PATIENCE_S, Stage

# The prompts' letters are not among the article's, so that a sample tells whose it is.
PROMPT, OTHER = "QQQQ", "WWWW"
ARTICLE = Article("a", "Title", "en", (Block("b1", BlockKind.PARAGRAPH, "alpha beta gamma delta epsilon", "en"),))
FADE = ms_to_frames(4)


class Booth:
    """A narrator beside a player with an open article."""

    def __init__(self, *engines: FakeSynthesizer, stage: Stage | None = None) -> None:
        self.engines = engines or (FakeSynthesizer(name="prompts"),)
        self.stage = stage or Stage()
        self.settings: Observable[Settings] = Observable(resolve(Profile.PUBLIC, {}))
        self.timer = FakeTimer()
        self.narrator = Narrator(VoiceRack(self.engines), self.stage.player, self.settings, self.timer)
        self.player = self.stage.player
        self.player.open(ARTICLE)

    def settle(self) -> None:
        """Wait until the narrator's worker has rendered everything that it was given."""
        done = threading.Event()
        self.narrator._give(done.set)
        assert done.wait(PATIENCE_S), "the narrator's thread neither goes on nor ends"

    def open_output(self) -> None:
        """Make the loudspeaker ready."""
        self.player.open_output()
        self.stage.wait_for_output()

    def say(self, text: str = PROMPT, purpose: Purpose = Purpose.ANSWER, is_asked: bool = True) -> None:
        self.narrator.say(Saying((Piece(text, "en"),), purpose, is_asked))
        self.settle()

    def run(self, milliseconds: float) -> list[int]:
        """Let time pass; return the samples that were heard."""
        heard: list[int] = []
        for _ in range(round(milliseconds / 10)):
            heard += samples_of(self.stage.run(10))
            self.timer.fire()
            self.settle()
        return heard

    def start(self, milliseconds: float = 100) -> list[int]:
        """Let the article be read for some time."""
        self.player.play(locate(ARTICLE, 1))
        heard = samples_of(self.stage.run_until_state(Speaking))
        return heard + self.run(milliseconds)

    def close(self) -> None:
        for engine in self.engines:
            if isinstance(engine, HangingSynthesizer):
                engine.let_go()
        self.narrator.close()
        self.stage.close()


NewBooth = Callable[..., Booth]


@pytest.fixture
def new_booth() -> Iterator[NewBooth]:
    booths: list[Booth] = []

    def make(*engines: FakeSynthesizer, stage: Stage | None = None, is_open: bool = True) -> Booth:
        booths.append(Booth(*engines, stage=stage))
        if is_open:
            booths[-1].open_output()
        return booths[-1]

    yield make
    for booth in booths:
        booth.close()


def order_of(samples: list[int]) -> str:
    """Return who was heard, in order: r for the reading, q and w for the two prompts."""
    owner = {sample_of("Q"): "q", sample_of("W"): "w", sample_of("Ш"): "c"}
    # A fade is neither's.
    heard = [owner.get(sample, "r") for sample in samples if sample > 1_400]
    return "".join(one for one, before in zip(heard, ["", *heard], strict=False) if one != before)


def without_fades(samples: list[int], owner: str) -> list[int]:
    return [sample for sample in samples if sample == sample_of(owner)]


# -- a tone -------------------------------------------------------------------------------------------------


def peak(samples: list[int]) -> int:
    return max(map(abs, samples), default=0)


@pytest.mark.conforms("SW-19")
def test_a_tone_comes_before_what_is_said(new_booth: NewBooth) -> None:
    booth = new_booth()
    booth.narrator.say(Saying((Piece(PROMPT, "en"),), Purpose.WARNING, has_tone=True))
    booth.settle()
    heard = booth.run(2_000)
    first = heard.index(sample_of("Q"))
    assert first >= ms_to_frames(400)
    assert len(without_fades(heard, "Q")) >= len(PROMPT) * booth.engines[0].frames_per_letter - FADE
    assert peak(heard[:first]) > 500


@pytest.mark.conforms("SW-19")
def test_a_tone_is_heard_where_no_voice_can_speak(new_booth: NewBooth) -> None:
    booth = new_booth(FailingSynthesizer(name="prompts"))
    booth.narrator.say(Saying((Piece(PROMPT, "en"),), Purpose.WARNING, has_tone=True))
    booth.settle()
    assert 500 < peak(booth.run(1_000)) < 2_000
    assert not booth.narrator.is_speaking.value


def test_a_tone_alone_cuts_nothing_and_is_not_sounded_where_all_is_only_shown(new_booth: NewBooth) -> None:
    booth = new_booth()
    booth.say(PROMPT, Purpose.WARNING)
    booth.narrator.say(Saying((), Purpose.WARNING, shown=(), has_tone=True))
    booth.settle()
    heard = booth.run(2_000)
    assert len(without_fades(heard, "Q")) == len(PROMPT) * booth.engines[0].frames_per_letter
    assert not booth.narrator.is_speaking.value
    booth.narrator.is_mute = True
    booth.narrator.say(Saying((), Purpose.WARNING, shown=(), has_tone=True))
    assert peak(booth.run(1_000)) == 0


# -- beside the reading ----------------------------------------------------------------------------------------


@pytest.mark.conforms("CF-12")
def test_a_prompt_that_was_asked_for_is_said_at_once_and_the_reading_goes_on_at_the_very_sample(
    new_booth: NewBooth,
) -> None:
    undisturbed, booth = new_booth(), new_booth()
    wanted = undisturbed.start() + undisturbed.run(5_000)
    heard = booth.start()
    booth.say()
    heard += booth.run(6_000)
    assert order_of(heard) == "rqr"
    assert len(without_fades(heard, "Q")) == len(PROMPT) * booth.engines[0].frames_per_letter
    assert isinstance(booth.stage.state, Ended)
    # Each sound of the article lasts as long as without the prompt, but for the fade where it was interrupted.
    for letter in set("alphbetgmdsion"):
        assert abs(len(without_fades(heard, letter)) - len(without_fades(wanted, letter))) <= FADE


@pytest.mark.conforms("CF-12", "SW-22")
def test_what_nobody_asked_for_waits_until_the_reading_is_silent(new_booth: NewBooth) -> None:
    booth = new_booth()
    heard = booth.start()
    booth.say(PROMPT, Purpose.WARNING, is_asked=False)
    heard += booth.run(6_000)
    assert order_of(heard) == "rq"


def test_of_what_waits_only_the_latest_is_said(new_booth: NewBooth) -> None:
    booth = new_booth()
    heard = booth.start()
    booth.say(PROMPT, Purpose.WARNING, is_asked=False)
    booth.say(OTHER, Purpose.WARNING, is_asked=False)
    assert order_of(heard + booth.run(6_000)) == "rw"


def test_a_key_forgets_what_waits(new_booth: NewBooth) -> None:
    booth = new_booth()
    heard = booth.start()
    booth.say(PROMPT, Purpose.WARNING, is_asked=False)
    booth.narrator.cut()
    assert order_of(heard + booth.run(6_000)) == "r"


def test_a_step_of_speed_is_not_said_while_the_reading_lets_it_be_heard(new_booth: NewBooth) -> None:
    booth = new_booth()
    heard = booth.start()
    booth.say(PROMPT, Purpose.STEP)
    assert order_of(heard + booth.run(300)) == "r"
    booth.player.pause()
    booth.run(50)
    booth.say(PROMPT, Purpose.STEP)
    assert order_of(booth.run(300)) == "q"


def test_a_reading_that_is_started_cuts_the_prompt_and_begins_at_once(new_booth: NewBooth) -> None:
    booth = new_booth()
    booth.say()
    assert order_of(booth.run(30)) == "q"
    booth.player.play(locate(ARTICLE, 1))
    booth.stage.settle()
    heard = booth.run(10)
    assert order_of(heard[FADE:]) == "r"
    assert sum(sample > 0 for sample in heard[FADE:]) == ms_to_frames(10) - FADE
    assert not booth.narrator.is_speaking.value


def test_a_key_that_cuts_a_prompt_and_pauses_leaves_silence_and_the_place(new_booth: NewBooth) -> None:
    booth = new_booth()
    booth.start()
    booth.say()
    booth.run(20)
    booth.narrator.cut()
    booth.player.pause()
    booth.run(20)
    assert not any(booth.run(500))
    assert isinstance(booth.stage.state, Paused)
    booth.player.play()
    assert order_of(booth.run(200)) == "r"


def test_a_voice_that_hangs_keeps_the_reading_from_nothing(new_booth: NewBooth) -> None:
    engine = HangingSynthesizer(name="prompts")
    booth = new_booth(engine)
    heard = booth.start()
    booth.narrator.say(Saying((Piece(PROMPT, "en"),), Purpose.ANSWER))
    assert engine.is_hanging.wait(PATIENCE_S)
    for _ in range(15):
        heard += samples_of(booth.stage.run(10))
    gaps = [sample for sample in heard if sample == 0]
    assert order_of(heard) == "r"
    assert len(gaps) <= ms_to_frames(20)
    # Silence after a cut, although the voice then comes with what it was asked long ago.
    booth.narrator.cut()
    engine.let_go()
    assert order_of(booth.run(300)) == "r"


# -- one after the other ---------------------------------------------------------------------------------------


def test_a_warning_is_said_after_what_is_being_said(new_booth: NewBooth) -> None:
    booth = new_booth()
    booth.say(PROMPT)
    booth.run(10)
    booth.say(OTHER, Purpose.WARNING, is_asked=False)
    heard = booth.run(500)
    assert order_of(heard) == "qw"
    assert len(without_fades(heard, "Q")) + ms_to_frames(10) >= len(PROMPT) * 240


@pytest.mark.conforms("CF-06")
def test_another_control_is_said_in_place_of_the_one_before(new_booth: NewBooth) -> None:
    booth = new_booth()
    booth.say(PROMPT, Purpose.FOCUS)
    heard = booth.run(20)
    booth.say(OTHER, Purpose.FOCUS)
    heard += booth.run(500)
    assert order_of(heard) == "qw"
    assert len(without_fades(heard, "Q")) <= ms_to_frames(30)


def test_whether_it_speaks_is_known_until_the_last_sample_is_heard(new_booth: NewBooth) -> None:
    booth = new_booth(stage=Stage(latency_ms=50))
    told: list[bool] = []
    booth.narrator.is_speaking.subscribe(told.append)
    booth.say()
    booth.run(len(PROMPT) * 10 + 40)
    assert told == [True]
    booth.run(30)
    assert told == [True, False]
    assert not booth.timer.is_running


@pytest.mark.conforms("CF-06")
def test_a_prompt_that_is_cut_is_silent_within_a_fade(new_booth: NewBooth) -> None:
    booth = new_booth()
    booth.say()
    assert any(booth.run(10))
    booth.narrator.cut()
    heard = booth.run(200)
    assert not any(heard[FADE:])
    assert not booth.narrator.is_speaking.value


# -- what is said ----------------------------------------------------------------------------------------------


@pytest.mark.conforms("CF-16")
def test_each_piece_is_said_in_its_own_language_and_one_without_a_voice_is_left_out(new_booth: NewBooth) -> None:
    english, russian = FakeSynthesizer(name="english"), FakeSynthesizer(("ru",), name="russian")
    booth = new_booth(english, russian)
    pieces = (Piece("QQ", "en"), Piece("ШШ", "ru"), Piece("ክክ", "ti"), Piece("WW", "en"))
    booth.narrator.say(Saying(pieces, Purpose.FOCUS))
    booth.settle()
    heard = booth.run(2_000)
    assert (english.spoken, russian.spoken) == (["QQ", "WW"], ["ШШ"])
    assert order_of(heard) == "qcw"
    assert not booth.narrator.is_speaking.value


def test_what_was_said_before_is_not_rendered_again_until_the_rate_changes(new_booth: NewBooth) -> None:
    booth = new_booth()
    lengths = []
    for _ in range(3):
        booth.say()
        lengths.append(len(without_fades(booth.run(500), "Q")))
    assert booth.engines[0].spoken == [PROMPT]
    booth.settings.set(booth.settings.value._replace(rate=320))
    booth.say()
    lengths.append(len(without_fades(booth.run(500), "Q")))
    assert booth.engines[0].spoken == [PROMPT, PROMPT]
    assert lengths[0] == lengths[1] == lengths[2] == 2 * lengths[3]


def test_no_more_is_kept_than_about_a_minute(new_booth: NewBooth) -> None:
    booth = new_booth(FakeSynthesizer(name="prompts", frames_per_letter=24_000))
    for number in range(10, 90):
        booth.say(f"Q{number}")
    assert 2_500_000 <= sum(map(len, booth.narrator._cache.values())) <= 3_000_000
    assert booth.narrator._cached_bytes == sum(map(len, booth.narrator._cache.values()))


def test_a_long_text_begins_before_its_end_is_rendered(new_booth: NewBooth) -> None:
    booth = new_booth()
    sentence = "Please support the people who write this for you every day."
    booth.say(" ".join([sentence] * 5))
    assert booth.engines[0].spoken == [sentence]
    assert len([sample for sample in booth.run(30_000) if sample]) >= 5 * 240 * (len(sentence) - 1)


def test_a_text_that_the_voice_cannot_say_is_passed_over_and_the_next_one_is_said(new_booth: NewBooth) -> None:
    booth = new_booth(FailingSynthesizer(fails_on=OTHER, name="prompts"))
    booth.say(OTHER)
    assert not any(booth.run(200))
    assert not booth.narrator.is_speaking.value
    booth.say(PROMPT)
    assert order_of(booth.run(300)) == "q"


@pytest.mark.conforms("CF-13")
def test_prompts_are_as_loud_as_the_reading(new_booth: NewBooth) -> None:
    booth = new_booth()
    booth.player.set_volume(Volume(80))
    booth.say()
    # A change of volume is spread over the first moments.
    booth.run(20)
    loudest = max(booth.run(200))
    assert loudest == pytest.approx(sample_of("Q") * 10 ** (-6 / 20), abs=2)


def test_the_loudspeaker_is_opened_for_a_prompt_before_any_article_sounds(new_booth: NewBooth) -> None:
    booth = new_booth(is_open=False)
    booth.narrator.warm_up("en")
    booth.settle()
    booth.stage.wait_for_output()
    assert booth.stage.output.is_open
    assert booth.engines[0].loaded == ["fake:prompts"]
    booth.say()
    booth.run(200)
    assert order_of(samples_of(booth.stage.output.heard)) == "q"
    assert booth.stage.output.open_count == 1


def test_nothing_is_started_before_anything_is_said(new_booth: NewBooth) -> None:
    booth = new_booth(is_open=False)
    booth.narrator.cut()
    assert booth.narrator._thread is None
    assert not booth.stage.output.is_open
    assert not booth.engines[0].loaded


def test_closing_is_silence_and_lets_go_of_the_voice(new_booth: NewBooth) -> None:
    booth = new_booth()
    booth.say()
    booth.run(10)
    booth.narrator.close()
    heard = samples_of(booth.stage.run(100))
    assert not any(heard[FADE:])
    assert booth.engines[0].is_closed
    thread = booth.narrator._thread
    assert thread is not None
    assert not thread.is_alive()


# -- captions and the mute narrator ----------------------------------------------------------------------------


def captioned(booth: Booth) -> list[str]:
    return [piece.text for piece in booth.narrator.caption.value.pieces]


def test_what_is_said_is_shown_and_what_is_said_again_is_shown_again(new_booth: NewBooth) -> None:
    booth = new_booth()
    shown: list[tuple[Piece, ...]] = []
    booth.narrator.caption.subscribe(lambda caption: shown.append(caption.pieces))
    for _time in range(2):
        booth.say(PROMPT)
        booth.narrator.cut()
    assert shown == [(Piece(PROMPT, "en"),)] * 2


def test_of_two_sayings_in_a_row_both_are_shown_until_a_third_takes_their_place(new_booth: NewBooth) -> None:
    booth = new_booth()
    booth.say(PROMPT, Purpose.WARNING)
    booth.say(OTHER, Purpose.FOCUS)
    assert captioned(booth) == [PROMPT, OTHER]
    booth.run(3_000)
    booth.say(OTHER, Purpose.FOCUS)
    assert captioned(booth) == [OTHER]


def test_what_is_not_said_is_not_shown_before_it_is(new_booth: NewBooth) -> None:
    booth = new_booth()
    booth.start()
    booth.say(PROMPT, Purpose.WARNING, is_asked=False)
    assert captioned(booth) == []
    booth.player.pause()
    assert captioned(booth) == [PROMPT]


def test_only_that_is_shown_which_does_not_stand_on_the_screen(new_booth: NewBooth) -> None:
    booth = new_booth()
    pieces = (Piece(PROMPT, "en"), Piece(OTHER, "en"))
    booth.narrator.say(Saying(pieces, Purpose.SCREEN, shown=pieces[1:]))
    assert captioned(booth) == [OTHER]


def test_a_mute_narrator_shows_and_says_nothing_and_the_reading_goes_on(new_booth: NewBooth) -> None:
    booth = new_booth()
    booth.narrator.is_mute = True
    heard = booth.start()
    booth.say(PROMPT)
    assert captioned(booth) == [PROMPT]
    assert not booth.narrator.is_speaking.value
    heard += booth.run(6_000)
    assert order_of(heard) == "r"
    assert booth.engines[0].spoken == []


def test_a_mute_narrator_leaves_a_warning_as_long_as_it_takes_to_read(new_booth: NewBooth) -> None:
    booth = new_booth()
    booth.narrator.is_mute = True
    booth.say(PROMPT, Purpose.WARNING)
    for _tick in range(99):
        booth.timer.fire()
    booth.say(OTHER, Purpose.FOCUS)
    assert captioned(booth) == [PROMPT, OTHER]
    for _tick in range(101):
        booth.timer.fire()
    assert not booth.timer.is_running
    booth.say(OTHER, Purpose.FOCUS)
    assert captioned(booth) == [OTHER]


def test_what_is_being_said_when_it_turns_mute_is_said_to_its_end(new_booth: NewBooth) -> None:
    booth = new_booth()
    booth.say(PROMPT)
    booth.narrator.is_mute = True
    assert order_of(booth.run(3_000)) == "q"
    assert not booth.narrator.is_speaking.value
