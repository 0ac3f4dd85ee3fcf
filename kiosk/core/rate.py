"""How fast is read: words per minute, and the ladder of "faster" and "slower". Knows no voice."""

from dataclasses import dataclass

from kiosk.core.settings import FASTEST_WPM, SLOWEST_WPM

FAST_WPM = 300


@dataclass(frozen=True, slots=True, order=True)
class Rate:
    """A reading rate in words per minute, 80 to 500; anything else is brought into that range."""

    words_per_minute: int

    def __post_init__(self) -> None:
        clamped = min(max(self.words_per_minute, SLOWEST_WPM), FASTEST_WPM)
        object.__setattr__(self, "words_per_minute", clamped)

    @property
    def is_fast(self) -> bool:
        """Whether natural voices are hard to follow at it, and a plain one is clearer."""
        return self.words_per_minute > FAST_WPM

    def faster(self) -> "Rate":
        """One step up: the next multiple of 10, or of 20 from 200 on."""
        step = 20 if self.words_per_minute >= 200 else 10
        return Rate((self.words_per_minute // step + 1) * step)

    def slower(self) -> "Rate":
        """One step down, on the same ladder as :meth:`faster`."""
        step = 20 if self.words_per_minute > 200 else 10
        return Rate(-(-self.words_per_minute // step) * step - step)
