"""Widgets are tested without a display server, in the bundled type faces."""

import os

# Before the first import of Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from kiosk.adapters.font_files import font_files
from kiosk.qt.fonts import load_fonts


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["aloud-kiosk"]


@pytest.fixture(scope="session")
def bundled_fonts(qapp: object) -> tuple[str, ...]:
    return load_fonts(font_files())


@pytest.fixture(autouse=True)
def _bundled_fonts(bundled_fonts: tuple[str, ...]) -> None:
    pass
