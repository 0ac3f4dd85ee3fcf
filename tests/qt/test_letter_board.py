"""Writing a word by five keys: letters are chosen one by one, and each is said."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk import i18n
from kiosk.core.letters import SIGNS, letters_of
from kiosk.core.settings import Profile
from kiosk.qt.views.letter_board import LetterBoard
from kiosk.qt.views.saying_form import SayingForm
from tests.qt.looking import EVERY_SIZE, PAPER, flaws, settle, size_id
from tests.qt.pad import BACK, DOWN, NEXT, SELECT, Desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """At home, with five keys, in the form for one word."""
    made = Desk(qtbot, tmp_path, profile=Profile.HOME, asked={"speaker": "self"}, record={"preset": "arrows"})
    made.speak()
    made.open()
    made.press(Qt.Key.Key_Menu)
    panel = made.window.reader.listening
    assert panel is not None
    panel.show_form()
    made.said()
    yield made
    made.close()
    i18n.set_language("en")


def form_of(desk: Desk) -> SayingForm:
    panel = desk.window.reader.listening
    assert panel is not None
    return panel.form


def go_to(desk: Desk, goal: QWidget) -> None:
    """Go down to the row of a control, then along it."""

    def is_in_row() -> bool:
        return desk.focus.parentWidget() is goal.parentWidget() and desk.focus.y() == goal.y()

    for key, is_there in (
        (DOWN, is_in_row),
        (NEXT, lambda: desk.focus is goal or desk.focus.x() > goal.x()),
        (BACK, lambda: desk.focus is goal),
    ):
        for _number in range(20):
            if is_there():
                break
            desk.press(key)
    assert desk.focus is goal


def choose(desk: Desk, board: LetterBoard, label: str) -> None:
    go_to(desk, next(button for button in board.letters if button.label == label))
    desk.press(SELECT)


@pytest.mark.parametrize("tag", i18n.LANGUAGES)
def test_each_language_has_its_own_letters_once(tag: str) -> None:
    letters = letters_of(tag)
    assert len(set(letters)) == len(letters) >= 26
    assert all(letter.isalpha() and letter == letter.lower() for letter in letters)
    assert not set(letters) & set(SIGNS)


@pytest.mark.conforms("FP-1", "SW-15")
def test_a_word_is_written_heard_and_kept_by_five_keys(desk: Desk) -> None:
    form = form_of(desk)
    go_to(desk, form.spell_saying)
    assert "Letters: Say it like" in desk.said()
    desk.press(SELECT)
    assert desk.focus is form.board.letters[0]
    for letter in ("a", "l", "hyphen", "f", "a"):
        desk.said()
        choose(desk, form.board, letter)
        assert letter in desk.said()
    assert form.said_like.text() == form.board.written.text() == "al-fa"
    go_to(desk, form.board.delete)
    desk.press(SELECT)
    assert form.said_like.text() == "al-f"
    go_to(desk, form.board.done)
    desk.press(SELECT)
    assert desk.focus is form.spell_saying
    go_to(desk, form.keep)
    desk.press(SELECT)
    assert desk.kiosk.reading.own_words.said_of(form.term.text(), "en") == "al-f"


def test_escape_puts_the_letters_away_first(desk: Desk) -> None:
    form = form_of(desk)
    form.spell_term.click()
    settle()
    desk.press(Qt.Key.Key_Escape)
    assert form.board.isHidden()
    assert form.isVisible()
    assert desk.focus is form.spell_term


def test_letters_of_the_text_whatever_the_interface_is(desk: Desk) -> None:
    form = form_of(desk)
    form.term.set_language("ru-RU")
    form.spell_term.click()
    assert [button.label for button in form.board.letters[:3]] == ["а", "б", "в"]
    assert {button.words_language for button in form.board.letters[:33]} == {"ru-RU"}


@pytest.mark.parametrize("case", EVERY_SIZE, ids=lambda case: "-".join(map(size_id, case)))
def test_nothing_is_cut(desk: Desk, case: tuple[tuple[int, int], float, Qt.LayoutDirection]) -> None:
    window, size, direction = case
    desk.window.resize(*window)
    panel = desk.window.reader.listening
    assert panel is not None
    panel.setLayoutDirection(direction)
    panel.set_look(PAPER, min(size, window[0] / 24, window[1] / 20), 20)
    form_of(desk).spell_term.click()
    settle()
    assert flaws(panel) == []
