"""What the end-to-end tests need: a screen, a loudspeaker and their tools. They say so when one is missing."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.keyboard import Keyboard
from tests.e2e.program import SYSTEM_PYTHON


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.e2e)


@pytest.fixture(scope="session")
def screen() -> str:
    """The X server to show windows on."""
    display = os.environ.get("DISPLAY", "")
    if not display:
        pytest.skip("no screen: run through packaging/test.sh, or packaging/virtual-screen")
    return display


@pytest.fixture
def bus(screen: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The accessibility bus and the bindings to walk it."""
    # What is on the bus is there when it is asked for; else it comes when the first assistive technology does.
    monkeypatch.setenv("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1")
    probe = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    if subprocess.run([SYSTEM_PYTHON, "-c", probe], capture_output=True, check=False).returncode:
        pytest.skip("no AT-SPI bindings: apt-get install gir1.2-atspi-2.0 python3-gi")


@pytest.fixture(scope="session")
def loudspeaker() -> None:
    """The virtual loudspeaker that can be recorded."""
    if not shutil.which("parec"):
        pytest.skip("no parec: run through packaging/test.sh")
    sinks = subprocess.run(["pactl", "list", "short", "sinks"], capture_output=True, text=True, check=False)
    if "kiosk" not in sinks.stdout:
        pytest.skip("no virtual loudspeaker: run through packaging/test.sh, or packaging/virtual-loudspeaker")


@pytest.fixture
def keyboard(screen: str) -> Iterator[Keyboard]:
    """A keyboard on that screen."""
    made = Keyboard()
    yield made
    made.close()
