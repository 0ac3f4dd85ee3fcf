"""The window: catalog or reader. One window, nothing else ever opens.

Knows the application layer's observables and no engine, file or device.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent

from kiosk import i18n
from kiosk.core.article import TOUR, Article, CatalogEntry
from kiosk.core.locator import Locator
from kiosk.core.settings import Settings
from kiosk.core.theme import Theme
from kiosk.i18n import _
from kiosk.qt.appearance import Appearance, looks_alike
from kiosk.qt.screens import ScreenStack
from kiosk.qt.theme import palette, theme_id_for
from kiosk.qt.views.reader_view import ReaderView

if TYPE_CHECKING:
    from kiosk.app.library import Library
    from kiosk.app.preferences import PreferenceKeeper
    from kiosk.app.reading import OpenArticle, Reading
    from kiosk.qt.views.catalog_view import CatalogView
    from kiosk.qt.views.donation_dialog import DonationDialog


class MainWindow(ScreenStack):
    """Switches between catalog and reader, and follows the settings.

    1. It is made with what the first page needs.
    2. ``show_first_page`` shows an article that does nothing yet; ``first_painted`` says when it is on the screen.
    3. ``attach`` connects it with a reading; from then on it does what it is asked.

    Signals:
        first_painted: the first page is on the screen; sent once.
        interface_voice_asked: switch the interface voice on or off.
    """

    first_painted = Signal()
    interface_voice_asked = Signal()

    def __init__(
        self,
        preferences: "PreferenceKeeper",
        theme_for: Callable[[str], Theme],
        theme_ids: Callable[[], tuple[str, ...]],
        set_language: Callable[[str], str],
    ) -> None:
        super().__init__()
        self._preferences = preferences
        self.appearance = Appearance(self, preferences, theme_for)
        self.theme_ids = theme_ids
        self._set_language = set_language
        self._reading: Reading | None = None
        self._library: Library | None = None
        self._entries: tuple[CatalogEntry, ...] | None = None
        self._shown: Settings | None = None
        self._catalog: CatalogView | None = None
        self.reader = ReaderView(self)
        self.addWidget(self.reader)
        self.setMinimumSize(480, 320)
        self.reader.article_view.first_painted.connect(self.first_painted)
        preferences.settings.subscribe(self._follow_settings, is_told_now=True)

    def show_first_page(self, article: Article, at: Locator | None) -> None:
        """Show an article where it was left, before anything can be done with it."""
        view = self.reader.article_view
        view.set_article(article)
        self.dress()
        if at is not None:
            view.set_current(at.passage, at.span if len(at.span) else None, False)
        self._name_window(article)
        self.reader.setFocus()

    def attach(self, reading: "Reading", library: "Library") -> None:
        """Connect the window with a reading and the articles; done once."""
        self._reading = reading
        self._library = library
        self.reader.attach(reading)
        self.dress()
        self.reader.show_rate(self._preferences.settings.value.rate)
        self.reader.back_asked.connect(self.show_catalog)
        self.reader.help_asked.connect(self.open_help)
        self.reader.theme_asked.connect(self.next_theme)
        self.reader.interface_voice_asked.connect(self.interface_voice_asked)
        reading.opened.subscribe(self._follow_article)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_desktop)

    # -- screens ----------------------------------------------------------------------------------------------

    @property
    def catalog(self) -> "CatalogView":
        """The catalog, made when it is first shown: an article opened by name must not wait for it."""
        if self._catalog is None:
            from kiosk.qt.views.catalog_view import CatalogView

            self._catalog = CatalogView(self)
            self._catalog.article_chosen.connect(self._open)
            self._catalog.continue_chosen.connect(self._continue)
            self._catalog.language_chosen.connect(lambda tag: self._preferences.set("language", tag))
            self._catalog.comfort_asked.connect(self.comfort_asked)
            self._catalog.help_asked.connect(self.open_help)
            self.addWidget(self._catalog)
            self._dress_catalog()
        return self._catalog

    @property
    def dialog(self) -> "DonationDialog":
        """The appeal, made when it is first shown; once the window is attached to a kiosk."""
        if self.appeal_place is None:
            raise RuntimeError("the window is not attached to a kiosk yet")
        return self.appeal_place.dialog

    @property
    def has_catalog(self) -> bool:
        """Whether the catalog has been made."""
        return self._catalog is not None

    def show_catalog(self) -> None:
        """Leave the article and show what there is to read."""
        if self._reading is None:
            return
        self._reading.close()
        self._fill_catalog()
        self.setWindowTitle("")  # the system names the program then, and nobody sees what was read
        self.setCurrentWidget(self.catalog)
        self.catalog.setFocus()

    def open_help(self) -> None:
        """Open the guided tour in the interface language, else in English."""
        if self._reading is None:
            return
        entries = self._catalog_entries()
        tours = {entry.language: entry for entry in entries if entry.article_id.startswith(TOUR)}
        tour = tours.get(i18n.language()) or tours.get("en")
        opened = self._reading.opened.value
        if tour is not None and (opened is None or opened.path != tour.path):
            self._reading.open(tour.path)

    def next_theme(self) -> None:
        """Take the next colours; their name is shown, and read by a screen reader."""
        from kiosk.app.appearance_words import theme_name

        ids = self.theme_ids()
        current = theme_id_for(self._preferences.settings.value.theme)
        following = ids[(ids.index(current) + 1) % len(ids)] if current in ids else ids[0]
        self._preferences.set("theme", following)
        # Translators: shown for a moment after a change of colours. {name} is the name of a set of colours.
        self.tell(_("Colours: {name}").format(name=theme_name(following)))

    def _open(self, path: str) -> None:
        if self._reading is not None and not self._reading.open(path):
            # The file has gone or changed since it was listed: its card now says what is wrong.
            self._fill_catalog()

    def _continue(self) -> None:
        continued = self._entry_to_continue()
        if continued is not None:
            self._open(continued.path)

    def _entry_to_continue(self) -> CatalogEntry | None:
        place = self._library.last_place() if self._library is not None else None
        # By its id: the article may have been opened by another path than the catalog's.
        wanted = place.locator.article_id if place is not None else None
        return next((entry for entry in self._catalog_entries() if entry.article_id == wanted), None)

    def _catalog_entries(self) -> tuple[CatalogEntry, ...]:
        if self._entries is None:
            self._entries = tuple(self._library.entries()) if self._library is not None else ()
        return self._entries

    def _fill_catalog(self) -> None:
        # Read anew each time, so that an article that was added is there.
        self._entries = None
        entries = self._catalog_entries()
        rate = self._preferences.settings.value.rate
        self.catalog.set_entries(entries, self._entry_to_continue(), rate)

    # -- following --------------------------------------------------------------------------------------------

    def _follow_article(self, opened: "OpenArticle | None") -> None:
        if opened is None:
            return
        self.setCurrentWidget(self.reader)
        self.reader.setFocus()
        self._name_window(opened.article)
        self.dress()

    def _name_window(self, article: Article) -> None:
        # Translators: title of the window. {title} is the article's.
        self.setWindowTitle(_("{title} – Aloud").format(title=article.title))

    def _follow_settings(self, settings: Settings) -> None:
        """Show what has changed, and only that: a step of speed must not lay out the page again."""
        shown, self._shown = self._shown, settings
        if shown is None or shown.language != settings.language:
            self._set_language(settings.language)
            self._retranslate()
        if shown is None or shown.theme != settings.theme:
            colours = palette(self.appearance.theme)
            QGuiApplication.setPalette(colours)
            self.setPalette(colours)
        if shown is None or not looks_alike(shown, settings):
            self.dress()
        self.reader.show_rate(settings.rate)

    def dress(self) -> None:
        """Give every view the theme and the sizes in force; what wears them already is left alone."""
        language, reader = self.reader.article_view.words_language, self.reader
        wearers = reader.transport_bar, self._reading, reader.least_target_mm
        if (outfit := self.appearance.new_outfit(language, wearers)) is None:
            return
        theme, page, interface_pt = outfit[:3]
        reader.set_look(theme, page, interface_pt)
        self._dress_catalog()
        if self._reading is not None:
            self._reading.appearance.largest_pt = self.appearance.largest_pt(language)
        self.dressed.emit()

    def _dress_catalog(self) -> None:
        if self._catalog is not None:
            self._catalog.set_look(*self.appearance.interface, self.reader.least_target_mm)
            self._catalog.set_language(i18n.language())

    def _retranslate(self) -> None:
        is_rtl = i18n.is_right_to_left(i18n.language())
        direction = Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
        if QGuiApplication.layoutDirection() != direction:
            QGuiApplication.setLayoutDirection(direction)
        self.reader.retranslate()
        if self._catalog is not None:
            self._catalog.retranslate()
        self.retranslated.emit()

    # -- Qt ---------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the interface as large as there is room for."""
        super().resizeEvent(event)
        if event.oldSize() != event.size():
            self.dress()

    def _follow_desktop(self) -> None:
        """Take the theme anew: the desktop has turned dark or light."""
        self._shown = None
        self._follow_settings(self._preferences.settings.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that work on every screen."""
        if event.key() == Qt.Key.Key_F1:
            self.open_help()
        elif event.key() == Qt.Key.Key_F2:
            self.next_theme()
        elif event.key() == Qt.Key.Key_F10 and not event.isAutoRepeat():
            self.interface_voice_asked.emit()
        elif event.key() in (Qt.Key.Key_F11, Qt.Key.Key_VolumeDown) and self._reading is not None:
            self._reading.speech.softer()
        elif event.key() in (Qt.Key.Key_F12, Qt.Key.Key_VolumeUp) and self._reading is not None:
            self._reading.speech.louder()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Be silent before the window goes: speech never goes on after it."""
        if self._reading is not None:
            self._reading.close()
        super().closeEvent(event)
