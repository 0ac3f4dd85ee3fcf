"""What the settings look like in one window: theme, sizes by the real size of its screen, the article's page.

Knows no view.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from kiosk import i18n
from kiosk.core.appearance import (
    CARD_MM,
    LEAST_CHARACTERS,
    Focus,
    Highlight,
    Motion,
    Typeface,
    sizes_below,
    spacing_of,
)
from kiosk.core.flashing import MOST_FLASHES, flashes_word_by_word
from kiosk.core.settings import LARGEST_PT, SMALLEST_PT, Settings
from kiosk.core.theme import Theme
from kiosk.qt.fonts import letter_width, script_of
from kiosk.qt.screen_size import calibrate, pixels_per_mm, points_scale, screen_name
from kiosk.qt.theme import theme_id_for
from kiosk.qt.views.page_geometry import page_geometry
from kiosk.qt.views.page_look import PageLook

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kiosk.app.preferences import PreferenceKeeper

# The interface is smaller than the article, but never by more than this.
_INTERFACE_SHARE = 0.6
_LEAST_INTERFACE_PT = 12.0
# Beside the column of an article stands its scroll bar.
_SCROLL_BAR_PX = 24
_LETTERS_A_WORD = 6
_POINTS_AN_INCH = 72
_LOOKS = (
    *("text_size", "theme", "typeface", "line_spacing", "paragraph_spacing", "letter_spacing", "word_spacing"),
    # The rate too: a word that is lit faster than three times a second may flash.
    *("highlight", "focus", "motion", "card_px", "rate"),
)


def looks_alike(one: Settings, other: Settings) -> bool:
    """Whether two settings look the same: then nothing need be laid out or painted again."""
    return all(getattr(one, name) == getattr(other, name) for name in _LOOKS)


class Outfit(NamedTuple):
    """All that decides what a window looks like: two that are equal are one look, so nothing need be dressed."""

    theme: Theme
    """The colours in force."""
    page: PageLook
    """How the article's page looks."""
    interface_pt: float
    """Size of interface text in the screen's points."""
    words: tuple[str, str]
    """Language of the article, and of the interface: they decide typefaces."""
    room: tuple[int, int, float]
    """Width and height of the window, and pixels to a millimetre of its screen."""
    wearers: tuple[object, ...]
    """What there is to be dressed."""


class Appearance:
    """Works out what is seen from the settings, the window and its screen."""

    def __init__(
        self, window: "QWidget", preferences: "PreferenceKeeper", theme_for: Callable[[str], Theme]
    ) -> None:
        """Measure the screen that the window is on.

        Args:
            window: where it is seen.
            preferences: what was asked for.
            theme_for: theme id to theme.
        """
        self._window = window
        self._preferences = preferences
        self.theme_for = theme_for
        """Theme id to theme."""
        self._worn: Outfit | None = None
        self.is_desktop_still = False
        """Whether the desktop wants nothing to move."""
        self.measure_screen()

    def measure_screen(self) -> None:
        """Let hold what was measured of the screen that the window is on now."""
        self._preferences.use_screen(screen_name(self._window.screen()))

    @property
    def interface(self) -> tuple[Theme, float]:
        """The colours in force, and the size of interface text."""
        return self.theme, self.interface_pt

    @property
    def theme(self) -> Theme:
        """The colours in force."""
        return self.theme_for(theme_id_for(self._settings.theme))

    @property
    def interface_pt(self) -> float:
        """Size of interface text in the screen's points: it grows with the article's as far as there is room."""
        wanted = self._settings.text_size * _INTERFACE_SHARE * self._scale
        most = min(self._window.width() / 24, self._window.height() / 20)
        return max(min(wanted, most), _LEAST_INTERFACE_PT)

    def new_outfit(self, language: str, wearers: tuple[object, ...]) -> Outfit | None:
        """Return what the window is to look like from now on, or None when it looks like that or there is nothing.

        Args:
            language: of the article.
            wearers: what there is to be dressed, and what it was told besides; each can be compared.
        """
        if not language and not any(wearers):
            # No article and no reading: nothing is to be seen yet.
            return None
        page = self.page_look(language)
        window = self._window
        room = window.width(), window.height(), pixels_per_mm(window.screen())
        outfit = Outfit(self.theme, page, self.interface_pt, (language, i18n.language()), room, wearers)
        worn, self._worn = self._worn, outfit
        return outfit if outfit != worn else None

    def page_look(self, language: str) -> PageLook:
        """Return how an article's page looks.

        Args:
            language: of the article.
        """
        settings, motion = self._settings, Motion(self._settings.motion)
        # The largest is worked out only where it matters: the first page waits for this.
        told_pt = settings.text_size if self._fitting(language)(settings.text_size) else self.largest_pt(language)
        highlight = Highlight(settings.highlight)
        return PageLook(
            told_pt,
            told_pt * self._scale,
            spacing_of(settings),
            Typeface(settings.typeface),
            highlight,
            Focus(settings.focus),
            highlight is Highlight.WORD and self._flashes(told_pt, language),
            motion is Motion.REDUCED or (motion is Motion.SYSTEM and self.is_desktop_still),
        )

    def largest_pt(self, language: str) -> int:
        """Return the largest text of which a line still holds enough letters, in the points of a ruler.

        It is the size that was asked for where that fits, else one of the ladder's.
        """
        fits, asked = self._fitting(language), self._settings.text_size
        if fits(LARGEST_PT):
            return LARGEST_PT
        fitting = next(filter(fits, sizes_below(LARGEST_PT)), SMALLEST_PT)
        return max(fitting, asked) if fits(asked) else fitting

    def _flashes(self, told_pt: int, language: str) -> bool:
        """Whether to light each word would flash, at the rate at which texts in a language are read."""
        rate = self._preferences.settings_for(language.partition("-")[0]).rate
        if rate <= 60 * MOST_FLASHES:
            return False
        em = max(1, round(told_pt * self._px_per_pt))
        page = page_geometry(
            self._window.width() - _SCROLL_BAR_PX, em, is_rtl=False, spacing=spacing_of(self._settings)
        )
        # A point of the ruler is 96/72 of what flashes are measured in.
        em_96 = told_pt * 96 / _POINTS_AN_INCH
        return flashes_word_by_word(rate, em_96, page.text_width * em_96 / em)

    def _fitting(self, language: str) -> Callable[[int], bool]:
        """Return what tells whether a size leaves enough letters in a line."""
        spacing, width = spacing_of(self._settings), self._window.width() - _SCROLL_BAR_PX
        letter = letter_width(script_of("", language), language) + spacing.letter + spacing.word / _LETTERS_A_WORD
        px_per_pt = self._px_per_pt

        def fits(size_pt: int) -> bool:
            em = max(1, round(size_pt * px_per_pt))
            page = page_geometry(width, em, is_rtl=False, spacing=spacing)
            return page.text_width >= LEAST_CHARACTERS * letter * em

        return fits

    @property
    def _px_per_pt(self) -> float:
        return self._scale * self._window.logicalDpiY() / _POINTS_AN_INCH

    @property
    def _settings(self) -> Settings:
        return self._preferences.settings.value

    @property
    def _scale(self) -> float:
        screen = self._window.screen()
        calibrate(screen, self._settings.card_px / CARD_MM)
        return points_scale(screen)
