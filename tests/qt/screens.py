"""Every screen there is, and every state of it that looks different: how a person at the window gets there.

A new screen is one line more in ``SCREENS``; it is then looked at in all languages, themes, sizes and windows by
``test_screens.py``, and ``make pictures`` shows it.
"""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kiosk.core.reading import Ended
from kiosk.core.settings import Profile
from kiosk.qt.uptime import Upkeep
from kiosk.qt.views.out_of_order_view import OutOfOrderView
from kiosk.qt.views.saying_form import SayingForm
from tests.qt.looking import settle
from tests.qt.screen_content import BRIEFING, KINDS
from tests.qt.showing import Place, Showing


class Screen(NamedTuple):
    """A screen in one state."""

    name: str
    """In a test's id, and of its pictures."""
    come: Callable[[Showing], object]
    """What a person does, from the catalog, to get there."""
    place: Place = Place()
    """Where the window stands."""
    is_state: bool = False
    """Whether it is a state of another screen: then fewer aspects tell whether it is well."""


_AT_HOME = Place()


def _state(name: str, come: Callable[[Showing], object], place: Place = _AT_HOME) -> Screen:
    return Screen(name, come, place, is_state=True)


# -- ways to get there --------------------------------------------------------------------------------------------


def _continue(showing: Showing) -> None:
    showing.open()
    showing.read()
    showing.window.show_catalog()
    settle()


def _broken(showing: Showing) -> None:
    showing.focus(next(card for card in showing.window.catalog.cards if not card.can_open))


def _last_card(showing: Showing) -> None:
    showing.press(Qt.Key.Key_End)


def _caption(showing: Showing) -> None:
    showing.voice.start()
    showing.listen_until(lambda: bool(showing.window.catalog.message_line.text()))


def _caption_of_article(showing: Showing) -> None:
    _caption(showing)
    showing.open()
    line = showing.window.reader.message_line
    assert line is not None
    showing.listen_until(lambda: bool(line.text()))


def _caption_in_panel(showing: Showing) -> None:
    _caption_of_article(showing)
    showing.open_panel()
    line = showing.window.reader.message_line
    assert line is not None
    before = line.text()
    showing.press(Qt.Key.Key_Down)
    showing.listen_until(lambda: line.text() != before)


def _reader(showing: Showing) -> None:
    showing.open()


def _read(showing: Showing) -> None:
    showing.open()
    showing.read()


def _paused(showing: Showing) -> None:
    _read(showing)
    showing.press(Qt.Key.Key_Space)


def _lost(showing: Showing) -> None:
    _read(showing)
    showing.output.lose()
    showing.listen_until(lambda: showing.kiosk.reading.message.value is not None)


def _where(showing: Showing) -> None:
    _read(showing)
    showing.press(Qt.Key.Key_F5)


def _heading(showing: Showing) -> None:
    showing.open(KINDS)
    showing.read(passage=2, letters=0)


def _long_title(showing: Showing) -> None:
    showing.open(KINDS)


def _items(showing: Showing) -> None:
    showing.open(KINDS)
    showing.read(passage=6, letters=0)


def _other_language(showing: Showing) -> None:
    showing.open(KINDS)
    showing.read(passage=8, letters=10)


def _ended(showing: Showing) -> None:
    showing.open()
    article = showing.kiosk.reading.opened.value
    assert article is not None
    showing.kiosk.reading.play_from(article.article.last_passage)
    showing.listen_until(lambda: isinstance(showing.state, Ended))


def _unopened(showing: Showing) -> None:
    showing.open()
    # The file goes away while it is listed.
    showing.kiosk.reading.open("gone.md")
    settle()


def _focus_on_bar(showing: Showing) -> None:
    showing.open()
    bar = showing.window.reader.transport_bar
    assert bar is not None
    showing.focus(bar.faster)


def _focus_on_text(showing: Showing) -> None:
    showing.open()
    showing.focus(showing.window.reader.article_view)


def _panel(showing: Showing) -> None:
    showing.open()
    showing.open_panel()


def _panel_playing(showing: Showing) -> None:
    _read(showing)
    showing.open_panel()


def _panel_end(showing: Showing) -> None:
    _panel(showing)
    rows = showing.open_rows()
    showing.focus(rows.stops[-1].widget)


def _panel_note(showing: Showing) -> None:
    _panel(showing)
    showing.open_rows().where.click()
    settle()


def _form(showing: Showing) -> SayingForm:
    showing.open(BRIEFING)
    panel = showing.open_panel()
    panel.rows.word.click()
    settle()
    return panel.form


def _form_refused(showing: Showing) -> None:
    form = _form(showing)
    form.said_like.setText("")
    form.keep.click()
    settle()


def _form_known(showing: Showing) -> None:
    form = _form(showing)
    form.said_like.setText(form.term.text())
    form.keep.click()
    showing.focus(form.forget)


def _comfort(showing: Showing) -> None:
    showing.open()
    showing.open_comfort()


def _comfort_playing(showing: Showing) -> None:
    _read(showing)
    showing.open_comfort()


def _comfort_end(showing: Showing) -> None:
    showing.open()
    rows = showing.open_comfort().rows
    rows.reset.click()
    settle()
    showing.focus(rows.take_back)


def _comfort_note(showing: Showing) -> None:
    showing.open()
    showing.open_comfort().rows.spacings[0].more.click()
    settle()


def _comfort_caption(showing: Showing) -> None:
    _caption_of_article(showing)
    showing.open_comfort()
    line = showing.window.reader.message_line
    assert line is not None
    before = line.text()
    showing.press(Qt.Key.Key_Down)
    showing.listen_until(lambda: line.text() != before)


def _measure(showing: Showing) -> None:
    showing.open()
    showing.open_comfort().rows.measure.click()
    settle()


def _appeal(showing: Showing) -> None:
    showing.open()
    showing.show_appeal()


def _appeal_note(showing: Showing) -> None:
    _appeal(showing)
    showing.press(Qt.Key.Key_F10)


def _details(showing: Showing) -> None:
    _appeal(showing)
    showing.window.dialog.show_details_button.click()
    settle()


def _details_end(showing: Showing) -> None:
    _details(showing)
    showing.focus(showing.window.dialog.never_button)


def _help(showing: Showing) -> None:
    showing.press(Qt.Key.Key_F1)
    assert showing.kiosk.reading.opened.value is not None


def _catalog_note(showing: Showing) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    showing.press(Qt.Key.Key_F2)
    showing.kiosk.preferences.set("theme", showing.aspect.theme)
    settle()


_PUBLIC = Place(Profile.PUBLIC)
_FAST = Place(asked=(("rate", 320),))


def _out_of_order(showing: Showing) -> None:
    Upkeep(showing.window, showing.kiosk).show_out_of_order()
    settle()


def _out_of_order_note(showing: Showing) -> None:
    _out_of_order(showing)
    view = showing.window.currentWidget()
    assert isinstance(view, OutOfOrderView)
    view.show_note(" ".join(piece.text for piece in view.orientation()))
    settle()


SCREENS = (
    Screen("catalog", lambda showing: None),
    Screen("catalog-continue", _continue),
    _state("catalog-broken", _broken),
    _state("catalog-end", _last_card),
    Screen("catalog-empty", lambda showing: None, Place(has_articles=False)),
    _state("catalog-note", _catalog_note),
    _state("catalog-caption", _caption, _PUBLIC),
    _state("reader", _reader),
    Screen("reader-speaking", _read),
    _state("reader-paused", _paused),
    _state("reader-ended", _ended),
    Screen("reader-lost", _lost),
    _state("reader-unopened", _unopened),
    _state("reader-note", _where),
    _state("reader-heading", _heading),
    _state("reader-items", _items),
    _state("reader-other-language", _other_language),
    Screen("reader-long-title", _long_title),
    _state("reader-caption", _caption_of_article, _PUBLIC),
    _state("reader-focus-on-bar", _focus_on_bar),
    _state("reader-focus-on-text", _focus_on_text),
    _state("help", _help),
    Screen("out-of-order", _out_of_order, _PUBLIC),
    _state("out-of-order-note", _out_of_order_note, _PUBLIC),
    _state("listening", _panel),
    Screen("listening-playing", _panel_playing, _FAST),
    _state("listening-end", _panel_end, _FAST),
    _state("listening-note", _panel_note),
    Screen("listening-public", _panel, _PUBLIC),
    _state("listening-caption", _caption_in_panel, _PUBLIC),
    _state("saying", _form),
    _state("saying-refused", _form_refused),
    Screen("saying-known", _form_known),
    _state("comfort", _comfort),
    Screen("comfort-playing", _comfort_playing),
    _state("comfort-end", _comfort_end),
    _state("comfort-note", _comfort_note),
    Screen("comfort-public", _comfort, _PUBLIC),
    _state("comfort-caption", _comfort_caption, _PUBLIC),
    Screen("measure", _measure),
    Screen("appeal", _appeal),
    _state("appeal-note", _appeal_note),
    Screen("appeal-details", _details),
    _state("appeal-details-end", _details_end),
)
