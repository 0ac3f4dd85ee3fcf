"""Contact sheets: all pictures of a screen, small, on one large one, to be looked at."""

import math
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter

_ACROSS_PX = 3200
_LABEL_PX = 22
_GAP_PX = 8


def contact_sheet(files: Sequence[Path], columns: int) -> QImage:
    """Put pictures side by side, each with its name below.

    Args:
        files: the pictures, in order.
        columns: how many stand in a row.
    """
    cell = (_ACROSS_PX - _GAP_PX) // columns - _GAP_PX
    images = [QImage(str(file)) for file in files]
    scaled = [image.scaledToWidth(cell, Qt.TransformationMode.SmoothTransformation) for image in images]
    rows = [scaled[first : first + columns] for first in range(0, len(scaled), columns)]
    heights = [max(image.height() for image in row) + _LABEL_PX + _GAP_PX for row in rows]
    sheet = QImage(_ACROSS_PX, sum(heights) + _GAP_PX, QImage.Format.Format_RGB32)
    sheet.fill(0xFF808080)
    painter = QPainter(sheet)
    top = _GAP_PX
    for number, row in enumerate(rows):
        for column, image in enumerate(row):
            left = _GAP_PX + column * (cell + _GAP_PX)
            painter.drawImage(left, top, image)
            label = QRect(left, top + image.height(), cell, _LABEL_PX)
            painter.drawText(label, Qt.AlignmentFlag.AlignLeft, files[number * columns + column].stem)
        top += heights[number]
    painter.end()
    return sheet


def write_sheets(folder: Path) -> list[Path]:
    """Write one sheet a screen and window shape; the pictures of a screen lie in a folder of its name.

    Returns:
        The sheets.
    """
    written: list[Path] = []
    for screen in sorted(own for own in folder.iterdir() if own.is_dir()):
        shapes: dict[str, list[Path]] = {}
        for file in sorted(screen.glob("*.png")):
            shapes.setdefault(file.stem.rsplit("-", 1)[-1], []).append(file)
        for shape, files in shapes.items():
            sheet = folder / f"{screen.name}-{shape}.png"
            contact_sheet(files, min(9, math.ceil(math.sqrt(len(files))))).save(str(sheet))
            written.append(sheet)
    return written


if __name__ == "__main__":
    application = QGuiApplication(["contact-sheet", "-platform", "offscreen"])
    for sheet in write_sheets(Path(sys.argv[1])):
        print(sheet)
