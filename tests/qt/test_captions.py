"""Whatever is said is to be seen: every prompt there is, in every language, in the real window between fakes."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.app import note as notes
from kiosk.app.message import ANOTHER, GONE, Message
from kiosk.app.note import Note
from kiosk.app.prompts import _SAYINGS
from kiosk.core.bidi import isolated, without_isolates
from kiosk.core.errors import SayingFault
from kiosk.core.locator import Locator
from kiosk.core.narration import Piece
from kiosk.core.navigation import Level
from kiosk.core.pause import Ending
from kiosk.core.reading_events import Problem
from kiosk.core.text import TextSpan
from kiosk.qt.spoken import caption_text, shown_words
from kiosk.qt.views.article_card import ArticleCard
from kiosk.qt.views.message_line import MessageLine
from kiosk.qt.views.text_block import TextBlock
from kiosk.qt.views.text_flow import TextFlow
from tests.qt.looking import flaws, settle
from tests.qt.test_narration import APPEAL, TAGS, Booth, NewBooth, booth, new_booth

__all__ = ["booth", "new_booth"]

# Names and quotes as they come: of the interface's language or another, from left to right and from right to left.
WORDS = ("A word", "Слово", "كلمة")


def every_note(words: str) -> Iterator[Note]:
    """Yield notes of every kind with every branch of their words."""
    at = Locator("a", 1, TextSpan(0, len(words)), words)
    yield from (notes.LevelChosen(level) for level in Level)
    yield from (notes.NothingThere(level, by) for level in Level for by in (1, -1))
    yield from (notes.WhereAmI(passage, 9, words, minutes) for passage in (0, 3) for minutes in (0, 1, 5))
    yield from (notes.BookmarkSet(at), notes.BookmarkRemoved(at), notes.NoWayBack())
    yield from (notes.SleepSet(minutes) for minutes in (0, 1, 15))
    yield notes.FellAsleep()
    yield from (notes.StopAfterSet(unit) for unit in Ending)
    yield from (notes.RateSet(rate, is_offered) for rate in (81, 300) for is_offered in (True, False))
    yield from (notes.VolumeSet(90), notes.PitchSet(0), notes.PitchSet(10), notes.VoiceSet(words))
    yield from (notes.PausesSet(0), notes.PausesSet(100), notes.ResumeBackSet(True), notes.ResumeBackSet(False))
    yield from (notes.SayingKept(words), notes.SayingKept(words, is_saved=False), notes.SayingForgotten(words))
    yield from (notes.SayingRefused(fault, words) for fault in SayingFault)
    yield from (notes.SentencePassedOver(at), notes.VoiceGaveWay(words), notes.VoiceGaveWay(""))
    yield from (notes.RecordingLeftOut(), notes.AppearanceReset(), notes.AppearanceReset(is_taken_back=True))
    yield from (notes.AppearanceSet("typeface", "lexend"), notes.AppearanceSet("line_spacing", 200))
    yield from (notes.BarSet(320), notes.LargestText(120))


MESSAGES = [Message(Problem.NO_VOICE, tag) for tag in ("ps", "ar", "en")]
MESSAGES += [Message(Problem.VOICE_FAILED, ""), Message(None, "content/صوت.md: line 3")]
MESSAGES += [Message(Problem.NO_SOUND, detail) for detail in ("", GONE, ANOTHER)]


def said_by(booth: Booth) -> list[str]:
    """Take what was said since the last time, in all languages."""
    booth.settle()
    return [text for tag in TAGS for text in booth.said(tag)]


def flows_of(line: MessageLine) -> TextFlow:
    line.flow.height_for(line.text_rect().width())
    return line.flow


def assert_is_seen(line: MessageLine, said: list[str], root: QWidget) -> None:
    """What was said stands in the line, whole, in letters that its type faces have, and covers nothing."""
    assert said
    assert line.isVisible()
    shown = without_isolates(line.text())
    assert all(text in shown for text in said), (said, shown)
    flow = flows_of(line)
    assert line.height() >= line.text_rect().height()
    glyphs = [glyph for run in flow._layout.glyphRuns() for glyph in run.glyphIndexes()]
    assert glyphs
    assert 0 not in glyphs, f"a box instead of a letter in: {shown}"
    assert not flaws(root)


def assert_parts_stand_in(shown: str, said: list[str]) -> None:
    """What was said in one breath stands in several places."""
    assert said
    parts = [part.strip() for text in said for part in re.split(r"[.,،:!?]", text)]
    assert all(part in without_isolates(shown) for part in parts), (said, shown)


@pytest.fixture(params=TAGS)
def reader(request: pytest.FixtureRequest, new_booth: NewBooth) -> Booth:
    """A public kiosk in one of the languages, with an article open."""
    made = new_booth(language=request.param)
    made.start()
    made.open_reader()
    return made


def line_of(booth: Booth) -> MessageLine:
    line = booth.window.reader.message_line
    assert line is not None
    return line


@pytest.mark.conforms("CF-21", "FP-4")
def test_there_is_a_note_here_for_every_kind_that_can_be_said() -> None:
    assert {type(note) for note in every_note("words")} == set(_SAYINGS)


@pytest.mark.conforms("CF-21", "FP-4")
def test_every_note_and_message_is_said_and_seen(reader: Booth) -> None:
    line = line_of(reader)
    for words in WORDS:
        for note in every_note(words):
            said_by(reader)
            reader.narrator.cut()
            reader.kiosk.reading.note.set(None)
            reader.kiosk.reading.note.set(note)
            assert_is_seen(line, said_by(reader), reader.window)
    for message in MESSAGES:
        reader.narrator.cut()
        reader.kiosk.reading.message.set(None)
        reader.kiosk.reading.message.set(message)
        said = said_by(reader)
        if message.problem is not Problem.NO_SOUND:
            assert_is_seen(line, said, reader.window)
        assert line.text()


@pytest.mark.conforms("CF-02", "CF-21", "FP-4")
def test_every_control_that_is_said_is_seen_in_the_same_words(reader: Booth) -> None:
    bar = reader.window.reader.transport_bar
    assert bar is not None
    said_by(reader)
    reader.window.setFocus()
    seen = set()
    for _press in range(2 + len(bar.findChildren(QWidget))):
        reader.press(Qt.Key.Key_Tab)
        assert_is_seen(line_of(reader), said_by(reader), reader.window)
        seen.add(QApplication.focusWidget())
    assert len(seen) > 10
    reader.press(Qt.Key.Key_Escape)
    catalog = reader.window.catalog
    for _press in range(12):
        said_by(reader)
        reader.press(Qt.Key.Key_Tab)
        said, focused = said_by(reader), QApplication.focusWidget()
        if isinstance(focused, ArticleCard):
            # Its summary stands on it.
            assert focused.is_whole
            said = [text for text in said if text not in focused.text_shown.summary]
            said = [text.removesuffix(f", {focused.text_shown.summary}") for text in said]
        assert_is_seen(catalog.message_line, said, reader.window)


@pytest.mark.conforms("CF-21")
def test_what_is_said_of_a_card_or_a_panel_stands_on_it_or_in_the_line(reader: Booth) -> None:
    said_by(reader)
    reader.press(Qt.Key.Key_Menu)
    panel = reader.window.reader.listening
    assert panel is not None
    for _press in range(12):
        reader.settle()
        shown = line_of(reader).text() + " " + " ".join(block.text() for block in panel.findChildren(TextBlock))
        assert_parts_stand_in(shown, said_by(reader))
        reader.press(Qt.Key.Key_Tab)
    reader.press(Qt.Key.Key_Escape)
    said_by(reader)
    reader.kiosk.reading.appeal.set(APPEAL)
    dialog = reader.window.dialog
    for _press in range(4):
        reader.settle()
        blocks = [block.text() for block in dialog.findChildren(TextBlock) if block.isVisible()]
        assert_parts_stand_in(" ".join(blocks), said_by(reader))
        assert dialog.note.isVisible()
        settle()
        assert not dialog.note.geometry().translated(dialog.caption_row.pos()).intersects(dialog._card())
        reader.press(Qt.Key.Key_Down)


@pytest.mark.conforms("FP-4")
def test_parts_in_other_languages_keep_their_own_direction(booth: Booth) -> None:
    pieces = (Piece("صوت", "ar"), Piece("Arabic, 1 minute, button", "en"), Piece("نص قصير.", "ar"))
    assert caption_text(pieces) == f"{isolated('صوت')}, Arabic, 1 minute, button, {isolated('نص قصير.')}"
    line = booth.window.catalog.message_line
    booth.window.show_caption(caption_text(pieces))
    settle()
    flow = flows_of(line)
    layout_line = flow._layout.lineAt(0)
    text = line.text()
    # The English words stand left of the second Arabic part: it has not taken them into its own direction.
    assert layout_line.cursorToX(text.index("Arabic"))[0] < layout_line.cursorToX(text.index("نص"))[0]  # type: ignore[index]


def test_room_is_kept_so_that_nothing_moves_when_something_is_said(booth: Booth) -> None:
    booth.open_reader()
    bar = booth.window.reader.transport_bar
    assert bar is not None
    places: set[tuple[int, int, int, int]] = set()
    for key in (Qt.Key.Key_F5, Qt.Key.Key_Tab, Qt.Key.Key_F8, Qt.Key.Key_Tab, Qt.Key.Key_Space):
        booth.press(key)
        rect: QRect = booth.window.reader.article_view.geometry()
        places.add((rect.x(), rect.y(), rect.width(), rect.height()))
    assert len(places) == 1
    assert line_of(booth).isVisible()
    assert not booth.window.reader.article_view.geometry().intersects(booth.window.reader.caption_row.geometry())  # type: ignore[union-attr]


@pytest.mark.parametrize("size", [(1024, 600), (1080, 1920)], ids=str)
def test_a_long_one_leaves_the_article_its_room(booth: Booth, size: tuple[int, int]) -> None:
    booth.window.resize(*size)
    booth.kiosk.preferences.set("text_size", 120)
    booth.open_reader()
    booth.window.show_caption("Many words in a row. " * 12)
    settle()
    assert line_of(booth).height() <= 0.5 * booth.window.height()
    assert booth.window.reader.article_view.height() > 0
    assert not flaws(booth.window)


def test_captions_can_be_switched_off_and_on(booth: Booth) -> None:
    booth.kiosk.preferences.set("captions", "off")
    line = booth.window.catalog.message_line
    assert line.has_room is False
    booth.press(Qt.Key.Key_Down)
    assert said_by(booth)
    assert not line.isVisible()
    booth.kiosk.preferences.set("captions", "on")
    assert booth.window.caption_rows[0].line.has_room
    booth.press(Qt.Key.Key_Down)
    assert_is_seen(line, said_by(booth), booth.window)


def test_where_nothing_is_spoken_it_is_shown_whatever_the_setting_says(new_booth: NewBooth) -> None:
    booth = new_booth(asked={"speaker": "text", "captions": "off"})
    booth.start()
    assert booth.window.catalog.message_line.text().startswith("2 articles.")
    booth.press(Qt.Key.Key_Down)
    assert booth.window.catalog.message_line.text()
    assert said_by(booth) == []


def test_a_summary_that_a_card_cannot_hold_is_shown_in_the_line(booth: Booth) -> None:
    def is_whole() -> bool:
        return card.is_whole

    card = booth.window.catalog.cards[0]
    before = card.is_whole
    card.show_text(replace(card.text_shown, summary="Very many words. " * 40), "Three", "Very many words. " * 40)
    settle()
    assert (before, card.is_whole) == (True, False)
    assert caption_text(shown_words(card)).endswith("A short text.")
