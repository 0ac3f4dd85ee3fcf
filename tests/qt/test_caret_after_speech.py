"""When speech stops, the accessible caret is on the word that was spoken last: the real window, between fakes."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from kiosk.core.reading import Ended, Speaking, is_sounding
from kiosk.core.settings import Profile
from kiosk.core.text import TextSpan
from kiosk.core.timeline import ms_to_frames
from kiosk.qt.text_positions import to_utf16
from tests.qt.test_narration import Booth, NewBooth, new_booth

__all__ = ["new_booth"]

# Letters that take two units of UTF-16 before the words, so that a caret in code points would be seen to be wrong.
LONG = (
    '+++\ntitle = "Long"\nlanguage = "en"\n+++\n𝒜𝒷 first of many words here, and some more of them.\n\nThe last.\n'
)


@pytest.fixture
def booth(new_booth: NewBooth) -> Iterator[Booth]:
    """A window at home, with a screen reader that listens and an article that is read."""
    made = new_booth(profile=Profile.HOME)
    made.start()
    (made.content / "3-long.md").write_text(LONG, encoding="utf-8")
    made.open_reader("3-long.md")
    made.press(Qt.Key.Key_Tab)
    QAccessible.setActive(True)
    yield made
    QAccessible.setActive(False)


def pump(booth: Booth, milliseconds: int) -> None:
    booth.output.pump(ms_to_frames(milliseconds))
    booth.clock.advance(timedelta(milliseconds=milliseconds))


def read_until(booth: Booth, is_there: Callable[[Speaking], bool]) -> TextSpan:
    """Let the reading go on to a word; return where it stands."""

    def pumps() -> bool:
        pump(booth, 10)
        state = booth.kiosk.player.state.value
        return isinstance(state, Speaking) and is_there(state)

    booth.qtbot.waitUntil(pumps)
    return booth.kiosk.player.state.value.at.span


def caret(booth: Booth, passage: int) -> int:
    document = QAccessible.queryAccessibleInterface(booth.window.reader.article_view)
    text = document.child(passage).textInterface()
    return text.cursorPosition()


def is_third_word(state: Speaking) -> bool:
    return state.at.passage == 1 and state.at.span.start >= 9


@pytest.mark.conforms("SW-44", "SW-45")
@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Escape], ids=["pause", "silence"])
def test_a_key_that_ends_it_leaves_the_caret_on_the_word(booth: Booth, key: Qt.Key) -> None:
    booth.press(Qt.Key.Key_Space)
    span = read_until(booth, is_third_word)
    booth.press(key)
    state = booth.kiosk.player.state.value
    assert not is_sounding(state)
    assert state.at.passage == 1
    text = booth.window.reader.article_view.passage(1).text
    assert caret(booth, 1) == to_utf16(text, state.at.span.start)
    assert state.at.span == span
    # The letters before it that take two units.
    assert caret(booth, 1) == state.at.span.start + 2


@pytest.mark.conforms("SW-44")
def test_a_reading_that_stops_by_itself_leaves_the_caret_on_its_last_word(booth: Booth) -> None:
    booth.kiosk.preferences.set("stop_after", "paragraph")
    booth.press(Qt.Key.Key_Down)
    booth.press(Qt.Key.Key_Space)
    read_until(booth, is_third_word)

    def has_stopped() -> bool:
        pump(booth, 50)
        return not is_sounding(booth.kiosk.player.state.value)

    booth.qtbot.waitUntil(has_stopped)
    state = booth.kiosk.player.state.value
    text = booth.window.reader.article_view.passage(state.at.passage).text
    assert caret(booth, state.at.passage) == to_utf16(text, state.at.span.start)


@pytest.mark.conforms("SW-44")
def test_at_the_end_of_the_article_it_is_on_the_last_word(booth: Booth) -> None:
    booth.press(Qt.Key.Key_End)
    booth.press(Qt.Key.Key_Space)

    def has_ended() -> bool:
        pump(booth, 50)
        return isinstance(booth.kiosk.player.state.value, Ended)

    booth.qtbot.waitUntil(has_ended)
    at = booth.kiosk.player.state.value.at
    assert at.passage == 2
    assert caret(booth, 2) == at.span.start > 0
