"""The kiosk on a Mac, with the system's own ways out closed: Dock, menus, switching, force quit, leaving.

Usage: python locked.py run --profile public ...   with the Python of an environment that has the program.

NOT RUN SO FAR: there was no Mac to run it on. The system takes the options only from the program in front, and
only in these combinations: without the Dock there may be no switching, without the menus no Dock. Cmd+Opt+F5,
VoiceOver's own Cmd+F5 and the power button are switched off in System Settings or by a configuration profile.
"""

import ctypes
import ctypes.util
import sys

HIDE_DOCK = 1 << 1
HIDE_MENU_BAR = 1 << 3
DISABLE_APPLE_MENU = 1 << 4
DISABLE_PROCESS_SWITCHING = 1 << 5
DISABLE_FORCE_QUIT = 1 << 6
DISABLE_SESSION_TERMINATION = 1 << 7
DISABLE_HIDE_APPLICATION = 1 << 8
OPTIONS = (
    HIDE_DOCK
    | HIDE_MENU_BAR
    | DISABLE_APPLE_MENU
    | DISABLE_PROCESS_SWITCHING
    | DISABLE_FORCE_QUIT
    | DISABLE_SESSION_TERMINATION
    | DISABLE_HIDE_APPLICATION
)


def close_ways_out() -> None:
    """Set NSApplication's presentation options; the application object is there by now."""
    objc = ctypes.CDLL(ctypes.util.find_library("objc") or "libobjc.dylib")
    objc.objc_getClass.restype = objc.sel_registerName.restype = ctypes.c_void_p
    objc.objc_getClass.argtypes = objc.sel_registerName.argtypes = [ctypes.c_char_p]
    send = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(("objc_msgSend", objc))
    set_options = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)(("objc_msgSend", objc))
    application = send(objc.objc_getClass(b"NSApplication"), objc.sel_registerName(b"sharedApplication"))
    set_options(application, objc.sel_registerName(b"setPresentationOptions:"), OPTIONS)


def main() -> int:
    """Run the kiosk."""
    from kiosk import cli
    from kiosk.qt import application

    make = application.make_application

    def make_locked() -> object:
        made = make()
        close_ways_out()
        return made

    application.make_application = make_locked  # type: ignore[assignment]
    return cli.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
