"""The program takes nothing of a person but keys and touches: it has no ear and no eye of its own."""

import ast
import re
from pathlib import Path

import pytest

from tests.conformance.checklist import ROOT

KIOSK = sorted((ROOT / "kiosk").rglob("*.py"))
# What the libraries that ship call their microphones, cameras and sensors.
SENSING = re.compile(
    r"CaptureDevice|DuplexStream|QAudioSource|QAudioInput|QMediaCaptureSession|QMediaRecorder|QCamera|QSensor|"
    r"QGeoPosition|InputStream|RawInputStream|VideoCapture"
)
MODULES = re.compile(
    r"PySide6\.Qt(?:Multimedia|Sensors|Positioning|TextToSpeech)|cv2|pyaudio|sounddevice|vosk|speech_rec"
)


def sensing_in(source: str) -> list[str]:
    """Return the names in a module that stand for a microphone, a camera or a sensor."""
    names = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute):
            names.append(node.attr)
        elif isinstance(node, ast.Name):
            names.append(node.id)
        elif isinstance(node, ast.ImportFrom | ast.Import):
            names += [alias.name for alias in node.names]
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
    return [name for name in names if SENSING.search(name) or MODULES.search(name)]


@pytest.mark.conforms("FP-6", "CF-24", "CF-26")
@pytest.mark.parametrize("path", KIOSK, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_module_opens_a_microphone_a_camera_or_a_sensor(path: Path) -> None:
    assert sensing_in(path.read_text("utf-8")) == []


@pytest.mark.conforms("FP-6", "CF-24", "CF-26")
def test_no_library_that_would_know_a_voice_or_a_face_is_installed_for_it() -> None:
    locked = (ROOT / "packaging/requirements.lock").read_text("utf-8").lower()
    names = re.findall(r"^([a-z0-9._-]+)==", locked, re.MULTILINE)
    assert len(names) > 15
    known = re.compile(r"opencv|dlib|face|vosk|whisper|sphinx|speechrec|pyaudio|sounddevice|multimedia|fprint")
    assert [name for name in names if known.search(name)] == []


@pytest.mark.parametrize(
    "source",
    ["miniaudio.CaptureDevice()", "from PySide6.QtMultimedia import QCamera", "import cv2", "x = QSensor()"],
)
def test_the_check_itself_finds(source: str) -> None:
    assert sensing_in(source)
