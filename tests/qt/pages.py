"""Articles, a theme and looks at pixels for tests of the reading view."""

from collections.abc import Callable, Iterable, Sequence
from typing import cast, overload

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QImage, QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.core.article import Article, Block, BlockKind
from kiosk.core.text import TextSpan, words
from kiosk.core.theme import Theme
from kiosk.qt.views.article_view import ArticleView

# No two roles alike, so that every pixel tells what painted it.
COLOURS = Theme(
    id="test",
    is_dark=True,
    page="#101010",
    surface="#202020",
    text="#F0F0F0",
    muted="#C0C0C0",
    accent="#00C000",
    on_accent="#C000C0",
    tint="#303060",
    word="#F0F000",
    on_word="#A00000",
    line="#00A0A0",
)

ENGLISH = "The quick brown fox jumps over the lazy dog while nobody in the village looks on."
RUSSIAN = "Съешь же ещё этих мягких французских булок да выпей чаю."
ARABIC = "كانت صحيفة الصباح مفتوحة على الطاولة الخشبية الطويلة ولم يقرأها أحد في الغرفة."


class WatchedView(ArticleView):
    """A view that notes which regions it was asked to paint."""

    def __init__(self) -> None:
        super().__init__()
        self.painted: list[QRect] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted.extend(cast("Iterable[QRect]", event.region()))
        super().paintEvent(event)


NewView = Callable[..., WatchedView]


def block(text: str, language: str = "en", kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0) -> Block:
    return Block("b", kind, text, language, level)


def article(*texts: str, language: str = "en", title: str = "A title") -> Article:
    return Article("a", title, language, tuple(block(text, language) for text in texts))


def long_article(passages: int, language: str = "en", text: str = ENGLISH) -> Article:
    return article(*(f"{text} {number}" for number in range(1, passages + 1)), language=language)


MIXED = Article(
    "a",
    "A title",
    "en",
    (
        block(ENGLISH),
        block("A heading", kind=BlockKind.HEADING, level=3),
        block("An item", kind=BlockKind.LIST_ITEM, level=1),
        block("😀 a smile first"),
        block(ARABIC, "ar"),
    ),
)


class CountedBlocks(Sequence[Block]):
    """Blocks that are made when asked for, and know how often that was."""

    def __init__(self, count: int) -> None:
        self._count = count
        self.asked: set[int] = set()

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> Block: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Block]: ...
    def __getitem__(self, at: int | slice) -> Block | Sequence[Block]:
        assert isinstance(at, int)
        self.asked.add(at)
        return block(f"{ENGLISH} {at}")


def word_at(text: str, number: int) -> TextSpan:
    return words(text)[number]


def pixels(view: ArticleView) -> QImage:
    """Return what the view shows, without its scroll bar."""
    return view.viewport().grab().toImage()


def extent(image: QImage, colour: str, within: QRect | None = None) -> QRect:
    """Return the smallest rectangle that holds all pixels of a colour."""
    wanted = QColor(colour).rgb()
    area = (within or image.rect()).intersected(image.rect())
    columns: list[int] = []
    rows: list[int] = []
    for y in range(area.top(), area.bottom() + 1):
        for x in range(area.left(), area.right() + 1):
            if image.pixel(x, y) == wanted:
                columns.append(x)
                rows.append(y)
    if not columns:
        return QRect()
    return QRect(min(columns), min(rows), max(columns) - min(columns) + 1, max(rows) - min(rows) + 1)


def give_keys_to(view: ArticleView, qtbot: QtBot) -> None:
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)


def document(view: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(view)
    assert found is not None
    return found
