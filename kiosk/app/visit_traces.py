"""What a visitor leaves in the program, and putting all of it back. Knows no widget."""

import logging
from collections.abc import Callable

from kiosk.app.fitting import FittingDesk
from kiosk.app.keys import KeyDesk
from kiosk.app.library import Library
from kiosk.app.narrator import Narrator
from kiosk.app.ports import Clipboard
from kiosk.app.preferences import PreferenceKeeper
from kiosk.app.reading import Reading
from kiosk.core.progress import Progress


class NoClipboard:
    """A :class:`kiosk.app.ports.Clipboard` of a program that has none."""

    def clear(self) -> None:
        """There is nothing."""


class VisitTraces:
    """Forgets everything of a person: what this layer holds, and by the callables in ``at_reset`` what others do.

    In this order: nothing sounds, nothing is open, nothing is remembered, and then what was asked for goes, so
    that all that is shown takes the machine's own size, colours, volume and language.
    """

    def __init__(
        self,
        reading: Reading,
        library: Library,
        narrator: Narrator,
        preferences: PreferenceKeeper,
        keys: KeyDesk,
        fitting: FittingDesk,
    ) -> None:
        """Forget nothing yet.

        Args:
            reading: the open article, the way back, the marks, the sleep timer.
            library: the places reached.
            narrator: what was said and shown last.
            preferences: what was asked for.
            keys: what keys were set up.
            fitting: the questions that were not answered to the end.
        """
        self._reading = reading
        self._library = library
        self._narrator = narrator
        self._preferences = preferences
        self._keys = keys
        self._fitting = fitting
        self.clipboard: Clipboard = NoClipboard()
        self.at_reset: list[Callable[[], None]] = []
        """Called when somebody has gone: whoever holds anything of theirs forgets it."""

    def forget(self) -> None:
        """Put everything back; one thing that fails keeps nothing else from being put back."""
        for forget in (
            self._narrator.cut,
            self._fitting.leave,
            self._reading.close,
            self._forget_reading,
            self._library.forget_unsaved,
            self._keys.forget_unsaved,
            *self.at_reset,
            self._preferences.begin_anew,
            self.clipboard.clear,
            self._narrator.forget,
        ):
            try:
                forget()
            except Exception:
                # The next person must not find what this one left because something else broke.
                logging.getLogger(__name__).exception("something of a visit could not be put back")

    def _forget_reading(self) -> None:
        reading = self._reading
        reading.player.open(None)
        reading.note.set(None)
        reading.progress.set(Progress(0, 0, 0))
        reading.navigation.forget()
        reading.sleep.cancel()
        reading.appearance.end_choosing()
        reading.is_choosing = False
