"""Brings the questions about comfort into the window, and takes them away. Asks nothing itself."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from kiosk import i18n
from kiosk.app.appearance_words import theme_name
from kiosk.app.fitting_words import put_back_words
from kiosk.app.prompts import words_for_message
from kiosk.core.reading import Speaking
from kiosk.core.settings import Profile
from kiosk.i18n import _
from kiosk.qt.theme import SYSTEM_CHOICE, theme_id_for

if TYPE_CHECKING:
    from kiosk.app.kiosk import Kiosk
    from kiosk.app.message import Message
    from kiosk.core.fitting import Fitting
    from kiosk.core.reading import ReadingState
    from kiosk.core.settings import PreferenceValue, Settings
    from kiosk.core.theme import Theme
    from kiosk.qt.main_window import MainWindow
    from kiosk.qt.views.fitting_view import FittingView

_SILENCING = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin})


class FittingScreen(QObject):
    """Stands between a window and the fitting desk.

    1. ``begin_visit`` is for whoever has just come: at the start of the program, and when a visit ends. ``begin``
       is for whoever asks.
    2. While the questions are asked their screen is in front; when they are over the catalog is. Who goes
       elsewhere meanwhile (to the guided tour) has left them.
    3. Any key, press and touch silences the sample, before any widget has it.
    """

    def __init__(self, window: "MainWindow", kiosk: "Kiosk", least_target_mm: int) -> None:
        """Show nothing yet.

        Args:
            window: where the questions are shown.
            kiosk: where the answers go.
            least_target_mm: least size of a control; 0 lets it follow the text.
        """
        super().__init__(window)
        self._window = window
        self._kiosk = kiosk
        self._desk = kiosk.fitting
        self._least_target_mm = least_target_mm
        self._view: FittingView | None = None
        self._desk.fitting.subscribe(self._follow)
        window.comfort_asked.connect(self.begin)
        window.dressed.connect(self._dress)
        window.retranslated.connect(self._retranslate)
        window.currentChanged.connect(self._follow_screen)
        window.key_taken.connect(self._desk.hush)
        kiosk.preferences.settings.subscribe(self._follow_settings)
        kiosk.player.state.subscribe(self._follow_state)
        kiosk.reading.message.subscribe(self._show_message)

    def begin_visit(self) -> None:
        """Receive somebody who has just come: the questions where they are due, else the catalog."""
        if self._desk.is_due():
            self.begin()
        else:
            self._window.show_catalog()

    def begin(self) -> None:
        """Ask the first question."""
        self._desk.begin()

    @property
    def view(self) -> "FittingView":
        """The screen, made when it is first shown."""
        if self._view is None:
            from kiosk.qt.views.fitting_page import Themes
            from kiosk.qt.views.fitting_view import FittingView

            self._view = FittingView(self._desk, Themes(self._theme_choices, self._theme_for), self._window)
            self._view.chosen.connect(self._choose)
            self._view.put_back_asked.connect(self._put_back)
            self._view.language_chosen.connect(lambda tag: self._kiosk.preferences.set("language", tag))
            self._window.addWidget(self._view)
            self._dress()
        return self._view

    @property
    def is_in_front(self) -> bool:
        """Whether the questions are what is seen."""
        return self._view is not None and self._window.currentWidget() is self._view

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Silence the sample when a person does something."""
        if event.type() in _SILENCING:
            self._desk.hush()
        return False

    # -- following --------------------------------------------------------------------------------------------

    def _follow(self, fitting: "Fitting | None") -> None:
        if fitting is None:
            if self.is_in_front:
                self._window.show_catalog()
            return
        view, is_new = self.view, not self.is_in_front
        if is_new:
            view.retranslate()
        view.show_question(fitting)
        if is_new:
            self._window.setCurrentWidget(view)
        view.focus_first()
        self._watch_input()
        if not is_new:
            self._window.turned.emit()

    def _follow_screen(self) -> None:
        self._watch_input()
        if not self.is_in_front:
            self._desk.leave()

    def _watch_input(self) -> None:
        """See what arrives at the window while the questions are asked; at the first one it is not shown yet."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.removeEventFilter(self)
            if self.is_in_front:
                handle.installEventFilter(self)

    def _follow_settings(self, _settings: "Settings") -> None:
        if self.is_in_front:
            self.view.refresh()

    def _follow_state(self, state: "ReadingState") -> None:
        if self.is_in_front:
            is_heard = isinstance(state, Speaking) and state.at.article_id == self._desk.sample.id
            self.view.light(state.at.span if is_heard and len(state.at.span) else None)

    def _show_message(self, message: "Message | None") -> None:
        if message is not None and self.is_in_front:
            self.view.show_note(words_for_message(message))

    def _dress(self) -> None:
        if self._view is not None:
            look = self._window.appearance
            size_pt = look.page_look(i18n.language()).size_pt
            self._view.set_look(look.theme, size_pt, look.interface_pt, self._least_target_mm)

    def _retranslate(self) -> None:
        self._desk.change_language()
        if self._view is not None:
            self._view.retranslate()

    # -- answers ----------------------------------------------------------------------------------------------

    def _choose(self, option: str, value: "PreferenceValue") -> None:
        self._desk.choose(option, value)
        self.view.refresh()
        if option == "theme":
            # The button shows it; who cannot see it is told. The other choices tell themselves.
            # Translators: shown for a moment after a change of colours. {name} is the name of a set of colours.
            self._window.told.emit(_("Colours: {name}").format(name=theme_name(str(value))))

    def _put_back(self) -> None:
        self._desk.put_back()
        self._window.tell(put_back_words())

    def _theme_choices(self) -> Sequence[str]:
        # Where strangers come there is no desktop whose light or dark anybody has chosen.
        first = (SYSTEM_CHOICE,) if self._kiosk.profile is Profile.HOME else ()
        return (*first, *self._window.theme_ids())

    def _theme_for(self, choice: str) -> "Theme":
        return self._window.appearance.theme_for(theme_id_for(choice))
