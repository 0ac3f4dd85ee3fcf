"""What went otherwise than wished while a voice rendered; the reading goes on."""

from dataclasses import dataclass

from kiosk.app.note import Note, RecordingLeftOut, SentencePassedOver, VoiceGaveWay
from kiosk.core.locator import Locator


@dataclass(frozen=True, slots=True)
class SentenceSkipped:
    """A sentence that no voice could say was passed over."""

    at: Locator
    """Where it begins."""


@dataclass(frozen=True, slots=True)
class VoiceReplaced:
    """A voice that failed again and again has given way to another."""

    voice_name: str
    """The one that reads instead."""


@dataclass(frozen=True, slots=True)
class RecordingUnusable:
    """The article's recording cannot be used, or broke; a voice reads instead."""

    problem: str
    """File, place and reason, in plain English."""


Report = SentenceSkipped | VoiceReplaced | RecordingUnusable


def note_of(report: Report) -> Note:
    """Return what a person is told of a report."""
    match report:
        case SentenceSkipped():
            return SentencePassedOver(report.at)
        case VoiceReplaced():
            return VoiceGaveWay(report.voice_name)
        case RecordingUnusable():
            return RecordingLeftOut()
