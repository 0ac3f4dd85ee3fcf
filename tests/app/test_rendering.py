"""From an article to sound: which voice speaks, every word once, the pauses between, and what is said instead."""

import threading
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.app.ports import Speech
from kiosk.app.rendering import RenderedUtterance, render
from kiosk.app.rendering_choice import RenderingChoice
from kiosk.app.voice_rack import NoVoiceError, VoiceRack
from kiosk.core.article import Article, Block, BlockKind
from kiosk.core.errors import VoiceError
from kiosk.core.pause import Boundary, pause_after
from kiosk.core.rate import Rate
from kiosk.core.spoken_form import Pronounced
from kiosk.core.text import TextSpan, words
from kiosk.core.timeline import LEAD_MARGIN_MS, TAIL_MARGIN_MS, ms_to_frames
from kiosk.core.voice import Voice
from tests.fakes.fake_output import samples_of
from tests.fakes.fake_synthesizer import (
    FRAMES_PER_LETTER,
    FailingSynthesizer,
    FakeSynthesizer,
    UnloadableSynthesizer,
    sample_of,
)

RATE = Rate(160)
PLAIN = RenderingChoice(RATE)
TEXTS = ("First words here. A second sentence, with a comma.", "* * *", "Third passage.", "End.")


def article(*texts: str, language: str = "en", **languages: str) -> Article:
    """An article of paragraphs; ``b2="hy"`` sets another language for the second."""
    blocks = [
        Block(f"b{number}", BlockKind.PARAGRAPH, text, languages.get(f"b{number}", language))
        for number, text in enumerate(texts, 1)
    ]
    return Article("a", "The title", language, tuple(blocks))


def notice(language: str) -> tuple[str, str]:
    return f"no voice for {language}", "en"


def rendered(own: Article, rack: VoiceRack | None = None, **options: object) -> list[RenderedUtterance]:
    values = {"first": 0, "last": own.last_passage, "choice": PLAIN, **options}
    return list(render(rack or VoiceRack([FakeSynthesizer()]), own, **values))  # type: ignore[arg-type]


def pause_frames(boundary: Boundary, rate: Rate = RATE, percent: int = 100) -> int:
    """Frames to add so that a pause is heard as it was set: speech has silent margins of its own."""
    pause_ms = pause_after(boundary, rate, percent).total_seconds() * 1000
    return max(0, ms_to_frames(pause_ms - LEAD_MARGIN_MS - TAIL_MARGIN_MS))


# -- the rack -----------------------------------------------------------------------------------------------------


PATIENCE_S = 20


class DyingSynthesizer(FailingSynthesizer):
    """Dies on a word, and then takes its time to start again."""

    def __init__(self, dies_on: str, times: int | None = None) -> None:
        super().__init__(dies_on, times, name="dying", quality=3)
        self.is_starting, self.may_start, self.has_started = (threading.Event() for _ in range(3))

    def synthesize(
        self,
        text: str,
        language: str,
        voice: Voice,
        rate: Rate,
        pronounced: Sequence[Pronounced] = (),
        pitch_percent: int = 0,
    ) -> Speech:
        self.ready = True
        try:
            return super().synthesize(text, language, voice, rate, pronounced, pitch_percent)
        except VoiceError:
            self.ready = False
            raise

    def load(self, voice: Voice) -> None:
        self.is_starting.set()
        assert self.may_start.wait(PATIENCE_S)
        self.ready = True
        self.has_started.set()


def test_the_best_voice_that_speaks_the_language_is_taken() -> None:
    plain, better = FakeSynthesizer(quality=2), FakeSynthesizer(name="better", quality=3)
    russian = FakeSynthesizer(("ru",), "ru")
    rack = VoiceRack([plain, better, russian])
    rack.synthesize("one", "en", RATE)
    rack.synthesize("два", "ru", RATE)
    rack.synthesize("three", "en", RATE, "fake:fake")
    assert (plain.spoken, better.spoken, russian.spoken) == (["three"], ["one"], ["два"])


def test_a_voice_that_fails_once_is_asked_again() -> None:
    engine, other = FailingSynthesizer(times=1, quality=3), FakeSynthesizer()
    rack = VoiceRack([engine, other])
    assert rack.synthesize("one", "en", RATE).samples
    assert (engine.spoken, other.spoken) == (["one"], [])


def test_a_voice_that_fails_twice_leaves_that_text_to_the_next() -> None:
    engine, other = FailingSynthesizer(times=2, quality=3), FakeSynthesizer()
    rack = VoiceRack([engine, other])
    rack.synthesize("one", "en", RATE)
    rack.synthesize("two", "en", RATE)
    assert (engine.failures, engine.spoken, other.spoken) == (2, ["two"], ["one"])
    assert rack.take_replaced() == []


def test_a_voice_that_fails_on_three_texts_in_a_row_is_left_out_for_good() -> None:
    engine, other = FailingSynthesizer("bad", quality=3), FakeSynthesizer()
    rack = VoiceRack([engine, other])
    for text in ("bad 1", "bad 2", "good", "bad 3", "bad 4", "bad 5", "good again"):
        rack.synthesize(text, "en", RATE)
    assert engine.spoken == ["good"]
    assert rack.voices() == (other.voice,)
    assert rack.take_replaced() == [other.voice]
    assert rack.take_replaced() == []


def test_while_an_engine_that_died_starts_again_another_voice_reads() -> None:
    engine, other = DyingSynthesizer("alpha"), FakeSynthesizer(name="other")
    rack = VoiceRack([engine, other])
    rack.has_time = lambda: False
    rack.synthesize("alpha", "en", RATE)
    assert (engine.failures, other.spoken) == (1, ["alpha"]), "nobody waited for a second try"
    assert engine.is_starting.wait(PATIENCE_S)
    rack.synthesize("beta", "en", RATE)
    engine.may_start.set()
    assert engine.has_started.wait(PATIENCE_S)
    spoken_by_it: list[str] = []
    while not spoken_by_it:
        rack.synthesize("gamma", "en", RATE)
        spoken_by_it = engine.spoken
    assert spoken_by_it == ["gamma"]
    assert rack.take_replaced() == []


def test_an_engine_that_died_is_waited_for_when_no_other_voice_speaks_the_language() -> None:
    engine = DyingSynthesizer("alpha", times=1)
    engine.may_start.set()
    rack = VoiceRack([engine, FakeSynthesizer(("ru",), "other")])
    rack.synthesize("alpha", "en", RATE)
    assert (engine.failures, engine.spoken) == (1, ["alpha"])


def test_an_engine_that_breaks_its_promise_gives_way_too() -> None:
    engine, other = FailingSynthesizer(error=IndexError, quality=3), FakeSynthesizer()
    VoiceRack([engine, other]).synthesize("one", "en", RATE)
    assert (engine.failures, other.spoken) == (2, ["one"])
    with pytest.raises(VoiceError, match="IndexError"):
        VoiceRack([engine]).synthesize("one", "en", RATE)


def test_when_every_voice_fails_that_is_said() -> None:
    engines = [FailingSynthesizer(quality=3), FailingSynthesizer(name="other")]
    with pytest.raises(VoiceError) as caught:
        VoiceRack(engines).synthesize("one", "en", RATE)
    assert not isinstance(caught.value, NoVoiceError)
    assert [engine.failures for engine in engines] == [2, 2]


def test_a_text_that_no_voice_can_say_silences_none_of_them_for_the_next() -> None:
    engines = [FailingSynthesizer("☃", quality=3), FailingSynthesizer("☃", name="other")]
    rack = VoiceRack(engines)
    with pytest.raises(VoiceError):
        rack.synthesize("a ☃", "en", RATE)
    rack.synthesize("fine", "en", RATE)
    assert engines[0].spoken == ["fine"]


def test_a_language_without_a_voice_is_named() -> None:
    with pytest.raises(NoVoiceError) as caught:
        VoiceRack([FakeSynthesizer(("ru",))]).synthesize("один", "uk", RATE)
    assert caught.value.language == "uk"


def test_the_last_resort_speaks_only_while_there_is_no_other_voice() -> None:
    silent, english = FakeSynthesizer(("en", "ru"), "silent", quality=0), FailingSynthesizer()
    rack = VoiceRack([english], silent)
    assert rack.voices() == (english.voice,)
    with pytest.raises(NoVoiceError):
        rack.synthesize("один", "ru", RATE)
    assert VoiceRack([], silent).voices() == (silent.voice,)
    VoiceRack([], silent).synthesize("один", "ru", RATE)
    assert silent.spoken == ["один"]


def test_loading_makes_the_language_s_voice_ready() -> None:
    english, russian = FakeSynthesizer(), FakeSynthesizer(("ru",), "ru")
    rack = VoiceRack([english, russian])
    rack.load("ru")
    rack.load("hy")
    assert (english.loaded, russian.loaded) == ([], ["fake:ru"])


def test_a_voice_that_cannot_be_loaded_is_left_out() -> None:
    broken, other = UnloadableSynthesizer(quality=3, name="broken"), FakeSynthesizer()
    rack = VoiceRack([broken, other])
    rack.load("en")
    rack.synthesize("one", "en", RATE)
    assert (broken.spoken, other.spoken, rack.voices()) == ([], ["one"], (other.voice,))


def test_closing_lets_go_of_every_engine() -> None:
    engines = [FakeSynthesizer(), FakeSynthesizer(name="b"), FakeSynthesizer(name="last")]
    VoiceRack(engines[:2], engines[2]).close()
    assert all(engine.is_closed for engine in engines)


# -- rendering ----------------------------------------------------------------------------------------------------


def test_every_word_of_the_article_is_rendered_once_in_order_with_its_place() -> None:
    own = article(*TEXTS)
    found = [(utterance.passage, word.span) for utterance in rendered(own) for word in utterance.words]
    passages = range(own.last_passage + 1)
    assert found == [(passage, word) for passage in passages for word in words(own.passage(passage).text)]


def test_words_are_where_their_sound_is() -> None:
    own = article(*TEXTS)
    for utterance in rendered(own):
        text = own.passage(utterance.passage).text
        samples = samples_of(utterance.samples)
        for word in utterance.words:
            spoken = samples[word.start_frame : word.end_frame : FRAMES_PER_LETTER]
            assert spoken == [sample_of(letter) for letter in word.span.of(text)]


@given(start=st.integers(0, 60), first=st.integers(0, 4))
def test_rendering_begins_with_the_word_at_a_place(start: int, first: int) -> None:
    own = article(*TEXTS)
    found = [
        (utterance.passage, word.span)
        for utterance in rendered(own, first=first, start=start)
        for word in utterance.words
    ]
    expected = [
        (passage, word)
        for passage in range(first, own.last_passage + 1)
        for word in words(own.passage(passage).text)
        if passage > first or word.end > start
    ]
    assert found == expected


def test_pauses_follow_what_ends_and_nothing_follows_the_last() -> None:
    own = article(*TEXTS)
    assert [utterance.pause_frames for utterance in rendered(own)] == [
        pause_frames(Boundary.HEADING),
        pause_frames(Boundary.SENTENCE),
        pause_frames(Boundary.PARAGRAPH),
        pause_frames(Boundary.PARAGRAPH),
        0,
    ]


@pytest.mark.parametrize(
    "texts", [("The end. * * *",), ("The end.  ",), ("The end.", "* * *"), ("The end.", "", "—")]
)
def test_nothing_follows_the_last_word_even_when_signs_do(texts: tuple[str, ...]) -> None:
    assert rendered(article(*texts))[-1].pause_frames == 0


def test_pauses_follow_rate_and_setting() -> None:
    fast, wide = RenderingChoice(Rate(320)), RenderingChoice(RATE, "", 300)
    none = RenderingChoice(RATE, "", 0)
    own = article(*TEXTS)
    assert rendered(own, choice=fast)[0].pause_frames == pause_frames(Boundary.HEADING, Rate(320))
    assert rendered(own, choice=wide)[0].pause_frames == pause_frames(Boundary.HEADING, RATE, 300)
    assert not any(utterance.pause_frames for utterance in rendered(own, choice=none))


def test_only_what_is_asked_for_is_rendered() -> None:
    assert [utterance.passage for utterance in rendered(article(*TEXTS), first=2, last=3)] == [3]


def test_rendering_stops_before_the_next_utterance_when_nobody_wants_it() -> None:
    engine = FakeSynthesizer()
    answers = iter([True, True, False])
    found = rendered(article(*TEXTS), VoiceRack([engine]), is_live=lambda: next(answers))
    assert len(found) == len(engine.spoken) == 2


def test_nothing_is_rendered_ahead_of_being_taken() -> None:
    engine = FakeSynthesizer()
    utterances = render(VoiceRack([engine]), article(*TEXTS), 0, 4, PLAIN)
    next(utterances)
    assert len(engine.spoken) == 1


def test_the_first_utterance_is_short_and_only_the_first() -> None:
    long = "Some words to begin all this with, " + "and then a great many more words " * 6 + "follow."
    engine = FakeSynthesizer()
    rendered(article(long, long), VoiceRack([engine]), first=1)
    assert engine.spoken[0] == "Some words to begin all this with,"
    assert engine.spoken[2].startswith("Some words to begin all this with, and")


@pytest.mark.conforms("CF-16")
def test_each_passage_is_read_by_a_voice_of_its_language() -> None:
    english, russian = FakeSynthesizer(), FakeSynthesizer(("ru",), "ru")
    rendered(article("One.", "Два.", "Three.", b2="ru"), VoiceRack([english, russian]))
    assert (english.spoken, russian.spoken) == (["The title", "One.", "Three."], ["Два."])


# -- without a voice ----------------------------------------------------------------------------------------------


def test_without_a_notice_a_passage_without_a_voice_is_an_error() -> None:
    with pytest.raises(NoVoiceError) as caught:
        rendered(article("One.", "Երկու.", b2="hy"))
    assert caught.value.language == "hy"


@pytest.mark.conforms("CF-16")
def test_a_notice_stands_for_a_run_of_passages_without_a_voice() -> None:
    engine = FakeSynthesizer()
    own = article("One.", "Երկու. Երեք.", "Չորս.", "Five.", "ექვსი.", "Seven.", b2="hy", b3="hy", b5="ka")
    found = rendered(own, VoiceRack([engine]), notice=notice)
    assert engine.spoken == ["The title", "One.", "no voice for hy", "Five.", "no voice for ka", "Seven."]
    assert [utterance.passage for utterance in found] == [0, 1, 2, 4, 5, 6]
    assert [word.span for word in found[2].words] == [TextSpan(0, 0)]
    assert found[2].pause_frames == pause_frames(Boundary.PARAGRAPH)


def test_a_second_run_of_the_same_language_is_said_again() -> None:
    engine = FakeSynthesizer()
    rendered(article("Մեկ.", "Two.", "Երեք.", b1="hy", b3="hy"), VoiceRack([engine]), notice=notice)
    assert engine.spoken == ["The title", "no voice for hy", "Two.", "no voice for hy"]


def test_when_nothing_could_be_read_that_is_an_error_after_the_notice() -> None:
    engine = FakeSynthesizer()
    own = article("Մեկ.", "Երկու.", language="hy")
    taken: list[RenderedUtterance] = []
    with pytest.raises(NoVoiceError):
        taken.extend(render(VoiceRack([engine]), own, 0, 2, PLAIN, notice=notice))
    assert engine.spoken == ["no voice for hy"]


def test_a_notice_that_has_no_voice_either_is_left_to_the_screen() -> None:
    rack = VoiceRack([FakeSynthesizer(("ru",))])
    found = rendered(article("Два.", "Երեք.", b1="ru", b2="hy"), rack, first=1, notice=notice)
    assert [utterance.passage for utterance in found] == [1]


def test_a_failing_voice_is_an_error_even_with_a_notice() -> None:
    with pytest.raises(VoiceError) as caught:
        rendered(article("One.", "Bad."), VoiceRack([FailingSynthesizer("Bad")]), notice=notice)
    assert not isinstance(caught.value, NoVoiceError)
