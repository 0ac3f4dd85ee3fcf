"""Letters that are joined in writing stay joined, whatever the room between letters. Knows no page."""

import re

from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout

from kiosk.qt.text_positions import TextPositions

# Arabic, Syriac, Mandaic, N'Ko, Mongolian: a gap between two letters would tear a word apart.
_JOINED = "[\u0600-\u07ff\u0840-\u08ff\u1800-\u18af\ufb50-\ufdff\ufe70-\ufefc]+"


def joined_runs(text: str, positions: TextPositions) -> list[QTextLayout.FormatRange]:
    """Return the runs of joined letters in a text of another script: they are set without room between letters.

    Args:
        text: any text.
        positions: of the same text.
    """
    if text.isascii():
        return []
    plain = QTextCharFormat()
    plain.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    plain.setFontLetterSpacing(0.0)
    found = []
    for run in re.finditer(_JOINED, text):
        part = QTextLayout.FormatRange()
        part.start = positions.to_utf16(run.start())
        part.length = positions.to_utf16(run.end()) - part.start
        part.format = plain
        found.append(part)
    return found
