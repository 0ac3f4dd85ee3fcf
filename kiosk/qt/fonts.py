"""Type faces: loading the files; which family and line height suit a text. Knows no article, and no file's place.

Atkinson Hyperlegible has no Cyrillic, no Arabic and not every Latin letter (the Turkish dotted capital I
is missing), so a text in such a language is set wholly in Noto Sans: two designs within one word read badly.
Lexend has all of Latin and neither Cyrillic nor Greek. Which typeface is in force is said once for all that is
drawn, as the interface's language is.
"""

import re
from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase

from kiosk.core.appearance import Spacing, Typeface


class Script(Enum):
    """How a text is set; the value is the chain of families in the typeface that ships as the default."""

    LATIN = ("Atkinson Hyperlegible", "Noto Sans", "Noto Sans Arabic")
    WIDER = ("Noto Sans", "Noto Sans Arabic")
    """Cyrillic, Greek and the Latin alphabets with letters that Atkinson Hyperlegible lacks."""
    ARABIC = ("Noto Sans Arabic", "Noto Sans")


# The Latin alphabets that Lexend has, Vietnamese included; the other wider ones are Cyrillic or Greek.
_LATIN_LANGUAGES = frozenset({"az", "tr", "vi"})
_NOTO, _LEXEND = ("Noto Sans", "Noto Sans Arabic"), ("Lexend", "Noto Sans", "Noto Sans Arabic")
_in_force = Typeface.ATKINSON
_spacing = Spacing()
# Measured on long texts, blanks included; an alphabet that is not measured counts as the widest.
_LETTER_WIDTHS = {
    ("Atkinson Hyperlegible", Script.LATIN): 0.44,
    ("Noto Sans", Script.LATIN): 0.47,
    ("Lexend", Script.LATIN): 0.48,
    ("Lexend", Script.WIDER): 0.48,
    ("Noto Sans Arabic", Script.ARABIC): 0.41,
}
_WIDEST_LETTER = 0.52


def set_typeface(typeface: Typeface, spacing: Spacing = _spacing) -> None:
    """Set everything that is drawn from now on in a typeface, whose files are loaded.

    Args:
        typeface: the design of the letters.
        spacing: room in and between lines of the interface; pages of articles are told theirs by themselves.
    """
    global _in_force, _spacing
    _in_force, _spacing = typeface, spacing


def spacing_in_force() -> Spacing:
    """Return the room in and between lines of the interface."""
    return _spacing


def spread(font: QFont, script: "Script", spacing: Spacing) -> None:
    """Give a font the room between letters and words; its pixel size is set. Arabic letters stay joined."""
    if spacing.letter and script is not Script.ARABIC:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing.letter * font.pixelSize())
    if spacing.word:
        font.setWordSpacing(spacing.word * font.pixelSize())


def families(script: Script, language: str = "") -> tuple[str, ...]:
    """Return the chain of families for a script in the typeface in force, first choice first.

    Args:
        script: how the text is set.
        language: of the text; tells which of the wider alphabets it is.
    """
    if script is Script.ARABIC or _in_force is Typeface.ATKINSON:
        return tuple(script.value)
    is_latin = script is Script.LATIN or language.replace("_", "-").split("-")[0].lower() in _LATIN_LANGUAGES
    return _LEXEND if _in_force is Typeface.LEXEND and is_latin else _NOTO


def letter_width(script: Script, language: str) -> float:
    """Return what a letter of running text takes with its share of the blanks, in parts of the type size."""
    chain = families(script, language)
    return _LETTER_WIDTHS.get((chain[0], script), _WIDEST_LETTER)


class LineMetrics(NamedTuple):
    """The fixed lines of a text, in parts of the type size, whichever fallback a letter is taken from."""

    pitch: float
    """From one baseline to the next."""
    baseline: float
    """From the top of a line to its baseline."""
    box_above: float
    """From the baseline to the top of the box behind a spoken word."""
    box_below: float
    """From the baseline to its bottom."""


# Measured ink: capitals with accents reach 1.04 above the baseline, Vietnamese included, and 0.25 below.
PLAIN_LINES = LineMetrics(pitch=1.5, baseline=1.06, box_above=0.98, box_below=0.37)
# Fully vowelled Arabic reaches 1.23 above and 0.44 below.
TALL_LINES = LineMetrics(pitch=1.75, baseline=1.22, box_above=1.1, box_below=0.52)

_ARABIC_LANGUAGES = frozenset({"ar", "fa", "ur", "ps", "sd", "ug", "ckb"})
_WIDER_LANGUAGES = frozenset(
    {"az", "be", "bg", "el", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "tr", "tt", "uk", "vi"}
)
# Plain strings: an English article, the first that most people open, never needs them compiled.
_TALL = "[\u0590-\u1cff\ua840-\uabff\ufb1d-\ufefc]"
_ARABIC = "[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]"
_LETTER = r"[^\W\d_]"
_BEYOND_LATIN = "[İ\u0250-\u1fff]"
_BOLD_WEIGHT = 700


def load_fonts(files: Sequence[Path]) -> tuple[str, ...]:
    """Make the families of font files known to Qt; a file that cannot be read is passed over.

    Returns:
        The families that were found, each once.
    """
    families: dict[str, None] = {}
    for file in files:
        face = QFontDatabase.addApplicationFont(str(file))
        if face != -1:
            families.update(dict.fromkeys(QFontDatabase.applicationFontFamilies(face)))
    return tuple(families)


def script_of(text: str, language: str) -> Script:
    """Choose how a text is set: by its language, and for unlisted languages by most of its letters."""
    base = language.replace("_", "-").split("-")[0].lower()
    if base in _ARABIC_LANGUAGES:
        return Script.ARABIC
    if base in _WIDER_LANGUAGES:
        return Script.WIDER
    if text.isascii():
        return Script.LATIN
    letters = len(re.findall(_LETTER, text))
    if 2 * len(re.findall(_ARABIC, text)) > letters:
        return Script.ARABIC
    return Script.WIDER if 2 * len(re.findall(_BEYOND_LATIN, text)) > letters else Script.LATIN


def line_metrics(text: str, script: Script, line_spacing: float = PLAIN_LINES.pitch) -> LineMetrics:
    """Return the line height for a text: taller when it holds letters that carry marks above and below.

    Args:
        text: what is set.
        script: how it is set.
        line_spacing: from one baseline to the next in plain lines, 1.5 or more; what there is more of it is shared
            out above and below.
    """
    is_tall = script is Script.ARABIC or (not text.isascii() and re.search(_TALL, text) is not None)
    lines = TALL_LINES if is_tall else PLAIN_LINES
    if line_spacing <= PLAIN_LINES.pitch:
        return lines
    pitch = lines.pitch * line_spacing / PLAIN_LINES.pitch
    return lines._replace(pitch=pitch, baseline=lines.baseline + (pitch - lines.pitch) / 2)


def script_font(script: Script, size_px: float, is_bold: bool = False, language: str = "") -> QFont:
    """Return a font for a script in the typeface in force.

    Args:
        script: which chain of families.
        size_px: type size in logical pixels, 1 or more.
        is_bold: whether in bold.
        language: of the text; tells which of the wider alphabets it is.
    """
    font, chain = QFont(), families(script, language)
    font.setFamilies(list(chain))
    font.setPixelSize(max(1, round(size_px)))
    if is_bold and chain[0] == Script.LATIN.value[0]:
        font.setBold(True)
    elif is_bold:
        # setBold would smear the regular weight of a variable font instead of taking its true bold.
        font.setVariableAxis(QFont.Tag("wght"), _BOLD_WEIGHT)
    return font
