"""Rate, voice, volume and pauses: heard at once, remembered for each language, told in words."""

from collections.abc import Iterator

import pytest

from kiosk import i18n
from kiosk.app.note import Note, PitchSet, RateSet, StopAfterSet, VoiceSet, VolumeSet
from kiosk.app.preferences import PreferenceKeeper
from kiosk.app.prompts import words_for_note
from kiosk.app.speech_settings import SpeechSettings
from kiosk.core.article import Article, Block, BlockKind
from kiosk.core.pause import Ending
from kiosk.core.rate import Rate
from kiosk.core.reading import Ended, Speaking
from kiosk.core.settings import Profile
from kiosk.core.spoken_form import Respelling
from kiosk.core.text import TextSpan
from kiosk.core.utterance import as_written
from kiosk.core.voice import Tracking, Voice
from tests.fakes.fake_output import samples_of
from tests.fakes.fake_store import FakeStore
from tests.fakes.fake_synthesizer import FakeSynthesizer
from tests.fakes.stage import Stage


def article(language: str, text: str = "Alpha beta gamma.") -> Article:
    return Article(language, "Title", language, (Block("b1", BlockKind.PARAGRAPH, text, language),))


class FormantSynthesizer(FakeSynthesizer):
    """A plain voice, clear at any rate."""

    def __init__(self, name: str = "plain") -> None:
        super().__init__(("en", "ru"), name, quality=1)
        self.voice = Voice(self.voice.id, "Plain", ("en", "ru"), Tracking.WORD, 1, is_formant=True)


class Desk:
    """The settings of a person with two voices."""

    def __init__(self, store: FakeStore | None = None) -> None:
        self.natural, self.plain = FakeSynthesizer(("en", "ru"), "natural", 3), FormantSynthesizer()
        self.stage = Stage(self.natural, self.plain)
        self.store = store or FakeStore()
        self.preferences = PreferenceKeeper(self.store, Profile.HOME)
        self.notes: list[Note] = []
        self.speech = SpeechSettings(self.stage.player, self.preferences, self.notes.append)
        self.speech.use(lambda: (self.natural.voice, self.plain.voice), as_written)

    def open(self, language: str) -> None:
        self.stage.player.open(article(language))
        self.speech.apply()


@pytest.fixture
def desk() -> Iterator[Desk]:
    i18n.set_language("en")
    made = Desk()
    made.open("en")
    yield made
    made.stage.close()


def test_each_language_remembers_its_own_rate_and_volume(desk: Desk) -> None:
    desk.speech.faster()
    desk.speech.softer()
    desk.open("ru")
    # A language without a choice of its own follows the last one.
    assert (desk.stage.player.rate, desk.speech.own().volume) == (Rate(170), 90)
    desk.speech.slower()
    desk.speech.slower()
    desk.speech.louder()
    desk.speech.louder()
    assert (desk.stage.player.rate, desk.speech.own().volume) == (Rate(150), 110)
    desk.open("en")
    assert (desk.stage.player.rate, desk.speech.own().volume) == (Rate(170), 90)
    again = Desk(desk.store)
    again.open("en")
    assert (again.stage.player.rate, again.speech.own().volume) == (Rate(170), 90)
    again.open("ru")
    assert (again.stage.player.rate, again.speech.own().volume) == (Rate(150), 110)
    again.stage.close()


def test_a_block_in_another_language_is_read_at_that_language_s_rate(desk: Desk) -> None:
    desk.open("ru")
    desk.speech.faster()
    desk.open("en")
    desk.speech.slower()
    mixed = Article("m", "Title", "en", (Block("b1", BlockKind.PARAGRAPH, "Слово.", "ru"),))
    desk.stage.player.open(mixed)
    desk.speech.apply()
    desk.stage.player.play()
    heard = samples_of(desk.stage.run_until_state(Ended))
    desk.stage.player.open(article("ru", "Слово."))
    assert heard


def test_volume_is_heard_at_once_and_never_wraps(desk: Desk) -> None:
    desk.stage.player.play()
    loud = max(samples_of(desk.stage.run(200)))
    for _ in range(5):
        desk.speech.softer()
    desk.stage.run(40)
    soft = max(samples_of(desk.stage.run(200)))
    assert 0 < soft < loud / 3
    for _ in range(20):
        desk.speech.louder()
    assert desk.notes[-1] == VolumeSet(120)
    assert words_for_note(desk.notes[-1]) == "Volume 120 percent."
    assert min(samples_of(desk.stage.run(300))) >= 0


def test_a_fast_voice_is_offered_above_300_and_taken_when_asked_for(desk: Desk) -> None:
    desk.preferences.set("rate", 300, "en")
    desk.speech.faster()
    assert "plain voice is clearer" in words_for_note(desk.notes[-1])
    desk.speech.take_fast_voice()
    desk.speech.faster()
    assert desk.notes == [RateSet(320, offers_fast_voice=True), VoiceSet("Plain"), RateSet(340)]
    desk.stage.player.play()
    desk.stage.run_until_state(Ended)
    assert desk.plain.spoken
    assert not desk.natural.spoken


def test_voices_are_gone_through_best_first(desk: Desk) -> None:
    names = []
    for _ in range(3):
        desk.speech.next_voice()
        names.append(desk.speech.own().voice)
    assert names == ["fake:plain", "fake:natural", "fake:plain"]
    desk.open("ru")
    assert desk.speech.own_voices() == [desk.natural.voice, desk.plain.voice]
    desk.open("hy")
    desk.speech.next_voice()
    assert desk.speech.own_voices() == []


def test_pitch_reaches_the_voice_and_stays_in_its_range(desk: Desk) -> None:
    for _ in range(9):
        desk.speech.higher()
    assert desk.notes[-1] == PitchSet(50)
    desk.stage.player.play()
    desk.stage.run_until_state(Ended)
    assert set(desk.natural.pitches) == {50}
    for _ in range(20):
        desk.speech.lower()
    assert desk.notes[-1] == PitchSet(-50)


def test_what_the_reading_stops_after_is_a_ring(desk: Desk) -> None:
    for unit in (Ending.PARAGRAPH, Ending.SENTENCE, Ending.ARTICLE):
        desk.speech.next_stop_after()
        assert desk.notes[-1] == StopAfterSet(unit)
    assert desk.store.records["preferences"]["stop_after"] == "article"


def test_what_is_said_otherwise_is_heard_and_the_written_word_is_lit(desk: Desk) -> None:
    def respell(text: str, language: str) -> list[Respelling]:
        start = text.find("beta")
        return [Respelling(TextSpan(start, start + 4), "B two")] if start >= 0 else []

    desk.speech.use(lambda: (desk.natural.voice,), respell)
    desk.stage.player.play()
    desk.stage.run_until_state(Speaking)
    lit: set[tuple[int, int]] = set()
    desk.stage.player.state.subscribe(lambda state: lit.add((state.at.passage, state.at.span.start)))
    desk.stage.run_until_state(Ended)
    assert desk.natural.spoken == ["Title", "Alpha B two gamma."]
    assert {place for place in lit if place[0] == 1} == {(1, 0), (1, 6), (1, 11)}
