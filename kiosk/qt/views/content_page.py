"""The staff's page about articles: what is shown, taking others from a stick, and going back. Knows no file.

What it says by voice comes at the beginning, at each quarter and at the end; the numbers between are only seen.
"""

from collections.abc import Callable, Sequence
from itertools import islice

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.app.content_update import ContentDesk
from kiosk.app.content_words import progress_words, refused_words, spoken_words, status_words
from kiosk.core.article import CatalogEntry
from kiosk.core.bidi import isolated
from kiosk.core.content_update import Done, Failed, Progress, Ready, Rest, StickPlace, Switching, is_working
from kiosk.core.delivery import Refused
from kiosk.i18n import _, ngettext
from kiosk.qt.views.buttons import LargeButton
from kiosk.qt.views.staff_page import StaffPage
from kiosk.qt.views.text_block import TextBlock

MOST_STICKS = 3
"""Sticks that are offered at once: nobody plugs in more."""
MOST_REFUSED = 20
"""Files that are named; the command line names all."""
MOST_ARTICLES = 200
"""Articles that are listed."""


class ContentPage(StaffPage):
    """Articles: taken from a stick, checked, switched to, and back again."""

    icon_name = "paragraph"

    def __init__(
        self,
        desk: ContentDesk | None,
        entries: Callable[[], Sequence[CatalogEntry]],
        parent: QWidget | None = None,
    ) -> None:
        """Make its rows.

        Args:
            desk: what does the work; None where the articles lie in a folder of the operator's own.
            entries: lists the articles that are shown.
            parent: the widget that holds it.
        """
        super().__init__(parent)
        self._desk = desk
        self._list_entries = entries
        self._entries: tuple[CatalogEntry, ...] = ()
        self._said: Progress = Rest.IDLE
        self._is_open = False
        self._titles: list[TextBlock] = []
        self.status = self.add_text(self._status_words, is_stop=True)
        self.progress = self.add_text(self._progress_words, is_stop=True)
        self.refused = [self._add_refused(number) for number in range(MOST_REFUSED)]
        if desk is not None:
            self._add_buttons(desk)
        # Translators: heading above the list of articles, on the page for staff.
        self.add_text(lambda: _("Articles that are shown"), is_heading=True)
        if desk is not None:
            desk.progress.subscribe(self._follow)
            desk.status.subscribe(lambda _status: self._show_all())
            desk.places.subscribe(lambda _places: self._show_all())

    def name(self) -> str:
        """Return what it is called."""
        # Translators: name of the page for staff where articles are taken from a stick.
        return _("Articles")

    def purpose(self) -> str:
        """Return what it is for."""
        if self._desk is None:
            # Translators: on the page for staff, where articles cannot be taken from a stick.
            return _(
                "The articles of this machine lie in a folder of its own. Whoever looks after the machine changes "
                "them there."
            )
        # Translators: what the page for staff is for.
        return _(
            "Here you take articles from a stick. They are checked first. An article that is open stays as it is "
            "until it is closed."
        )

    def begin(self) -> None:
        """Look at what is shown and what is plugged in."""
        self._is_open = True
        self._entries = tuple(self._list_entries())
        self._show_titles()
        if self._desk is not None:
            self._desk.look()

    def end(self) -> None:
        """Be silent; what is being copied goes on."""
        self._is_open = False

    # -- rows -------------------------------------------------------------------------------------------------

    def _add_buttons(self, desk: ContentDesk) -> None:
        def is_ready() -> bool:
            return isinstance(desk.progress.value, Ready)

        def is_at_rest() -> bool:
            return not is_working(desk.progress.value) and not is_ready()

        def can_stop() -> bool:
            return is_working(desk.progress.value) and not isinstance(desk.progress.value, Switching)

        def can_use() -> bool:
            progress = desk.progress.value
            return isinstance(progress, Ready) and progress.update.has_news

        def can_roll_back() -> bool:
            status = desk.status.value
            return is_at_rest() and status is not None and status.can_roll_back

        # Translators: button: the articles of the stick, which were checked, are shown from now on.
        self.use = self.add_button("check", lambda: _("Show them now"), desk.use, can_use)
        # Translators: button: the articles of the stick, which were checked, are not taken.
        self.leave = self.add_button("close", lambda: _("Do not take them"), desk.cancel, is_ready)
        # Translators: button: ends copying from a stick.
        self.stop = self.add_button("close", lambda: _("Stop"), desk.cancel, can_stop)
        self.takes: list[LargeButton] = []
        self.wholes: list[LargeButton] = []
        for number in range(MOST_STICKS):
            self._add_stick(desk, number, is_at_rest)
        self.no_stick = self.add_text(
            # Translators: on the page for staff; "Look again" is the button after it.
            lambda: _("No stick with articles is plugged in. Plug one in, then choose Look again."),
            is_stop=True,
            is_offered=lambda: is_at_rest() and not desk.places.value,
        )
        # Translators: button: looks once more for sticks that are plugged in.
        self.look_again = self.add_button("repeat", lambda: _("Look again"), self._look_again, is_at_rest)
        self.roll_back = self.add_button(
            "reset",
            # Translators: button: the articles that were shown before the last change are shown again.
            lambda: _("Go back to the articles of before"),
            desk.roll_back,
            can_roll_back,
            # Translators: said of the button that goes back to the articles of before.
            lambda: _("Press it once more, and it is as it was."),
        )

    def _add_stick(self, desk: ContentDesk, number: int, is_at_rest: Callable[[], bool]) -> None:
        def place() -> StickPlace | None:
            return desk.places.value[number] if number < len(desk.places.value) else None

        def name() -> str:
            found = place()
            return isolated(found.name) if found is not None else ""

        def is_there() -> bool:
            return is_at_rest() and place() is not None

        def take(is_whole: bool) -> None:
            found = place()
            if found is not None:
                desk.take(found, is_whole)

        self.takes.append(
            self.add_button(
                "more",
                # Translators: button; {stick} is what a memory stick is called.
                lambda: _("Take articles from {stick}").format(stick=name()),
                lambda: take(False),
                is_there,
                # Translators: said of the button that takes articles from a stick.
                lambda: _("They come beside those that are shown. You are asked before anything changes."),
            )
        )
        self.wholes.append(
            self.add_button(
                "stick",
                # Translators: button; {stick} is what a memory stick is called.
                lambda: _("Show only articles from {stick}").format(stick=name()),
                lambda: take(True),
                is_there,
                # Translators: said of the button that shows only the articles of a stick.
                lambda: _("All others go away. You are asked before anything changes."),
            )
        )

    def _add_refused(self, number: int) -> TextBlock:
        def words() -> str:
            refused = self._refused()
            if number < len(refused) and (number < MOST_REFUSED - 1 or len(refused) == MOST_REFUSED):
                return refused_words(refused[number])
            left = len(refused) - number
            if number == MOST_REFUSED - 1 and left > 0:
                # Translators: more files that cannot be used than are listed.
                words = ngettext("{count} more file cannot be used.", "{count} more files cannot be used.", left)
                return words.format(count=left)
            return ""

        return self.add_text(words, is_stop=True)

    def _show_titles(self) -> None:
        while len(self._titles) < min(len(self._entries), MOST_ARTICLES):
            number = len(self._titles)
            self._titles.append(self.add_text(lambda number=number: self._title(number), is_stop=True))  # type: ignore[misc]
        for number, title in islice(enumerate(self._titles), len(self._entries)):
            title.show_text(self._title(number), self._entries[number].language)

    def _title(self, number: int) -> str:
        return self._entries[number].title if number < len(self._entries) else ""

    # -- words ------------------------------------------------------------------------------------------------

    def _status_words(self) -> str:
        return status_words(self._desk.status.value) if self._desk is not None else ""

    def _progress_words(self) -> str:
        return progress_words(self._desk.progress.value) if self._desk is not None else ""

    def _refused(self) -> Sequence[Refused]:
        progress = self._desk.progress.value if self._desk is not None else Rest.IDLE
        if isinstance(progress, Ready | Done):
            return progress.update.refused
        return progress.refused if isinstance(progress, Failed) else ()

    # -- following --------------------------------------------------------------------------------------------

    def _look_again(self) -> None:
        if self._desk is None:
            return
        places = self._desk.places

        def tell() -> None:
            # Translators: answer to "Look again"; {sticks} is a list of what memory sticks are called.
            found = _("Plugged in: {sticks}.").format(
                sticks=", ".join(isolated(place.name) for place in places.value)
            )
            if self._is_open:
                self.told.emit(found if places.value else self.no_stick.text())

        self._desk.look(tell)

    def _follow(self, progress: Progress) -> None:
        if progress is Rest.ROLLED_BACK or isinstance(progress, Done):
            self._entries = tuple(self._list_entries())
        before, self._said = self._said, progress
        if not self._is_open:
            return
        focused = QApplication.focusWidget()
        self._show_all()
        if focused is not None and self.isAncestorOf(focused) and focused.isHidden():
            # What was pressed is not there any more. What has the focus now is told, and that is the progress; no
            # button that does something lies under a finger that presses twice.
            self.progress.setFocus(Qt.FocusReason.OtherFocusReason)
        elif words := spoken_words(before, progress):
            self.told.emit(words)

    def _show_all(self) -> None:
        if self._is_open:
            self._show_titles()
            self.refresh()
