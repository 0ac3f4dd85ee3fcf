"""One window and nothing else: what a public kiosk refuses, whatever widget it happens to. Decides by the core.

It watches every event of the program, which costs some 4 µs each, so that a widget that is added later
is locked without anybody thinking of it. What only the system can refuse is in ``packaging/lockdown``.
"""

from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputDevice, QKeyEvent, QMouseEvent, QWheelEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from kiosk.core.lockdown import SCHEMES, Attempt, Flood, Strike, is_refused, passes
from kiosk.qt.addresses import RefusedAddresses
from kiosk.qt.bare import make_bare
from kiosk.qt.clipboard import EmptyClipboard
from kiosk.qt.key_gate import MODIFIERS
from kiosk.qt.pointer import RestingPointer
from kiosk.qt.views.text_field import TextField

if TYPE_CHECKING:
    from kiosk.qt.screens import ScreenStack

Type = QEvent.Type
# Window managers need a moment for what they are asked, and some ask for something else first.
_FILL_DELAY_MS = 150
_GRAB_DELAY_MS = 100
# One that gives the window another size whatever it is asked must not be asked for ever.
_MOST_FILLS = 8
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def lock_down(window: "ScreenStack", application: QApplication) -> Callable[[], None]:
    """Lock the program down to one window, from now on; return what undoes it when the program ends."""
    lock = Lockdown(window, application)
    lock.begin()
    return lock.end


class Lockdown(QObject):
    """Refuses and counts.

    1. The window fills the screen and closes for ``window.leave()`` alone, which is how its staff and signals end
       the program.
    2. No other window comes up: dialogs, menus, lists and tips are taken away before they are on the screen.
    3. No context menu, no drop, no clipboard, no address, no second button, no gesture of several fingers.
    4. Of keys only those pass that the program has a use for (``core/lockdown``), and no more than a hand can
       press. Where the system has X11 all keys go to this window, so that no window manager hears its own chords.
    5. Nothing is said or shown about it, and nobody has to wait: hands slip.
    """

    def __init__(self, window: "ScreenStack", application: QApplication) -> None:
        """Refuse nothing yet.

        Args:
            window: the one window.
            application: whose events are watched.
        """
        super().__init__(window)
        self._window = window
        self._application = application
        self.refused: Counter[Attempt] = Counter()
        """How often what was tried."""
        self.pointer = RestingPointer(self)
        self._flood = Flood()
        self._clock = QElapsedTimer()
        self._clock.start()
        self._clipboard = EmptyClipboard(partial(self._note, Attempt.CLIPBOARD), self)
        self._addresses = RefusedAddresses(SCHEMES, partial(self._note, Attempt.ADDRESS), self)
        self._filling, self._grabbing = QTimer(self), QTimer(self)
        self._fills_left = _MOST_FILLS
        self._answers: dict[QEvent.Type, Callable[[QObject, Any], bool]] = {
            Type.Close: self._close,
            Type.Quit: self._quit,
            Type.Show: self._show,
            Type.Polish: self._polish,
            Type.KeyPress: self._press,
            Type.MouseMove: self._move,
            Type.Wheel: self._wheel,
            **dict.fromkeys((Type.MouseButtonPress, Type.MouseButtonRelease), self._button),
            Type.MouseButtonDblClick: self._button,
            **dict.fromkeys((Type.WindowStateChange, Type.Resize, Type.Move), self._reshape),
            Type.WindowActivate: self._activate,
            **{kind: partial(self._refuse, attempt) for kind, attempt in _ALWAYS_REFUSED.items()},
        }

    def begin(self) -> None:
        """Refuse from now on."""
        self._application.installEventFilter(self)
        QGuiApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
        for widget in (self._window, *self._window.findChildren(QWidget)):
            make_bare(widget)
        self._clipboard.begin()
        self._addresses.begin()
        self.pointer.begin()
        for timer, act in ((self._filling, self._fill), (self._grabbing, self._grab)):
            timer.setSingleShot(True)
            timer.timeout.connect(act)
        self._filling.setInterval(_FILL_DELAY_MS)
        self._follow_screens()
        self._filling.start()
        self._grabbing.start(0)

    def end(self) -> None:
        """Refuse nothing any more."""
        self._application.removeEventFilter(self)
        self._filling.stop()
        self._grabbing.stop()
        self._clipboard.end()
        self._addresses.end()
        self.pointer.end()
        handle = self._window.windowHandle()
        if handle is not None and _can_grab():
            handle.setKeyboardGrabEnabled(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer what is answered; everything else goes on."""
        answer = self._answers.get(event.type())
        return answer is not None and answer(watched, event)

    def _note(self, attempt: Attempt) -> None:
        self.refused[attempt] += 1

    def _refuse(self, attempt: Attempt, _watched: QObject, event: QEvent) -> bool:
        self._note(attempt)
        event.ignore()
        return True

    def _is_ours(self, watched: QObject) -> bool:
        return watched is self._window or (isinstance(watched, QWindow) and watched is self._window.windowHandle())

    # -- windows ----------------------------------------------------------------------------------------------

    def _close(self, watched: QObject, event: QEvent) -> bool:
        if self._window.is_leaving or not self._is_ours(watched):
            return False
        return self._refuse(Attempt.CLOSE, watched, event)

    def _quit(self, watched: QObject, event: QEvent) -> bool:
        return not self._window.is_leaving and self._refuse(Attempt.CLOSE, watched, event)

    def _show(self, watched: QObject, _event: QEvent) -> bool:
        if isinstance(watched, QWidget):
            is_other = watched.isWindow() and watched is not self._window
            if is_other:
                _keep_off_screen(watched)
        else:
            is_other = isinstance(watched, QWindow) and watched is not self._window.windowHandle()
        if is_other:
            self._note(Attempt.WINDOW)
            QTimer.singleShot(0, self, partial(self._take_away, watched))
        return False

    def _take_away(self, other: QObject) -> None:
        """Let a window end as if it had been closed, so that whoever waits for it goes on."""
        if not isValid(other):
            return
        if isinstance(other, QWidget):
            other.close()
            other.hide()
        elif isinstance(other, QWindow):
            other.hide()
        if self._window.isVisible():
            self._window.activateWindow()

    def _polish(self, watched: QObject, _event: QEvent) -> bool:
        if isinstance(watched, QWidget):
            make_bare(watched)
            if watched.isWindow() and watched is not self._window:
                _keep_off_screen(watched)
        return False

    def _reshape(self, watched: QObject, _event: QEvent) -> bool:
        if watched is self._window and not self._fills():
            self._filling.start()
        return False

    def _follow_screens(self) -> None:
        application = self._application
        for screen in application.screens():
            screen.geometryChanged.connect(self._ask_to_fill)
        for changed in (application.primaryScreenChanged, application.screenRemoved, application.screenAdded):
            changed.connect(self._ask_to_fill)

    def _ask_to_fill(self, *_: object) -> None:
        self._fills_left = _MOST_FILLS
        self._filling.start()

    def _fills(self) -> bool:
        window = self._window
        return (
            window.isFullScreen() and not window.isMinimized() and window.geometry() == window.screen().geometry()
        )

    def _fill(self) -> None:
        """Fill the screen again, after whatever has made the window smaller or has taken the screen away."""
        window = self._window
        if self._fills():
            self._fills_left = _MOST_FILLS
        if not window.isVisible() or self._fills() or not self._fills_left:
            return
        self._fills_left -= 1
        self._note(Attempt.SHRINK)
        window.setWindowState(Qt.WindowState.WindowFullScreen)
        # Without a window manager "full screen" is only a wish.
        window.setGeometry(window.screen().geometry())
        window.activateWindow()

    # -- keys -------------------------------------------------------------------------------------------------

    def _activate(self, watched: QObject, _event: QEvent) -> bool:
        if watched is self._window:
            self._grabbing.start(0)
        return False

    def _grab(self) -> None:
        """Have all keys come here; somebody else may still hold them, so it is tried again."""
        handle = self._window.windowHandle()
        if _can_grab() and (handle is None or not handle.isExposed() or not handle.setKeyboardGrabEnabled(True)):
            self._grabbing.start(_GRAB_DELAY_MS)

    def _press(self, watched: QObject, event: QKeyEvent) -> bool:
        if Qt.Key(event.key()) in MODIFIERS:
            return False
        strike, is_at_window = _strike_of(event), isinstance(watched, QWindow)
        if is_at_window:
            at_ms = event.timestamp() or self._clock.elapsed()
            # Set-up, learning and the call for help take any key, but no chord.
            is_let = not is_refused(strike) and (event.isAutoRepeat() or self._flood.counts(at_ms))
        else:
            is_let = passes(strike, isinstance(QApplication.focusWidget(), TextField))
        if not is_let:
            self._note(Attempt.KEY)
            event.accept()
        return not is_let

    # -- pointers ---------------------------------------------------------------------------------------------

    def _move(self, watched: QObject, event: QMouseEvent) -> bool:
        if isinstance(watched, QWindow) and event.deviceType() is not QInputDevice.DeviceType.TouchScreen:
            self.pointer.moved()
        return False

    def _button(self, watched: QObject, event: QMouseEvent) -> bool:
        if event.button() is Qt.MouseButton.LeftButton:
            return self._move(watched, event)
        return self._refuse(Attempt.BUTTON, watched, event)

    def _wheel(self, watched: QObject, event: QWheelEvent) -> bool:
        return bool(event.modifiers() & _HELD) and self._refuse(Attempt.GESTURE, watched, event)


_ALWAYS_REFUSED = {
    Type.ContextMenu: Attempt.MENU,
    **dict.fromkeys((Type.DragEnter, Type.DragMove, Type.Drop), Attempt.DRAG),
    **dict.fromkeys((Type.ToolTip, Type.StatusTip, Type.WhatsThis, Type.QueryWhatsThis), Attempt.TIP),
    **dict.fromkeys((Type.EnterWhatsThisMode, Type.WhatsThisClicked), Attempt.TIP),
    **dict.fromkeys((Type.NativeGesture, Type.Gesture, Type.GestureOverride), Attempt.GESTURE),
    Type.Shortcut: Attempt.KEY,
    Type.FileOpen: Attempt.FILE,
}


def _strike_of(event: QKeyEvent) -> Strike:
    held = event.modifiers()
    return Strike(
        event.key(),
        event.text(),
        bool(held & Qt.KeyboardModifier.KeypadModifier),
        bool(held & Qt.KeyboardModifier.ShiftModifier),
        bool(held & _HELD),
    )


def _can_grab() -> bool:
    return QGuiApplication.platformName() == "xcb"


def _keep_off_screen(window: QWidget) -> None:
    """Let nobody see a window, and let it keep nobody from ours, when the toolkit shows it next."""
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.setAttribute(Qt.WidgetAttribute.WA_ShowModal, False)
