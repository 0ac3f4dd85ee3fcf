"""Something that keeps a person from listening, as data: the view says it in their language."""

from dataclasses import dataclass

from kiosk.core.reading_events import Problem


@dataclass(frozen=True, slots=True)
class Message:
    """Something that the person must know, as data: the view says it in their language."""

    problem: Problem | None
    """Why the reading failed, or None when it is about content."""
    detail: str
    """A language tag for NO_VOICE; the error's own words for content; else empty."""
