"""The error tree. Every class carries what a person needs to mend it; none carries a traceback to show.

    KioskError
    +-- ContentError      an article or campaign file cannot be used: names the file and the place in it
    +-- VoiceError        a voice cannot be loaded, or cannot say this text
    |   +-- VoiceTimeoutError   it did not answer in time
    +-- AudioError        the sound device cannot be opened, or has gone
    +-- StoreError        settings or history cannot be read or written
    |   +-- NewerRecordError    a newer version wrote them
    +-- UsageError        a command was asked for something that does not exist (a paragraph, a voice, a theme)
        +-- SayingError   a word cannot be said as somebody wrote

The command line turns ContentError and UsageError into exit code 2; in the window each becomes a state that
is seen and heard.
"""

from enum import Enum


class KioskError(Exception):
    """Base of all errors that this program raises on purpose; its text is fit to be shown."""


class ContentError(KioskError):
    """A content file cannot be used.

    Attributes:
        source: the name of the file, as the person gave it.
        place: where in the file ("line 3", "byte 1024"), or "" when the whole file is meant.
        problem: what is wrong, one short clause in plain English.
    """

    def __init__(self, source: str, place: str, problem: str) -> None:
        self.source = source
        self.place = place
        self.problem = problem
        where = f"{source}, {place}" if place else source
        super().__init__(f"{where}: {problem}")


class VoiceError(KioskError):
    """A voice cannot be loaded or failed on a text. The player skips or falls back; it never goes silent."""


class VoiceTimeoutError(VoiceError):
    """A voice did not answer in time. To ask it once more would take as long again, and somebody listens."""


class AudioError(KioskError):
    """The sound device cannot be opened or has gone away."""


class StoreError(KioskError):
    """Settings or history cannot be read or written; what was there before is untouched."""


class NewerRecordError(StoreError):
    """A newer version of the program wrote a record. It is neither used nor replaced: an upgrade finds it."""


class UsageError(KioskError):
    """Something was asked for that does not exist; the message says what does."""


class SayingFault(Enum):
    """Why a word cannot be said as somebody wrote."""

    WORD = "word"
    """What is to be said otherwise is no word and no short name."""
    SAYING = "saying"
    """What it is said like cannot be said, or is too long."""
    SOUND = "sound"
    """It is not written as the phonetic alphabet wants it."""
    FULL = "full"
    """Too many words are said differently already."""


class SayingError(UsageError):
    """A word cannot be said as somebody wrote; the message says why.

    Attributes:
        fault: what is wrong.
    """

    def __init__(self, fault: SayingFault, message: str) -> None:
        self.fault = fault
        super().__init__(message)
