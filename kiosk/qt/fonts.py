"""Type faces: loading the files; which family and line height suit a text. Knows no article, and no file's place.

Atkinson Hyperlegible has no Cyrillic, no Arabic and not every Latin letter (the Turkish dotted capital I
is missing), so a text in such a language is set wholly in Noto Sans: two designs within one word read badly.
"""

import re
from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase


class Script(Enum):
    """How a text is set; the value is the chain of families, first choice first."""

    LATIN = ("Atkinson Hyperlegible", "Noto Sans", "Noto Sans Arabic")
    WIDER = ("Noto Sans", "Noto Sans Arabic")
    """Cyrillic, Greek and the Latin alphabets with letters that Atkinson Hyperlegible lacks."""
    ARABIC = ("Noto Sans Arabic", "Noto Sans")


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


def line_metrics(text: str, script: Script) -> LineMetrics:
    """Return the line height for a text: taller when it holds letters that carry marks above and below."""
    is_tall = script is Script.ARABIC or (not text.isascii() and re.search(_TALL, text) is not None)
    return TALL_LINES if is_tall else PLAIN_LINES


def script_font(script: Script, size_px: float, is_bold: bool = False) -> QFont:
    """Return a font for a script.

    Args:
        script: which chain of families.
        size_px: type size in logical pixels, 1 or more.
        is_bold: whether in bold.
    """
    font = QFont()
    font.setFamilies(list(script.value))
    font.setPixelSize(max(1, round(size_px)))
    if is_bold and script is Script.LATIN:
        font.setBold(True)
    elif is_bold:
        # setBold would smear the regular weight of a variable font instead of taking its true bold.
        font.setVariableAxis(QFont.Tag("wght"), _BOLD_WEIGHT)
    return font
