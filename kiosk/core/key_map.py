"""Which key stands for which of the few things that a keypad, a switch or a remote control can ask for. Pure.

A key has two numbers: the one that the toolkit gives it and the one that the keyboard itself sends. Keyboard
layouts change the first and leave the second; where both sides know the second, it alone decides.
"""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import NamedTuple


class KeyRole(Enum):
    """What a key can stand for, in the order in which the keys of a new keypad are asked for."""

    SELECT = "select"
    """Press what has the focus; in the text: read, or pause."""
    BACK = "back"
    """The thing before."""
    NEXT = "next"
    """The next thing."""
    UP = "up"
    """The row above; in the text: move back."""
    DOWN = "down"
    """The row below; in the text: move on."""
    HELP = "help"
    PLAY = "play"
    LOUDER = "louder"
    SOFTER = "softer"
    FASTER = "faster"
    SLOWER = "slower"
    HEADPHONES_IN = "headphones-in"
    """Sent by some keypads when headphones are plugged in."""
    HEADPHONES_OUT = "headphones-out"
    """Sent by some keypads when headphones are pulled out."""


FIVE = (KeyRole.UP, KeyRole.DOWN, KeyRole.BACK, KeyRole.NEXT, KeyRole.SELECT)


class HardKey(NamedTuple):
    """A key of some device."""

    code: int
    """The toolkit's number; 0 in a map lets the keyboard's own number decide alone."""
    scan: int = 0
    """The keyboard's own number; 0 where it is not known."""
    is_on_pad: bool = False
    """Whether it belongs to the number pad, whose keys bear numbers of other keys."""

    def is_same(self, other: "HardKey") -> bool:
        """Whether this is another key, told by the best that both know."""
        if self.scan and other.scan:
            return self.scan == other.scan
        return bool(self.code) and (self.code, self.is_on_pad) == (other.code, other.is_on_pad)

    @property
    def identity(self) -> tuple[int, int]:
        """What it can be told from other keys by while the program runs."""
        return (0, self.scan) if self.scan else (self.code, int(self.is_on_pad))


# The toolkit's numbers of keys that write are those of the letters; from the second on it numbers all other keys.
_SPACE, _FIRST_OTHER = 0x20, 0x01000000


def is_character(key: HardKey) -> bool:
    """Whether a key writes a letter, a digit or a sign; the space bar is none of them."""
    return _SPACE < key.code < _FIRST_OTHER


class KeyMap(NamedTuple):
    """Which keys stand for what; every other key means what it always means."""

    preset: str
    """Name of the preset that it is, or "own"."""
    entries: tuple[tuple[KeyRole, HardKey], ...] = ()
    """A role may have several keys; a key has one role."""

    def role_of(self, key: HardKey) -> KeyRole | None:
        """Return what a key stands for, or None."""
        return next((role for role, own in self.entries if own.is_same(key)), None)

    def keys_of(self, role: KeyRole) -> tuple[HardKey, ...]:
        """Return the keys that stand for something."""
        return tuple(key for own, key in self.entries if own is role)

    def has(self, role: KeyRole) -> bool:
        """Whether a key stands for it."""
        return bool(self.keys_of(role))

    @property
    def is_usable(self) -> bool:
        """Whether nobody is locked out by it: without "select" nothing could be pressed any more."""
        return not self.entries or self.has(KeyRole.SELECT)

    @property
    def scanning(self) -> str:
        """What its keys need: "off" where one can go on and back, "two" for one way only, "one" for no way."""
        if not self.entries or self.has(KeyRole.BACK) or (self.has(KeyRole.UP) and self.has(KeyRole.DOWN)):
            return "off"
        ways = (KeyRole.NEXT, KeyRole.UP, KeyRole.DOWN)
        return "two" if any(self.has(role) for role in ways) else "one"


OWN = "own"


def record_of(keys: KeyMap) -> Mapping[str, object]:
    """Return a map as a record for the store."""
    if keys.preset != OWN:
        return {"preset": keys.preset}
    return {"preset": OWN, "keys": [[role.value, *key] for role, key in keys.entries]}


def map_of(record: Mapping[str, object], presets: Mapping[str, KeyMap]) -> KeyMap | None:
    """Return the map in a record, or None when it holds none that can be used.

    Args:
        record: as :func:`record_of` makes it, or whatever somebody made of that.
        presets: the maps that have a name.
    """
    name = record.get("preset")
    if name != OWN:
        return presets.get(name) if isinstance(name, str) else None
    rows = record.get("keys")
    if not isinstance(rows, list):
        return None
    found = [entry for row in rows if (entry := _entry(row)) is not None]
    keys = KeyMap(OWN, tuple(found))
    return keys if found and len(found) == len(rows) and keys.is_usable and not _has_twice(found) else None


def _entry(row: object) -> tuple[KeyRole, HardKey] | None:
    match row:
        case [str(role), int(code), int(scan), bool(is_on_pad)] if role in {own.value for own in KeyRole}:
            return (KeyRole(role), HardKey(code, scan, is_on_pad)) if code or scan else None
    return None


def _has_twice(entries: Sequence[tuple[KeyRole, HardKey]]) -> bool:
    keys = [key for _role, key in entries]
    return any(key.is_same(other) for number, key in enumerate(keys) for other in keys[:number])
