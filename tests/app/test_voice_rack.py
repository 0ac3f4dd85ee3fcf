"""The rack when engines die, hang or hand out garbage: a listener waits no longer than there is sound to hear."""

import threading
from collections.abc import Sequence

import pytest

from kiosk.app.ports import Speech
from kiosk.app.voice_rack import VoiceRack
from kiosk.core.errors import VoiceError, VoiceTimeoutError
from kiosk.core.rate import Rate
from kiosk.core.spoken_form import Pronounced
from kiosk.core.voice import Voice
from tests.fakes.adversarial_synthesizer import ERRORS, GARBAGE, AdversarialSynthesizer, Stamps
from tests.fakes.fake_synthesizer import FailingSynthesizer, FakeSynthesizer, UnloadableSynthesizer

RATE = Rate(160)
PATIENCE_S = 20


class MortalSynthesizer(FakeSynthesizer):
    """Is dead until it is loaded, and takes its time for that where a test says so."""

    def __init__(self, name: str = "mortal", quality: int = 3, languages: Sequence[str] = ("en",)) -> None:
        super().__init__(languages, name, quality)
        self.ready = False
        self.may_load = threading.Event()
        self.may_load.set()
        self.is_loading, self.has_loaded = threading.Event(), threading.Event()
        self.loading_error: type[Exception] | None = None
        self.dies_on = ""

    def load(self, voice: Voice) -> None:
        self.is_loading.set()
        assert self.may_load.wait(PATIENCE_S)
        super().load(voice)
        if self.loading_error is not None:
            raise self.loading_error("cannot be loaded")
        self.ready = True
        self.has_loaded.set()

    def synthesize(
        self,
        text: str,
        language: str,
        voice: Voice,
        rate: Rate,
        pronounced: Sequence[Pronounced] = (),
        pitch_percent: int = 0,
    ) -> Speech:
        if not self.ready:
            self.load(voice)
        if self.dies_on and self.dies_on in text:
            self.ready = False
            raise VoiceError("it died")
        return super().synthesize(text, language, voice, rate, pronounced, pitch_percent)


@pytest.fixture
def engines() -> tuple[MortalSynthesizer, MortalSynthesizer]:
    """A natural voice and a plain one."""
    return MortalSynthesizer(), MortalSynthesizer("plain", 1)


def loaded(*engines: FakeSynthesizer, has_time: bool = False) -> VoiceRack:
    rack = VoiceRack(engines)
    rack.has_time = lambda: has_time
    rack.load("en")
    return rack


def test_an_engine_that_died_while_nothing_was_asked_is_not_waited_for_by_somebody_who_hears_nothing(
    engines: tuple[MortalSynthesizer, MortalSynthesizer],
) -> None:
    natural, plain = engines
    rack = loaded(*engines)
    natural.ready = False
    natural.may_load.clear()
    rack.synthesize("one", "en", RATE)
    rack.synthesize("two", "en", RATE)
    assert (natural.spoken, plain.spoken) == ([], ["one", "two"])
    natural.may_load.set()
    rack._left_alone(natural.voice)
    rack.synthesize("three", "en", RATE)
    assert natural.spoken == ["three"]
    assert natural.loaded == ["fake:mortal"] * 2
    assert rack.take_replaced() == []


@pytest.mark.parametrize("is_in_a_call", [False, True])
def test_while_there_is_sound_to_hear_the_same_voice_goes_on(
    engines: tuple[MortalSynthesizer, MortalSynthesizer], is_in_a_call: bool
) -> None:
    natural, plain = engines
    rack = loaded(*engines, has_time=True)
    if is_in_a_call:
        natural.dies_on = "one"
        # It is asked a second time once it is back, and dies again: then it is the other's turn.
        rack.synthesize("one", "en", RATE)
        assert plain.spoken == ["one"]
        rack.synthesize("two", "en", RATE)
        assert natural.spoken == ["two"]
    else:
        natural.ready = False
        rack.synthesize("one", "en", RATE)
        assert (natural.spoken, plain.spoken) == (["one"], [])


def test_the_wait_ends_when_the_listener_s_sound_does(
    engines: tuple[MortalSynthesizer, MortalSynthesizer],
) -> None:
    natural, plain = engines
    rack = loaded(*engines)
    looks = iter([True, True, False])
    rack.has_time = lambda: next(looks, False)
    natural.ready = False
    natural.may_load.clear()
    rack.synthesize("one", "en", RATE)
    assert plain.spoken == ["one"]
    assert next(looks, None) is None
    natural.may_load.set()


def test_an_engine_that_starts_no_more_is_left_out_and_that_is_told(
    engines: tuple[MortalSynthesizer, MortalSynthesizer],
) -> None:
    natural, plain = engines
    rack = loaded(*engines, has_time=True)
    natural.ready = False
    natural.loading_error = OSError
    for text in ("one", "two", "three"):
        rack.synthesize(text, "en", RATE)
    assert plain.spoken == ["one", "two", "three"]
    assert rack.voices() == (plain.voice,)
    assert rack.take_replaced() == [plain.voice]
    assert len(natural.loaded) == 1 + 3


def test_two_engines_that_died_at_once_are_both_asked_again(
    engines: tuple[MortalSynthesizer, MortalSynthesizer],
) -> None:
    natural, plain = engines
    rack = loaded(*engines)
    rack.load_stand_in("en")
    assert plain.has_loaded.wait(PATIENCE_S)
    natural.ready = plain.ready = False
    natural.may_load.clear()
    rack.synthesize("one", "en", RATE)
    assert plain.spoken == ["one"]
    natural.may_load.set()


def test_another_voice_of_the_same_engine_is_no_stand_in() -> None:
    class TwoVoices(MortalSynthesizer):
        def voices(self) -> Sequence[Voice]:
            return (self.voice, Voice("fake:second", "second", ("en",), self.voice.tracking, 1))

    engine = TwoVoices()
    rack = loaded(engine)
    engine.ready = False
    rack.synthesize("one", "en", RATE)
    assert engine.spoken == ["one"]
    assert engine.loaded == ["fake:mortal"] * 2


def test_a_voice_that_is_too_late_is_not_asked_twice_where_another_is() -> None:
    late, other = FailingSynthesizer(error=VoiceTimeoutError, quality=3), FakeSynthesizer()
    loaded(late, other, has_time=True).synthesize("one", "en", RATE)
    assert (late.failures, other.spoken) == (1, ["one"])
    alone = FailingSynthesizer(error=VoiceTimeoutError, times=1)
    VoiceRack([alone]).synthesize("one", "en", RATE)
    assert alone.spoken == ["one"]


# -- the stand-in -------------------------------------------------------------------------------------------------


def test_the_stand_in_is_made_ready_beside_the_worker(
    engines: tuple[MortalSynthesizer, MortalSynthesizer],
) -> None:
    natural, plain = engines
    rack = loaded(*engines)
    plain.may_load.clear()
    rack.load_stand_in("en")
    rack.load_stand_in("en")
    rack.synthesize("one", "en", RATE)
    assert natural.spoken == ["one"], "nobody waits for it"
    plain.may_load.set()
    assert plain.has_loaded.wait(PATIENCE_S)
    rack._left_alone(plain.voice)
    rack.load_stand_in("en")
    assert plain.loaded == ["fake:plain"]


def test_a_stand_in_that_is_asked_for_while_it_is_made_ready_is_waited_for(
    engines: tuple[MortalSynthesizer, MortalSynthesizer],
) -> None:
    natural, plain = engines
    rack = loaded(*engines)
    plain.may_load.clear()
    rack.load_stand_in("en")
    assert plain.is_loading.wait(PATIENCE_S)
    asked = threading.Thread(target=rack.synthesize, args=("one", "en", RATE, "fake:plain"))
    asked.start()
    plain.may_load.set()
    asked.join(PATIENCE_S)
    assert (plain.spoken, natural.spoken) == (["one"], [])
    assert plain.loaded == ["fake:plain"]


def test_a_language_of_one_engine_has_no_stand_in(
    engines: tuple[MortalSynthesizer, MortalSynthesizer],
) -> None:
    russian = MortalSynthesizer("russian", languages=("ru",))
    rack = VoiceRack([*engines, russian])
    rack.load("ru")
    rack.load_stand_in("ru")
    rack.load_stand_in("hy")
    assert [engine.loaded for engine in (*engines, russian)] == [[], [], ["fake:russian"]]


def test_a_stand_in_that_cannot_be_loaded_is_nobody_s_concern_before_it_is_needed(
    engines: tuple[MortalSynthesizer, MortalSynthesizer],
) -> None:
    natural, plain = engines
    rack = loaded(*engines)
    plain.loading_error = VoiceError
    for _ in range(5):
        rack.load_stand_in("en")
        rack._left_alone(plain.voice)
    assert rack.voices() == (natural.voice, plain.voice)
    assert rack.take_replaced() == []


# -- voices that cannot be loaded ---------------------------------------------------------------------------------


def test_the_last_voice_of_a_language_is_never_left_out() -> None:
    engine = MortalSynthesizer()
    engine.loading_error = VoiceError
    rack = loaded(engine, UnloadableSynthesizer(("ru",), "russian"))
    assert engine.voice in rack.voices()
    with pytest.raises(VoiceError, match="cannot be loaded"):
        rack.synthesize("one", "en", RATE)
    engine.loading_error = None
    assert rack.synthesize("one", "en", RATE).samples


# -- broken promises ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", [*GARBAGE, *ERRORS])
def test_whatever_an_engine_hands_out_or_raises_gives_way(way: str) -> None:
    broken, other = AdversarialSynthesizer(Stamps(), lambda: 1), FakeSynthesizer(name="other")
    broken.way = way
    rack = loaded(broken, other)
    assert rack.synthesize("two words", "en", RATE) == other.synthesize("two words", "en", other.voice, RATE)
    with pytest.raises(VoiceError):
        VoiceRack([broken]).synthesize("two words", "en", RATE)
