"""What the screen for keys can be about, and the words and icons of each. Knows no widget."""

from enum import Enum

from kiosk.i18n import _, pgettext


class KeysMode(Enum):
    """What the screen is about at the moment; the value tells its rows."""

    ROWS = ("kind", "take", "set_up", "learn", "press", "scan", "reset", "close")
    ASKING = ("skip", "before", "leave")
    TRIAL = ("keep", "again", "undo")
    LEARNING = ("done",)


BUTTON_ICONS = {
    "take": "check",
    "set_up": "keys",
    "learn": "info",
    "reset": "return",
    "close": "close",
    "skip": "next",
    "before": "back",
    "leave": "close",
    "keep": "check",
    "again": "repeat",
    "undo": "return",
    "done": "check",
}


def title_of(mode: KeysMode) -> str:
    """Return the title of a mode."""
    return {
        # Translators: title of the screen about keys. One word.
        KeysMode.ROWS: pgettext("title", "Keys"),
        # Translators: title of the screen that asks for one key after the other, and button that leads there.
        KeysMode.ASKING: _("Set up keys"),
        # Translators: title of the screen where new keys are tried out.
        KeysMode.TRIAL: _("Try the keys"),
        # Translators: title of the screen where each key says what it does, and button that leads there.
        KeysMode.LEARNING: _("Learn the keys"),
    }[mode]


def button_words() -> dict[str, str]:
    """Return what stands on each button."""
    return {
        "set_up": title_of(KeysMode.ASKING),
        "learn": title_of(KeysMode.LEARNING),
        # Translators: button: use the kind of keys that was chosen above.
        "take": _("Try this kind of keys"),
        # Translators: button: use the keys as they were at the beginning.
        "reset": _("Put the keys back as they were made"),
        # Translators: button: leave the panel and see the article again.
        "close": _("Close"),
        # Translators: button: set up no key for this.
        "skip": pgettext("keys", "Skip"),
        # Translators: button: ask for the key before once more.
        "before": pgettext("keys", "Ask for the one before"),
        # Translators: button: stop setting up; the keys stay as they were.
        "leave": pgettext("keys", "Leave without a change"),
        # Translators: button: use the new keys from now on.
        "keep": _("Keep these keys"),
        # Translators: button: set up the keys once more.
        "again": pgettext("keys", "Set them up again"),
        # Translators: button: use the keys of before.
        "undo": _("Back to the keys of before"),
        # Translators: button: enough learned.
        "done": pgettext("keys", "Done"),
    }
