"""An article laid out as one tall page, of which only what is looked at is laid out. Paints nothing.

Places on the page are kept as an :class:`Anchor` (a passage and how far its top lies above the top of the
view), not as a distance from the top: that distance is partly an estimate and changes whenever a passage
above is measured.
"""

from collections import OrderedDict
from typing import NamedTuple

from kiosk.core.article import Article
from kiosk.qt.views.page_geometry import PageGeometry, page_geometry
from kiosk.qt.views.passage_heights import PassageHeights
from kiosk.qt.views.passage_layout import PassageLayout

_MOST_LAYOUTS = 300
_SAMPLES = 12
# Running text: parts of an em that a letter takes with its share of the spaces.
_LETTER_EM = 0.48


class Anchor(NamedTuple):
    """What stands at the top of the view."""

    passage: int
    """The first passage in view."""
    offset: int
    """How far the top of that passage lies above the top of the view, in pixels."""


class ArticlePage:
    """The layouts and heights of one article at one size and width."""

    def __init__(self) -> None:
        self._article: Article | None = None
        self._layouts: OrderedDict[int, PassageLayout] = OrderedDict()
        self._sampled_lengths: tuple[int, ...] = ()
        self.geometry: PageGeometry = page_geometry(640, 43, is_rtl=False)
        self.heights = PassageHeights(0, 1)

    @property
    def article(self) -> Article | None:
        """The article that is laid out."""
        return self._article

    @property
    def passage_count(self) -> int:
        """How many passages there are, the title included; 0 without an article."""
        return 0 if self._article is None else self._article.last_passage + 1

    @property
    def height(self) -> int:
        """Height of the whole page, partly estimated."""
        return self.heights.total + self.bottom_margin if self.passage_count else 0

    @property
    def bottom_margin(self) -> int:
        """Space below the last passage."""
        return round(1.5 * self.geometry.em)

    def set_article(self, article: Article | None) -> None:
        """Take an article; of its blocks only a few are looked at."""
        self._article = article
        self._sampled_lengths = self._sample_lengths()

    def _sample_lengths(self) -> tuple[int, ...]:
        if self._article is None:
            return ()
        count = self._article.last_passage
        numbers = {1 + count * sample // _SAMPLES for sample in range(_SAMPLES)}
        return tuple(len(self._article.passage(number).text) for number in numbers if number <= count)

    def set_geometry(self, geometry: PageGeometry) -> None:
        """Take a width and a type size; forgets every layout."""
        self.geometry = geometry
        self._layouts.clear()
        self.heights = PassageHeights(self.passage_count, self._estimated_height())

    def _estimated_height(self) -> int:
        page = self.geometry
        letters_a_line = max(1.0, page.text_width / ((_LETTER_EM + page.spacing.letter) * page.em))
        lines = [1 + int(length / letters_a_line) for length in self._sampled_lengths] or [1]
        gap = page.spacing.paragraph * page.em
        return max(1, round(sum(lines) / len(lines) * page.line_pitch + gap))

    def layout(self, passage: int) -> PassageLayout:
        """Lay a passage out, or return the layout that is kept; takes down its height."""
        kept = self._layouts.get(passage)
        if kept is not None:
            self._layouts.move_to_end(passage)
            return kept
        if self._article is None:
            raise IndexError("no article")
        layout = PassageLayout(self._article.passage(passage), self.geometry)
        self._layouts[passage] = layout
        if len(self._layouts) > _MOST_LAYOUTS:
            self._layouts.popitem(last=False)
        self.heights.measure(passage, layout.height)
        return layout

    def measured_height(self, passage: int) -> int:
        """Return the true height of a passage, laying it out if need be."""
        if not self.heights.is_measured(passage):
            self.layout(passage)
        return self.heights.height(passage)

    def top(self, anchor: Anchor) -> int:
        """Return the distance from the top of the page to an anchor."""
        return self.heights.top(anchor.passage) + anchor.offset

    def settled(self, passage: int, offset: int, view_height: int) -> Anchor:
        """Return the anchor for a wished place: within the page, everything in view measured.

        Args:
            passage: a passage near the top of the view.
            offset: how far its top is to lie above the top of the view; may be far outside the passage,
                or negative when it is to lie below.
            view_height: height of the view in pixels.
        """
        if self.passage_count == 0:
            return Anchor(0, 0)
        anchor = self._walked(passage, offset)
        missing = view_height - self._height_below(anchor, view_height)
        return self._walked(anchor.passage, anchor.offset - missing) if missing > 0 else anchor

    def snapped(self, passage: int, offset: int, view_height: int, is_rounded_down: bool) -> Anchor:
        """Return a settled anchor at which no line is cut by the top of the view.

        Args:
            passage: as for :meth:`settled`.
            offset: as for :meth:`settled`.
            view_height: as for :meth:`settled`.
            is_rounded_down: whether a line that would be cut is shown whole; else it is left out.
        """
        anchor = self.settled(passage, offset, view_height)
        if self.passage_count == 0:
            return anchor
        layout = self.layout(anchor.passage)
        # A line taller than the view has no place where it is not cut.
        if anchor.offset <= layout.gap_above or layout.pitch > view_height:
            return anchor
        hidden = (anchor.offset - layout.gap_above) % layout.pitch
        if hidden == 0:
            return anchor
        by = -hidden if is_rounded_down else layout.pitch - hidden
        return self.settled(anchor.passage, anchor.offset + by, view_height)

    def _walked(self, passage: int, offset: int) -> Anchor:
        last = self.passage_count - 1
        while offset < 0 and passage > 0:
            passage -= 1
            offset += self.measured_height(passage)
        while passage < last and offset >= self.measured_height(passage):
            offset -= self.measured_height(passage)
            passage += 1
        return Anchor(passage, max(0, offset))

    def _height_below(self, anchor: Anchor, enough: int) -> int:
        """Measure passages from an anchor down until there is enough of them, or no more."""
        found = -anchor.offset
        for passage in range(anchor.passage, self.passage_count):
            found += self.measured_height(passage)
            if found >= enough:
                return found
        return found + self.bottom_margin

    def anchor_at(self, top: int, view_height: int) -> Anchor:
        """Return the anchor for a distance from the top of the page."""
        if self.passage_count == 0:
            return Anchor(0, 0)
        passage = self.heights.passage_at(top)
        # An estimate may be taller than the passage turns out to be: stay within it.
        offset = min(top - self.heights.top(passage), self.measured_height(passage) - 1)
        return self.settled(passage, offset, view_height)
