"""What can be stepped through on the screen for keys: words, values and steps of each. Knows no widget."""

from collections.abc import Callable, Sequence

from kiosk.app.keys import KeyDesk
from kiosk.app.preferences import PreferenceKeeper
from kiosk.core.key_map import OWN
from kiosk.core.key_presets import PRESETS
from kiosk.i18n import _, ngettext, pgettext
from kiosk.qt.setting import Range, Setting
from kiosk.qt.views.stepper import StepWords

DOUBLE_PRESS_MS = (0, 100, 150, 200, 250, 300, 400, 500, 600, 700, 800)
REPEAT_DELAY_MS = (0, 250, 500, 750, 1000, 1500, 2000)
REPEAT_GAP_MS = (0, 50, 100, 250, 500, 1000, 1500, 2000)
DOUBLE_TAP_MS = (300, 400, 500, 600, 800, 1000, 1500, 2000, 2500, 3000)
SCAN_STEP_MS = (500, 750, 1000, 1500, 2000, 2500, 3000, 4000, 5000, 6000, 8000, 10000)
_SCANNING = ("off", "one", "two")


class PresetChoice:
    """Which keys are looked at; they hold only when somebody takes them."""

    def __init__(self, desk: KeyDesk) -> None:
        self._desk = desk
        self.preset = desk.map.value.preset

    def begin(self) -> None:
        """Look at the keys that hold."""
        self.preset = self._desk.map.value.preset

    def step(self, by: int) -> None:
        """Look at the next keys (1), or at those before (-1)."""
        names = self._names()
        self.preset = names[(names.index(self.preset) + by) % len(names)]

    def _names(self) -> list[str]:
        return [*PRESETS, *([OWN] if self._desk.map.value.preset == OWN else [])]


def preset_name(preset: str) -> str:
    """Return what keys that have a name are called."""
    return {
        # Translators: which keys one has: a keyboard with all of its keys.
        "full": pgettext("keys", "a whole keyboard"),
        # Translators: which keys one has: five of them.
        "arrows": pgettext("keys", "arrows and Enter"),
        # Translators: which keys one has: a keypad that sends F13 to F24.
        "f-block": pgettext("keys", "keypad, F13 to F24"),
        # Translators: which keys one has.
        "number-pad": pgettext("keys", "number pad"),
        # Translators: which keys one has: a single switch for people who can press one.
        "one-switch": pgettext("keys", "one switch"),
        # Translators: which keys one has: two switches, one goes on and one selects.
        "two-switches": pgettext("keys", "two switches"),
        # Translators: which keys one has: those that were set up one by one.
        OWN: pgettext("keys", "set up by hand"),
    }[preset]


def preset_setting(choice: PresetChoice) -> Setting:
    """Return which keys one has."""
    # Translators: name of a setting: which kind of keypad or switch one has.
    return Setting(
        # Translators: name of a setting: which kind of keypad or switch one has.
        lambda: StepWords(_("Kind of keys"), *_ring_words()),
        lambda: preset_name(choice.preset),
        lambda: [preset_name(preset) for preset in (*PRESETS, OWN)],
        choice.step,
    )


def press_settings(preferences: PreferenceKeeper) -> list[Setting]:
    """Return how presses are counted."""

    def double_label() -> str:
        # Translators: name of a setting, for hands that shake: how long the same key does nothing.
        return _("Ignore the same key again for")

    def delay_label() -> str:
        # Translators: name of a setting: how long a key must be held until it repeats.
        return _("A held key repeats after")

    def gap_label() -> str:
        # Translators: name of a setting: the time between two repeats of a key that is held.
        return _("Then it repeats every")

    def never() -> str:
        # Translators: a key that is held does not repeat.
        return pgettext("key repeat", "never")

    def quickly() -> str:
        # Translators: a key that is held repeats as quickly as the computer has it.
        return pgettext("key repeat", "as the computer does")

    return [
        _ladder(preferences, "double_press", DOUBLE_PRESS_MS, double_label),
        _ladder(preferences, "repeat_delay", REPEAT_DELAY_MS, delay_label, never),
        _ladder(preferences, "repeat_gap", REPEAT_GAP_MS, gap_label, quickly),
        _letter_keys(preferences),
        _double_tap(preferences),
    ]


def _letter_keys(preferences: PreferenceKeeper) -> Setting:
    """Return whether signs and digits do something by themselves."""

    def name(value: str) -> str:
        if value == "off":
            # Translators: said of a button that can be switched on and off: it is off.
            return _("off")
        # Translators: said of a button that can be switched on and off: it is on.
        return _("on")

    def now() -> str:
        return str(preferences.settings.value.letter_keys)

    return Setting(
        # Translators: name of a setting: whether plus, minus and the digits of the number pad do something by
        # themselves. Who hits keys by mistake switches it off.
        lambda: StepWords(_("Signs and digits as commands"), *_ring_words()),
        lambda: name(now()),
        lambda: [name("on"), name("off")],
        lambda _by: preferences.set("letter_keys", "off" if now() == "on" else "on"),
    )


def _double_tap(preferences: PreferenceKeeper) -> Setting:
    """Return how long a second touch may take, where a first one only says what is there."""

    def label() -> str:
        # Translators: name of a setting: how long after a touch a second one belongs to it. The first touch only
        # says what is there, the second one does it.
        return _("Time for a second touch")

    def is_offered() -> bool:
        settings = preferences.settings.value
        return settings.touch_explore == "on" and settings.speaker == "self"

    tap = _ladder(preferences, "double_tap", DOUBLE_TAP_MS, label)
    return Setting(tap.words, tap.value, tap.widest, tap.step, tap.range, is_offered)


def scan_settings(preferences: PreferenceKeeper, desk: KeyDesk) -> list[Setting]:
    """Return how things come forward for switches."""

    def name(value: str) -> str:
        return {
            # Translators: scanning for people with switches: off.
            "off": pgettext("scanning", "off"),
            # Translators: scanning for people with switches: things come forward by themselves.
            "one": pgettext("scanning", "one switch"),
            # Translators: scanning for people with switches: one goes on, one selects.
            "two": pgettext("scanning", "two switches"),
        }[value]

    def step(by: int) -> None:
        number = _SCANNING.index(preferences.settings.value.scanning)
        preferences.set("scanning", _SCANNING[(number + by) % len(_SCANNING)])

    def step_label() -> str:
        # Translators: name of a setting, for one switch: how long each thing can be chosen.
        return _("Each thing comes forward for")

    scanning = Setting(
        # Translators: name of a setting: for people with one or two switches, things come forward one by one.
        lambda: StepWords(_("Scanning"), *_ring_words()),
        lambda: name(preferences.settings.value.scanning),
        lambda: [name(value) for value in _SCANNING],
        step,
    )
    pace = _ladder(preferences, "scan_step", SCAN_STEP_MS, step_label)
    offered = Setting(
        pace.words, pace.value, pace.widest, pace.step, pace.range, is_offered=lambda: desk.scanning == "one"
    )
    return [scanning, offered]


def _ladder(
    preferences: PreferenceKeeper,
    option: str,
    ladder_ms: Sequence[int],
    label: Callable[[], str],
    zero: Callable[[], str] | None = None,
) -> Setting:
    """Return a setting in milliseconds that goes by steps; zero has words of its own, or none."""

    def now() -> int:
        return int(getattr(preferences.settings.value, option))

    def told(ms: int) -> str:
        return zero() if zero is not None and ms == 0 else _seconds(ms)

    def step(by: int) -> None:
        beyond = [ms for ms in ladder_ms if (ms - now()) * by > 0]
        if beyond:
            preferences.set(option, min(beyond) if by > 0 else max(beyond))

    def words() -> StepWords:
        # Translators: button: make a time shorter. One short word.
        shorter = pgettext("time", "Shorter")
        # Translators: button: make a time longer. One short word.
        return StepWords(label(), shorter, pgettext("time", "Longer"))

    span = Range(now, ladder_ms[0], ladder_ms[-1], ladder_ms[1] - ladder_ms[0])
    return Setting(words, lambda: told(now()), lambda: [told(ms) for ms in ladder_ms], step, span)


def _seconds(ms: int) -> str:
    if ms % 1000 == 0:
        seconds = ms // 1000
        # Translators: a time.
        return ngettext("{seconds} second", "{seconds} seconds", seconds).format(seconds=seconds)
    # Translators: a time; {milliseconds} is a number from 50 to 2500. 1000 milliseconds are one second.
    told = ngettext("{milliseconds} millisecond", "{milliseconds} milliseconds", ms)
    return told.format(milliseconds=ms)


def _ring_words() -> tuple[str, str]:
    # Translators: button: choose the value before, such as another voice. One short word.
    before = pgettext("choice", "Previous")
    # Translators: button: choose the next value, such as another voice. One short word.
    return before, pgettext("choice", "Next")
