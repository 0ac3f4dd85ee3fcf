"""The staff area in the window: the way in, the gate, the pages, and the way out.

Which pages there are says :mod:`kiosk.qt.staff_list`.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from kiosk.app.staff_words import pin_set_words, star_words, stars_left_words
from kiosk.core.key_map import HardKey, KeyRole
from kiosk.core.key_presets import DOWN, LEFT, RIGHT, UP
from kiosk.core.staff_gate import Gate, Phase, WayIn, digit_of
from kiosk.qt.corner_hold import CornerHold
from kiosk.qt.staff_list import PAGES

if TYPE_CHECKING:
    from kiosk.app.kiosk import Kiosk
    from kiosk.qt.key_gate import Stroke
    from kiosk.qt.main_window import MainWindow
    from kiosk.qt.views.gate_screen import GateScreen
    from kiosk.qt.views.staff_screen import StaffScreen

_ARROWS = {UP: KeyRole.UP, DOWN: KeyRole.DOWN, LEFT: KeyRole.BACK, RIGHT: KeyRole.NEXT}


class StaffArea(QObject):
    """Stands between a window and the staff's desk; at a public kiosk only.

    1. The gate comes when the upper left corner of the screen is held for three seconds, or by the keys of
       :data:`kiosk.core.staff_gate.WAY_IN`, from every screen. What is read is paused, no appeal comes, and no
       visit ends meanwhile.
    2. Who leaves the gate is where they were. Who leaves the area leaves a machine as the next visitor finds it.
    """

    def __init__(self, window: "MainWindow", kiosk: "Kiosk", begin_visit: Callable[[], object]) -> None:
        """Watch for the way in from now on.

        Args:
            window: where the area is shown.
            kiosk: what staff change.
            begin_visit: called when staff have left the area: shows what the next visitor finds.
        """
        super().__init__(window)
        self._window = window
        self._kiosk = kiosk
        self._desk = kiosk.staff
        self.begin_visit = begin_visit
        self._way = WayIn()
        self._is_kept: Callable[[HardKey, bool], bool] = lambda _key, _is_repeat: False
        self._before: QWidget | None = None
        self._gate: Gate | None = None
        self._gate_screen: GateScreen | None = None
        self._area_screen: StaffScreen | None = None
        self.corner = CornerHold(window, self._desk.come, self._desk.note_act)
        self._desk.gate.subscribe(self._follow_gate)
        self._desk.is_open.subscribe(self._follow_area)
        window.dressed.connect(self._dress)
        window.retranslated.connect(self._retranslate)
        window.currentChanged.connect(self._follow_screen)
        if window.keyboard is not None:
            window.keyboard.first = self._take
            gate = window.keyboard.gate
            self._is_kept, gate.is_kept = gate.is_kept, self._keep

    @property
    def gate_screen(self) -> "GateScreen":
        """The screen that asks for the PIN, made when somebody first comes."""
        if self._gate_screen is None:
            from kiosk.qt.views.gate_screen import GateScreen

            screen = self._gate_screen = GateScreen()
            screen.entered.connect(lambda digit: self._do(lambda: self._desk.enter(digit)))
            screen.deleted.connect(lambda: self._do(self._desk.delete))
            screen.finished.connect(lambda: self._do(self._desk.finish))
            screen.back_asked.connect(self._desk.leave)
            screen.again_asked.connect(self._window.turned)
            self._window.addWidget(screen)
            self._dress()
        return self._gate_screen

    @property
    def area_screen(self) -> "StaffScreen":
        """The area itself, made when staff first come in."""
        if self._area_screen is None:
            from kiosk.qt.views.staff_screen import StaffList, StaffScreen

            pages = [make(self._window, self._kiosk) for make in PAGES]
            station = self._kiosk.station.station
            area_list = StaffList(pages, lambda: station.value.staff_close_s, self._closing)
            screen = self._area_screen = StaffScreen(area_list, pages)
            screen.turned.connect(self._window.turned)
            screen.told.connect(self._window.tell)
            screen.closed.connect(self._desk.close)
            screen.again_asked.connect(self._window.turned)
            self._window.addWidget(screen)
            self._dress()
        return self._area_screen

    # -- keys -------------------------------------------------------------------------------------------------

    def _keep(self, key: HardKey, is_repeat: bool) -> bool:
        """Go along the way in with keys that go no further: they wake somebody, or the place is closed."""
        is_kept = self._is_kept(key, is_repeat)
        if is_kept and not is_repeat:
            self._go_along(key, self._kiosk.keys.role_of(key))
        return is_kept

    def _go_along(self, key: HardKey, role: KeyRole | None) -> bool:
        """Go a step on the way in, or astray; return whether that leads to the gate."""
        if not self._way.is_complete(role or (None if key.is_on_pad else _ARROWS.get(key.code))):
            return False
        self._window.key_taken.emit()
        self._desk.come()
        return True

    def _take(self, stroke: "Stroke", role: KeyRole | None) -> bool:
        """Look at each press before anything else does; return whether it is done with."""
        self._desk.note_act()
        if self._is_at_gate:
            return role is None and self._is_for_gate(stroke)
        if stroke.is_repeat or self._desk.is_open.value:
            return False
        return self._go_along(stroke.key, role)

    def _is_for_gate(self, stroke: "Stroke") -> bool:
        # Here and not in the screen: five times the same digit would begin to set up the keys.
        digit = digit_of(stroke.text)
        if not digit and stroke.key.code != Qt.Key.Key_Backspace:
            return False
        self._window.key_taken.emit()
        if stroke.is_repeat:
            return True
        self._do((lambda: self._desk.enter(digit)) if digit else self._desk.delete)
        return True

    @property
    def _is_at_gate(self) -> bool:
        return self._gate_screen is not None and self._window.front is self._gate_screen

    # -- following --------------------------------------------------------------------------------------------

    def _follow_gate(self, gate: Gate | None) -> None:
        before, self._gate = self._gate, gate
        if gate is None:
            self._go_from_gate(before)
            return
        if before is None:
            self._come_to_gate()
        self.gate_screen.show_gate(gate)
        if before is None:
            self._window.setCurrentWidget(self.gate_screen)
            self.gate_screen.focus_first()
        else:
            self._tell_step(before, gate)

    def _come_to_gate(self) -> None:
        if not self._desk.is_open.value:
            self._before = self._window.currentWidget()
            self._kiosk.reading.silence()
        self._kiosk.reading.is_choosing = True
        self.gate_screen.begin(self._desk.is_open.value, self._kiosk.keys.kind)

    def _tell_step(self, before: Gate, gate: Gate) -> None:
        """Say what has become of what was pressed; never a digit."""
        is_other_fault = gate.fault is not before.fault and gate.fault is not None
        if gate.phase is not before.phase or (is_other_fault and not gate.digits):
            self._window.turned.emit()
        elif is_other_fault:
            self._window.told.emit(self.gate_screen.fault)
        elif gate.stars > before.stars:
            self._window.told.emit(star_words(gate.stars))
        elif gate.stars < before.stars:
            self._window.told.emit(stars_left_words(gate.stars))

    def _do(self, act: Callable[[], None]) -> None:
        """Do what was asked at the gate; what changes nothing is told too."""
        before = self._desk.gate.value
        act()
        if before is not None and self._desk.gate.value == before:
            self._window.told.emit(self.gate_screen.fault if before.takes_digits else self.gate_screen.text.text())

    def _go_from_gate(self, before: Gate | None) -> None:
        is_set = before is not None and before.phase is Phase.REPEAT
        if self._desk.is_open.value:
            self._window.setCurrentWidget(self.area_screen)
            self.area_screen.show_list()
            if is_set:
                self.area_screen.news = pin_set_words(self._desk.is_pin_kept)
                self.area_screen.show_note(self.area_screen.news)
        elif self._is_at_gate:
            # The area opens after this, if it does.
            self._leave_gate()

    def _leave_gate(self) -> None:
        before = self._before or self._window.reader
        self._kiosk.reading.is_choosing = False
        self._window.setCurrentWidget(before)
        before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_area(self, is_open: bool) -> None:
        if is_open:
            self._kiosk.reading.is_choosing = True
            self._window.setCurrentWidget(self.area_screen)
            self.area_screen.begin()
            return
        self.area_screen.end()
        self._kiosk.reading.is_choosing = False
        self.begin_visit()

    def _follow_screen(self) -> None:
        """Take who has gone elsewhere by another way for gone."""
        front = self._window.front
        if front is self._gate_screen or front is self._area_screen:
            return
        if self._desk.is_open.value:
            if front is self._window.reader:
                self._desk.close()
        elif self._gate is not None:
            self._before = front
            self._desk.leave()

    def _closing(self, asked: bool | None) -> bool:
        if asked is not None:
            self._desk.closes_itself = asked
        return self._desk.closes_itself

    def _dress(self) -> None:
        look, least_mm = self._window.appearance, self._window.reader.least_target_mm
        for screen in (self._gate_screen, self._area_screen):
            if screen is not None:
                screen.set_look(look.theme, look.interface_pt, least_mm)

    def _retranslate(self) -> None:
        for screen in (self._gate_screen, self._area_screen):
            if screen is not None:
                screen.retranslate()
