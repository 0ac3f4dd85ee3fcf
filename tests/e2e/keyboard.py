"""A keyboard and a pointer for the tests: presses arrive at the X server as those of a person do."""

import ctypes
import ctypes.util
import time


class Keyboard:
    """Presses keys and clicks through the XTEST extension, so that the moment of pressing is known exactly."""

    def __init__(self, display: str = "") -> None:
        """Be at a screen; at the one of the environment unless it is named."""
        self._x11 = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
        self._xtst = ctypes.CDLL(ctypes.util.find_library("Xtst") or "libXtst.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XOpenDisplay.argtypes = [ctypes.c_char_p]
        self._x11.XStringToKeysym.restype = ctypes.c_ulong
        self._x11.XStringToKeysym.argtypes = [ctypes.c_char_p]
        self._x11.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        self._x11.XFlush.argtypes = [ctypes.c_void_p]
        self._x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
        self._xtst.XTestFakeKeyEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
        self._xtst.XTestFakeMotionEvent.argtypes = [
            ctypes.c_void_p,
            ctypes.c_int,
            ctypes.c_int,
            ctypes.c_int,
            ctypes.c_ulong,
        ]
        self._xtst.XTestFakeButtonEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
        self._display = self._x11.XOpenDisplay(display.encode() or None)
        if not self._display:
            raise RuntimeError("there is no X server to press keys on")

    def press(self, name: str) -> float:
        """Press and release a key by its X name ("space", "Down"); return the moment of pressing in s."""
        code = self._x11.XKeysymToKeycode(self._display, self._x11.XStringToKeysym(name.encode()))
        moment_s = time.monotonic()
        self._xtst.XTestFakeKeyEvent(self._display, code, 1, 0)
        self._xtst.XTestFakeKeyEvent(self._display, code, 0, 0)
        self._x11.XFlush(self._display)
        return moment_s

    def chord(self, *names: str) -> None:
        """Press keys together, the last one last, and let them go; a name that the keyboard lacks is left out."""
        codes = [
            self._x11.XKeysymToKeycode(self._display, self._x11.XStringToKeysym(name.encode())) for name in names
        ]
        for is_down, own in ((1, codes), (0, codes[::-1])):
            for code in own:
                if code:
                    self._xtst.XTestFakeKeyEvent(self._display, code, is_down, 0)
        self._x11.XFlush(self._display)

    def click(self, x: int, y: int, button: int = 1) -> float:
        """Click a button, the left one unless said otherwise, at a place of the screen; return the moment in s."""
        self._xtst.XTestFakeMotionEvent(self._display, -1, x, y, 0)
        moment_s = time.monotonic()
        self._xtst.XTestFakeButtonEvent(self._display, button, 1, 0)
        self._xtst.XTestFakeButtonEvent(self._display, button, 0, 0)
        self._x11.XFlush(self._display)
        return moment_s

    def drag(self, name: str, button: int) -> None:
        """Drag across the screen with a button while a key is held, as window managers move and size windows."""
        code = self._x11.XKeysymToKeycode(self._display, self._x11.XStringToKeysym(name.encode()))
        self._xtst.XTestFakeMotionEvent(self._display, -1, 500, 400, 0)
        self._xtst.XTestFakeKeyEvent(self._display, code, 1, 0)
        self._xtst.XTestFakeButtonEvent(self._display, button, 1, 0)
        for step in range(10):
            self._xtst.XTestFakeMotionEvent(self._display, -1, 500 - 30 * step, 400 - 20 * step, 0)
        self._xtst.XTestFakeButtonEvent(self._display, button, 0, 0)
        self._xtst.XTestFakeKeyEvent(self._display, code, 0, 0)
        self._x11.XFlush(self._display)

    def close(self) -> None:
        """Let go of the X server."""
        self._x11.XCloseDisplay(self._display)
