"""Keys and what they do, in words: for learning them and for setting them up. Knows no keyboard."""

from kiosk.core.key_map import HardKey, KeyRole
from kiosk.core.key_presets import (
    CLEAR,
    DELETE,
    DOWN,
    END,
    ENTER,
    ESCAPE,
    HOME,
    INSERT,
    LEFT,
    PAGE_DOWN,
    PAGE_UP,
    RETURN,
    RIGHT,
    SPACE,
    UP,
)
from kiosk.core.media import MediaKey
from kiosk.i18n import _, pgettext
from kiosk.qt.input_map import Command

_F1, _LAST_F = 0x01000030, 35
_TAB, _BACKTAB, _BACKSPACE, _MENU = 0x01000001, 0x01000002, 0x01000003, 0x01000055
_SCROLL_LOCK = 0x01000026
_MOST_PRINTABLE = 0x10FFFF


def key_name(key: HardKey, text: str) -> str:
    """Return what a key is called.

    Args:
        key: which key.
        text: what it would write; may be empty.
    """
    name = _named(key.code) or _letter(key, text)
    if not name:
        # Translators: a key that has no name; {number} tells it from others.
        return _("Key number {number}").format(number=key.scan or key.code)
    # Translators: a key of the number pad, as "5 on the number pad".
    return _("{key} on the number pad").format(key=name) if key.is_on_pad else name


def _letter(key: HardKey, text: str) -> str:
    if text.strip() and text.isprintable():
        return text.upper()
    is_letter = SPACE < key.code < _MOST_PRINTABLE and chr(key.code).isprintable()
    return chr(key.code) if is_letter else ""


def _named(code: int) -> str:
    if _F1 <= code < _F1 + _LAST_F:
        return f"F{code - _F1 + 1}"
    return {
        # Translators: name of a key: the long one that writes a blank.
        SPACE: pgettext("key", "Space"),
        # Translators: name of a key.
        RETURN: pgettext("key", "Enter"),
        # Translators: name of a key.
        ENTER: pgettext("key", "Enter"),
        # Translators: name of a key.
        ESCAPE: pgettext("key", "Escape"),
        # Translators: name of a key.
        _TAB: pgettext("key", "Tab"),
        # Translators: two keys that are pressed together.
        _BACKTAB: pgettext("key", "Shift and Tab"),
        # Translators: name of a key: it deletes the letter before.
        _BACKSPACE: pgettext("key", "Backspace"),
        # Translators: name of a key.
        DELETE: pgettext("key", "Delete"),
        # Translators: name of a key.
        INSERT: pgettext("key", "Insert"),
        # Translators: name of a key: it goes to the beginning.
        HOME: pgettext("key", "Home"),
        # Translators: name of a key: it goes to the end.
        END: pgettext("key", "End"),
        # Translators: name of a key.
        PAGE_UP: pgettext("key", "Page up"),
        # Translators: name of a key.
        PAGE_DOWN: pgettext("key", "Page down"),
        # Translators: name of a key, beside the Space bar on many keyboards.
        _MENU: pgettext("key", "Menu"),
        # Translators: name of a key, at the top right of many keyboards.
        _SCROLL_LOCK: pgettext("key", "Scroll Lock"),
        CLEAR: "5",
        **_arrow_names(),
    }.get(code, "")


def _arrow_names() -> dict[int, str]:
    return {
        # Translators: name of a key.
        UP: pgettext("key", "Up arrow"),
        # Translators: name of a key.
        DOWN: pgettext("key", "Down arrow"),
        # Translators: name of a key.
        LEFT: pgettext("key", "Left arrow"),
        # Translators: name of a key.
        RIGHT: pgettext("key", "Right arrow"),
    }


def role_name(role: KeyRole) -> str:
    """Return what a key stands for, in a word or two."""
    return {
        # Translators: what a key of a keypad stands for: it presses what was chosen.
        KeyRole.SELECT: pgettext("keypad", "Select"),
        # Translators: what a key of a keypad stands for: the thing before.
        KeyRole.BACK: pgettext("keypad", "Back"),
        # Translators: what a key of a keypad stands for: the next thing.
        KeyRole.NEXT: pgettext("keypad", "Next"),
        # Translators: what a key of a keypad stands for: the row above.
        KeyRole.UP: pgettext("keypad", "Up"),
        # Translators: what a key of a keypad stands for: the row below.
        KeyRole.DOWN: pgettext("keypad", "Down"),
        # Translators: button: how to use this program. One short word.
        KeyRole.HELP: _("Help"),
        # Translators: what a key of a keypad stands for: the voice reads, or pauses.
        KeyRole.PLAY: pgettext("keypad", "Read or pause"),
        # Translators: button: make the voice louder. One short word.
        KeyRole.LOUDER: _("Louder"),
        # Translators: button: make the voice softer. One short word.
        KeyRole.SOFTER: _("Softer"),
        # Translators: button: let the voice read faster. One short word.
        KeyRole.FASTER: _("Faster"),
        # Translators: button: let the voice read more slowly. One short word.
        KeyRole.SLOWER: _("Slower"),
        # Translators: what some keypads send when headphones are plugged in.
        KeyRole.HEADPHONES_IN: pgettext("keypad", "Headphones plugged in"),
        # Translators: what some keypads send when headphones are pulled out.
        KeyRole.HEADPHONES_OUT: pgettext("keypad", "Headphones pulled out"),
    }[role]


def role_deed(role: KeyRole) -> str:
    """Return what a key does that stands for something, in a sentence."""
    told = {
        # Translators: what the key "Select" does.
        KeyRole.SELECT: _("Select: presses what you are at. In the text: reads, or pauses."),
        # Translators: what the key "Back" does.
        KeyRole.BACK: _("Back: the thing before. While it reads: slower."),
        # Translators: what the key "Next" does.
        KeyRole.NEXT: _("Next: the next thing. While it reads: faster."),
        # Translators: what the key "Up" does.
        KeyRole.UP: _("Up: the row above. In the text: moves back."),
        # Translators: what the key "Down" does.
        KeyRole.DOWN: _("Down: the row below. In the text: moves on."),
    }.get(role)
    return told or f"{role_name(role)}."


def media_deed(key: MediaKey) -> str:
    """Return what a media key does, in a few words."""
    return {
        MediaKey.PLAY_PAUSE: command_deed(Command.TOGGLE),
        # Translators: button: stop reading aloud for now.
        MediaKey.PAUSE: _("Pause"),
        # Translators: what a key does: the voice is silent from now on.
        MediaKey.STOP: _("Stop the voice"),
        MediaKey.NEXT: command_deed(Command.NEXT),
        MediaKey.PREVIOUS: command_deed(Command.PREVIOUS),
    }[key]


def command_deed(command: Command) -> str:
    """Return what a key does in an article, in a few words."""
    return {**_deeds_in_text(), **_deeds_of_voice()}[command]


def _deeds_in_text() -> dict[Command, str]:
    return {
        # Translators: what a key does: the voice reads, or pauses.
        Command.TOGGLE: pgettext("keypad", "Read or pause"),
        # Translators: button, and what a key does: read on from the beginning of this paragraph.
        Command.PLAY_HERE: _("Read on from this paragraph"),
        # Translators: what a key does.
        Command.NEXT: _("Move on in the text"),
        # Translators: what a key does.
        Command.PREVIOUS: _("Move back in the text"),
        # Translators: button, and what a key does.
        Command.FIRST: _("To the beginning of the article"),
        # Translators: button, and what a key does.
        Command.LAST: _("To the end of the article"),
        # Translators: what a key does: choose words, sentences, paragraphs and so on as what one step covers.
        Command.NEXT_LEVEL: _("Move by larger or other steps"),
        # Translators: what a key does: choose what one step covers, in reverse order.
        Command.PREVIOUS_LEVEL: _("Move by the steps of before"),
        # Translators: button: hear which paragraph one is in.
        Command.WHERE: _("Where am I?"),
        # Translators: button: hear the sentence once more.
        Command.REPEAT: _("Repeat the sentence"),
        # Translators: button: hear the paragraph from its start, then silence.
        Command.READ_PARAGRAPH: _("Read this paragraph and stop"),
        # Translators: button: go back to where the last jump was made from.
        Command.GO_BACK: _("Back to where I was"),
        # Translators: button: mark the sentence that is read.
        Command.BOOKMARK: _("Bookmark here"),
    }


def _deeds_of_voice() -> dict[Command, str]:
    return {
        Command.SOFTER: role_name(KeyRole.SOFTER),
        Command.LOUDER: role_name(KeyRole.LOUDER),
        # Translators: name of a setting: after what the reading falls silent by itself.
        Command.STOP_AFTER: _("Stop after"),
        # Translators: name of a setting: after how many minutes the reading falls silent by itself.
        Command.SLEEP: _("Sleep timer"),
        Command.FASTER: role_name(KeyRole.FASTER),
        Command.SLOWER: role_name(KeyRole.SLOWER),
        # Translators: button: make the article's text larger.
        Command.LARGER: _("Larger text"),
        # Translators: button: make the article's text smaller.
        Command.SMALLER: _("Smaller text"),
        # Translators: button: change the colours of the screen. One short word.
        Command.THEME: _("Colours"),
        Command.HELP: role_name(KeyRole.HELP),
        # Translators: the voice that says what the controls are.
        Command.INTERFACE_VOICE: _("Interface voice"),
        # Translators: button: everything about moving by ear and about the voice. One short word.
        Command.LISTENING: _("Listening"),
        # Translators: button: everything about how the article looks. One short word.
        Command.COMFORT: _("Comfort"),
        # Translators: what a key does: the voice is silent, and the next time one leaves the article.
        Command.BACK: _("Stop the voice, then leave"),
    }


def other_deed(code: int) -> str:
    """Return what a key does that is no command, or that it does nothing."""
    if code in (_TAB, _BACKTAB):
        # Translators: what the Tab key does.
        return _("Goes from control to control")
    if code in (PAGE_UP, PAGE_DOWN):
        # Translators: what the keys Page up and Page down do.
        return _("Scrolls the text")
    return nothing_words()


def nothing_words() -> str:
    """Return what is said of a key that does nothing."""
    # Translators: what a key does that has no meaning here.
    return _("Does nothing")
