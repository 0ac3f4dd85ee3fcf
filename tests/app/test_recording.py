"""A recording in the reading: which passages it reads, where a voice goes on, and what is said when it breaks."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from kiosk.app.bookmarks import Bookmarks
from kiosk.app.donation import DonationDesk
from kiosk.app.library import Library
from kiosk.app.note import Note, RecordingLeftOut, VoiceSet
from kiosk.app.preferences import PreferenceKeeper
from kiosk.app.prompts import words_for_note
from kiosk.app.reading import Reading
from kiosk.app.recording import RecordingDesk
from kiosk.app.rendering import RenderedUtterance, render
from kiosk.app.rendering_choice import Manner, RenderingChoice
from kiosk.app.speaking import speak
from kiosk.app.voice_rack import VoiceRack
from kiosk.core.article import Article, Block, BlockKind
from kiosk.core.locator import locate
from kiosk.core.pause import Boundary, Ending, pause_after
from kiosk.core.rate import Rate
from kiosk.core.reading import Ended, Speaking
from kiosk.core.settings import Profile
from kiosk.core.spoken_form import Respelling
from kiosk.core.text import TextSpan, words
from kiosk.core.timeline import LEAD_MARGIN_MS, TAIL_MARGIN_MS, ms_to_frames
from kiosk.core.utterance import as_written
from kiosk.core.voice import RECORDED, Tracking
from tests.fakes.fake_content import FakeContent
from tests.fakes.fake_output import samples_of
from tests.fakes.fake_recording import FakeRecording, FakeRecordings, recorded_sample_of
from tests.fakes.fake_store import FakeStore
from tests.fakes.fake_synthesizer import FakeSynthesizer
from tests.fakes.fake_timer import FakeTimer
from tests.fakes.stage import Stage

RATE = Rate(160)
TEXTS = ("Alpha beta, gamma delta. Epsilon zeta eta theta iota.", "Kappa — lambda…", "Mu nu. Xi omicron.")


def article(*texts: str, language: str = "en") -> Article:
    blocks = tuple(
        Block(f"b{number}", BlockKind.PARAGRAPH, text, language) for number, text in enumerate(texts or TEXTS, 1)
    )
    return Article("a", "Title", language, blocks, recording="sound.ogg")


ARTICLE = article()


def choice(recording: FakeRecording | None, **options: object) -> RenderingChoice:
    return RenderingChoice(RATE, find_recording=lambda _: recording, **options)  # type: ignore[arg-type]


def rendered(
    recording: FakeRecording, own: Article = ARTICLE, engine: FakeSynthesizer | None = None, **options: object
) -> list[RenderedUtterance]:
    values = {"first": 0, "last": own.last_passage, "choice": choice(recording), **options}
    return list(render(VoiceRack([engine or FakeSynthesizer()]), own, **values))  # type: ignore[arg-type]


def lit(found: list[RenderedUtterance], own: Article = ARTICLE) -> list[str]:
    """What is lit, in order."""
    return [word.span.of(own.passage(each.passage).text) for each in found for word in each.words]


def pause_frames(boundary: Boundary) -> int:
    return ms_to_frames(pause_after(boundary, RATE).total_seconds() * 1000 - LEAD_MARGIN_MS - TAIL_MARGIN_MS)


# -- which voice reads ------------------------------------------------------------------------------------------


def test_the_recording_reads_what_it_holds_and_a_voice_the_rest() -> None:
    engine, recording = FakeSynthesizer(), FakeRecording(ARTICLE, (1, 3))
    found = rendered(recording, engine=engine)
    assert engine.spoken == ["Title", "Kappa", "lambda…"]
    # A sentence at a time, however long it is and whatever signs are in it.
    assert recording.asked == [
        "Alpha beta, gamma delta.",
        "Epsilon zeta eta theta iota.",
        "Mu nu.",
        "Xi omicron.",
    ]
    every_word = [word.of(ARTICLE.passage(at).text) for at in range(4) for word in words(ARTICLE.passage(at).text)]
    assert lit(found) == every_word
    for each in found:
        if each.samples:
            assert (samples_of(each.samples)[0] < 0) == (each.passage in (1, 3))


@pytest.mark.parametrize(
    ("voice", "by_language", "is_recorded"),
    [
        ("", {}, True),
        (RECORDED, {}, True),
        ("fake:fake", {}, False),
        ("fake:fake", {"en": Manner(RATE, "")}, True),
        ("", {"en": Manner(RATE, "fake:fake")}, False),
        ("", {"ru": Manner(RATE, "fake:fake")}, True),
    ],
)
def test_another_voice_that_was_chosen_reads_instead(
    voice: str, by_language: dict[str, Manner], is_recorded: bool
) -> None:
    engine, recording = FakeSynthesizer(), FakeRecording(ARTICLE, (1, 2, 3))
    asked = choice(recording, voice_id=voice, by_language=by_language)
    rendered(recording, engine=engine, choice=asked, first=1)
    assert bool(recording.asked) == is_recorded
    assert bool(engine.spoken) != is_recorded


def test_a_recording_is_heard_in_a_language_that_no_voice_speaks() -> None:
    own = article("Մեկ երկու.", language="hy")
    found = rendered(FakeRecording(own, (0, 1)), own)
    assert lit(found, own) == ["Title", "Մեկ", "երկու"]


def test_what_is_said_in_other_words_is_left_to_the_speaker() -> None:
    def respell(text: str, language: str) -> list[Respelling]:
        return [Respelling(TextSpan(0, 5), "ALPHABETICALLY")]

    engine, recording = FakeSynthesizer(), FakeRecording(ARTICLE, (1,))
    rendered(recording, engine=engine, choice=choice(recording, respell=respell))
    assert recording.asked[0] == "Alpha beta, gamma delta."
    assert engine.spoken == ["ALPHABETICALLY", "ALPHABETICALLY", "lambda…", "ALPHABETICALLY.", "Xi omicron."]


# -- sound and pauses -------------------------------------------------------------------------------------------


def test_pauses_and_endings_are_those_of_the_player() -> None:
    found = rendered(FakeRecording(ARTICLE, (1, 2, 3)), first=1)
    silences = [(each.passage, each.pause_frames, each.ending) for each in found if not each.samples]
    sentence, paragraph = pause_frames(Boundary.SENTENCE), pause_frames(Boundary.PARAGRAPH)
    assert silences == [
        (1, sentence, Ending.SENTENCE),
        (1, paragraph, Ending.PARAGRAPH),
        (2, paragraph, Ending.PARAGRAPH),
        (3, sentence, Ending.SENTENCE),
        (3, 0, Ending.PARAGRAPH),
    ]
    assert all(each.pause_frames == 0 and each.ending is Ending.NOTHING for each in found if each.samples)


def test_the_sound_is_the_recording_s_to_the_sample() -> None:
    found = rendered(FakeRecording(ARTICLE, (3,)), first=3)
    heard = [value for each in found for value in samples_of(each.samples)]
    expected = [value for letter in "Mu nuXi omicron" for value in [recorded_sample_of(letter)] * 200]
    assert heard == expected


def test_it_begins_and_ends_at_the_word_that_is_asked_for() -> None:
    recording = FakeRecording(ARTICLE, (1,))
    found = rendered(recording, first=1, last=1, start=19, end=TEXTS[1 - 1].index("eta theta"))
    assert lit(found) == ["delta", "Epsilon", "zeta"]


def test_a_voice_reads_what_cannot_be_cut_out_of_a_sentence() -> None:
    engine, recording = FakeSynthesizer(), FakeRecording(ARTICLE, (1,), Tracking.SENTENCE)
    found = rendered(recording, engine=engine, first=1, last=1, start=12)
    assert engine.spoken == ["gamma delta."]
    assert lit(found) == ["gamma", "delta", "Epsilon zeta eta theta iota."]


def test_no_more_is_made_once_nobody_waits_for_it() -> None:
    recording = FakeRecording(ARTICLE, (1,))
    live = iter((True, False, False))
    found = rendered(recording, first=1, last=1, is_live=lambda: next(live))
    assert lit(found) == ["Alpha", "beta", "gamma"]


def test_the_speak_command_marks_every_word_once() -> None:
    recording = FakeRecording(ARTICLE, (1, 3))
    frame_count, marks = 0, []
    for samples, own in speak(VoiceRack([FakeSynthesizer()]), ARTICLE, 1, 3, choice(recording)):
        frame_count += len(samples) // 2
        marks += own
    assert [(mark.paragraph, mark.text) for mark in marks] == [
        (at, word.of(ARTICLE.passage(at).text)) for at in (1, 2, 3) for word in words(ARTICLE.passage(at).text)
    ]
    moments = [moment for mark in marks for moment in (mark.start_ms, mark.end_ms)]
    assert moments == sorted(moments)
    assert moments[-1] <= frame_count / 24


# -- a recording that breaks --------------------------------------------------------------------------------------


@pytest.mark.parametrize("breaks_at", ["Alpha", "delta", "Epsilon", "iota"])
def test_where_it_breaks_a_voice_reads_on(breaks_at: str) -> None:
    engine, recording = FakeSynthesizer(), FakeRecording(ARTICLE, (1, 2, 3), breaks_at=breaks_at)
    found = rendered(recording, engine=engine, first=1)
    told = lit(found)
    # Every word is heard; the one that broke off may be heard twice.
    assert list(dict.fromkeys(told)) == [
        word.of(ARTICLE.passage(at).text) for at in (1, 2, 3) for word in words(ARTICLE.passage(at).text)
    ]
    assert len(told) <= len(set(told)) + 1
    assert any(breaks_at in spoken for spoken in engine.spoken)
    assert engine.spoken[-1] == "Xi omicron.", "from there on it is the voice that reads"


def test_after_a_break_the_pause_and_the_ending_are_right() -> None:
    found = rendered(FakeRecording(ARTICLE, (1,), breaks_at="Alpha"), first=1, last=1)
    assert [(each.pause_frames > 0, each.ending) for each in found] == [
        (True, Ending.SENTENCE),
        (False, Ending.PARAGRAPH),
    ]


# -- the desk -----------------------------------------------------------------------------------------------------


def test_a_recording_is_read_when_it_is_first_asked_for_and_once() -> None:
    recording = FakeRecording(ARTICLE, (1,))
    source = FakeRecordings(recording)
    desk = RecordingDesk(source)
    desk.open("en/a.md")
    assert source.asked == []
    assert desk.recording_of(ARTICLE) is recording
    assert desk.recording_of(ARTICLE) is recording
    assert source.asked == ["en/a.md"]
    desk.open("en/b.md")
    assert desk.recording_of(ARTICLE) is recording
    assert source.asked == ["en/a.md", "en/b.md"]


def test_it_is_offered_as_a_voice_unless_it_is_known_to_be_broken() -> None:
    desk = RecordingDesk(FakeRecordings(FakeRecording(ARTICLE, (1,), problem="sound.json, mark 3: it is wrong")))
    desk.open("a.md")
    assert desk.voices(None) == ()
    assert desk.voices(ARTICLE._replace(recording="")) == ()
    (voice,) = desk.voices(ARTICLE)
    assert (voice.id, voice.quality, voice.languages) == (RECORDED, 4, ("en",))
    desk.recording_of(ARTICLE)
    assert desk.voices(ARTICLE) == ()


# -- the reading --------------------------------------------------------------------------------------------------


class Visit:
    """A reading of one article, with its recording."""

    def __init__(self, recording: FakeRecording | None) -> None:
        self.stage = Stage()
        store, content = FakeStore(), FakeContent({"a.md": ARTICLE})
        library = Library(content, store, Profile.HOME, self.stage.clock)
        self.preferences = PreferenceKeeper(store, Profile.HOME)
        desk = DonationDesk(None, store, self.stage.clock)
        bookmarks = Bookmarks(store, Profile.HOME)
        self.reading = Reading(self.stage.player, library, self.preferences, desk, bookmarks, FakeTimer)
        self.source = FakeRecordings(recording)
        recordings = RecordingDesk(self.source)
        engines = self.stage.engines
        self.reading.speech.use(lambda: tuple(engine.voice for engine in engines), as_written, recordings)
        self.reading.prepare = recordings.open
        self.notes: list[Note] = []
        self.reading.note.subscribe(lambda note: self.notes.append(note) if note is not None else None)
        assert self.reading.open("a.md")

    @property
    def spoken(self) -> list[str]:
        return self.stage.engines[0].spoken


NewVisit = Callable[[FakeRecording | None], Visit]


@pytest.fixture
def new_visit() -> Iterator[NewVisit]:
    visits: list[Visit] = []

    def make(recording: FakeRecording | None) -> Visit:
        visits.append(Visit(recording))
        return visits[-1]

    yield make
    for visit in visits:
        visit.stage.close()


@pytest.mark.conforms("CF-04", "SW-02")
def test_the_words_of_a_recording_are_lit_as_they_are_heard(new_visit: NewVisit) -> None:
    visit = new_visit(FakeRecording(ARTICLE, (0, 1, 2, 3)))
    visit.reading.play_from(0)
    heard = visit.stage.run_until_state(Ended)
    told = [state.at for state in visit.stage.states if isinstance(state, Speaking) and len(state.at.span)]
    assert [(at.passage, at.span) for at in told] == [
        (passage, word) for passage in range(4) for word in words(ARTICLE.passage(passage).text)
    ]
    assert visit.spoken == []
    assert min(samples_of(heard)) < 0
    assert visit.notes == []


def test_a_move_by_sentences_begins_at_the_sentence_s_time(new_visit: NewVisit) -> None:
    recording = FakeRecording(ARTICLE, (1, 2, 3), Tracking.SENTENCE)
    visit = new_visit(recording)
    visit.stage.player.play(locate(ARTICLE, 1))
    visit.stage.run_until_state(Speaking)
    recording.asked.clear()
    at = locate(ARTICLE, 1, TextSpan(TEXTS[0].index("Epsilon"), TEXTS[0].index("Epsilon")))
    visit.stage.player.move(at)
    visit.stage.run_until(lambda: visit.stage.state.at.span.start == at.span.start and bool(recording.asked))
    assert recording.asked[0] == "Epsilon zeta eta theta iota."


def test_a_change_of_rate_goes_on_from_the_word_that_is_heard(new_visit: NewVisit) -> None:
    recording = FakeRecording(ARTICLE, (1, 2, 3))
    visit = new_visit(recording)
    visit.stage.player.play(locate(ARTICLE, 1))
    visit.stage.run_until(lambda: visit.stage.state.at.quote.startswith("gamma"))
    recording.asked.clear()
    visit.reading.speech.faster()
    visit.stage.run(50)
    assert recording.asked[0] == "gamma delta."


def test_a_recording_that_cannot_be_used_is_said_once_and_a_voice_reads(new_visit: NewVisit) -> None:
    visit = new_visit(FakeRecording(ARTICLE, (1, 2, 3), problem="sound.json, mark 3: it is wrong"))
    visit.reading.play_from(0)
    visit.stage.run_until_state(Ended)
    assert visit.notes == [RecordingLeftOut()]
    assert visit.spoken[-1] == "Xi omicron."
    visit.reading.play_from(1)
    visit.stage.run_until_state(Ended)
    assert visit.notes == [RecordingLeftOut()]
    assert words_for_note(visit.notes[0]).startswith("The recording of this article cannot be used.")


def test_a_recording_that_breaks_is_said_where_it_breaks(new_visit: NewVisit) -> None:
    visit = new_visit(FakeRecording(ARTICLE, (1, 2, 3), breaks_at="Mu"))
    visit.reading.play_from(1)
    visit.stage.run_until(lambda: visit.stage.state.at.passage == 2)
    visit.stage.run(timedelta(milliseconds=20) / timedelta(milliseconds=1))
    assert visit.notes == []
    visit.stage.run_until_state(Ended)
    assert visit.notes == [RecordingLeftOut()]
    assert visit.spoken == ["Mu nu.", "Xi omicron."]


def test_the_next_voice_is_another_than_the_recording_and_comes_round_to_it(new_visit: NewVisit) -> None:
    recording = FakeRecording(ARTICLE, (1, 2, 3))
    visit = new_visit(recording)
    assert [voice.id for voice in visit.reading.speech.own_voices()] == [RECORDED, "fake:fake"]
    visit.reading.speech.next_voice()
    visit.reading.play_from(3)
    visit.stage.run_until_state(Ended)
    assert (visit.spoken, recording.asked) == (["Mu nu.", "Xi omicron."], [])
    visit.reading.speech.next_voice()
    visit.reading.play_from(3)
    visit.stage.run_until_state(Ended)
    assert recording.asked == ["Mu nu.", "Xi omicron."]
    assert visit.notes == [VoiceSet("fake"), VoiceSet("Recording")]


def test_warming_up_reads_the_recording(new_visit: NewVisit) -> None:
    visit = new_visit(FakeRecording(ARTICLE, (1,)))
    visit.stage.player.warm_up()
    visit.reading.play_from(1)
    visit.stage.run_until_state(Speaking)
    assert visit.source.asked == ["a.md"]
