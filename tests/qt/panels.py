"""What is so of every panel of settings, whatever is set there: how it is opened, looked at and gone through."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.core.theme import CONTROL_CONTRAST, contrast_ratio
from kiosk.qt.theme import RING_PX
from kiosk.qt.views.buttons import LargeButton
from kiosk.qt.views.settings_panel import SettingsPanel
from kiosk.qt.views.stepper import Stepper
from kiosk.qt.views.text_field import TextField
from kiosk.qt.views.value_box import ValueBox
from tests.qt.listening import Listening
from tests.qt.looking import PAPER, differing_pixels, flaws, settle, visible

SHAPES = [(1280, 800), (1024, 600), (1080, 1920)]
SMALLEST = [(480, 320), (640, 480), (320, 480)]
_ROOT = Path(__file__).parents[2]

Panel = TypeVar("Panel", bound=SettingsPanel)


def loaded_at_the_start(parts: set[str]) -> set[str]:
    """Return which modules are loaded with the first page."""
    program = """
import sys
import kiosk.qt.application
import kiosk.qt.views.reader_view, kiosk.qt.views.transport_bar, kiosk.qt.views.message_line, kiosk.qt.input_map
print(*{name.rpartition(".")[2] for name in sys.modules})
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=_ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    return parts & set(done.stdout.split())


# -- its place ----------------------------------------------------------------------------------------------------


def fitted(panel: Panel, interface_pt: float, has_form: bool = False) -> Panel:
    """Give an open panel a size of interface text, and its form if that is wanted."""
    panel.set_look(PAPER, interface_pt)
    if has_form:
        panel.show_form()
    settle()
    return panel


def place_in(around: QWidget, widget: QWidget) -> QRect:
    """Return where a widget is in one around it."""
    return QRect(widget.mapTo(around, QPoint(0, 0)), widget.size())


def flaws_in_language(
    person: Listening,
    open_panel: Callable[[], SettingsPanel],
    size: tuple[int, int],
    text_size: int,
    language: str,
) -> list[str]:
    """Return what is amiss in the rows and in the form, in a language."""
    person.kiosk.preferences.set("text_size", text_size)
    person.window.resize(*size)
    person.kiosk.preferences.set("language", language)
    panel = open_panel()
    found = flaws(panel)
    panel.show_form()
    settle()
    found += flaws(panel)
    person.kiosk.preferences.set("language", "en")
    return found


def assert_rows_are_seen(person: Listening, panel: SettingsPanel) -> None:
    """Go to everything, there and back: each time all of its row is in view, its name too."""
    port = panel._page_scroll.viewport()
    for stop in (*panel._page.stops, *reversed(panel._page.stops)):
        for widget in stop.around.stops if isinstance(stop.around, Stepper) else [stop.widget]:
            person.focus(widget)
            seen = place_in(port, stop.around)
            assert port.rect().contains(seen), (widget.accessibleName(), seen, port.rect())
            name = stop.around.label if isinstance(stop.around, Stepper) else widget
            assert port.rect().contains(place_in(port, name))


def targets(panel: SettingsPanel) -> list[QSize]:
    """Return the sizes of what a finger is meant for, without the ring around it."""
    found = [widget for widget in visible(panel) if isinstance(widget, LargeButton | ValueBox | TextField)]
    return [widget.size() - QSize(2 * RING_PX, 2 * RING_PX) for widget in found]


def assert_ring_is_seen(person: Listening, stepper: Stepper) -> str:
    """Go to a value: a ring of at least three pixels must stand out; return the colour of the frame without it."""
    person.focus(stepper.less)
    before = stepper.value.grab().toImage()
    person.focus(stepper.value)
    after = stepper.value.grab().toImage()
    changed = [pair for pair in differing_pixels(before, after) if contrast_ratio(*pair) >= CONTROL_CONTRAST]
    assert len(changed) >= 3 * 2 * (before.width() + before.height() - 4 * RING_PX)
    return before.pixelColor(before.width() // 2, RING_PX + 1).name().upper()


# -- its keys -----------------------------------------------------------------------------------------------------


def stepped_by_keys(person: Listening, stepper: Stepper) -> list[str]:
    """Step on and back by arrows, then by plus and minus; return the value before, and after each."""
    person.focus(stepper.value)
    seen = [stepper.value.text()]
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Plus, Qt.Key.Key_Minus):
        person.press(key)
        seen.append(stepper.value.text())
        assert QApplication.focusWidget() is stepper.value
    return seen


def stepped_by_buttons(person: Listening, stepper: Stepper) -> list[str]:
    """Step on and back by mouse, then on by Enter; return the value after each."""
    seen = []
    for button in (stepper.more, stepper.less):
        person.click(button)
        seen.append(stepper.value.text())
    person.focus(stepper.more)
    person.press(Qt.Key.Key_Return)
    return [*seen, stepper.value.text()]


def gone_around(person: Listening, key: Qt.Key, most: int) -> list[QWidget | None]:
    """Press a key until the focus is where it was; return what had it, each time."""
    first, seen = QApplication.focusWidget(), []
    for _ in range(most):
        seen.append(QApplication.focusWidget())
        person.press(key)
        if QApplication.focusWidget() is first:
            break
    assert QApplication.focusWidget() is first
    return seen
