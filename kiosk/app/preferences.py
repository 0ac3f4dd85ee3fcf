"""What people asked for, what therefore holds, and remembering it. Knows no widget and no file."""

from contextlib import suppress
from typing import TYPE_CHECKING

from kiosk.app.observable import Observable
from kiosk.core.errors import StoreError
from kiosk.core.settings import PreferenceValue, Profile, Settings, resolve

if TYPE_CHECKING:
    from kiosk.app.ports import Store

_RECORD = "preferences"


class PreferenceKeeper:
    """Holds the preferences of the person in front, and publishes the settings that follow from them.

    At home they are remembered; at a public kiosk they end with the program.
    """

    def __init__(self, store: "Store", profile: Profile, asked: dict[str, PreferenceValue] | None = None) -> None:
        """Read what is remembered.

        Args:
            store: where preferences lie.
            profile: decides defaults and whether anything is remembered.
            asked: preferences for this run only (from the command line); they are never written.
        """
        self._store = store
        self._profile = profile
        self._asked = dict(asked or {})
        self._kept: dict[str, PreferenceValue] = {}
        if profile is Profile.HOME:
            # What cannot be read is as if nobody had asked for anything.
            with suppress(StoreError):
                kept = store.load(_RECORD)
                self._kept = {name: value for name, value in kept.items() if isinstance(value, str | int)}
        self.settings: Observable[Settings] = Observable(self._resolved())

    def set(self, name: str, value: PreferenceValue) -> None:
        """Ask for something; it holds at once, and is remembered at home."""
        self._asked.pop(name, None)
        if self._kept.get(name) == value:
            self.settings.set(self._resolved())
            return
        self._kept[name] = value
        self.settings.set(self._resolved())
        if self._profile is Profile.HOME:
            # A full or read-only disk must not stop anybody from changing the text size.
            with suppress(StoreError):
                self._store.save(_RECORD, self._kept)

    def _resolved(self) -> Settings:
        return resolve(self._profile, {**self._kept, **self._asked})
