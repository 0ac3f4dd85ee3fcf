"""The staff area: its list, and one page at a time. Knows not what the pages are about."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.app.staff_area_words import area_purpose, area_title, closing_words, leave_words, list_words, yes_no
from kiosk.qt.setting import Setting, ring_words
from kiosk.qt.theme import Dressable
from kiosk.qt.views.buttons import LargeButton
from kiosk.qt.views.row_column import RowColumn
from kiosk.qt.views.staff_frame import StaffFrame, StaffRow
from kiosk.qt.views.staff_page import StaffPage


class StaffList(StaffPage):
    """The list: a button for each page.

    Signals:
        chosen: a page is to be shown.
    """

    chosen = Signal(object)

    def __init__(
        self, pages: Sequence[StaffPage], seconds: Callable[[], int], closing: Callable[[bool | None], bool]
    ) -> None:
        """Make the list.

        Args:
            pages: what it leads to.
            seconds: after how long the area closes by itself.
            closing: lets the area close by itself or not, for None neither; returns whether it does.
        """
        super().__init__()
        self._seconds = seconds
        self._closing = closing
        for page in pages:
            self.add_button(page.icon_name, page.name, partial(self.chosen.emit, page))
        self.add_setting(
            Setting(
                lambda: ring_words(closing_words()),
                lambda: yes_no(closing(None)),
                lambda: [yes_no(True), yes_no(False)],
                lambda _by: closing(not closing(None)),
            )
        )

    def name(self) -> str:
        """Return the title of the area."""
        return area_title()

    def purpose(self) -> str:
        """Return what there is, and when it closes."""
        return area_purpose(self._seconds() if self._closing(None) else 0)


class StaffScreen(StaffFrame):
    """One page of the area, or its list; below it the way back, which stays in view.

    Signals:
        turned: another page is shown.
        told: words about what was done.
        closed: staff leave the area.
    """

    turned = Signal()
    told = Signal(str)
    closed = Signal()

    def __init__(self, area_list: StaffList, pages: Sequence[StaffPage]) -> None:
        """Put the pages behind each other; the list is in front.

        Args:
            area_list: what leads to the pages.
            pages: the pages.
        """
        super().__init__()
        self._list = area_list
        self._pages: list[StaffPage] = [area_list, *pages]
        self._scrolls = [self.add_scroll(page) for page in self._pages]
        self.here: StaffPage = area_list
        self.news = ""
        """What is said before the page that is in front, until another one comes."""
        self.back = LargeButton("back", self)
        self.back.clicked.connect(self.go_back)
        self._outer.addWidget(self.back)
        self.back_asked.connect(self.go_back)
        area_list.chosen.connect(self.show_page)
        for page, scroll in zip(self._pages, self._scrolls, strict=True):
            scroll.setVisible(page is area_list)
            page.told.connect(self.told)
            page.left.connect(self.show_list)
            page.changed.connect(partial(self._follow_page, page))
        self.retranslate()

    def show_list(self) -> None:
        """Show the list, at the button that led to the page."""
        before = self.here
        self._turn(self._list)
        stops = self._list.tab_stops
        number = self._pages.index(before) - 1
        stops[max(0, number)].setFocus(Qt.FocusReason.OtherFocusReason)
        self.turned.emit()

    def show_page(self, page: StaffPage) -> None:
        """Show a page from its beginning."""
        self._turn(page)
        self.focus_first()
        self.turned.emit()

    def begin(self) -> None:
        """Staff have come in."""
        self._turn(self._list)
        self.focus_first()

    def end(self) -> None:
        """Nobody is here any more."""
        self.here.end()

    def go_back(self) -> None:
        """Go back to the list, or leave the area."""
        if self.here is self._list:
            self.closed.emit()
        else:
            self.show_list()

    def retranslate(self) -> None:
        """Read all words again: the interface's language has changed."""
        for page in self._pages:
            page.retranslate()
        self.caption_row.retranslate()
        self._name()

    @property
    def spoken_words(self) -> tuple[str, ...]:
        """What is said when a page comes: its title and what it is for."""
        said = (self.news, f"{self.here.title.text()}.", self.here.instructions)
        return tuple(words for words in said if words)

    @property
    def scroller(self) -> RowColumn:
        """What scrolls."""
        return self._scrolls[self._pages.index(self.here)]

    @property
    def page(self) -> StaffPage:
        """What is in it."""
        return self.here

    @property
    def parts(self) -> list[Dressable]:
        """All that takes colours and sizes."""
        return [*self._pages, *self._scrolls, self.back]

    @property
    def rows(self) -> list[StaffRow]:
        """What the arrows go to, in order; the way back comes last."""
        return [*(StaffRow(stop.widget, stop.around) for stop in self.here.stops), StaffRow(self.back, self.back)]

    @property
    def tab_stops(self) -> list[QWidget]:
        """Where the Tab key stops, in order."""
        return [*self.here.tab_stops, self.back]

    def _turn(self, page: StaffPage) -> None:
        self.message_line.clear()
        self.news = ""
        if page is not self.here:
            self.here.end()
        before, self.here = self.here, page
        self._scrolls[self._pages.index(before)].hide()
        self.scroller.show()
        # A page may have to know how wide it is.
        self.fit()
        page.begin()
        page.refresh()
        self._name()
        self.fit()

    def _name(self) -> None:
        self.setAccessibleName(self.here.title.text())
        self.back.set_words(leave_words() if self.here is self._list else list_words())

    def _follow_page(self, page: StaffPage) -> None:
        if page is self.here and self.isVisible():
            if QApplication.focusWidget() not in self.tab_stops:
                # Its row has gone.
                self.focus_first()
            self.fit()
