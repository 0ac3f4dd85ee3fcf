"""What a person would see: text that is cut, things that overlap, targets that are too small."""

import gettext
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from kiosk.adapters.theme_files import load_themes
from kiosk.qt.theme import RING_PX
from kiosk.qt.views.article_card import ArticleCard
from kiosk.qt.views.buttons import LargeButton
from kiosk.qt.views.text_block import TextBlock
from kiosk.qt.views.text_flow import TextFlow

THEMES = load_themes(Path(__file__).parents[2] / "assets" / "themes")
PAPER = THEMES["paper"]

WINDOWS = ((1280, 800), (1024, 600), (1080, 1920), (1920, 1080))
INTERFACE_PT = (20.0, 48.0, 96.0)
DIRECTIONS = (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft)
EVERY_SIZE = [(window, size, direction) for window in WINDOWS for size in INTERFACE_PT for direction in DIRECTIONS]


def size_id(case: object) -> str:
    """Name a window, a type size or a direction in a test's id."""
    if isinstance(case, Qt.LayoutDirection):
        return "rtl" if case is Qt.LayoutDirection.RightToLeft else "ltr"
    return "x".join(map(str, case)) if isinstance(case, tuple) else str(case)


class MarkedTranslations(gettext.NullTranslations):
    """Puts marks around every message: what shows without them was not translated."""

    def gettext(self, message: str) -> str:
        return f"«{message}»"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"«{msgid1 if n == 1 else msgid2}»"

    def pgettext(self, context: str, message: str) -> str:
        return f"«{message}»"


def settle() -> None:
    """Let layouts that were asked for happen."""
    for _ in range(4):
        QApplication.processEvents()


def visible(root: QWidget) -> Iterator[QWidget]:
    """All widgets that are shown below a root."""
    return (widget for widget in root.findChildren(QWidget) if widget.isVisibleTo(root))


def flaws(root: QWidget) -> list[str]:
    """Say what a person would complain about: cut text, overlaps, sideways scrolling, small targets."""
    found: list[str] = []
    for widget in visible(root):
        for flow, rect in _texts(widget):
            found += _cut_text(widget, flow, rect)
        if isinstance(widget, (TextBlock, QAbstractButton)):
            found += _cut_by_parents(root, widget)
        if isinstance(widget, QAbstractButton):
            body = widget.rect().adjusted(RING_PX, RING_PX, -RING_PX, -RING_PX)
            if min(body.width(), body.height()) < 44:
                found.append(f"target of {name_of(widget)} is {body.width()}x{body.height()}")
        if isinstance(widget, QScrollArea) and widget.horizontalScrollBar().maximum() > 0:
            found.append(f"{name_of(widget)} scrolls sideways")
    return found + _overlaps(root)


def name_of(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()!r}"


def _texts(widget: QWidget) -> list[tuple[TextFlow, QRect]]:
    if isinstance(widget, LargeButton):
        return [] if widget.is_icon_only else [(widget.flow, widget.text_rect())]
    if isinstance(widget, ArticleCard):
        return list(zip((flow for flow, _role in widget.flows), widget.text_rects(), strict=True))
    if isinstance(widget, TextBlock) and widget.text():
        return [(widget.flow, widget.text_rect())]
    return []


def _cut_text(widget: QWidget, flow: TextFlow, rect: QRect) -> list[str]:
    found = []
    if not widget.rect().contains(rect):
        found.append(f"text {rect} of {name_of(widget)} leaves {widget.rect()}")
    if flow.height_for(rect.width()) > rect.height():
        found.append(f"text of {name_of(widget)} is higher than {rect.height()} px")
    # Some letters reach a little beyond their own width; widgets have room for that. A blank at the end of a
    # line is no letter.
    overhang = flow.font.pixelSize() // 10 + QFontMetrics(flow.font).horizontalAdvance(" ")
    too_wide = [
        line for line in flow.line_rects if line.left() < -overhang or line.right() > rect.width() + overhang
    ]
    return found + [f"a line of {name_of(widget)} is wider than {rect.width()} px" for _line in too_wide]


def _cut_by_parents(root: QWidget, widget: QWidget) -> list[str]:
    """A widget may leave the window only where it can be scrolled to."""
    rect = widget.rect()
    around, child = widget.parentWidget(), widget
    while around is not None and child is not root:
        rect = QRect(child.mapToParent(rect.topLeft()), rect.size())
        scroll = around.parentWidget()
        if isinstance(scroll, QScrollArea) and scroll.viewport() is around:
            # Down it can be scrolled; sideways it must fit.
            if rect.left() < 0 or rect.right() >= around.width():
                return [f"{name_of(widget)} is cut sideways"]
            return []
        if not around.rect().contains(rect):
            return [f"{name_of(widget)} leaves its {type(around).__name__}"]
        child, around = around, around.parentWidget()
    return []


def _overlaps(root: QWidget) -> list[str]:
    places = [
        (widget, QRect(widget.mapTo(root, QPoint(0, 0)), widget.size()))
        for widget in visible(root)
        if isinstance(widget, (TextBlock, QAbstractButton))
    ]
    return [
        f"{name_of(one)} overlaps {name_of(other)}"
        for (one, here), (other, there) in combinations(places, 2)
        if here.intersects(there) and not _is_cut_apart(one, other)
    ]


def _is_cut_apart(one: QWidget, other: QWidget) -> bool:
    """Whether one of the two is in a scrolled column and the other is not: then the column's edge hides it."""
    return _column_of(one) is not _column_of(other)


def _column_of(widget: QWidget) -> QWidget | None:
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around


def differing_pixels(before: QImage, after: QImage) -> list[tuple[str, str]]:
    """Return the colours, before and after, of all pixels that are not the same."""
    assert before.size() == after.size()
    return [
        (before.pixelColor(x, y).name(), after.pixelColor(x, y).name())
        for y in range(before.height())
        for x in range(before.width())
        if before.pixel(x, y) != after.pixel(x, y)
    ]
