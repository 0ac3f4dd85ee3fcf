"""A theme on the screen: palette, measures, icons, and the desktop's light or dark. Reads no theme file.

Sizes follow the interface size, so that everything grows together; the only fixed numbers are the least a finger
can hit and the least an eye can see as a ring.
"""

import math
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QPalette

from kiosk.core.theme import Theme
from kiosk.i18n import language as interface_language
from kiosk.qt.fonts import script_font, script_of, spacing_in_force, spread
from kiosk.qt.screen_size import pixels_per_mm

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

SYSTEM_CHOICE = "system"
LEAST_TARGET_PX = 44
RING_OUTER_PX = 4
RING_INNER_PX = 2
RING_PX = RING_OUTER_PX + RING_INNER_PX
# Icons that point along the line of reading; the others mean the same in both directions.
DIRECTED_ICONS = frozenset({"back", "previous", "next", "before", "after", "return", "repeat"})
_POINTS_PER_INCH = 72.0
_GAP_OF_TARGET = 0.25


class Look:
    """One theme at one interface size: what a view needs to draw itself. Nothing in it ever changes.

    A plain class, worked out once: views ask for these numbers thousands of times while they lay out.

    Attributes:
        theme: the colours.
        interface_pt: size of ordinary interface text in points.
        em_px: height of one em of ordinary interface text.
        least_target_px: least height and width of whatever a finger may hit.
        target_px: least height and width of a control, without its ring.
        icon_px: side of an icon beside ordinary text.
        padding_px: room between a control's border and what is in it; not much at huge sizes.
        gap_px: room between controls; grows slower than the text, since pixels are scarce there.
        border_px: thickness of a control's border.
        radius_px: radius of the corners of controls and cards.
    """

    __slots__ = (
        "border_px",
        "em_px",
        "gap_px",
        "icon_px",
        "interface_pt",
        "least_target_px",
        "padding_px",
        "radius_px",
        "target_px",
        "theme",
    )

    def __init__(
        self, theme: Theme, interface_pt: float, least_target_px: int = LEAST_TARGET_PX, least_gap_px: int = 0
    ) -> None:
        dots_per_inch = QGuiApplication.primaryScreen().logicalDotsPerInchY()
        em = max(1, round(interface_pt * dots_per_inch / _POINTS_PER_INCH))
        self.theme = theme
        self.interface_pt = interface_pt
        self.em_px = em
        self.least_target_px = least_target_px
        self.target_px = max(least_target_px, round(2.2 * em))
        self.icon_px = max(24, round(1.25 * em))
        self.padding_px = min(28, max(10, round(0.45 * em)))
        self.gap_px = max(least_gap_px, min(24, max(8, round(0.3 * em))))
        self.border_px = max(2, round(0.07 * em))
        self.radius_px = min(20, max(8, round(0.35 * em)))

    def font(self, scale: float = 1.0, is_bold: bool = False, text: str = "", language: str = "") -> QFont:
        """Return the typeface for a text of the interface.

        Args:
            scale: size against ordinary interface text, 1.0 is the same.
            is_bold: whether it is a title.
            text: what will be written; decides the script where its language leaves it open.
            language: BCP 47 tag of the text; empty for the interface's own words.
        """
        # The interface's own words follow its language alone: to look at their letters takes time at start-up.
        tag = language or interface_language()
        script = script_of(text if language else "", tag)
        font = script_font(script, self.em_px * scale, is_bold, tag)
        spread(font, script, spacing_in_force())
        return font


def look_for(theme: Theme, interface_pt: float, least_target_mm: float) -> Look:
    """Return a look for a screen where hands are known to be many; a plain one where ``least_target_mm`` is 0."""
    return spacious_look(theme, interface_pt, least_target_mm) if least_target_mm else Look(theme, interface_pt)


def spacious_look(theme: Theme, interface_pt: float, least_target_mm: float = 0) -> Look:
    """Return a look with targets for hands that do not aim well.

    Args:
        theme: the colours.
        interface_pt: size of ordinary interface text in points.
        least_target_mm: least height and width of a control; 0 where nobody touches the screen, or a person alone.

    Returns:
        A look whose targets have that many millimetres where the screen knows its size, else at least 2.5 em.
        Between two of them is a quarter of that: 5 mm for 20.
    """
    plain = Look(theme, interface_pt)
    measured_px = math.ceil(least_target_mm * pixels_per_mm(QGuiApplication.primaryScreen()))
    least_px = max(LEAST_TARGET_PX, measured_px or math.ceil(2.5 * plain.em_px))
    # Rows of buttons take half a gap, and the room for both rings lies between them too.
    gap_px = 2 * (math.ceil(_GAP_OF_TARGET * least_px) - 2 * RING_PX) if least_target_mm else 0
    return Look(theme, interface_pt, least_px, gap_px)


class Dressable(Protocol):
    """Whatever takes colours and size from a look."""

    def apply_look(self, look: Look) -> None:
        """Take colours and size."""
        ...


@lru_cache(maxsize=1)
def plain_look() -> Look:
    """Return what a part wears until its view is told a theme; there must be an application."""
    black, white = "#000000", "#FFFFFF"
    theme = Theme(
        id="plain",
        is_dark=False,
        page=white,
        surface=white,
        text=black,
        muted=black,
        accent=black,
        on_accent=white,
        tint=white,
        word=black,
        on_word=white,
        line=black,
    )
    return Look(theme, interface_pt=20.0)


def palette(theme: Theme) -> QPalette:
    """Return the palette for widgets that Qt draws: every role has a colour of the theme."""
    roles = {
        QPalette.ColorRole.Window: theme.page,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.surface,
        QPalette.ColorRole.AlternateBase: theme.tint,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.Button: theme.surface,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.BrightText: theme.on_accent,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.LinkVisited: theme.accent,
        QPalette.ColorRole.ToolTipBase: theme.surface,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.Light: theme.surface,
        QPalette.ColorRole.Midlight: theme.tint,
        QPalette.ColorRole.Mid: theme.line,
        QPalette.ColorRole.Dark: theme.line,
        QPalette.ColorRole.Shadow: theme.line,
    }
    made = QPalette()
    for role, colour in roles.items():
        # Set for all groups: a disabled control that is pale cannot be read by those whom it concerns.
        made.setColor(QPalette.ColorGroup.All, role, QColor(colour))
    return made


def theme_id_for(choice: str) -> str:
    """Return the theme that a choice means now: "system" follows the desktop's light or dark.

    Args:
        choice: a theme's id, or "system".
    """
    if choice != SYSTEM_CHOICE:
        return choice
    is_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return "night" if is_dark else "paper"


@lru_cache(maxsize=1)
def icon_folder() -> Path:
    """Return where the icons lie: beside the package in a checkout, inside it once installed."""
    package = Path(__file__).parents[1]
    installed = package / "_assets" / "icons"
    return installed if installed.is_dir() else package.parent / "assets" / "icons"


# Somewhat more than one screen has; in large type an icon takes 100 kB, so that more would be many megabytes.
@lru_cache(maxsize=64)
def icon_image(name: str, colour: str, side_px: int, ratio: float = 1.0, is_mirrored: bool = False) -> "QImage":
    """Draw an icon.

    Args:
        name: file name without its ending, in assets/icons.
        colour: "#RRGGBB" for all that is drawn.
        side_px: width and height in device-independent pixels.
        ratio: device pixels per device-independent pixel of the screen.
        is_mirrored: whether left and right change places.

    Returns:
        An image with transparent ground; images, unlike pixmaps, may outlive the application in this cache.

    Raises:
        FileNotFoundError: there is no such icon; a mistake of ours that the tests find.
    """
    # Late: only who draws an icon pays for the SVG library.
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QImage
    from PySide6.QtSvg import QSvgRenderer

    drawing = (icon_folder() / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    side = round(side_px * ratio)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if is_mirrored:
        painter.translate(side, 0)
        painter.scale(-1, 1)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image
