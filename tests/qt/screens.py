"""Every screen there is, and every state of it that looks different: how a person at the window gets there.

A new screen is one line more in ``SCREENS``; it is then looked at in all languages, themes, sizes and windows by
``test_screens.py``, and ``make pictures`` shows it.
"""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kiosk.core.opening_hours import DAYS
from kiosk.core.reading import Ended, Speaking
from kiosk.core.settings import Profile
from kiosk.core.visit import Active, Attract, Closed, Warned
from kiosk.core.visit_events import Why
from kiosk.qt.uptime import Upkeep
from kiosk.qt.views.keys_screen import KeysScreen
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
    most_aspects: int = 0
    """So many are looked at by default; 0 for as many as of any other. ``make pictures`` looks at all."""


_AT_HOME = Place()


def _state(name: str, come: Callable[[Showing], object], place: Place = _AT_HOME) -> Screen:
    return Screen(name, come, place, is_state=True)


def _rare(name: str, come: Callable[[Showing], object], place: Place = _AT_HOME) -> Screen:
    return Screen(name, come, place, is_state=True, most_aspects=1)


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


def _reminder(showing: Showing) -> None:
    _appeal(showing)
    showing.window.dialog.later_button.click()
    settle()


def _more(showing: Showing) -> None:
    _appeal(showing)
    showing.window.dialog.more_button.click()
    settle()


def _support_in_catalog(showing: Showing) -> None:
    support = showing.window.catalog.support
    assert support is not None
    showing.focus(support)


def _support_after_article(showing: Showing) -> None:
    _ended(showing)
    showing.listen_until(lambda: showing.kiosk.reading.appeals.card.value is not None)
    support = showing.window.reader.support
    assert support is not None
    showing.focus(support)


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


def _letters(showing: Showing) -> None:
    _form(showing).spell_term.click()
    settle()


def _letters_written(showing: Showing) -> None:
    form = _form(showing)
    form.spell_saying.click()
    settle()
    for letter in form.board.letters[:3]:
        letter.click()
    showing.focus(form.board.done)


def _fitting(showing: Showing) -> None:
    showing.window.catalog.corner.comfort.click()
    settle()


def _fitting_colours(showing: Showing) -> None:
    _fitting(showing)
    showing.kiosk.fitting.go_on()
    settle()


def _fitting_voice(showing: Showing) -> None:
    _fitting_colours(showing)
    showing.kiosk.fitting.go_on()
    settle()


def _fitting_caption(showing: Showing) -> None:
    showing.voice.start()
    _fitting(showing)
    assert showing.window.fitting is not None
    line = showing.window.fitting.view.message_line
    showing.listen_until(lambda: bool(line.text()))


def _fitting_heard(showing: Showing) -> None:
    _fitting_voice(showing)
    assert showing.window.fitting is not None
    showing.window.fitting.view.page.choices[-1].click()
    showing.listen_until(lambda: isinstance(showing.state, Speaking) and showing.state.at.span.start >= 8)


def _keys(showing: Showing) -> KeysScreen:
    showing.window.catalog.corner.keys.click()
    settle()
    front = showing.window.front
    assert isinstance(front, KeysScreen)
    return front


def _keys_end(showing: Showing) -> None:
    screen = _keys(showing)
    showing.focus(screen.tab_stops[-1])


def _keys_asking(showing: Showing) -> None:
    _keys(showing).buttons["set_up"].click()
    settle()


def _keys_tried(showing: Showing) -> None:
    _keys(showing).buttons["take"].click()
    settle()


def _keys_learnt(showing: Showing) -> None:
    _keys(showing).buttons["learn"].click()
    showing.press(Qt.Key.Key_Space)


def _catalog_note(showing: Showing) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    showing.press(Qt.Key.Key_F2)
    showing.kiosk.preferences.set("theme", showing.aspect.theme)
    settle()


def _attract(showing: Showing) -> None:
    visit = showing.kiosk.visit
    visit.state.set(Attract())
    visit.attraction.begin()
    settle()


def _closed(showing: Showing) -> None:
    # Each day has hours of its own: nothing longer is ever shown.
    week = "; ".join(f"{day} 0{number}:15-12:45,13:30-2{number % 4}:00" for number, day in enumerate(DAYS))
    showing.kiosk.station.set("hours", f"{week}; 2026-03-01 closed")
    showing.kiosk.visit.state.set(Closed())
    showing.kiosk.visit.attraction.begin()
    settle()


def _warning(showing: Showing) -> None:
    showing.kiosk.visit.state.set(Warned(Active(0, 0), Why.IDLE, 45, 0))
    settle()


def _warning_of_headphones(showing: Showing) -> None:
    showing.kiosk.visit.state.set(Warned(Active(0, 0), Why.PULLED, 45, 0))
    settle()


_PUBLIC = Place(Profile.PUBLIC)
_SWITCH = Place(Profile.PUBLIC, asked=(("scanning", "one"),))
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
    Screen("letters", _letters, most_aspects=3),
    _rare("letters-written", _letters_written, _PUBLIC),
    _rare("fitting-size", _fitting),
    Screen("fitting-colours", _fitting_colours, most_aspects=3),
    _rare("fitting-colours-public", _fitting_colours, _PUBLIC),
    _rare("fitting-voice", _fitting_voice, _PUBLIC),
    _rare("fitting-heard", _fitting_heard),
    _rare("fitting-caption", _fitting_caption, _PUBLIC),
    Screen("keys", _keys, most_aspects=3),
    _rare("keys-public", _keys, _PUBLIC),
    _rare("keys-scanning", _keys_end, _SWITCH),
    _rare("keys-asking", _keys_asking, _PUBLIC),
    _rare("keys-tried", _keys_tried),
    _rare("keys-learnt", _keys_learnt),
    _state("appeal-reminder", _reminder),
    _state("appeal-more", _more),
    _state("appeal-public", _details, _PUBLIC),
    _state("support-catalog", _support_in_catalog, _PUBLIC),
    Screen("support-reader", _support_after_article, _PUBLIC),
    _state("attract", _attract, _PUBLIC),
    _state("closed", _closed, _PUBLIC),
    _state("visit-warning", _warning, _PUBLIC),
    _state("visit-warning-headphones", _warning_of_headphones, _PUBLIC),
)
