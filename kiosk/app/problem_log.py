"""What went wrong lately, for staff: what kind of thing, when, how often. No titles, nothing of what was read.

It is in memory only and ends with the program: a kiosk writes nothing down about its visitors.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING

from kiosk.app.note import RecordingLeftOut, SentencePassedOver, VoiceGaveWay
from kiosk.core.reading_events import Problem

if TYPE_CHECKING:
    from kiosk.app.message import Message
    from kiosk.app.note import Note
    from kiosk.app.ports import Clock
    from kiosk.app.reading import Reading

_MOST_LINES = 30


class Trouble(Enum):
    """What kind of thing went wrong."""

    NO_VOICE = "no voice"
    VOICE_FAILED = "voice failed"
    VOICE_GAVE_WAY = "voice gave way"
    NO_SOUND = "no sound"
    CONTENT = "content"
    SENTENCE = "sentence"
    RECORDING = "recording"
    WRONG_PINS = "wrong PINs"


_OF_MESSAGES = {
    Problem.NO_VOICE: Trouble.NO_VOICE,
    Problem.VOICE_FAILED: Trouble.VOICE_FAILED,
    Problem.NO_SOUND: Trouble.NO_SOUND,
}


@dataclass(frozen=True, slots=True)
class LogLine:
    """Something that went wrong, once or several times in a row."""

    trouble: Trouble
    """What."""
    at: datetime
    """When it was so last."""
    times: int = 1
    """How often in a row."""
    detail: str = ""
    """A language tag for NO_VOICE, a voice's name for VOICE_GAVE_WAY; else empty."""


class ProblemLog:
    """Listens to what the reading has to tell."""

    def __init__(self, reading: "Reading", clock: "Clock") -> None:
        """Know of nothing yet.

        Args:
            reading: what may go wrong.
            clock: says when.
        """
        self._clock = clock
        self._lines: deque[LogLine] = deque(maxlen=_MOST_LINES)
        reading.message.subscribe(self._follow_message)
        reading.note.subscribe(self._follow_note)

    @property
    def lines(self) -> Sequence[LogLine]:
        """What went wrong, the latest first."""
        return tuple(reversed(self._lines))

    def note_wrong_pins(self, count: int) -> None:
        """So many wrong PINs were entered in a row."""
        self._add(Trouble.WRONG_PINS, times=count)

    def _follow_message(self, message: "Message | None") -> None:
        if message is None:
            return
        trouble = Trouble.CONTENT if message.problem is None else _OF_MESSAGES[message.problem]
        # What is told of content names the file, and of sound only how it goes on.
        self._add(trouble, message.detail if trouble is Trouble.NO_VOICE else "")

    def _follow_note(self, note: "Note | None") -> None:
        match note:
            case SentencePassedOver():
                self._add(Trouble.SENTENCE)
            case VoiceGaveWay():
                self._add(Trouble.VOICE_GAVE_WAY, note.name)
            case RecordingLeftOut():
                self._add(Trouble.RECORDING)

    def _add(self, trouble: Trouble, detail: str = "", times: int = 0) -> None:
        line = LogLine(trouble, self._clock.now(), times or 1, detail)
        last = self._lines[-1] if self._lines else None
        if last is not None and (last.trouble, last.detail) == (trouble, detail):
            self._lines.pop()
            line = replace(line, times=times or last.times + 1)
        self._lines.append(line)
