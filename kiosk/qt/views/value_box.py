"""The value of a setting in a frame: the keyboard stops at it, and a screen reader meets a spin button.

It knows neither what the value means nor what changes it: keys are its owner's.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleValueChangeEvent,
    QAccessibleValueInterface,
    QColor,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import Shiboken

from kiosk.i18n import _
from kiosk.qt.theme import RING_PX
from kiosk.qt.views.focus_ring import draw_focus_ring
from kiosk.qt.views.text_block import TextBlock
from kiosk.qt.views.text_flow import TextFlow


class ValueBox(TextBlock):
    """Shows a value in words; keeps room for the longest that it may have, so that nothing moves.

    Signals:
        stepped: an assistive technology asks for the next value (1) or the one before (-1).
    """

    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, has_room_for_ring=True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_alignment(Qt.AlignmentFlag.AlignHCenter)
        self._widest: Sequence[str] = ()
        self._flows: list[TextFlow] = []
        self.number: int | None = None
        self.range = (0, 0, 1)

    def show_value(self, text: str, widest: Sequence[str], number: int | None = None) -> None:
        """Show a value.

        Args:
            text: the value in words.
            widest: words for the longest values that it may have later.
            number: the value as a number, for a value that is one.
        """
        if (text, list(widest), number) == (self.text(), list(self._widest), self.number):
            return
        is_new = text != self.text()
        self._widest, self.number = widest, number
        # Not as a text block shows one: its name is what is set, and a screen reader says each change of a name.
        self.setText(text)
        self._forget()
        if is_new and number is not None:
            QAccessible.updateAccessibility(QAccessibleValueChangeEvent(self, number))
        elif is_new:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def natural_width(self) -> int:
        """Pixels that the longest value needs on one line, with frame and ring."""
        return max(flow.natural_width for flow in self._all_flows()) + 2 * self._side_px

    def heightForWidth(self, width: int) -> int:
        """Return the pixels in height that the longest value needs in a width."""
        inner = width - 2 * self._side_px
        text = max(flow.height_for(inner) for flow in self._all_flows())
        return max(text + self._look.padding_px, self._look.target_px) + 2 * RING_PX

    def text_rect(self) -> QRect:
        """Where the text is drawn: in the middle of the height."""
        width = self.width() - 2 * self._side_px
        height = self.flow.height_for(width)
        return QRect(self._side_px, (self.height() - height) // 2, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.theme.line), look.border_px))
        painter.setBrush(QColor(look.theme.page))
        inset = RING_PX + look.border_px / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, look.radius_px, look.radius_px)
        self.flow.draw(painter, self.text_rect(), look.theme.text, self._alignment)
        if self.hasFocus():
            draw_focus_ring(painter, self.rect(), look)

    def make_accessible(self) -> QAccessibleInterface:
        """Return what a screen reader is told of it."""
        return _SpinAccessible(self)

    def _all_flows(self) -> list[TextFlow]:
        if not self._flows:
            font = self.flow.font
            others = [TextFlow(text, font, self.is_right_to_left) for text in self._widest]
            self._flows = [TextFlow(self.text(), font, self.is_right_to_left), *others]
        return self._flows

    def _forget(self) -> None:
        self._flows = []
        super()._forget()

    @property
    def _side_px(self) -> int:
        return super()._side_px + self._look.padding_px


class _SpinAccessible(QAccessibleWidget):
    """A spin button: its value in words, as a number where it is one, and two actions."""

    def __init__(self, box: ValueBox) -> None:
        super().__init__(box, QAccessible.Role.SpinBox)
        self._box = box
        self._value = _Value(box)
        self._steps = _Steps(box)

    def text(self, kind: QAccessible.Text) -> str:
        """The value is what is shown, also for those who are told name and description alone."""
        is_value = kind in (QAccessible.Text.Value, QAccessible.Text.Description)
        return self._box.text() if is_value else super().text(kind)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """Return what else it can be asked for."""
        if kind is QAccessible.InterfaceType.ValueInterface and self._box.number is not None:
            return self._value
        if kind is QAccessible.InterfaceType.ActionInterface:
            return self._steps
        # None, 0 or the base class's answer would crash.
        return Shiboken.VoidPtr(0)


class _Value(QAccessibleValueInterface):
    """The value as a number; setting it goes there by the steps that are offered."""

    def __init__(self, box: ValueBox) -> None:
        super().__init__()
        self._box = box

    def currentValue(self) -> int:
        """Return the number."""
        return self._box.number or 0

    def setCurrentValue(self, value: Any) -> None:
        """Go towards a number until it is reached or passed, or nothing moves any more."""
        wanted, before = float(value), self.currentValue()
        by = 1 if wanted > before else -1
        while (wanted - before) * by > 0:
            self._box.stepped.emit(by)
            if self.currentValue() == before:
                return
            before = self.currentValue()

    def minimumValue(self) -> int:
        """Return the smallest number."""
        return self._box.range[0]

    def maximumValue(self) -> int:
        """Return the largest number."""
        return self._box.range[1]

    def minimumStepSize(self) -> int:
        """Return by how much one step changes it at least."""
        return self._box.range[2]


class _Steps(QAccessibleActionInterface):
    """What a screen reader can do to a value: the next one, and the one before."""

    def __init__(self, box: ValueBox) -> None:
        super().__init__()
        self._box = box

    def actionNames(self) -> list[str]:
        """There are two."""
        return [QAccessibleActionInterface.increaseAction(), QAccessibleActionInterface.decreaseAction()]

    def localizedActionName(self, name: str) -> str:
        """Say what an action does."""
        if name == QAccessibleActionInterface.increaseAction():
            # Translators: what a screen reader offers for a value: take the next or a larger one.
            return _("Next value")
        # Translators: what a screen reader offers for a value: take the one before or a smaller one.
        return _("Previous value")

    def localizedActionDescription(self, name: str) -> str:
        """The name says it all."""
        return ""

    def doAction(self, name: str) -> None:
        """Take a step."""
        if name in self.actionNames():
            self._box.stepped.emit(1 if name == QAccessibleActionInterface.increaseAction() else -1)

    def keyBindingsForAction(self, name: str) -> list[str]:
        """The keys are the owner's."""
        return []
