"""Which keys stand for what on this machine: remembered, chosen, set up anew, put back. Knows no keyboard."""

from contextlib import suppress

from kiosk.app.observable import Observable
from kiosk.app.ports import Store
from kiosk.core.errors import StoreError, UsageError
from kiosk.core.key_map import HardKey, KeyMap, KeyRole, is_character, map_of, record_of
from kiosk.core.key_presets import PRESETS, SWITCHES, default_for
from kiosk.core.settings import Profile, Settings

_RECORD = "keys"


class KeyDesk:
    """Holds the map of keys that is in force.

    It belongs to the machine: what was set up at home or by the command ``kiosk keys`` holds for everybody. What a
    visitor of a public kiosk sets up ends with their visit.
    """

    def __init__(self, store: Store, profile: Profile, settings: Observable[Settings]) -> None:
        """Read what is remembered.

        Args:
            store: where the map lies.
            profile: decides what holds where nothing is remembered, and whether anything is.
            settings: whether somebody asked for scanning.
        """
        self._store = store
        self._profile = profile
        self._settings = settings
        self.map: Observable[KeyMap] = Observable(self._remembered())

    @property
    def scanning(self) -> str:
        """How things come forward: "off", "one" or "two" switches; a map that needs it has it."""
        asked = self._settings.value.scanning
        return asked if asked != "off" else self.map.value.scanning

    @property
    def kind(self) -> str:
        """Which keys there are: the name of a preset, or "own"; what switches need counts more than the map."""
        switches = SWITCHES.get(self.scanning)
        return switches.preset if switches is not None else self.map.value.preset

    def role_of(self, key: HardKey) -> KeyRole | None:
        """Return what a key stands for, or None; switches need no map while things come forward."""
        role = self.map.value.role_of(key)
        switches = SWITCHES.get(self.scanning)
        return role if role is not None or switches is None else switches.role_of(key)

    def is_mute(self, key: HardKey) -> bool:
        """Whether a key does nothing because signs and digits are switched off; what stands for something does."""
        is_off = self._settings.value.letter_keys == "off"
        return is_off and is_character(key) and self.role_of(key) is None

    def choose(self, preset: str) -> None:
        """Take a map that has a name.

        Raises:
            UsageError: there is none of that name; the message says which there are.
        """
        if preset not in PRESETS:
            raise UsageError(f"there are no keys called {preset!r}; there are: {', '.join(PRESETS)}")
        self.keep(PRESETS[preset])

    def keep(self, keys: KeyMap) -> None:
        """Take a map; it holds at once, and is remembered at home.

        Raises:
            UsageError: it would lock everybody out.
        """
        if not keys.is_usable:
            raise UsageError("no key stands for select: nothing could be pressed any more")
        self.map.set(keys)
        if self._profile is Profile.HOME:
            # A full or read-only disk must not keep anybody from their keypad.
            with suppress(StoreError):
                self.save()

    def try_out(self, keys: KeyMap) -> None:
        """Let a map hold without remembering it: somebody tries it, and keeps it or goes back."""
        self.map.set(keys)

    @property
    def default(self) -> KeyMap:
        """What holds where nobody chose."""
        return default_for(self._profile)

    @property
    def is_remembered(self) -> bool:
        """Whether somebody chose; else the map is what holds where nobody did."""
        with suppress(StoreError):
            return map_of(self._store.load(_RECORD), PRESETS) is not None
        return False

    def forget(self) -> None:
        """Remember nothing: what holds where nobody chose holds again.

        Raises:
            StoreError: it cannot be written.
        """
        self.map.set(self.default)
        self._store.save(_RECORD, {})

    def forget_unsaved(self) -> None:
        """Let hold what is remembered: what a visitor set up goes with them."""
        self.map.set(self._remembered())

    def save(self) -> None:
        """Remember the map.

        Raises:
            StoreError: it cannot be written.
        """
        self._store.save(_RECORD, record_of(self.map.value))

    def _remembered(self) -> KeyMap:
        keys = None
        with suppress(StoreError):
            keys = map_of(self._store.load(_RECORD), PRESETS)
        return keys if keys is not None else default_for(self._profile)
