"""Shows visits: the screen that waits, the warning, and what a person does as a sign that somebody is here.

Decides nothing: that is :mod:`kiosk.core.visit`, run by :mod:`kiosk.app.visit`.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QObject, Qt

from kiosk import i18n
from kiosk.app.visit_words import (
    attract_promise,
    attract_title,
    closed_hint,
    closed_title,
    hours_rows,
    opening_words,
    otherwise_words,
    staying_words,
    warning_title,
)
from kiosk.core.key_map import HardKey, KeyRole
from kiosk.core.visit import Active, Attract, Closed, VisitState, Warned
from kiosk.qt.clipboard import QtClipboard

if TYPE_CHECKING:
    from kiosk.app.kiosk import Kiosk
    from kiosk.core.attract import Frame
    from kiosk.qt.interface_voice import InterfaceVoice
    from kiosk.qt.main_window import MainWindow
    from kiosk.qt.views.visit_card import VisitCard
    from kiosk.qt.views.waiting_view import WaitingView

_POINTING = frozenset(
    {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.Wheel}
)


class VisitScreen(QObject):
    """Stands between a window and the visit desk of a public kiosk.

    1. While nobody is here any key and any touch only wakes: it does nothing else. Then the questions about
       comfort come, or the catalog.
    2. While somebody is here, each press, touch and turn of a wheel is told to the desk, and kept from nobody.
    3. While the warning is shown any key and any touch only takes it away. The focus has not moved meanwhile.
    4. When a visit has ended, what views hold of it is forgotten before the screen that waits comes.
    """

    def __init__(self, window: "MainWindow", kiosk: "Kiosk", voice: "InterfaceVoice", is_unattended: bool) -> None:
        """Begin the watch.

        Args:
            window: where it is seen.
            kiosk: a public one.
            voice: knows what touches do.
            is_unattended: whether nobody is here yet.
        """
        super().__init__(window)
        self._window = window
        self._kiosk = kiosk
        self._voice = voice
        self._desk = kiosk.visit
        self._view: WaitingView | None = None
        self._card: VisitCard | None = None
        self._desk.traces.clipboard = QtClipboard()
        self._desk.traces.at_reset.append(self._forget)
        self._desk.words_in_view = self._words_in_view
        self._desk.state.subscribe(self._follow)
        kiosk.staff.gate.subscribe(lambda _gate: self._follow_staff())
        kiosk.staff.is_open.subscribe(lambda _is_open: self._follow_staff())
        self._desk.attraction.frame.subscribe(self._show_frame)
        self._desk.sound.note.subscribe(self._show_note)
        if window.keyboard is not None:
            window.keyboard.gate.is_kept = self._is_kept
        window.shown.connect(self.watch)
        window.dressed.connect(self._dress)
        window.retranslated.connect(self._retranslate)
        self._desk.start(is_anybody_here=not is_unattended)
        self._follow(self._desk.state.value)

    def watch(self) -> None:
        """Be the first who sees what arrives at the window; again, when somebody else has come before."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    @property
    def view(self) -> "WaitingView":
        """The screen that waits, made when it is first shown."""
        if self._view is None:
            from kiosk.qt.views.waiting_view import WaitingView

            self._view = WaitingView(self._window)
            self._view.woken.connect(self._desk.press)
            self._window.addWidget(self._view)
            self._dress()
        return self._view

    @property
    def card(self) -> "VisitCard":
        """The warning, made when it is first shown."""
        if self._card is None:
            from kiosk.qt.views.visit_card import VisitCard

            self._window.warning = self._card = VisitCard(self._window)
            self._card.pressed.connect(lambda: self._desk.press(is_key=False))
            self._dress()
        return self._card

    # -- what a person does -----------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note what a hand does while somebody is here; what waits for a hand notes it itself."""
        if event.type() in _POINTING and isinstance(self._desk.state.value, Active):
            self._desk.press(is_key=False)
        return False

    def _is_kept(self, key: HardKey, is_repeat: bool) -> bool:
        """Note a key; return whether it means no more than that somebody is here."""
        if not self._desk.is_on:
            return False
        is_waking, role = self._window.is_waking, self._kiosk.keys.role_of(key)
        if role in (KeyRole.HEADPHONES_IN, KeyRole.HEADPHONES_OUT):
            # Not pressed by anybody. Whoever waits is woken by a plug that goes in.
            is_waiting = isinstance(self._desk.state.value, Attract | Closed)
            if is_waiting and role is KeyRole.HEADPHONES_IN:
                self._desk.plug_headphones()
            return is_waiting
        # A key that is held, or stuck, is no sign of anybody.
        if not is_repeat:
            self._desk.press(is_key=True)
        # Staff come in by keys also while the place is closed; the keyboard leaves it at that then.
        return is_waking and not isinstance(self._desk.state.value, Closed)

    def _words_in_view(self) -> int:
        reader = self._window.reader
        if self._window.front is not reader or reader.panel_in_front is not None:
            return 0
        view, count = reader.article_view, 0.0
        height = view.viewport().height()
        for passage in view.visible_passages():
            seen = min(height, passage.top + passage.layout.height) - max(0, passage.top)
            share = max(0, seen) / max(1, passage.layout.height)
            count += share * len(view.passage(passage.number).text.split())
        return round(count)

    def end_visit(self) -> None:
        """Leave the machine as the next visitor finds it: staff go."""
        self._desk.end()
        self._follow(self._desk.state.value)

    # -- following --------------------------------------------------------------------------------------------

    def _follow(self, state: VisitState) -> None:
        was_waiting = self._view is not None and self._window.currentWidget() is self._view
        self._window.is_waking = self._desk.is_on and not isinstance(state, Active)
        match state:
            case Warned():
                words = otherwise_words(state.left_s, QLocale(i18n.language()).toString(state.left_s))
                self.card.show_words(warning_title(state.why), staying_words(state.why), words)
                if self.card.isHidden():
                    self.card.come()
                return
            case Attract() | Closed():
                self._show_frame(self._desk.attraction.frame.value)
                self._window.setWindowTitle("")
                self._window.setCurrentWidget(self.view)
                self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            case Active() if was_waiting and self._window.fitting is not None:
                self._window.fitting.begin_visit()
        if self._card is not None and self._card.isVisible():
            self._card.hide()
            if self._window.keyboard is not None:
                # What could come forward was covered.
                self._window.keyboard.scanning.renew()

    def _follow_staff(self) -> None:
        """Let nobody be warned or woken while staff are at the gate or in their area."""
        staff, desk = self._kiosk.staff, self._desk
        is_at_work = staff.gate.value is not None or staff.is_open.value
        if is_at_work and not desk.is_suspended.value:
            desk.suspend()
            self._window.is_waking = False
        elif not is_at_work and desk.is_suspended.value:
            desk.resume()
            self._window.is_waking = desk.is_on and not isinstance(desk.state.value, Active)

    def _show_frame(self, frame: "Frame") -> None:
        state = self._desk.state.value
        if not isinstance(state, Attract | Closed):
            return
        with i18n.speaking(frame.language):
            if isinstance(state, Attract):
                words = (attract_title(), attract_promise(), frame.titles)
            else:
                opens = opening_words(self._desk.doors.opens)
                rows = hours_rows(self._desk.doors.hours)
                words = (closed_title(), opens, (*rows, closed_hint()))
        # Titles may be left out; an hour must not be.
        self.view.show_words(frame.language, *words, is_all_needed=isinstance(state, Closed))
        self.view.set_shift(frame.shift)

    def _show_note(self, words: str) -> None:
        if words:
            self._window.show_note(words)

    def _dress(self) -> None:
        look = self._window.appearance
        for part in (self._view, self._card):
            if part is not None:
                part.set_look(look.theme, look.interface_pt, self._window.reader.least_target_mm)

    def _retranslate(self) -> None:
        self._show_frame(self._desk.attraction.frame.value)

    def _forget(self) -> None:
        """Leave nothing in the views: what was opened, written, said and shown."""
        reader = self._window.reader
        reader.close_panel()
        if reader.listening is not None:
            for field in reader.listening.form.fields:
                field.setText("")
        for row in self._window.caption_rows:
            row.line.clear()
        if self._voice.touch is not None:
            self._voice.touch.begin_anew()
