"""One thing that a machine needs, whether it is there, and what mends it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """The answer to one question about this machine."""

    id: str
    """What was asked about: screen, sound, voices, fonts, content, stock or disk."""
    is_ok: bool
    """Whether it is as it should be."""
    detail: str
    """What was found, one line of plain English."""
    remedy: str = ""
    """The one command that mends it, or empty."""
