"""What every voice promises, whichever engine makes it."""

from array import array
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.adapters.samples import Samples, speech_bounds
from kiosk.adapters.voices.engine_process import EngineProcess
from kiosk.adapters.voices.platform import PlatformSynthesizer
from kiosk.adapters.voices.silent import SilentSynthesizer
from kiosk.app.ports import Speech, Synthesizer
from kiosk.core.errors import VoiceError
from kiosk.core.pieces import MAX_UTTERANCE
from kiosk.core.rate import Rate
from kiosk.core.spoken_form import Pronounced
from kiosk.core.text import TextSpan, words
from kiosk.core.timeline import frames_to_ms, problems
from kiosk.core.voice import Tracking, Voice, choose_voice
from tests.contracts.real_voices import espeak, espeak_process, fake_process, neural, neural_process
from tests.fakes.fake_platform_engine import FakePlatformEngine
from tests.fakes.fake_synthesizer import FakeSynthesizer

RATE = Rate(160)
TEXTS = {
    "en": "Dr. Smith's Secretary-General paid $3.7 million, didn't he? “Yes,” she said.",
    "ru": "Что-то случилось: 25 декабря 2019 года, т. е. вчера, «Россия» заплатила 3,7 млн рублей!",
    "uk": "П'ять об’єктів у Києві — це 3,7 мільйона гривень; її ґанок, 2019 рік.",
    "tr": "Türkiye'nin başkenti Ankara'da 3,7 milyon kişi yaşıyor, öyle mi? İğde ağacı.",
    "ar": "قال الأمين العام: مَرْحَبًا بِكُمْ، إنّ ٣٫٧ مليون شخص وصلوا في 25 ديسمبر 2019؟",
}


class Case(NamedTuple):
    """An engine and a language that it speaks."""

    make: Callable[[], Synthesizer]
    language: str


def silent() -> Synthesizer:
    return SilentSynthesizer(tuple(TEXTS))


def platform() -> Synthesizer:
    return PlatformSynthesizer(FakePlatformEngine, is_supported=True)


def fake() -> Synthesizer:
    return FakeSynthesizer(tuple(TEXTS))


CASES = {
    "neural-en": Case(neural, "en"),
    **{f"espeak-{language}": Case(espeak, language) for language in TEXTS},
    "platform-en": Case(platform, "en"),
    "silent-en": Case(silent, "en"),
    "silent-ar": Case(silent, "ar"),
    "fake-en": Case(fake, "en"),
    "fake-ru": Case(fake, "ru"),
    "neural-process-en": Case(neural_process, "en"),
    "espeak-process-en": Case(espeak_process, "en"),
    "espeak-process-ar": Case(espeak_process, "ar"),
    "fake-process-en": Case(fake_process, "en"),
}
every_voice = pytest.mark.parametrize("case", CASES.values(), ids=CASES)


def speaker(case: Case) -> tuple[Synthesizer, Voice]:
    engine = case.make()
    voice = choose_voice(engine.voices(), case.language)
    assert voice is not None, "the engine is not installed"
    return engine, voice


def say(case: Case, text: str, words_per_minute: int = 160, pronounced: Sequence[Pronounced] = ()) -> Speech:
    engine, voice = speaker(case)
    return engine.synthesize(text, case.language, voice, Rate(words_per_minute), pronounced)


def check(speech: Speech, text: str) -> None:
    """What holds for every utterance."""
    assert len(speech.samples) == 2 * speech.frame_count
    assert [mark.span for mark in speech.marks] == list(words(text))
    assert problems(speech.marks, speech.frame_count) == []


def samples_of(speech: Speech) -> Samples:
    import numpy as np

    return np.frombuffer(speech.samples, dtype=np.int16)


@every_voice
def test_its_voices_are_described_without_loading_anything(case: Case) -> None:
    engine = case.make()
    voices = engine.voices()
    assert voices
    assert len({voice.id for voice in voices}) == len(voices)
    assert all(voice.name and 0 <= voice.quality <= 3 and isinstance(voice.tracking, Tracking) for voice in voices)
    assert any(voice.speaks(case.language) for voice in voices)
    assert list(engine.voices()) == list(voices)


@every_voice
def test_loading_twice_is_as_good_as_once(case: Case) -> None:
    engine, voice = speaker(case)
    engine.load(voice)
    engine.load(voice)
    check(engine.synthesize("2019", case.language, voice, RATE), "2019")


@every_voice
def test_every_word_has_one_mark_in_order_inside_the_sound(case: Case) -> None:
    text = TEXTS[case.language]
    speech = say(case, text)
    assert speech.frame_count > 0
    check(speech, text)


@every_voice
def test_a_voice_that_tracks_words_tells_them_apart(case: Case) -> None:
    speech = say(case, TEXTS[case.language])
    _, voice = speaker(case)
    starts = [mark.start_frame for mark in speech.marks]
    if voice.tracking is Tracking.WORD:
        assert len(set(starts)) > 0.8 * len(starts)
        assert starts[0] < speech.frame_count / 5
        assert starts[-1] > speech.frame_count / 2
    else:
        assert set(starts) == {0}


@every_voice
def test_silence_at_the_ends_is_trimmed(case: Case) -> None:
    _, voice = speaker(case)
    if voice.quality == 0:
        pytest.skip("a silent voice has no sound to trim")
    for text in (TEXTS[case.language], "2019", f"  {TEXTS[case.language]}  "):
        speech = say(case, text)
        start, end = speech_bounds(samples_of(speech))
        assert frames_to_ms(start) <= 25
        assert frames_to_ms(speech.frame_count - end) <= 30


@every_voice
def test_a_sound_is_loud_enough_and_not_clipped_flat(case: Case) -> None:
    _, voice = speaker(case)
    if voice.quality == 0:
        pytest.skip("a silent voice is silent")
    values = array("h", say(case, TEXTS[case.language]).samples)
    assert max(values) > 2000
    assert sum(abs(value) >= 32_767 for value in values) < len(values) / 1000


@every_voice
def test_faster_is_shorter(case: Case) -> None:
    lengths = [say(case, TEXTS[case.language], rate).frame_count for rate in (100, 160, 240, 320)]
    assert all(slower > faster for slower, faster in pairwise(lengths)), lengths


@every_voice
@pytest.mark.parametrize("rate", [80, 500])
def test_marks_hold_at_the_ends_of_the_range(case: Case, rate: int) -> None:
    check(say(case, TEXTS[case.language], rate), TEXTS[case.language])


@every_voice
def test_the_same_text_takes_the_same_time(case: Case) -> None:
    one, other = say(case, TEXTS[case.language]), say(case, TEXTS[case.language])
    # eSpeak NG wavers a little, on purpose.
    assert one.frame_count == pytest.approx(other.frame_count, rel=0.02)
    for mark, again in zip(one.marks, other.marks, strict=True):
        assert frames_to_ms(abs(mark.start_frame - again.start_frame)) < 50


HOSTILE = {
    "emoji": "Good 👍🏽 morning 🇺🇦 to ❤️ all 😀",
    "NUL": "one\0two three\0",
    "control": "one\x01\x1b[31m two\x7f",
    "brackets": "[one](/wʌn/) [[two]] {three} <four>",
    "markup": '<speak><break time="5s"/>five</speak> &amp; six',
    "commands": "[[slnc 5000]] \\rate=500 one \\x00 %s %n",
    "digits": "0 007 3.14159 1,234,567,890,123,456,789 1/2 ½ ² ٣ 99.9% 10:30 2019-12-23",
    "one letter": "a",
    "one digit": "7",
    "signs": "——— … a … ———",
    "abbreviations": "U.S. e.g. Ph.D. No. 5 St. etc.",
    "invisible": "a\u200bb\u200d c\u00ad\u2060d\ufeff e\u202ef",
    "combining": "a" + "\u0301" * 50 + " b",
    "scripts": "mixed смешанный 混合 مختلط ผสม",
    "no vowels": "xyzzy qwrtp bcdfg",
    "capitals": "NATO UNESCO ABCDEFGHIJKLMNOP",
    "long word": "a" * MAX_UTTERANCE,
    "long": ("word " * 60)[:MAX_UTTERANCE].strip(),
    "full of digits": "9" * MAX_UTTERANCE,
    "full of commas": ("a, " * 100)[:MAX_UTTERANCE].strip(),
    "link": "https://example.org/a?b=c&d=%20#e user@example.org",
    "private": "\ue000 a \U000f0000 \ufffd \uffff",
    "newlines": "one\ntwo\r\nthree\u2028four",
    "superscripts": "¹X note¹ m² ³⁄₄",
}


@every_voice
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_is_said_or_is_a_voice_error(case: Case, text: str) -> None:
    try:
        speech = say(case, text, 320)
    except VoiceError:
        return
    check(speech, text)
    # Nothing in a text is a command: "[[slnc 5000]]" makes no pause of five seconds.
    assert frames_to_ms(speech.frame_count) < 1000 + 450 * len(text)
    # The engine is as good as before.
    check(say(case, "2019"), "2019")


@every_voice
@settings(max_examples=12, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(min_size=1, max_size=40).filter(lambda text: any(letter.isalnum() for letter in text)))
def test_any_text_is_said_or_is_a_voice_error(case: Case, text: str) -> None:
    try:
        speech = say(case, text, 500)
    except VoiceError:
        return
    check(speech, text)


# -- how a word sounds ------------------------------------------------------------------------------------------

# Far longer than how it is written is read: no wavering of an engine makes up for it.
LONG = "ˈmanumanumaˌnumanumanu"
NAMES = {
    "en": "Then Lee, the UN and Idlib met.",
    "ru": "Тогда Lee, UN и Idlib встретились.",
    "uk": "Тоді Lee, UN та Idlib зустрілися.",
    "tr": "Sonra Lee, UN ve Idlib buluştu.",
    "ar": "ثم Lee, UN و Idlib التقوا.",
}


def pronounced_in(text: str, name: str, ipa: str) -> list[Pronounced]:
    return [Pronounced(TextSpan(text.index(name), text.index(name) + len(name)), ipa)]


def is_told(case: Case) -> bool:
    """Whether the engine can be told how a word sounds."""
    return case.make in (neural, espeak, neural_process, espeak_process)


@every_voice
def test_a_word_sounds_as_it_is_told_and_the_marks_stay_with_the_words(case: Case) -> None:
    text = NAMES[case.language]
    plain, told = say(case, text), say(case, text, pronounced=pronounced_in(text, "Lee", LONG))
    check(told, text)
    if not is_told(case):
        assert told.frame_count == plain.frame_count
        return
    assert frames_to_ms(told.frame_count - plain.frame_count) > 400
    lee = [word.of(text) for word in words(text)].index("Lee")
    before, after = plain.marks[lee], told.marks[lee]
    assert frames_to_ms(abs(after.start_frame - before.start_frame)) < 150, "what stands before it is as it was"
    assert frames_to_ms((after.end_frame - after.start_frame) - (before.end_frame - before.start_frame)) > 300


@every_voice
def test_several_words_may_be_told_at_once(case: Case) -> None:
    text = NAMES[case.language]
    pronounced = [*pronounced_in(text, "UN", "juː ˈɛn"), *pronounced_in(text, "Idlib", "ˈɪd lɪb ˈɪd lɪb")]
    check(say(case, text, pronounced=pronounced), text)
    whole = [Pronounced(TextSpan(0, len(text)), "ˈmanu ˈmanu")]
    check(say(case, text, pronounced=whole), text)


@every_voice
@pytest.mark.parametrize(
    "ipa", ["]] [[slnc 900]]", "@", "", "ˈ", "ʕ", "ˈɪdlɪb" * 60, "\0", "ˈɪd\nlɪb", "<break/>"]
)
def test_what_is_no_pronunciation_does_no_harm(case: Case, ipa: str) -> None:
    text = NAMES[case.language]
    speech = say(case, text, 320, pronounced_in(text, "Idlib", ipa))
    check(speech, text)
    assert frames_to_ms(speech.frame_count) < 1000 + 450 * (len(text) + len(ipa))


@every_voice
@pytest.mark.parametrize("name", ["commands", "brackets", "markup", "NUL"])
def test_a_text_with_a_word_that_is_told_holds_no_commands(case: Case, name: str) -> None:
    text = f"Idlib {HOSTILE[name]} Idlib"
    speech = say(case, text, 320, pronounced_in(text, "Idlib", "ˈɪdlɪb"))
    check(speech, text)
    plain = say(case, text, 320)
    # What stands between is read as ever: "[[slnc 5000]]" is neither obeyed nor swallowed. Voices that
    # read brackets aloud may read one less.
    between = [own.marks[-1].start_frame - own.marks[1].start_frame for own in (speech, plain)]
    assert frames_to_ms(abs(between[0] - between[1])) < 600


def process() -> Synthesizer:
    return EngineProcess(FakeSynthesizer)


@pytest.mark.parametrize("make", [silent, platform, fake, process])
def test_closing_is_quiet(make: Callable[[], Synthesizer]) -> None:
    engine = make()
    engine.close()
