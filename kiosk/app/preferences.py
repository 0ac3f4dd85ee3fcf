"""What people asked for, what therefore holds, and remembering it. Knows no widget and no file."""

from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from kiosk.app.observable import Observable
from kiosk.core.errors import StoreError
from kiosk.core.settings import (
    OPTIONS,
    PreferenceValue,
    Profile,
    Settings,
    Wishes,
    key_for,
    key_for_screen,
    renamed,
    resolve,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.app.ports import Store

_RECORD = "preferences"
_OF_SCREENS = frozenset(option.name for option in OPTIONS if option.is_per_screen)


class PreferenceKeeper:
    """Holds the preferences of the person in front, and publishes the settings that follow from them.

    At home they are remembered; at a public kiosk they end with the visit. What was measured of a screen at home
    holds at a public kiosk too: the operator measures it once.
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
        self._at_start = self._renamed(asked or {})
        self._asked = dict(self._at_start)
        self._kept = self._remembered()
        self._screen = ""
        self._first: dict[str, PreferenceValue] = {}
        self._most_volume: int | None = None
        self.settings: Observable[Settings] = Observable(self._resolved())

    def set(self, name: str, value: PreferenceValue, language: str = "") -> None:
        """Ask for something; it holds at once, and is remembered at home.

        Args:
            name: an option.
            value: what is asked for.
            language: of the text for which it is asked ("ru"), for options that each language remembers.
        """
        name, value = renamed(self._profile, name, value)
        names = [name, key_for(name, language)] if language else [name]
        if name in _OF_SCREENS:
            names = [key_for_screen(name, self._screen)]
        is_known = all(self._kept.get(own) == value for own in names)
        for own in names:
            self._asked.pop(own, None)
        self._kept.update(dict.fromkeys(names, value))
        self._publish(is_known)

    def wishes(self, keys: Iterable[str]) -> Wishes:
        """Return what was asked for under some keys, in a form in which ``restore`` takes it."""
        wanted = set(keys)
        kept, asked = ({key: own[key] for key in wanted & own.keys()} for own in (self._kept, self._asked))
        return Wishes(kept, asked)

    def restore(self, keys: Iterable[str], wishes: Wishes) -> None:
        """Let hold under some keys what was asked for then, and nothing else.

        Args:
            keys: what is put back; all other preferences stay.
            wishes: what :meth:`wishes` returned; empty ones let the profile's defaults hold again.
        """
        wanted = set(keys)
        kept = {key: value for key, value in self._kept.items() if key not in wanted}
        asked = {key: value for key, value in self._asked.items() if key not in wanted}
        kept.update({key: value for key, value in wishes.kept.items() if key in wanted})
        asked.update({key: value for key, value in wishes.asked.items() if key in wanted})
        is_known = kept == self._kept
        self._kept, self._asked = kept, asked
        self._publish(is_known)

    @property
    def is_anything_kept(self) -> bool:
        """Whether anything is remembered, of whoever was here."""
        return bool(self._kept)

    def is_named(self, name: str) -> bool:
        """Whether something was asked for when the program was started."""
        return name in self._at_start

    def begin_anew(self) -> None:
        """Forget what was asked for since the program began, but for what is remembered: the next person comes."""
        self._asked, self._kept = dict(self._at_start), self._remembered()
        self.settings.set(self._resolved())

    def use_screen(self, screen: str) -> None:
        """Let hold what was measured of a screen from now on."""
        self._screen = screen
        self.settings.set(self._resolved())

    def bound_volume(self, default_percent: int, most_percent: int) -> None:
        """Let the volume be what a machine's operator decided where nobody asked for another, and never more.

        Args:
            default_percent: where nobody asked for a volume.
            most_percent: whatever is asked for.
        """
        self._first, self._most_volume = {"volume": default_percent}, most_percent
        self.settings.set(self._resolved())

    def remember_screens(self) -> None:
        """Remember what was measured of screens, also where nothing else is: staff measure it once, for everybody.

        Raises:
            StoreError: it cannot be written.
        """
        others = {}
        with suppress(StoreError):
            others = {name: value for name, value in self._store.load(_RECORD).items() if not _is_of_screen(name)}
        own = {name: value for name, value in self._kept.items() if _is_of_screen(name)}
        self._store.save(_RECORD, {**others, **own})

    def _publish(self, is_known: bool) -> None:
        """Let what was asked for hold; at home it is remembered, unless that is what is remembered anyway."""
        self.settings.set(self._resolved())
        if self._profile is Profile.HOME and not is_known:
            # A full or read-only disk must not stop anybody from changing the text size.
            with suppress(StoreError):
                self._store.save(_RECORD, self._kept)

    def settings_for(self, language: str) -> Settings:
        """Return what holds for texts in a language ("ru", without a region)."""
        return self._resolved(language)

    def languages(self) -> frozenset[str]:
        """Return the languages for whose texts something of their own was asked for."""
        return frozenset(name.partition(".")[2] for name in self._kept if "." in name and not _is_of_screen(name))

    def _remembered(self) -> dict[str, PreferenceValue]:
        # What cannot be read is as if nobody had asked for anything.
        with suppress(StoreError):
            return self._renamed(
                {
                    name: value
                    for name, value in self._store.load(_RECORD).items()
                    if isinstance(value, str | int) and (self._profile is Profile.HOME or _is_of_screen(name))
                }
            )
        return {}

    def _renamed(self, preferences: "Mapping[str, PreferenceValue]") -> dict[str, PreferenceValue]:
        present = dict(renamed(self._profile, name, value) for name, value in preferences.items())
        # What has today's name outweighs what an earlier version kept beside it.
        return {name: preferences.get(name, value) for name, value in present.items()}

    def _resolved(self, language: str = "") -> Settings:
        asked = {**self._first, **self._kept, **self._asked}
        held = resolve(self._profile, asked, language, self._screen)
        if self._most_volume is None:
            return held
        return held._replace(volume=min(held.volume, self._most_volume))


def _is_of_screen(name: str) -> bool:
    return name.partition("@")[0] in _OF_SCREENS
