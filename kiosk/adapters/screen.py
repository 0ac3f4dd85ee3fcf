"""Whether there is a screen to show a window on. Knows no window."""

import os
import sys


def has_screen() -> bool:
    """Whether a window can be shown here; on Windows and macOS there always is a screen."""
    if sys.platform in ("win32", "darwin"):
        return True
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if chosen and chosen.replace(";", ":").split(":")[0] not in ("xcb", "wayland"):
        # Somebody chose a platform that needs no display server: a frame buffer, or a test's.
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
