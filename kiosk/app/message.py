"""Something that keeps a person from listening, as data: the view says it in their language."""

from dataclasses import dataclass

from kiosk.core.reading_events import Problem

GONE = "gone"
"""Detail of NO_SOUND: there was a loudspeaker, and the reading goes on with it."""
ANOTHER = "another"
"""Detail of NO_SOUND: the same, and the person may take another one."""


@dataclass(frozen=True, slots=True)
class Message:
    """Something that the person must know, as data: the view says it in their language."""

    problem: Problem | None
    """Why the reading failed, or None when it is about content."""
    detail: str
    """A language tag for NO_VOICE; GONE, ANOTHER or empty for NO_SOUND; the error's own words for content."""
