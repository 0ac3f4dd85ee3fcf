"""What there is to touch at a place of a window: what it is called, and what pressing it does. Decides nothing."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QScrollBar, QWidget

from kiosk.app.narration import in_interface_language, words_for_control
from kiosk.core.narration import Control, Piece, Pieces, Role
from kiosk.core.text import sentences
from kiosk.i18n import _
from kiosk.qt.spoken import control_of, shown_words
from kiosk.qt.views.article_card import ArticleCard
from kiosk.qt.views.article_view import ArticleView
from kiosk.qt.views.message_line import MessageLine
from kiosk.qt.views.text_block import TextBlock
from kiosk.qt.views.text_field import TextField

# As much of a paragraph as tells which one it is.
_MOST_WORDS = 20


class TouchTarget(NamedTuple):
    """Something that can be touched; equal when it is the same thing."""

    widget: QWidget
    """What it belongs to."""
    part: int = 0
    """In an article the number of a passage; in a scroll bar 1 for onward and -1 for back."""


def target_at(window: QWidget, place: QPoint) -> TouchTarget | None:
    """Return what there is at a place of a window; None beside everything."""
    widget = window.childAt(place)
    while widget is not None and widget is not window:
        if isinstance(widget, ArticleView):
            found = widget.target_at(widget.viewport().mapFrom(window, place))
            return None if found is None else TouchTarget(widget, found.passage)
        if isinstance(widget, QScrollBar):
            is_onward = widget.mapFrom(window, place).y() >= widget.height() // 2
            return TouchTarget(widget, 1 if is_onward else -1) if widget.maximum() > widget.minimum() else None
        is_text = isinstance(widget, TextBlock) and not isinstance(widget, MessageLine) and bool(widget.text())
        if is_text or isinstance(widget, QAbstractButton | TextField):
            return TouchTarget(widget)
        widget = widget.parentWidget()
    return None


def can_act(target: TouchTarget) -> bool:
    """Return whether pressing it does something."""
    widget = target.widget
    if isinstance(widget, QAbstractButton):
        return widget.isEnabled()
    return isinstance(widget, ArticleView | QScrollBar | TextField)


def words_for(target: TouchTarget) -> Pieces:
    """Return what is said of it."""
    widget = target.widget
    if isinstance(widget, ArticleView):
        return _beginning(widget, target.part)
    if isinstance(widget, QScrollBar):
        # Translators: said of the half of a scroll bar that shows what comes after, when a finger is on it.
        onward = _("Further down")
        # Translators: said of the half of a scroll bar that shows what came before, when a finger is on it.
        back = _("Further up")
        name = onward if target.part > 0 else back
        return words_for_control(Control((in_interface_language(name),), Role.BUTTON))
    return words_for_control(control_of(widget))


def caption_for(target: TouchTarget) -> Pieces:
    """Return what of that is shown as a caption."""
    return shown_words(target.widget) if isinstance(target.widget, ArticleCard) else words_for(target)


def press(target: TouchTarget) -> None:
    """Do what pressing it does."""
    widget = target.widget
    if isinstance(widget, ArticleView):
        widget.play_asked.emit(target.part)
    elif isinstance(widget, QScrollBar):
        action = QAbstractSlider.SliderAction
        widget.triggerAction(action.SliderPageStepAdd if target.part > 0 else action.SliderPageStepSub)
    elif isinstance(widget, QAbstractButton):
        widget.click()
    else:
        widget.setFocus(Qt.FocusReason.OtherFocusReason)


def show_touched(target: TouchTarget) -> None:
    """Let it be seen which one is touched, where the keyboard can be at it."""
    if target.widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not isinstance(target.widget, ArticleView):
        target.widget.setFocus(Qt.FocusReason.OtherFocusReason)


def _beginning(view: ArticleView, passage: int) -> Pieces:
    block = view.passage(passage)
    first = next((span.of(block.text) for span in sentences(block.text, block.language)), block.text)
    words = first.split()
    text = " ".join(words[:_MOST_WORDS]) + ("…" if len(words) > _MOST_WORDS else "")
    return (Piece(text, block.language),)
