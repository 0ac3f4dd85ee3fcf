"""Settings: what can be set, to what, and how wishes become what holds. Knows no file and no widget.

Preferences are what somebody asked for (partial); Settings are what is in force (total). ``resolve`` is the
only way from one to the other: profile default, overridden by preference, out-of-range values dropped.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

PreferenceValue = str | int
Preferences = Mapping[str, PreferenceValue]

SLOWEST_WPM = 80
FASTEST_WPM = 500
DEFAULT_WPM = 160
SMALLEST_PT = 18
LARGEST_PT = 240


class Profile(StrEnum):
    """Where the program stands: it decides defaults and what is remembered."""

    HOME = "home"
    PUBLIC = "public"


class Option(NamedTuple):
    """One thing that can be set."""

    name: str
    """The key in preferences."""
    home: PreferenceValue
    """Default at home."""
    public: PreferenceValue
    """Default at a public kiosk."""
    prose: str
    """What it does, one sentence for the settings page."""
    unit: str = ""
    """Unit of a number, or empty."""
    least: int = 0
    """Smallest number allowed; numbers only."""
    most: int = 0
    """Largest number allowed; numbers only."""
    is_per_language: bool = False
    """Whether each language of a text remembers its own; the last choice holds for languages without one."""
    values: tuple[str, ...] = ()
    """Words allowed; empty allows any."""
    only_home: tuple[str, ...] = ()
    """Those of the words that are allowed at home alone."""
    is_per_screen: bool = False
    """Whether it holds only for the screen on which it was asked for."""


OPTIONS: tuple[Option, ...] = (
    Option("text_size", 32, 40, "Size of the article's text.", "pt", SMALLEST_PT, LARGEST_PT),
    Option("theme", "system", "paper", 'Colours; "system" follows the desktop\'s light or dark.'),
    Option("language", "system", "en", 'Language of the interface; "system" follows the desktop.'),
    Option("rate", DEFAULT_WPM, DEFAULT_WPM, "Reading rate.", "words per minute", SLOWEST_WPM, FASTEST_WPM, True),
    Option("pause", 100, 100, "Pauses between sentences and paragraphs.", "%", 0, 300),
    Option("voice", "", "", "Preferred voice; empty chooses the best for each language.", is_per_language=True),
    Option("volume", 100, 100, "Volume of the reading.", "%", 10, 120, True),
    Option("pitch", 0, 0, "Pitch of voices that have one.", "%", -50, 50, True),
    Option(
        "highlight",
        "word",
        "word",
        "What is lit while it is read.",
        values=("word", "sentence", "paragraph", "off"),
    ),
    Option("level", "paragraph", "paragraph", "What one step of a move covers."),
    Option(
        "stop_after",
        "article",
        "article",
        "After what the reading falls silent by itself.",
        values=("article", "paragraph", "sentence"),
    ),
    Option(
        "resume_back",
        "on",
        "on",
        "Whether a reading that was paused for long goes on some sentences earlier.",
        values=("on", "off"),
    ),
    Option(
        "speaker",
        "screen-reader",
        "self",
        "Who says what the controls are and what they do: the program, a screen reader, or nobody.",
        values=("self", "screen-reader", "text"),
        only_home=("screen-reader",),
    ),
    Option(
        "captions",
        "on",
        "on",
        "Whether what the program's own voice says is shown as well.",
        values=("on", "off"),
    ),
    Option(
        "touch_explore",
        "off",
        "on",
        "Whether a first touch only says what is there, and a second one acts, while the own voice speaks.",
        values=("on", "off"),
    ),
    Option(
        "double_tap",
        800,
        800,
        "How long after a tap a second one belongs to it, where a first touch only says what is there.",
        "ms",
        300,
        3000,
    ),
    Option("double_press", 0, 250, "The same key again within this time is ignored.", "ms", 0, 800),
    Option("repeat_delay", 250, 0, "How long a key is held before it repeats; 0 never repeats.", "ms", 0, 2000),
    Option("repeat_gap", 0, 250, "Least time between two repeats of a key that is held.", "ms", 0, 2000),
    Option(
        "scanning",
        "off",
        "off",
        "Whether one switch chooses what comes forward by itself, or two go through it.",
        values=("off", "one", "two"),
    ),
    Option("scan_step", 1500, 1500, "How long each thing stays forward for one switch.", "ms", 500, 10000),
    Option(
        "fitting",
        "once",
        "visit",
        "When the questions about size, colours and voice are asked by themselves.",
        values=("visit", "once", "never"),
    ),
    Option("typeface", "atkinson", "atkinson", "Design of the letters.", values=("atkinson", "noto", "lexend")),
    Option("line_spacing", 150, 150, "From line to line.", "% of the text size", 150, 300),
    Option("paragraph_spacing", 200, 200, "Between paragraphs.", "% of the text size", 150, 400),
    Option("letter_spacing", 0, 0, "Added between letters; not in Arabic.", "% of the text size", 0, 30),
    Option("word_spacing", 0, 0, "Added between words.", "% of the text size", 0, 50),
    Option(
        "focus",
        "off",
        "off",
        "What stands out from the rest of the text; the mask hides the rest.",
        values=("off", "line", "sentence", "paragraph", "mask"),
    ),
    Option(
        "motion",
        "system",
        "reduced",
        'Whether the page glides; "system" follows the desktop.',
        values=("system", "reduced", "full"),
    ),
    Option(
        "card_px",
        0,
        0,
        "How wide a bank card is on the screen, which tells its real size; 0 believes what the screen says.",
        "pixels",
        0,
        4000,
        is_per_screen=True,
    ),
    Option(
        "letter_keys",
        "on",
        "on",
        "Whether a sign or a digit does something by itself, as plus and the digits of the number pad do.",
        values=("on", "off"),
    ),
)

# What a setting was called in earlier versions.
_INTERFACE_VOICE = "interface_voice"


class Settings(NamedTuple):
    """What is in force; the fields are the options."""

    text_size: int
    theme: str
    language: str
    rate: int
    pause: int
    voice: str
    volume: int
    pitch: int
    highlight: str
    level: str
    stop_after: str
    resume_back: str
    speaker: str
    captions: str
    touch_explore: str
    double_tap: int
    double_press: int
    repeat_delay: int
    repeat_gap: int
    scanning: str
    scan_step: int
    fitting: str
    typeface: str
    line_spacing: int
    paragraph_spacing: int
    letter_spacing: int
    word_spacing: int
    focus: str
    motion: str
    card_px: int
    letter_keys: str


class Wishes(NamedTuple):
    """What was asked for about some options, to be put back later; what is in neither part was not asked for."""

    kept: Preferences
    """By key, as it is remembered."""
    asked: Preferences
    """By key, for this run only."""


def _is_valid(option: Option, value: object, profile: Profile) -> bool:
    if isinstance(option.home, int):
        is_number = isinstance(value, int) and not isinstance(value, bool)
        return is_number and option.least <= int(str(value)) <= option.most
    if profile is not Profile.HOME and value in option.only_home:
        return False
    return isinstance(value, str) and (not option.values or value in option.values)


def renamed(profile: Profile, name: str, value: PreferenceValue) -> tuple[str, PreferenceValue]:
    """Return a preference as it is called now; one that an earlier version kept is understood.

    Args:
        profile: where it was asked for.
        name: what was asked for, by its name of now or then.
        value: what was asked for.
    """
    if name != _INTERFACE_VOICE:
        return name, value
    # Off left speaking to an assistive technology, which a public kiosk has none of.
    silent = "screen-reader" if profile is Profile.HOME else "text"
    return "speaker", {"on": "self", "off": silent}.get(str(value), value)


def key_for(option_name: str, language: str) -> str:
    """Return the key under which a preference for texts in one language ("ru", without a region) is kept."""
    return f"{option_name}.{language}"


def key_for_screen(option_name: str, screen: str) -> str:
    """Return the key under which a preference for one screen is kept."""
    return f"{option_name}@{screen}"


def resolve(profile: Profile, preferences: Preferences, language: str = "", screen: str = "") -> Settings:
    """Turn wishes into what holds; unknown keys and values out of range are as if not asked for.

    Args:
        profile: decides defaults.
        preferences: what was asked for.
        language: of the text that is read ("ru", without a region); empty for none in particular.
        screen: what the screen is called; empty for none in particular.
    """
    held: dict[str, PreferenceValue] = {}
    for option in OPTIONS:
        default = option.home if profile is Profile.HOME else option.public
        wishes = [preferences.get(option.name)]
        if option.is_per_language:
            wishes.insert(0, preferences.get(key_for(option.name, language)))
        elif option.is_per_screen:
            # What was measured on another screen says nothing about this one.
            wishes = [preferences.get(key_for_screen(option.name, screen))]
        valid = (wish for wish in wishes if wish is not None and _is_valid(option, wish, profile))
        held[option.name] = next(valid, default)
    return Settings(**held)  # type: ignore[arg-type]  # OPTIONS and Settings are held together by a test


# Sizes offered by "larger" and "smaller": steps of roughly a fifth.
SIZE_LADDER_PT = (18, 20, 24, 28, 32, 36, 40, 48, 56, 64, 72, 84, 96, 108, 120, 144, 168, 192, 216, 240)


def larger(size_pt: int) -> int:
    """The next size up the ladder, at most 240 pt."""
    return next((size for size in SIZE_LADDER_PT if size > size_pt), LARGEST_PT)


def smaller(size_pt: int) -> int:
    """The next size down the ladder, at least 18 pt."""
    return next((size for size in reversed(SIZE_LADDER_PT) if size < size_pt), SMALLEST_PT)
