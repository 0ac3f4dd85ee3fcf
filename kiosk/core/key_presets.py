"""Maps of keys that need no setting up: what usual keypads and switches send. Pure data.

Numbers of keys are the toolkit's (Qt's ``Qt.Key``), which a test compares; it is not asked here.
"""

from kiosk.core.key_map import HardKey, KeyMap, KeyRole
from kiosk.core.settings import Profile

ESCAPE, RETURN, ENTER = 0x01000000, 0x01000004, 0x01000005
INSERT, DELETE, CLEAR = 0x01000006, 0x01000007, 0x0100000B
HOME, END, LEFT, UP = 0x01000010, 0x01000011, 0x01000012, 0x01000013
RIGHT, DOWN, PAGE_UP, PAGE_DOWN = 0x01000014, 0x01000015, 0x01000016, 0x01000017
F13, SELECT, SPACE, NUMBER_SIGN, ASTERISK = 0x0100003C, 0x01010000, 0x20, 0x23, 0x2A
COMMA, PERIOD, ZERO = 0x2C, 0x2E, 0x30
ARROWS = (UP, DOWN, LEFT, RIGHT)
# What Linux sends for F13; where a keyboard layout makes another key of it, this number stays.
_F13_SCAN = 191

FULL = KeyMap("full")
"""A keyboard with all of its keys: each means what the guide says."""

_F_BLOCK = {
    KeyRole.UP: 0,
    KeyRole.DOWN: 1,
    # F15 and F16 are left out: keypads are known that send them when headphones come and go.
    KeyRole.BACK: 4,
    KeyRole.NEXT: 5,
    KeyRole.SELECT: 6,
    KeyRole.HELP: 7,
    KeyRole.SOFTER: 8,
    KeyRole.LOUDER: 9,
    KeyRole.SLOWER: 10,
    KeyRole.FASTER: 11,
}
# What a number key is called while the pad's lock is off.
_UNLOCKED = {
    0: INSERT,
    1: END,
    2: DOWN,
    3: PAGE_DOWN,
    4: LEFT,
    5: CLEAR,
    6: RIGHT,
    7: HOME,
    8: UP,
    9: PAGE_UP,
}
_PAD_ROLES = {
    8: KeyRole.UP,
    2: KeyRole.DOWN,
    4: KeyRole.BACK,
    6: KeyRole.NEXT,
    5: KeyRole.SELECT,
    0: KeyRole.HELP,
    1: KeyRole.SOFTER,
    3: KeyRole.LOUDER,
    7: KeyRole.SLOWER,
    9: KeyRole.FASTER,
}


def _arrows() -> KeyMap:
    roles = (KeyRole.UP, KeyRole.DOWN, KeyRole.BACK, KeyRole.NEXT)
    arrows = tuple((role, HardKey(code)) for role, code in zip(roles, ARROWS, strict=True))
    return KeyMap("arrows", (*arrows, *_selecting(RETURN, SELECT), (KeyRole.SELECT, HardKey(ENTER, 0, True))))


def _selecting(*codes: int) -> tuple[tuple[KeyRole, HardKey], ...]:
    return tuple((KeyRole.SELECT, HardKey(code)) for code in codes)


def _f_block() -> KeyMap:
    by_code = tuple((role, HardKey(F13 + step)) for role, step in _F_BLOCK.items())
    by_scan = tuple((role, HardKey(0, _F13_SCAN + step)) for role, step in _F_BLOCK.items())
    return KeyMap("f-block", by_code + by_scan)


def _number_pad() -> KeyMap:
    entries: list[tuple[KeyRole, HardKey]] = []
    for digit, role in _PAD_ROLES.items():
        entries += [
            (role, HardKey(ZERO + digit, 0, True)),
            (role, HardKey(ZERO + digit)),
            (role, HardKey(_UNLOCKED[digit], 0, True)),
        ]
    entries += [(KeyRole.PLAY, HardKey(code, 0, True)) for code in (PERIOD, COMMA, DELETE, ASTERISK)]
    entries += [(KeyRole.PLAY, HardKey(ASTERISK)), (KeyRole.SELECT, HardKey(ENTER, 0, True))]
    return KeyMap("number-pad", (*entries, *_selecting(NUMBER_SIGN, RETURN)))


_ONE_SWITCH = KeyMap("one-switch", (*_selecting(SPACE, RETURN, SELECT), (KeyRole.SELECT, HardKey(ENTER, 0, True))))
_TWO_SWITCHES = KeyMap(
    "two-switches",
    ((KeyRole.NEXT, HardKey(SPACE)), *_selecting(RETURN, SELECT), (KeyRole.SELECT, HardKey(ENTER, 0, True))),
)

PRESETS = {keys.preset: keys for keys in (FULL, _arrows(), _f_block(), _number_pad(), _ONE_SWITCH, _TWO_SWITCHES)}

SWITCHES = {"one": _ONE_SWITCH, "two": _TWO_SWITCHES}
"""What switches send where no map says so, by the setting ``scanning``."""


def default_for(profile: Profile) -> KeyMap:
    """Return the map that holds where nobody chose one: a public kiosk must do with five keys."""
    return FULL if profile is Profile.HOME else PRESETS["arrows"]
