"""What can be stepped through in a panel: words, values and steps, as functions. Knows no widget."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from kiosk.i18n import pgettext
from kiosk.qt.views.stepper import StepWords

AMOUNT_ICONS = ("less", "more")
RING_ICONS = ("before", "after")


@dataclass(frozen=True, slots=True)
class Range:
    """A setting that is a number."""

    now: Callable[[], int]
    """The number in force."""
    least: int
    """The smallest."""
    most: int
    """The largest."""
    step: int
    """By how much one step changes it at least."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that can be stepped through."""

    words: Callable[[], StepWords]
    """What stands on it, in the interface's language."""
    value: Callable[[], str]
    """The value in force, in words."""
    widest: Callable[[], Sequence[str]]
    """Words for the longest values."""
    step: Callable[[int], object]
    """Takes the next value (1) or the one before (-1)."""
    range: Range | None = None
    """The value as a number; None for one of some words, which are a ring."""
    is_offered: Callable[[], bool] = field(default=lambda: True)
    """Whether it does anything now."""


def ring_words(label: str) -> StepWords:
    """Return what stands on a setting that is one of some words."""
    # Translators: button: choose the value before, such as another voice. One short word.
    before = pgettext("choice", "Previous")
    # Translators: button: choose the next value, such as another voice. One short word.
    return StepWords(label, before, pgettext("choice", "Next"))
