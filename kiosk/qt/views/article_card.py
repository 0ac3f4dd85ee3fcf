"""One article in the catalog: a card that is one target. Knows not where the article lies or how it is opened."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QWidget

from kiosk.core.narration import Piece
from kiosk.i18n import is_right_to_left
from kiosk.qt.theme import RING_PX
from kiosk.qt.views.layouts import Placement, PlacingWidget
from kiosk.qt.views.pressable import Pressable
from kiosk.qt.views.text_flow import TextFlow

TITLE_SCALE = 1.2
MOST_SUMMARY_LINES = 3


@dataclass(frozen=True, slots=True)
class CardText:
    """What stands on a card."""

    title: str
    """The article's title, in full."""
    summary: str
    """One sentence, or empty; at most three lines of it are shown."""
    facts: str
    """Language and minutes, or what is wrong, in the interface's language."""
    language: str
    """BCP 47 tag of title and summary."""
    icon_name: str = ""
    """Before the text, or empty."""


class ArticleCard(Pressable):
    """Title, summary and facts; everything on it is the button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = CardText("", "", "", "en")
        self._flows: tuple[tuple[TextFlow, str], ...] = ()
        self.spoken_name: Sequence[Piece] = ()
        """Its accessible name for the interface voice: each part in its own language."""
        self.spoken_description: Sequence[Piece] = ()
        """The same of its description."""
        self.can_open = True
        """Whether a press does something: a broken article stays reachable, so that its problem can be read."""

    @property
    def text_shown(self) -> CardText:
        """What stands on the card."""
        return self._text

    def show_text(self, text: CardText, name: str, description: str) -> None:
        """Set what stands on the card, and how it is called by a screen reader."""
        self._text = text
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.forget_layout()

    def forget_layout(self) -> None:
        """Lay out again: something has changed."""
        self._flows = ()
        super().forget_layout()

    @property
    def flows(self) -> tuple[tuple[TextFlow, str], ...]:
        """The texts, from above, each with the theme's role that colours it."""
        if not self._flows:
            text, look = self._text, self.look
            runs_left = is_right_to_left(text.language)
            title_font = look.font(TITLE_SCALE, True, text.title, text.language)
            flows = [(TextFlow(text.title, title_font, runs_left), "text")]
            if text.summary:
                font = look.font(text=text.summary, language=text.language)
                flows.append((TextFlow(text.summary, font, runs_left, MOST_SUMMARY_LINES), "text"))
            facts_font = look.font(text=text.facts)
            flows.append((TextFlow(text.facts, facts_font, self.is_right_to_left), "muted"))
            self._flows = tuple(flows)
        return self._flows

    def heightForWidth(self, width: int) -> int:
        """Return the pixels in height that it needs in a width."""
        text_width = self._text_area(QRect(0, 0, width, 0)).width()
        heights = [flow.height_for(text_width) for flow, _role in self.flows]
        inner = sum(heights) + self._line_gap_px * (len(heights) - 1)
        return max(self.look.target_px, inner + 2 * self._padding_px) + 2 * RING_PX

    def sizeHint(self) -> QSize:
        """Return the size it would like."""
        width = max(1, self.width())
        return QSize(width, self.heightForWidth(width))

    def text_rects(self) -> list[QRect]:
        """Where each text is drawn, in the card."""
        area = self._text_area(self.rect())
        top, rects = area.top(), []
        for flow, _role in self.flows:
            height = flow.height_for(area.width())
            rects.append(QRect(area.left(), top, area.width(), height))
            top += height + self._line_gap_px
        return rects

    @property
    def is_whole(self) -> bool:
        """Whether all that is to be read of the article stands on it."""
        width = self._text_area(self.rect()).width()
        return all(flow.height_for(width) and flow.is_whole for flow, _role in self.flows)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        self.draw_frame(painter, is_dashed=not self.can_open)
        _text_colour, icon_colour = self.content_colours()
        if self._text.icon_name:
            place = QRect(RING_PX + self._padding_px, 0, self._icon_px, self._icon_px)
            place.moveTop((self.height() - self._icon_px) // 2)
            place = QStyle.visualRect(self._direction, self.rect(), place)
            self.draw_icon(painter, self._text.icon_name, place, icon_colour)
        for (flow, role), rect in zip(self.flows, self.text_rects(), strict=True):
            # What the interface says keeps to the side of the article's own words.
            is_own_side = flow.is_right_to_left == self.flows[0][0].is_right_to_left
            side = Qt.AlignmentFlag.AlignLeading if is_own_side else Qt.AlignmentFlag.AlignTrailing
            flow.draw(painter, rect, getattr(self.look.theme, role), side)

    def _text_area(self, rect: QRect) -> QRect:
        inset = RING_PX + self._padding_px
        beside = round(1.4 * self._icon_px) if self._text.icon_name else 0
        area = rect.adjusted(inset + beside, inset, -inset, -inset)
        return QStyle.visualRect(self._direction, rect, area)

    @property
    def _direction(self) -> Qt.LayoutDirection:
        """The title's: the icon stands where the card begins to be read."""
        runs_left = is_right_to_left(self._text.language)
        return Qt.LayoutDirection.RightToLeft if runs_left else Qt.LayoutDirection.LeftToRight

    @property
    def _icon_px(self) -> int:
        return round(1.2 * self.look.icon_px)

    @property
    def _padding_px(self) -> int:
        return round(1.4 * self.look.padding_px)

    @property
    def _line_gap_px(self) -> int:
        return self.look.em_px // 5


class CardGrid(PlacingWidget):
    """Cards in one column or two; those of a row are equally high."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[ArticleCard] = []
        self.columns = 1
        self.gap_px = 8

    @property
    def cards(self) -> Sequence[ArticleCard]:
        """The cards, in order."""
        return self._cards

    def set_cards(self, cards: Sequence[ArticleCard]) -> None:
        """Hold these cards, in this order; the ones before go."""
        for card in self._cards:
            card.hide()
            card.setParent(None)
            card.deleteLater()
        self._cards = list(cards)
        for card in self._cards:
            card.setParent(self)
            card.show()
        self.setVisible(bool(cards))
        self.updateGeometry()

    def plan(self, width: int) -> tuple[list[Placement], int]:
        """Say where the parts go."""
        cell = (width - (self.columns - 1) * self.gap_px) // self.columns
        placements: list[Placement] = []
        top = 0
        for first in range(0, len(self._cards), self.columns):
            row = self._cards[first : first + self.columns]
            height = max(card.heightForWidth(cell) for card in row)
            for column, card in enumerate(row):
                placements.append((card, QRect(column * (cell + self.gap_px), top, cell, height)))
            top += height + self.gap_px
        return placements, max(0, top - self.gap_px)
