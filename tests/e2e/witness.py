"""What is on a screen and what runs on it, as the X server and the kernel tell it, whatever any program says."""

import ctypes
import ctypes.util
from pathlib import Path
from typing import NamedTuple

_VIEWABLE = 2
_INPUT_OUTPUT = 1


class _Attributes(ctypes.Structure):
    _fields_ = (
        *((name, ctypes.c_int) for name in ("x", "y", "width", "height", "border_width", "depth")),
        ("visual", ctypes.c_void_p),
        ("root", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("kind", "bit_gravity", "win_gravity", "backing_store")),
        *((name, ctypes.c_ulong) for name in ("backing_planes", "backing_pixel")),
        ("save_under", ctypes.c_int),
        ("colormap", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("map_installed", "map_state")),
        *((name, ctypes.c_long) for name in ("all_event_masks", "your_event_mask", "do_not_propagate_mask")),
        ("override_redirect", ctypes.c_int),
        ("screen", ctypes.c_void_p),
    )


class Shown(NamedTuple):
    """A window that can be seen."""

    number: int
    width: int
    height: int


class Screen:
    """The windows of one X server, those of window managers and menus included."""

    def __init__(self, display: str = "") -> None:
        self._x11 = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XOpenDisplay.argtypes = [ctypes.c_char_p]
        self._x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self._x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        self._x11.XGetWindowAttributes.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_void_p]
        self._x11.XQueryTree.argtypes = [ctypes.c_void_p, ctypes.c_ulong, *[ctypes.c_void_p] * 4]
        self._x11.XFree.argtypes = [ctypes.c_void_p]
        self._x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
        # A window that has gone while it is looked at is no error of ours.
        self._ignore = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda *_: 0)
        self._x11.XSetErrorHandler(self._ignore)
        self._display = self._x11.XOpenDisplay(display.encode() or None)
        if not self._display:
            raise RuntimeError("there is no X server to look at")
        self._root = self._x11.XDefaultRootWindow(self._display)

    def windows(self) -> list[Shown]:
        """Return the windows that lie on the screen itself and can be seen, the lowest first."""
        root, parent, children = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.POINTER(ctypes.c_ulong)()
        count = ctypes.c_uint()
        out = [ctypes.byref(each) for each in (root, parent, children, count)]
        self._x11.XQueryTree(self._display, self._root, *out)
        numbers = [children[each] for each in range(count.value)]
        if numbers:
            self._x11.XFree(children)
        return [shown for number in numbers if (shown := self._seen(number)) is not None]

    def size(self) -> tuple[int, int]:
        """Return width and height of the screen."""
        found = _Attributes()
        self._x11.XGetWindowAttributes(self._display, self._root, ctypes.byref(found))
        return found.width, found.height

    def _seen(self, number: int) -> Shown | None:
        found = _Attributes()
        if not self._x11.XGetWindowAttributes(self._display, number, ctypes.byref(found)):
            return None
        is_on_it = found.x + found.width > 0 and found.y + found.height > 0
        is_seen = found.map_state == _VIEWABLE and found.kind == _INPUT_OUTPUT and is_on_it
        return Shown(number, found.width, found.height) if is_seen else None

    def close(self) -> None:
        """Look no more."""
        self._x11.XCloseDisplay(self._display)


def programs_on(display: str) -> dict[int, str]:
    """Return the programs that were started for a screen, by their number, with their command lines."""
    wanted = f"DISPLAY={display}".encode()
    found: dict[int, str] = {}
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            if wanted in (folder / "environ").read_bytes().split(b"\0"):
                line = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
                found[int(folder.name)] = line
        except OSError:
            continue
    return {number: line for number, line in found.items() if line}
