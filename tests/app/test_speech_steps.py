"""What a listener can change about the speech: steps, rings, what is told of each, and what is heard at once."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kiosk import i18n
from kiosk.app.note import Note, PausesSet, ResumeBackSet, StopAfterSet, VoiceSet
from kiosk.app.preferences import PreferenceKeeper
from kiosk.app.prompts import words_for_note
from kiosk.app.speech_settings import SpeechSettings
from kiosk.core.article import Article, Block, BlockKind
from kiosk.core.pause import Ending
from kiosk.core.reading import Preparing, Speaking, Stopped
from kiosk.core.settings import Profile
from kiosk.core.utterance import as_written
from kiosk.core.voice import Voice
from tests.fakes.fake_store import FakeStore
from tests.fakes.fake_synthesizer import FakeSynthesizer
from tests.fakes.stage import Stage

ARTICLE = Article("a", "Title", "en", (Block("b1", BlockKind.PARAGRAPH, "Alpha beta. Gamma delta.", "en"),))


def engine(
    name: str, quality: int, is_formant: bool = False, languages: tuple[str, ...] = ("en",)
) -> FakeSynthesizer:
    made = FakeSynthesizer(languages, name, quality)
    made.voice = replace(made.voice, is_formant=is_formant)
    return made


class Settings:
    """Settings for a player with three voices, of which two read English."""

    def __init__(self) -> None:
        self.engines = (
            engine("plain", 1, is_formant=True),
            engine("good", 3),
            engine("other", 2, languages=("ru",)),
        )
        self.stage = Stage(*self.engines)
        self.preferences = PreferenceKeeper(FakeStore(), Profile.HOME)
        self.notes: list[Note] = []
        self.speech = SpeechSettings(self.stage.player, self.preferences, self.notes.append)
        self.speech.use(lambda: tuple(own.voice for own in self.engines), as_written)
        self.stage.player.open(ARTICLE)
        self.speech.apply()

    @property
    def voice(self) -> Voice:
        found = self.speech.voice()
        assert found is not None
        return found


@pytest.fixture
def made() -> Iterator[Settings]:
    i18n.set_language("en")
    settings = Settings()
    yield settings
    settings.stage.close()


def test_pauses_go_by_what_is_offered_and_stay_at_both_ends(made: Settings) -> None:
    def told() -> list[int]:
        found = [note.percent for note in made.notes if isinstance(note, PausesSet)]
        made.notes.clear()
        return found

    for _ in range(5):
        made.speech.longer_pauses()
    assert told() == [150, 200, 300, 300, 300]
    for _ in range(7):
        made.speech.shorter_pauses()
    assert told() == [200, 150, 100, 50, 0, 0, 0]
    assert made.preferences.settings.value.pause == 0
    assert [words_for_note(PausesSet(percent)) for percent in (0, 50)] == ["No pauses.", "Pauses 50 percent."]


def test_a_pause_that_was_written_into_the_settings_by_hand_leads_to_what_is_offered(made: Settings) -> None:
    made.preferences.set("pause", 120)
    made.speech.longer_pauses()
    assert made.preferences.settings.value.pause == 150
    made.preferences.set("pause", 120)
    made.speech.shorter_pauses()
    assert made.preferences.settings.value.pause == 100


def test_pauses_are_heard_at_once(made: Settings) -> None:
    made.stage.player.play()
    made.stage.run_until_state(Speaking)
    made.speech.longer_pauses()
    assert made.stage.is_in(Preparing)


def test_the_voice_that_reads_is_the_one_that_is_named(made: Settings) -> None:
    assert made.voice.name == "good"
    made.stage.player.play()
    made.stage.run_until_state(Speaking)
    assert [own.voice.name for own in made.engines if own.spoken] == ["good"]


def test_voices_are_a_ring_in_both_directions_and_each_step_is_another(made: Settings) -> None:
    found = []
    for by in (1, 1, -1, -1):
        made.speech.next_voice(by)
        found.append(made.voice.name)
    assert found == ["plain", "good", "plain", "good"]
    assert [note.name for note in made.notes if isinstance(note, VoiceSet)] == found


def test_the_first_step_leaves_the_voice_that_reads_also_between_equals() -> None:
    settings = Settings()
    settings.engines[0].voice = replace(settings.engines[0].voice, quality=3)
    before = settings.voice
    settings.speech.next_voice()
    assert settings.voice != before
    settings.stage.close()


def test_the_plain_voice_is_offered_above_300_words_and_only_until_it_reads(made: Settings) -> None:
    made.preferences.set("rate", 300, "en")
    offered = [made.speech.offers_fast_voice]
    for step in (made.speech.faster, made.speech.take_fast_voice):
        step()
        offered.append(made.speech.offers_fast_voice)
    assert offered == [False, True, False]
    assert made.voice.name == "plain"


def test_stop_after_is_a_ring_in_both_directions(made: Settings) -> None:
    for by in (1, 1, 1, -1):
        made.speech.next_stop_after(by)
    told = [note.unit for note in made.notes if isinstance(note, StopAfterSet)]
    assert told == [Ending.PARAGRAPH, Ending.SENTENCE, Ending.ARTICLE, Ending.SENTENCE]
    assert made.speech.stop_after is Ending.SENTENCE


def test_going_back_after_a_long_pause_can_be_switched_off_and_is_told(made: Settings) -> None:
    before = made.speech.is_resuming_back
    made.speech.set_resume_back(False)
    assert (before, made.speech.is_resuming_back) == (True, False)
    assert made.preferences.settings.value.resume_back == "off"
    assert made.notes == [ResumeBackSet(False)]
    assert words_for_note(ResumeBackSet(True)) != words_for_note(ResumeBackSet(False))


def test_what_is_said_in_other_words_is_said_anew_from_the_current_word(made: Settings) -> None:
    made.speech.respell_anew()
    assert made.stage.is_in(Stopped)
    made.stage.player.play()
    made.stage.run_until(lambda: made.stage.state.at.quote.startswith("beta"))
    place = made.stage.state.at
    made.speech.respell_anew()
    assert made.stage.is_in(Preparing)
    assert made.stage.state.at == place
