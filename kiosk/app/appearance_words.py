"""What appearance settings and their values are called, in the interface's language. Knows no widget."""

from collections.abc import Callable, Mapping
from typing import Any

from kiosk import i18n
from kiosk.app.note import AppearanceReset, AppearanceSet, BarSet, LargestText
from kiosk.core.settings import PreferenceValue
from kiosk.i18n import _, ngettext, pgettext


def setting_name(name: str) -> str:
    """Return what a setting is called; the name is an option's."""
    return {
        # Translators: name of a setting: how large the article's letters are.
        "text_size": lambda: _("Text size"),
        # Translators: name of a setting: the design of the letters, like "Lexend".
        "typeface": lambda: _("Typeface"),
        # Translators: name of a setting: the distance from line to line.
        "line_spacing": lambda: _("Line spacing"),
        # Translators: name of a setting: the distance between two paragraphs.
        "paragraph_spacing": lambda: _("Paragraph spacing"),
        # Translators: name of a setting: the room between letters.
        "letter_spacing": lambda: _("Letter spacing"),
        # Translators: name of a setting: the room between words.
        "word_spacing": lambda: _("Word spacing"),
        # Translators: name of a setting: the colours of text and page.
        "theme": lambda: _("Colours"),
        # Translators: name of a setting: what is lit while it is read aloud: the word, the sentence ...
        "highlight": lambda: _("What is lit"),
        # Translators: name of a setting: what stands out while the rest of the text is dimmed: the line ...
        "focus": lambda: _("Focus"),
        # Translators: name of a setting: whether the page glides or jumps when it moves.
        "motion": lambda: _("Motion"),
        # Translators: name of a setting: the language of buttons and messages.
        "language": lambda: _("Language"),
        # Translators: name of a setting: whether what the program says is also written on the screen.
        "captions": lambda: _("Captions"),
        # Translators: name of a setting: how large the screen really is.
        "card_px": lambda: _("Size of the screen"),
    }[name]()


def value_words(name: str, value: PreferenceValue) -> str:
    """Return what a value of a setting is called.

    Args:
        name: an option's.
        value: what it is set to.
    """
    return _VALUES[name](value)


def points_words(points: int) -> str:
    """Return a size of type in words."""
    # Translators: how large the article's letters are; a point is a printers' unit, 1/72 inch.
    return ngettext("{size} point", "{size} points", points).format(size=points)


def pixels_words(count: int) -> str:
    """Return a width on the screen in words."""
    # Translators: how wide something is on the screen.
    return ngettext("{count} pixel", "{count} pixels", count).format(count=count)


def theme_name(theme_id: str) -> str:
    """Return what a theme is called in the interface's language; an unknown one by its file's name."""
    names = {
        # Translators: name of a set of colours: dark text on warm white, like a printed page.
        "paper": _("Paper"),
        # Translators: name of a set of colours: light text on very dark blue.
        "night": _("Night"),
        # Translators: name of a set of colours.
        "black-yellow": _("Yellow on black"),
        # Translators: name of a set of colours.
        "black-white": _("White on black"),
        # Translators: name of a set of colours: soft, for eyes that bright light hurts.
        "low-glare": _("Soft light"),
        # Translators: name of a choice of colours: as the computer's desktop has it, light or dark.
        "system": _("Like the computer"),
    }
    return names.get(theme_id, theme_id.replace("-", " "))


def _percent(value: PreferenceValue) -> str:
    # Translators: how loud the voice is, or how long pauses are; {percent} is a number.
    return _("{percent} percent").format(percent=value)


def _added(value: PreferenceValue) -> str:
    # Translators: nothing is added to the room between letters or words.
    return _percent(value) if value else pgettext("spacing", "none")


def _typeface(value: PreferenceValue) -> str:
    # Proper names: the same in every language.
    return {"atkinson": "Atkinson Hyperlegible", "noto": "Noto Sans", "lexend": "Lexend"}[str(value)]


def _highlight(value: PreferenceValue) -> str:
    return {
        # Translators: "What is lit: the word"
        "word": _("the word"),
        # Translators: "What is lit: the sentence", or "Focus: the sentence"
        "sentence": _("the sentence"),
        # Translators: "What is lit: the paragraph", or "Focus: the paragraph"
        "paragraph": _("the paragraph"),
        # Translators: "What is lit: nothing"
        "off": pgettext("highlight", "nothing"),
    }[str(value)]


def _focus(value: PreferenceValue) -> str:
    return {
        # Translators: "Focus: off": nothing stands out, no text is dimmed.
        "off": pgettext("focus", "off"),
        # Translators: "Focus: the line": it stands out, the rest of the text is dimmed.
        "line": _("the line"),
        # Translators: "Focus: the sentence": it stands out, the rest of the text is dimmed.
        "sentence": _("the sentence"),
        # Translators: "Focus: the paragraph": it stands out, the rest of the text is dimmed.
        "paragraph": _("the paragraph"),
        # Translators: "Focus: mask": all but two lines are hidden.
        "mask": _("mask"),
    }[str(value)]


def _motion(value: PreferenceValue) -> str:
    return {
        # Translators: "Motion: like the computer": as the desktop is set.
        "system": _("like the computer"),
        # Translators: "Motion: reduced": the page jumps, nothing glides.
        "reduced": _("reduced"),
        # Translators: "Motion: full": the page glides.
        "full": pgettext("motion", "full"),
    }[str(value)]


def _captions(value: PreferenceValue) -> str:
    if value == "off":
        # Translators: said of a button that can be switched on and off: it is off.
        return _("off")
    # Translators: said of a button that can be switched on and off: it is on.
    return _("on")


def _card(value: PreferenceValue) -> str:
    if not value:
        # Translators: "Size of the screen: as the screen says"
        return _("as the screen says")
    return pixels_words(int(value))


_VALUES: dict[str, Callable[[PreferenceValue], str]] = {
    "text_size": lambda value: points_words(int(value)),
    "typeface": _typeface,
    "line_spacing": _percent,
    "paragraph_spacing": _percent,
    "letter_spacing": _added,
    "word_spacing": _added,
    "theme": lambda value: theme_name(str(value)),
    "highlight": _highlight,
    "focus": _focus,
    "motion": _motion,
    "captions": _captions,
    "language": lambda value: i18n.LANGUAGES.get(str(value), str(value)),
    "card_px": _card,
}


def setting_words(setting: str, value: str) -> str:
    """Return what is told when a setting was changed: its name, and what holds now."""
    # Translators: said and shown when a setting was changed: "Typeface: Lexend".
    return _("{setting}: {value}").format(setting=setting, value=value)


def _set(note: AppearanceSet) -> str:
    return setting_words(setting_name(note.name), value_words(note.name, note.value))


def _reset(note: AppearanceReset) -> str:
    if note.is_taken_back:
        # Translators: said and shown when a reset was taken back.
        return _("Everything is again as you had set it.")
    # Translators: said and shown when size, colours, typeface and the rest were reset.
    return _("Everything looks as it did at first. The next button takes the reset back.")


def _largest(note: LargestText) -> str:
    # Translators: said and shown when somebody wants larger text. {size} is like "120 points".
    return _("{size}. No larger text fits on this screen.").format(size=points_words(note.points))


APPEARANCE_SAYINGS: Mapping[type, Callable[[Any], str]] = {
    AppearanceSet: _set,
    AppearanceReset: _reset,
    LargestText: _largest,
    BarSet: lambda note: pixels_words(note.pixels),
}
"""How notes about the appearance are told."""
