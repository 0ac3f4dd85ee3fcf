"""A black sheet over the screen: whoever sits before it sees nothing, as a blind person does."""

from __future__ import annotations

import ctypes
import ctypes.util
from types import TracebackType

_CW_BACK_PIXEL = 1 << 1
_CW_OVERRIDE_REDIRECT = 1 << 9
_Z_PIXMAP = 2
_ALL_PLANES = 0xFFFFFFFF
_STEP = 40


class _Attributes(ctypes.Structure):
    """XSetWindowAttributes."""

    _fields_ = (
        ("background_pixmap", ctypes.c_ulong),
        ("background_pixel", ctypes.c_ulong),
        ("border_pixmap", ctypes.c_ulong),
        ("border_pixel", ctypes.c_ulong),
        ("bit_gravity", ctypes.c_int),
        ("win_gravity", ctypes.c_int),
        ("backing_store", ctypes.c_int),
        ("backing_planes", ctypes.c_ulong),
        ("backing_pixel", ctypes.c_ulong),
        ("save_under", ctypes.c_int),
        ("event_mask", ctypes.c_long),
        ("do_not_propagate_mask", ctypes.c_long),
        ("override_redirect", ctypes.c_int),
        ("colormap", ctypes.c_ulong),
        ("cursor", ctypes.c_ulong),
    )


class Blanket:
    """Covers the screen with a black window that takes neither focus nor keys, as long as the block lasts."""

    def __init__(self) -> None:
        self._x11 = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
        pointer, number = ctypes.c_void_p, ctypes.c_ulong
        self._x11.XOpenDisplay.restype = pointer
        self._x11.XDefaultRootWindow.argtypes, self._x11.XDefaultRootWindow.restype = [pointer], number
        self._x11.XCreateWindow.argtypes = [
            *(pointer, number, ctypes.c_int, ctypes.c_int, ctypes.c_uint, ctypes.c_uint, ctypes.c_uint),
            *(ctypes.c_int, ctypes.c_uint, pointer, number, pointer),
        ]
        self._x11.XCreateWindow.restype = number
        self._x11.XGetImage.argtypes = [
            *(pointer, number, ctypes.c_int, ctypes.c_int, ctypes.c_uint, ctypes.c_uint, number, ctypes.c_int),
        ]
        self._x11.XGetImage.restype = pointer
        self._x11.XGetPixel.argtypes, self._x11.XGetPixel.restype = [pointer, ctypes.c_int, ctypes.c_int], number
        self._x11.XDestroyImage.argtypes = [pointer]
        self._x11.XMapRaised.argtypes = [pointer, number]
        self._x11.XSync.argtypes = [pointer, ctypes.c_int]
        self._x11.XCloseDisplay.argtypes = [pointer]
        self._x11.XDisplayWidth.argtypes = self._x11.XDisplayHeight.argtypes = [pointer, ctypes.c_int]
        self._display = self._x11.XOpenDisplay(None)
        if not self._display:
            raise RuntimeError("there is no X server to cover")
        self._root = self._x11.XDefaultRootWindow(self._display)
        self._size = (self._x11.XDisplayWidth(self._display, 0), self._x11.XDisplayHeight(self._display, 0))

    def __enter__(self) -> Blanket:
        attributes = _Attributes(background_pixel=0, override_redirect=1)
        mask = _CW_BACK_PIXEL | _CW_OVERRIDE_REDIRECT
        window = self._x11.XCreateWindow(
            self._display, self._root, 0, 0, *self._size, 0, 0, 0, None, mask, ctypes.byref(attributes)
        )
        self._x11.XMapRaised(self._display, window)
        self._x11.XSync(self._display, 0)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # The window goes with the connection that made it.
        self._x11.XCloseDisplay(self._display)

    def is_all_black(self) -> bool:
        """Whether nothing can be seen on the screen."""
        image = self._x11.XGetImage(self._display, self._root, 0, 0, *self._size, _ALL_PLANES, _Z_PIXMAP)
        if not image:
            raise RuntimeError("the screen cannot be looked at")
        width, height = self._size
        places = ((x, y) for y in range(0, height, _STEP) for x in range(0, width, _STEP))
        black = all(self._x11.XGetPixel(image, x, y) & 0xFFFFFF == 0 for x, y in places)
        self._x11.XDestroyImage(image)
        return black
