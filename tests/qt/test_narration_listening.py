"""What the interface voice says in the Listening panel: the real window and narrator, between fakes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.core.reading import is_sounding
from kiosk.core.settings import Profile
from kiosk.qt.views.listening_panel import ListeningPanel
from kiosk.qt.views.text_field import TextField
from tests.qt.test_narration import SELF, TEXT, Booth, NewBooth, booth, new_booth

__all__ = ["booth", "new_booth"]

HEAD = "Listening. Up and Down choose, Left and Right change. Escape goes back to the article."


def panel_of(booth: Booth) -> ListeningPanel:
    panel = booth.window.reader.listening
    assert panel is not None
    return panel


def focus(booth: Booth, widget: QWidget) -> None:
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    booth.settle()


@pytest.fixture
def panel(booth: Booth) -> ListeningPanel:
    """The panel, opened by a key in an article; what was said then is taken."""
    booth.open_reader()
    booth.press(Qt.Key.Key_Menu)
    booth.said()
    return panel_of(booth)


@pytest.fixture
def home(new_booth: NewBooth) -> Booth:
    """A window at home, where words can be said differently; the form for that is open."""
    booth = new_booth(profile=Profile.HOME)
    booth.start()
    booth.open_reader()
    booth.press(Qt.Key.Key_F10, Qt.Key.Key_Menu)
    focus(booth, panel_of(booth).rows.word)
    booth.said()
    return booth


@pytest.fixture
def term(home: Booth) -> TextField:
    """The field for the word, empty."""
    home.press(Qt.Key.Key_Return, Qt.Key.Key_Space)
    field = panel_of(home).form.term
    field.clear()
    focus(home, field)
    home.said()
    return field


def write(booth: Booth, text: str) -> None:
    for letter in text:
        QTest.keyClick(booth.window.windowHandle(), Qt.Key(ord(letter.upper())))
    booth.settle()


# -- coming and going ------------------------------------------------------------------------------------------


def test_opening_it_says_title_keys_and_the_first_setting(booth: Booth) -> None:
    booth.open_reader()
    booth.said()
    booth.press(Qt.Key.Key_Menu)
    assert " ".join(booth.said()) == f"{HEAD} Move by, setting, paragraphs"
    assert booth.window.reader.is_listening_open


def test_while_it_reads_opening_it_is_said_and_closing_it_is_not(booth: Booth) -> None:
    booth.open_reader()
    booth.read()
    booth.press(Qt.Key.Key_Menu)
    assert " ".join(booth.said()).startswith(HEAD)
    booth.press(Qt.Key.Key_Escape)
    assert booth.said() == []
    assert is_sounding(booth.kiosk.player.state.value)


def test_closing_it_says_the_article_and_not_how_to_hear_it(booth: Booth, panel: ListeningPanel) -> None:
    booth.press(Qt.Key.Key_Escape)
    assert booth.said() == ["Three."]


def test_closing_it_says_the_button_that_has_the_focus_again(booth: Booth) -> None:
    booth.open_reader()
    bar = booth.window.reader.transport_bar
    assert bar is not None
    focus(booth, bar.listening)
    booth.press(Qt.Key.Key_Space)
    assert booth.window.reader.is_listening_open
    booth.said()
    booth.press(Qt.Key.Key_Escape)
    assert booth.said() == ["Three. Listening, button"]


def test_another_article_behind_it_is_said_in_its_language(booth: Booth, panel: ListeningPanel) -> None:
    booth.said("ru")
    booth.open_reader("2-golos.md")
    assert booth.window.reader.is_listening_open
    assert booth.said("ru") == ["Голос."]


def test_an_article_in_place_of_the_panel_is_said_in_full(booth: Booth, panel: ListeningPanel) -> None:
    panel.closed.emit()
    booth.open_reader("2-golos.md")
    assert not booth.window.reader.is_listening_open
    assert booth.said() == ["1 minute. Press Space to read."]


def test_switched_on_in_it_the_voice_says_where_one_is(new_booth: NewBooth) -> None:
    booth = new_booth(profile=Profile.HOME)
    booth.start()
    booth.open_reader()
    booth.press(Qt.Key.Key_Menu, Qt.Key.Key_F10)
    assert " ".join(booth.said()).startswith(f"{SELF} {HEAD}")


# -- settings and buttons --------------------------------------------------------------------------------------


def test_a_setting_says_name_kind_and_value(booth: Booth, panel: ListeningPanel) -> None:
    focus(booth, panel.rows.voice[0].value)
    assert booth.said() == ["Speed, setting, 160 words per minute"]


def test_a_button_of_a_setting_says_what_it_changes(booth: Booth, panel: ListeningPanel) -> None:
    focus(booth, panel.rows.voice[0].less)
    assert booth.said() == ["Speed: Slower, button, 160 words per minute"]


def test_a_switch_says_once_that_it_is_on(booth: Booth, panel: ListeningPanel) -> None:
    focus(booth, panel.rows.resume_back)
    assert booth.said() == ["After a long pause, go back a little, button, on"]


CHANGES = [
    ("Speed", "170 words per minute."),
    ("Volume", "Volume 110 percent."),
    ("Pauses", "Pauses 150 percent."),
]


def value_box(panel: ListeningPanel, label: str) -> QWidget:
    return next(stepper.value for stepper in panel.rows.voice if stepper.label.text() == label)


@pytest.mark.parametrize(("label", "words"), CHANGES)
def test_a_changed_value_is_said_in_silence(booth: Booth, panel: ListeningPanel, label: str, words: str) -> None:
    focus(booth, value_box(panel, label))
    booth.said()
    booth.press(Qt.Key.Key_Right)
    assert booth.said() == [words]
    assert booth.note == words


@pytest.mark.parametrize(("label", "words"), CHANGES)
def test_a_changed_value_is_only_shown_while_it_reads(booth: Booth, label: str, words: str) -> None:
    booth.open_reader()
    booth.read()
    booth.press(Qt.Key.Key_Menu)
    focus(booth, value_box(panel_of(booth), label))
    booth.said()
    booth.press(Qt.Key.Key_Right)
    assert booth.said() == []
    assert booth.note == words


def test_a_switch_is_only_shown_while_it_reads(booth: Booth) -> None:
    words = "After a long pause the reading goes on at the same word."
    booth.open_reader()
    booth.read()
    booth.press(Qt.Key.Key_Menu)
    focus(booth, panel_of(booth).rows.resume_back)
    booth.said()
    QTest.keyClick(booth.window.windowHandle(), Qt.Key.Key_Space)
    assert booth.said() == []
    assert booth.note == words


# -- a word that is said differently ---------------------------------------------------------------------------


def test_the_form_says_its_title_and_the_word_that_stands_there(home: Booth) -> None:
    panel_of(home).form.begin()
    home.press(Qt.Key.Key_Space)
    assert panel_of(home).has_form
    assert home.said() == ["Say a word differently. Word, text field, Three"]


def test_a_field_says_what_it_is_for(home: Booth, term: TextField) -> None:
    focus(home, panel_of(home).form.said_like)
    assert home.said() == ["Say it like, text field, Write it as it sounds, for example “Id-lib”."]


def test_leaving_the_form_says_the_button_that_led_there(home: Booth, term: TextField) -> None:
    home.press(Qt.Key.Key_Escape)
    assert home.said() == ["Say a word differently, button"]


def test_letters_are_said_one_by_one_and_a_deleted_one_too(home: Booth, term: TextField) -> None:
    heard = []
    for letter in "lib":
        write(home, letter)
        heard += home.said()
    home.press(Qt.Key.Key_Backspace)
    assert (heard, home.said(), term.text()) == (["l", "i", "b"], ["b"], "li")
    home.press(Qt.Key.Key_Home, Qt.Key.Key_Delete)
    assert (home.said(), term.text()) == (["l"], "i")


def test_the_next_letter_cuts_the_one_before(home: Booth, term: TextField) -> None:
    write(home, "a")
    assert home.is_speaking()
    QTest.keyPress(home.window.windowHandle(), Qt.Key.Key_Shift)
    assert not home.is_speaking()


@pytest.mark.parametrize(
    ("sign", "words"), [("-", "hyphen"), (" ", "space"), ("'", "apostrophe"), ("*", "another sign")]
)
def test_a_sign_that_no_voice_says_has_a_name(home: Booth, term: TextField, sign: str, words: str) -> None:
    write(home, sign)
    assert (home.said(), term.text()) == ([words], sign)


def test_letters_of_an_input_method_are_said_in_the_language_of_the_text(home: Booth, term: TextField) -> None:
    term.set_language("ru")
    home.said("ru")
    typed = QInputMethodEvent()
    typed.setCommitString("я")
    QApplication.sendEvent(term, typed)
    assert (home.said("ru"), home.said()) == (["я"], [])


def test_a_word_that_is_put_there_is_not_echoed(home: Booth, term: TextField) -> None:
    term.setText("Idlib")
    assert home.said() == []
    home.press(Qt.Key.Key_End, Qt.Key.Key_Backspace)
    assert home.said() == ["b"]


def test_who_speaks_can_be_changed_without_a_key(booth: Booth, panel: ListeningPanel) -> None:
    focus(booth, panel.rows.speaker)
    booth.said()
    panel.rows.speaker.click()
    assert booth.said() == [TEXT]
    assert booth.kiosk.preferences.settings.value.speaker == "text"
    panel.rows.speaker.click()
    assert " ".join(booth.said()).startswith(SELF)
