"""Runs before the frozen program, and tells it where to find what a bare machine lacks."""

import os
import sys
from pathlib import Path


def prepare() -> None:
    """Set the environment of this process and of the engines' processes."""
    inside = Path(getattr(sys, "_MEIPASS", ""))
    # Another Qt's plug-ins must not be loaded into this one.
    for name in ("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QT_STYLE_OVERRIDE"):
        os.environ.pop(name, None)
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    if sys.platform != "linux":
        return
    if not Path("/etc/fonts/fonts.conf").exists():
        os.environ.setdefault("FONTCONFIG_FILE", str(inside / "fontconfig" / "fonts.conf"))
    if not Path("/usr/share/alsa/alsa.conf").exists():
        os.environ.setdefault("ALSA_CONFIG_DIR", str(inside / "alsa"))


prepare()
