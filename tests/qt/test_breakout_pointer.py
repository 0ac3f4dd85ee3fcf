"""Ways out of a public kiosk by mouse, touch and other windows: each is tried on every screen that there is."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QFileOpenEvent,
    QGuiApplication,
    QHelpEvent,
    QMouseEvent,
    QRasterWindow,
    QWheelEvent,
    QWindow,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QSplashScreen,
    QToolTip,
    QWhatsThis,
    QWidget,
)
from PySide6.QtWidgets import QFileDialog as FileDialog
from PySide6.QtWidgets import QMenu as Menu
from PySide6.QtWidgets import QMessageBox as MessageBox

from kiosk.core.lockdown import Attempt
from kiosk.qt.bare import is_bare
from tests.fakes.fake_timer import FakeTimer
from tests.qt.locked import LockedDesk, ask_for_menu, forbid_dialogs
from tests.qt.looking import settle

NOTHING, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
NO_BUTTON = Qt.MouseButton.NoButton
LEFT, MIDDLE, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton


def _catalog(desk: LockedDesk) -> None:
    desk.window.show_catalog()


def _article(desk: LockedDesk) -> None:
    desk.open()


def _listening(desk: LockedDesk) -> None:
    desk.open()
    bar = desk.window.reader.transport_bar
    assert bar is not None
    bar.listening.click()


def _comfort(desk: LockedDesk) -> None:
    desk.open()
    bar = desk.window.reader.transport_bar
    assert bar is not None
    bar.comfort.click()


def _keys(desk: LockedDesk) -> None:
    assert desk.window.keyboard is not None
    desk.window.keyboard.open()


def _fitting(desk: LockedDesk) -> None:
    desk.window.comfort_asked.emit()


SCREENS: tuple[Callable[[LockedDesk], None], ...] = (_catalog, _article, _listening, _comfort, _keys, _fitting)


@pytest.fixture
def desk(locked_desk: LockedDesk, monkeypatch: pytest.MonkeyPatch) -> LockedDesk:
    forbid_dialogs(monkeypatch)
    locked_desk.begin()
    return locked_desk


@pytest.fixture(params=SCREENS, ids=lambda come: come.__name__.strip("_"))
def anywhere(request: pytest.FixtureRequest, desk: LockedDesk) -> LockedDesk:
    """The desk at each of its screens."""
    request.param(desk)
    settle()
    desk.lock.refused.clear()
    return desk


# -- on every screen ----------------------------------------------------------------------------------------------


def ask_for_tips(widget: QWidget) -> None:
    """Ask a widget for whatever it has to tell about itself in a window of its own."""
    place = widget.rect().center()
    for kind in (QEvent.Type.ToolTip, QEvent.Type.WhatsThis, QEvent.Type.QueryWhatsThis):
        QApplication.sendEvent(widget, QHelpEvent(kind, place, widget.mapToGlobal(place)))


def is_dropped(widget: QWidget | QWindow) -> bool:
    """Drop a file, an address and a text on something; return whether it took any of it."""
    data = QMimeData()
    data.setUrls([QUrl("file:///etc/passwd"), QUrl("https://example.org/")])
    data.setText("text")
    action = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(5, 5), action, data, LEFT, NOTHING)
    drop = QDropEvent(QPointF(5, 5), action, data, LEFT, NOTHING)
    for event in (enter, drop):
        QApplication.sendEvent(widget, event)
    return enter.isAccepted() or drop.isAccepted()


def turn_wheel(widget: QWidget | QWindow) -> None:
    """Turn the wheel while Control is held, which enlarges in many programs."""
    event = QWheelEvent(
        *(QPointF(20, 20), QPointF(20, 20), QPoint(0, 0), QPoint(0, 1200)),
        *(NO_BUTTON, CONTROL, Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(widget, event)


@pytest.mark.conforms("B-15", "B-31", "B-32", "B-33", "B-34", "B-35", "B-36", "B-41")
def test_no_widget_of_any_screen_leads_out(anywhere: LockedDesk) -> None:
    window, counted = anywhere.window, anywhere.lock.refused
    front, state = window.front, anywhere.kiosk.player.state.value
    wishes = anywhere.kiosk.preferences.settings.value
    with anywhere.attempt():
        widgets = anywhere.widgets()
        fonts = [widget.font() for widget in widgets]
        assert len(widgets) > 5
        assert [widget for widget in widgets if not is_bare(widget)] == []
        for widget in widgets:
            assert not ask_for_menu(widget), widget
            ask_for_tips(widget)
            assert not is_dropped(widget), widget
            turn_wheel(widget)
            for button in (RIGHT, MIDDLE, Qt.MouseButton.BackButton):
                anywhere.click(widget, button)
        assert not is_dropped(window.windowHandle())
        assert [widget.font() for widget in widgets] == fonts
    assert min(counted[Attempt.MENU], counted[Attempt.BUTTON]) >= len(widgets)
    assert counted[Attempt.DRAG] >= 2
    assert window.front is front
    assert anywhere.kiosk.player.state.value == state
    assert anywhere.kiosk.preferences.settings.value == wishes


# -- fingers ------------------------------------------------------------------------------------------------------


@pytest.mark.conforms("B-31")
@pytest.mark.parametrize("fingers", [2, 3, 4, 5])
def test_swipes_pinches_and_long_touches_of_several_fingers_do_nothing(desk: LockedDesk, fingers: int) -> None:
    device = QTest.createTouchDevice()
    wishes = desk.kiosk.preferences.settings.value
    window = desk.window.windowHandle()
    with desk.attempt():
        for step in range(6):
            sequence = QTest.touchEvent(window, device, False)
            for finger in range(fingers):
                place = QPoint(60 + 70 * finger + 40 * step * (-1) ** finger, 200 + 30 * step)
                if step == 0:
                    sequence.press(finger, place, window)
                elif step == 5:
                    sequence.release(finger, place, window)
                else:
                    sequence.move(finger, place, window)
            sequence.commit()
            settle()
    assert desk.kiosk.preferences.settings.value == wishes
    assert desk.window.front is desk.window.catalog


# -- other windows ------------------------------------------------------------------------------------------------


def _dialog(_desk: LockedDesk) -> None:
    QDialog().exec()


def _message(_desk: LockedDesk) -> None:
    MessageBox(MessageBox.Icon.Critical, "Update", "Restart now?").exec()


def _files(_desk: LockedDesk) -> None:
    FileDialog(None, "Open", "/").exec()


def _menu(desk: LockedDesk) -> None:
    menu = Menu()
    menu.addAction("Quit", QApplication.quit)
    menu.exec(desk.window.mapToGlobal(QPoint(10, 10)))


def _popup_of_a_list(desk: LockedDesk) -> None:
    box = QComboBox(desk.window)
    box.addItems(["one", "two"])
    box.show()
    box.showPopup()
    settle()
    desk.window.catalog.setFocus()
    box.hide()
    box.deleteLater()


def _tip(desk: LockedDesk) -> None:
    QToolTip.showText(desk.window.mapToGlobal(QPoint(30, 30)), "<a href='file:///'>here</a>", desk.window)


def _whats_this(desk: LockedDesk) -> None:
    QWhatsThis.showText(desk.window.mapToGlobal(QPoint(30, 30)), "<a href='file:///'>here</a>", desk.window)


_kept: list[object] = []


def _window(_desk: LockedDesk) -> None:
    label = QLabel("Welcome")
    label.show()
    _kept.append(label)


def _splash(_desk: LockedDesk) -> None:
    splash = QSplashScreen()
    splash.show()
    _kept.append(splash)


def _window_without_widgets(_desk: LockedDesk) -> None:
    window = QRasterWindow()
    window.show()
    _kept.append(window)
    settle()


def _system_menu_of_a_line(desk: LockedDesk) -> None:
    line = QLineEdit(desk.window)
    line.show()
    line.createStandardContextMenu().exec(desk.window.mapToGlobal(QPoint(1, 1)))
    line.hide()
    line.deleteLater()
    desk.window.catalog.setFocus()


OTHERS: tuple[Callable[[LockedDesk], None], ...] = (
    *(_dialog, _message, _files, _menu, _popup_of_a_list, _tip, _whats_this, _window, _splash),
    *(_window_without_widgets, _system_menu_of_a_line),
)


@pytest.mark.conforms("B-14", "B-34", "B-41", "B-76")
@pytest.mark.parametrize("open_it", OTHERS, ids=lambda open_it: open_it.__name__.strip("_"))
def test_no_other_window_comes_up_whoever_opens_it(locked_desk: LockedDesk, open_it: Callable[..., None]) -> None:
    locked_desk.begin()
    focus = QApplication.focusWidget()
    open_it(locked_desk)
    locked_desk.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    locked_desk.is_unharmed()
    assert locked_desk.lock.refused[Attempt.WINDOW] >= 1
    assert QApplication.focusWidget() is focus
    _kept.clear()


# -- the window itself --------------------------------------------------------------------------------------------


@pytest.mark.conforms("B-37", "B-40")
@pytest.mark.parametrize("way", ["small", "moved", "normal", "minimized", "hidden-edge"])
def test_the_window_fills_the_screen_again(desk: LockedDesk, way: str) -> None:
    window = desk.window
    desk.qtbot.waitUntil(desk.lock._fills)
    if way == "small":
        window.resize(500, 400)
    elif way == "moved":
        window.move(120, 90)
    elif way == "normal":
        window.showNormal()
    elif way == "minimized":
        window.showMinimized()
    else:
        window.setGeometry(-300, -300, 500, 500)
    assert not desk.lock._fills()
    desk.qtbot.waitUntil(desk.lock._fills)
    desk.is_unharmed()
    assert desk.lock.refused[Attempt.SHRINK] >= 1


@pytest.mark.conforms("B-40")
def test_the_window_follows_a_screen_that_turns(desk: LockedDesk) -> None:
    desk.qtbot.waitUntil(desk.lock._fills)
    # Nothing here can turn the screen: what is watched is told, and the window is not as large as the screen then.
    desk.window.setWindowState(Qt.WindowState.WindowNoState)
    desk.window.resize(300, 300)
    desk.lock._fills_left = 0
    screen = desk.window.screen()
    screen.geometryChanged.emit(screen.geometry())
    desk.qtbot.waitUntil(desk.lock._fills)


@pytest.mark.conforms("B-01")
def test_only_its_own_way_out_closes_the_window(desk: LockedDesk) -> None:
    assert not desk.window.close()
    assert desk.window.isVisible()
    desk.window.is_leaving = True
    event = QEvent(QEvent.Type.Quit)
    assert not desk.lock.eventFilter(QApplication.instance() or desk.window, event)
    desk.window.is_leaving = False
    assert desk.lock.eventFilter(QApplication.instance() or desk.window, event)


def test_a_file_that_the_system_hands_over_is_not_opened(desk: LockedDesk) -> None:
    with desk.attempt():
        for address in (QUrl("file:///etc/passwd"), QUrl("https://example.org")):
            application = QApplication.instance()
            assert application is not None
            QApplication.sendEvent(application, QFileOpenEvent(address))
    assert desk.lock.refused[Attempt.FILE] == 2


# -- the pointer --------------------------------------------------------------------------------------------------


def move_mouse(desk: LockedDesk) -> None:
    place = QPointF(100, 100)
    event = QMouseEvent(QEvent.Type.MouseMove, place, place, NO_BUTTON, NO_BUTTON, NOTHING)
    QApplication.sendEvent(desk.window.windowHandle(), event)


def test_the_pointer_is_shown_while_a_mouse_moves(desk: LockedDesk) -> None:
    pointer = desk.lock.pointer
    real, pointer.timer = pointer.timer, FakeTimer()
    real.stop()
    timer = pointer.timer
    move_mouse(desk)
    assert QGuiApplication.overrideCursor() is None
    assert timer.interval_ms == 3_000
    timer.fire()
    cursor = QGuiApplication.overrideCursor()
    assert cursor is not None
    assert cursor.shape() is Qt.CursorShape.BlankCursor
    assert not timer.is_running
    move_mouse(desk)
    assert QGuiApplication.overrideCursor() is None
    pointer.end()
    pointer.timer = real


def test_what_is_locked_can_be_unlocked(qapp: QApplication, locked_desk: LockedDesk) -> None:
    locked_desk.lock.end()
    widget = QWidget()
    widget.show()
    assert widget.isVisible()
    settle()
    assert widget.isVisible()
    widget.close()
    locked_desk.lock.begin()
