"""Who speaks of screens and controls: chosen by a person, never guessed. Pure: knows no voice and no widget.

At home the first start leaves it to the platform's assistive technology, whether one runs or not: who has one
must not hear two voices, who has none and sees loses nothing, and who has none and does not see presses F10. What
was chosen holds at every later start. A public kiosk begins with its own voice: nobody can bring another there.
"""

from enum import StrEnum

from kiosk.core.settings import Profile


class Speaker(StrEnum):
    """Who speaks; the values are the setting's."""

    SELF = "self"
    """The program's own voice."""
    SCREEN_READER = "screen-reader"
    """The platform's assistive technology; we tell it what happens."""
    TEXT = "text"
    """Nobody: what would be said is only shown."""


# From an assistive technology that may not be there the first press leads to a voice that is.
_RING = (Speaker.SCREEN_READER, Speaker.SELF, Speaker.TEXT)


def speakers(profile: Profile) -> tuple[Speaker, ...]:
    """Return the choices that exist, in the order in which one key goes through them."""
    return _RING if profile is Profile.HOME else _RING[1:]


def speaker_after(speaker: Speaker, profile: Profile) -> Speaker:
    """Return the next choice; after the last comes the first."""
    ring = speakers(profile)
    return ring[(ring.index(speaker) + 1) % len(ring)]


def says_change(before: Speaker, after: Speaker) -> Speaker:
    """Return who says that another one speaks from now on.

    The own voice does when it is one of the two: it is heard on every machine. Else it is the assistive
    technology. It is never both and never neither: nobody is left in silence without knowing how to get back.
    """
    return Speaker.SELF if Speaker.SELF in (before, after) else Speaker.SCREEN_READER
