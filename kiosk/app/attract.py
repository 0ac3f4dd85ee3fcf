"""What is seen while nobody is here: asked of the clock, the articles and the languages. Knows no widget."""

from kiosk import i18n
from kiosk.app.library import Library
from kiosk.app.observable import Observable
from kiosk.app.ports import Clock
from kiosk.core.attract import LANGUAGE_S, Frame, frame_at, titles_by_language


class Attraction:
    """Goes through the interface languages, the machine's own first. Subscribe to ``frame``."""

    def __init__(self, library: Library, clock: Clock) -> None:
        """Read nothing yet.

        Args:
            library: the articles whose titles are shown.
            clock: time since some fixed moment.
        """
        self._library = library
        self._clock = clock
        self._titles: dict[str, tuple[str, ...]] = {}
        self._since_s = 0.0
        self._turns = 0
        self.frame: Observable[Frame] = Observable(Frame(i18n.language()))

    def begin(self) -> None:
        """Begin anew, with the articles that there are now."""
        self._titles = titles_by_language(self._library.entries())
        self._since_s, self._turns = self._now_s, 0
        self.look()

    def look(self) -> None:
        """Show what is due."""
        self.frame.set(frame_at(self._now_s - self._since_s, self._tags(), self._titles))

    def turn_on(self) -> str:
        """Show the language that was asked for by a key, at first the machine's own; return its tag."""
        tags = self._tags()
        turn, self._turns = self._turns % len(tags), self._turns + 1
        self._since_s = self._now_s - turn * LANGUAGE_S
        self.look()
        return tags[turn]

    @property
    def _now_s(self) -> float:
        return self._clock.elapsed().total_seconds()

    def _tags(self) -> tuple[str, ...]:
        own = i18n.language()
        return (own, *(tag for tag in i18n.LANGUAGES if tag != own))
