"""Whether the desktop wants nothing to move: asked once, on a thread of its own. Knows no window.

Linux desktops say it over the session's bus (the settings portal), Windows by a call of the system, macOS in a
file. Whoever cannot be asked has not said so.
"""

import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from kiosk.adapters.media_session import session_bus_address

_PORTAL, _PORTAL_PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
_SETTINGS = "org.freedesktop.portal.Settings"
# Where desktops keep it: what all are to say, GNOME and its relatives, KDE.
# Source: https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html
_ALL, _GNOME, _KDE = "org.freedesktop.appearance", "org.gnome.desktop.interface", "org.kde.kdeglobals.KDE"
# A bus answers in milliseconds. One that takes this long is as good as none.
_PATIENCE_S = 5.0
_MAC_SETTINGS = Path("Library/Preferences/com.apple.universalaccess.plist")
# Source: https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-systemparametersinfow
_SPI_GETCLIENTAREAANIMATION = 0x1042


def ask_desktop_motion(environment: Mapping[str, str], tell: Callable[[bool], None]) -> None:
    """Ask the desktop and come back at once; ``tell`` is called later, on another thread.

    Args:
        environment: where a desktop says how it is reached.
        tell: is told whether the desktop wants nothing to move.
    """

    def ask() -> None:
        is_still = False
        # Nobody must miss the article because a desktop answers strangely.
        with suppress(Exception):
            is_still = _is_still(environment)
        tell(is_still)

    threading.Thread(target=ask, name="motion", daemon=True).start()


def _is_still(environment: Mapping[str, str]) -> bool:
    if sys.platform == "win32":
        import ctypes

        has_animation = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(_SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(has_animation), 0)
        return not has_animation.value
    if sys.platform == "darwin":
        import plistlib

        with (Path.home() / _MAC_SETTINGS).open("rb") as opened:
            return bool(plistlib.load(opened).get("reduceMotion"))
    address = session_bus_address(environment)
    return bool(address) and said_in(_read(address))


def said_in(settings: Mapping[str, Mapping[str, Any]]) -> bool:
    """Say whether a desktop's settings want nothing to move.

    Args:
        settings: plain values by group and key; each may be missing.
    """
    if settings.get(_ALL, {}).get("reduced-motion") == 1:
        return True
    if settings.get(_GNOME, {}).get("enable-animations") is False:
        return True
    factor = settings.get(_KDE, {}).get("AnimationDurationFactor")
    with suppress(TypeError, ValueError):
        return float(factor) == 0.0  # type: ignore[arg-type]  # whatever a desktop says
    return False


def _read(address: str) -> dict[str, dict[str, Any]]:
    """Read the groups of settings that matter from the portal; empty where there is none."""
    import asyncio

    return asyncio.run(asyncio.wait_for(_read_all(address), _PATIENCE_S))


async def _read_all(address: str) -> dict[str, dict[str, Any]]:
    from dbus_fast import Message, MessageFlag, MessageType
    from dbus_fast.aio import MessageBus

    bus = await MessageBus(bus_address=address).connect()
    try:
        reply = await bus.call(
            Message(
                destination=_PORTAL,
                path=_PORTAL_PATH,
                interface=_SETTINGS,
                member="ReadAll",
                # A desktop that has no portal running is not made to start one.
                flags=MessageFlag.NO_AUTOSTART,
                signature="as",
                body=[[_ALL, _GNOME, _KDE]],
            )
        )
        if reply is None or reply.message_type is not MessageType.METHOD_RETURN:
            return {}
        return {
            group: {key: getattr(value, "value", value) for key, value in values.items()}
            for group, values in reply.body[0].items()
        }
    finally:
        bus.disconnect()
