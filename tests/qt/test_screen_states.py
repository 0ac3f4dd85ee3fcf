"""What changes on a screen is seen, without hue too: the focus on every control, on and off, playing, current."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.core.text import TextSpan, words
from kiosk.core.theme import CONTROL_CONTRAST
from kiosk.qt.theme import RING_OUTER_PX
from kiosk.qt.views.article_view import ArticleView
from kiosk.qt.views.message_line import MessageKind
from tests.qt.aspects import Aspect, few_aspects_for
from tests.qt.looking import THEMES, name_of, settle
from tests.qt.painted import scrolled_within
from tests.qt.picture import changed_pixels, number_of_colour, part, pixels_of
from tests.qt.screens import SCREENS, Screen
from tests.qt.showing import Show, Showing

# WCAG 2.4.13: the area of a line of two pixels around what has the focus.
_RING_LINES = 2
_MOST_STOPS = 60
_WALKS = [
    pytest.param(screen, aspect, id=f"{screen.name}-{aspect}")
    for number, screen in enumerate(own for own in SCREENS if not own.is_state)
    for aspect in (
        few_aspects_for(number)[number % 5 :][:1] if screen.most_aspects else few_aspects_for(number)[::2]
    )
]


# -- the focus ----------------------------------------------------------------------------------------------------


def _stops(showing: Showing) -> Iterator[QWidget]:
    """Go around with the Tab key, and stop at each control once."""
    seen: list[QWidget] = []
    for _number in range(_MOST_STOPS):
        showing.press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in seen:
            return
        seen.append(focused)
        yield focused
    raise AssertionError(f"after {_MOST_STOPS} times the Tab key is not back")


@pytest.mark.conforms("SW-25", "SW-26", "SW-27")
@pytest.mark.parametrize(("screen", "aspect"), _WALKS)
def test_the_focus_is_seen_whole_wherever_it_goes(show: Show, screen: Screen, aspect: Aspect) -> None:
    showing = show(screen.come, aspect, screen.place)
    window, faults, count = showing.window, list[str](), 0
    for widget in _stops(showing):
        count += 1
        # The ring of the article leaves out its scroll bar.
        ringed = widget.viewport() if isinstance(widget, ArticleView) else widget
        own = QRect(ringed.mapTo(window, QPoint(0, 0)), ringed.size())
        # Of what is higher than there is room, as much as there is room for.
        room = scrolled_within(widget, window).intersected(window.rect())
        place = own.intersected(room)
        if place.height() < min(own.height(), room.height()) or place.width() < own.width():
            faults.append(f"{name_of(widget)} is not all in view: {own} in {room}")
        faults += _ring_faults(showing, widget, own, place)
    assert not faults, "\n".join(faults)
    assert count > 1


def _ring_faults(showing: Showing, widget: QWidget, own: QRect, place: QRect) -> Iterator[str]:
    window, colour = showing.window, number_of_colour(showing.theme.text)
    focused = pixels_of(window.grab(place).toImage())
    # Straight parts of the outer line; the corners are round.
    inset, corner = RING_OUTER_PX // 2, min(30, own.height() // 3, own.width() // 3)
    sides = [
        QRect(own.left() + inset, own.top() + corner, 1, own.height() - 2 * corner),
        QRect(own.right() - inset, own.top() + corner, 1, own.height() - 2 * corner),
        QRect(own.left() + corner, own.top() + inset, own.width() - 2 * corner, 1),
        QRect(own.left() + corner, own.bottom() - inset, own.width() - 2 * corner, 1),
    ]
    for side in sides:
        seen = side.intersected(place)
        if not seen.isEmpty() and (part(focused, seen.translated(-place.topLeft())) != colour).any():
            yield f"the ring of {name_of(widget)} is not whole"
            break
    widget.clearFocus()
    unfocused = pixels_of(window.grab(place).toImage())
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    changed = changed_pixels(unfocused, focused, CONTROL_CONTRAST)
    if changed < _RING_LINES * 2 * (place.width() + place.height()) * 0.9:
        yield f"the ring of {name_of(widget)} changes only {changed} pixels"


# -- one state and another ----------------------------------------------------------------------------------------


def _region(showing: Showing, widget: QWidget, rect: QRect | None = None) -> Callable[[], QImage]:
    own = widget.rect() if rect is None else rect
    place = QRect(widget.mapTo(showing.window, own.topLeft()), own.size())

    def grab() -> QImage:
        settle()
        return showing.window.grab(place).toImage()

    return grab


def _unlike(before: QImage, after: QImage, least: int) -> bool:
    return changed_pixels(pixels_of(before), pixels_of(after), CONTROL_CONTRAST) >= least


def _aspect(theme_id: str) -> Aspect:
    return Aspect("en", theme_id, 32, (1280, 800))


@pytest.mark.conforms("FP-3", "SW-06", "SW-10")
@pytest.mark.parametrize("theme_id", THEMES)
def test_playing_and_silent_are_unlike_in_the_bar_and_beside_the_paragraph(show: Show, theme_id: str) -> None:
    showing = show(lambda made: made.open(), _aspect(theme_id))
    showing.read(passage=1)
    reader = showing.window.reader
    assert reader.transport_bar is not None
    view = reader.article_view
    passage = next(own for own in view.visible_passages() if own.number == 1)
    in_bar = _region(showing, reader.transport_bar.play)
    beside = _region(showing, view.viewport(), view._button_rect(passage))
    playing = in_bar(), beside()
    showing.press(Qt.Key.Key_Space)
    # Two bars are not a triangle: the shape tells, not the shade alone.
    assert _unlike(playing[0], in_bar(), 40)
    assert _unlike(playing[1], beside(), 40)


@pytest.mark.conforms("FP-3", "SW-06", "SW-10")
@pytest.mark.parametrize("theme_id", THEMES)
def test_the_current_paragraph_and_the_spoken_word_are_unlike_the_others(show: Show, theme_id: str) -> None:
    showing = show(lambda made: made.open(), _aspect(theme_id))
    view = showing.window.reader.article_view
    view.set_current(0, None, False)
    passage = next(own for own in view.visible_passages() if own.number == 1)
    page, layout = view._page.geometry, passage.layout
    lines = QRect(page.bar_x, passage.top + layout.gap_above, page.width - page.bar_x, layout.pitch)
    region = _region(showing, view.viewport(), lines)
    other = region()
    view.set_current(1, None, False)
    current = region()
    # A bar as high as the paragraph, beside the tint.
    assert _unlike(other, current, page.bar_width * layout.pitch * 9 // 10)
    spoken = layout.word_boxes(next(iter(_words(view.passage(1).text))))[0].rect
    view.set_current(1, next(iter(_words(view.passage(1).text))), False)
    # A box, or at least its underline, as wide as the word.
    assert _unlike(current, region(), spoken.width())


def _words(text: str) -> list[TextSpan]:
    return list(words(text))


@pytest.mark.conforms("FP-3", "SW-06", "SW-10")
@pytest.mark.parametrize("theme_id", THEMES)
def test_on_and_off_are_unlike(show: Show, theme_id: str) -> None:
    def come(showing: Showing) -> None:
        showing.open()
        showing.open_panel()

    showing = show(come, _aspect(theme_id))
    button = showing.open_rows().resume_back
    showing.focus(button)
    region = _region(showing, button)
    on = region()
    button.click()
    assert _unlike(on, region(), 200)
    assert button.label.endswith("off")


@pytest.mark.conforms("FP-3", "SW-06", "SW-10")
@pytest.mark.parametrize("theme_id", THEMES)
def test_the_language_now_is_unlike_the_others(show: Show, theme_id: str) -> None:
    showing = show(lambda made: None, _aspect(theme_id))
    buttons = showing.window.catalog.language_buttons
    # The same language before and after another one was chosen.
    region = _region(showing, buttons["tr"])
    other, size = region(), buttons["tr"].size()
    showing.kiosk.preferences.set("language", "tr")
    settle()
    assert buttons["tr"]._icon_name == "check"
    now = showing.window.grab(QRect(buttons["tr"].mapTo(showing.window, QPoint(0, 0)), size)).toImage()
    assert _unlike(other, now, 200)


@pytest.mark.conforms("FP-3", "SW-06", "SW-10")
@pytest.mark.parametrize("theme_id", THEMES)
def test_a_warning_is_unlike_a_note(show: Show, theme_id: str) -> None:
    showing = show(lambda made: made.open(), _aspect(theme_id))
    line = showing.window.reader.message_line
    assert line is not None
    line.show_message("Something to know.")
    settle()
    icon = QRect(QPoint(0, 4), QSize(line._icon_px + 2 * line._margin_px, line.height() - 4))
    note = _region(showing, line, icon)()
    line.show_message("Something to know.", is_warning=True)
    assert line.kind is MessageKind.WARNING
    assert _unlike(note, _region(showing, line, icon)(), 40)


@pytest.mark.conforms("FP-3", "SW-06", "SW-10")
@pytest.mark.parametrize("theme_id", THEMES)
def test_a_broken_article_is_unlike_one_that_opens(show: Show, theme_id: str) -> None:
    showing = show(lambda made: made.press(Qt.Key.Key_End), _aspect(theme_id))
    broken = next(card for card in showing.window.catalog.cards if not card.can_open)
    showing.focus(showing.window.catalog.corner.help)
    before = broken.grab().toImage()
    broken.can_open = True
    broken.update()
    # Its border is dashed, besides the sign and the words.
    assert _unlike(before, broken.grab().toImage(), (broken.width() + broken.height()) // 4)
    assert broken.text_shown.icon_name == "warning"


@pytest.mark.conforms("FP-3", "SW-06", "SW-10")
@pytest.mark.parametrize("theme_id", THEMES)
def test_a_button_that_is_pressed_is_unlike_one_that_is_not(show: Show, theme_id: str) -> None:
    showing = show(lambda made: made.open(), _aspect(theme_id))
    bar = showing.window.reader.transport_bar
    assert bar is not None
    for button in (bar.next, bar.play):
        before = button.grab().toImage()
        button.setDown(True)
        assert _unlike(before, button.grab().toImage(), 2 * (button.width() + button.height()) // 3)
        button.setDown(False)
