"""What a reader can change about how things look: one method or name for each. Knows no widget.

Everything holds at once; ``tell`` says what holds now. The text size is told by the window, whatever changed it.
"""

from collections.abc import Callable

from kiosk import i18n
from kiosk.app.note import AppearanceReset, AppearanceSet, BarSet, LargestText, Note
from kiosk.app.preferences import PreferenceKeeper
from kiosk.core.appearance import (
    LETTER_SPACINGS,
    LINE_SPACINGS,
    PARAGRAPH_SPACINGS,
    WORD_SPACINGS,
    Focus,
    Highlight,
    Motion,
    Typeface,
    next_amount,
    next_value,
)
from kiosk.core.settings import LARGEST_PT, PreferenceValue, Wishes, larger, smaller

AMOUNTS = {
    "line_spacing": LINE_SPACINGS,
    "paragraph_spacing": PARAGRAPH_SPACINGS,
    "letter_spacing": LETTER_SPACINGS,
    "word_spacing": WORD_SPACINGS,
}
VALUES: dict[str, tuple[str, ...]] = {
    "typeface": tuple(Typeface),
    "highlight": tuple(Highlight),
    "focus": tuple(Focus),
    "motion": tuple(Motion),
    "captions": ("on", "off"),
}
# Not the language, in which the way back would be written, nor the screen's size, which is no matter of taste, nor
# captions, without which the way back might not be seen.
_RESET = ("text_size", "theme", *AMOUNTS, "typeface", "highlight", "focus", "motion")
_FROM_THE_DESKTOP = "system"


class AppearanceSettings:
    """Steps through sizes, colours, typefaces and the rest, and back to how they were at first."""

    def __init__(self, preferences: PreferenceKeeper, tell: Callable[[Note], None]) -> None:
        """Change nothing yet.

        Args:
            preferences: what was asked for.
            tell: takes what is to be said about a change.
        """
        self._preferences = preferences
        self._tell = tell
        self._before_reset: Wishes | None = None
        self.themes: Callable[[], tuple[str, ...]] = tuple
        """The colours that can be chosen, in order; asked for late, since files are read for it."""
        self.largest_pt = LARGEST_PT
        """The largest text that the window has room for."""

    @property
    def text_size(self) -> int:
        """Size of the article's text as it is shown, in points."""
        return min(self._preferences.settings.value.text_size, self.largest_pt)

    def larger(self) -> None:
        """One size larger, as far as there is room."""
        size = larger(self.text_size)
        if size > self.largest_pt or size == self.text_size:
            self._tell(LargestText(self.text_size))
        else:
            self._preferences.set("text_size", size)

    def smaller(self) -> None:
        """One size smaller."""
        self._preferences.set("text_size", smaller(self.text_size))

    def step(self, name: str, by: int) -> None:
        """Take the next (1) or the one before (-1): an amount larger or smaller, or one of some values."""
        now = getattr(self._preferences.settings.value, name)
        if name in AMOUNTS:
            self._set(name, next_amount(AMOUNTS[name], now, by))
        else:
            self._set(name, next_value(VALUES[name], now, by))

    def next_theme(self, by: int) -> None:
        """Take the next colours, or the ones before for -1."""
        if themes := self.themes():
            self._set("theme", next_value(themes, self._preferences.settings.value.theme, by))

    def next_language(self, by: int) -> None:
        """Let the interface speak the next of its languages, or the one before for -1."""
        # Nothing is told: all that is shown is told anew, in that language.
        self._preferences.set("language", next_value(tuple(i18n.LANGUAGES), i18n.language(), by))

    def set_card(self, card_px: int) -> None:
        """Take down how wide a bank card is on this screen, in pixels; 0 believes what the screen says."""
        self._set("card_px", card_px)

    def tell_bar(self, width_px: int) -> None:
        """Tell how wide the bar is that somebody compares with a bank card."""
        self._tell(BarSet(width_px))

    # -- back to how it was at first -------------------------------------------------------------------------

    def reset(self) -> None:
        """Let everything look as it did at first."""
        self._before_reset = self._preferences.wishes(_RESET)
        self._preferences.restore(_RESET, Wishes({}, {}))
        self._tell(AppearanceReset())

    @property
    def has_reset(self) -> bool:
        """Whether a reset can be taken back."""
        return self._before_reset is not None

    def take_back_reset(self) -> None:
        """Let everything look as it did before it was reset; that can be done once."""
        before, self._before_reset = self._before_reset, None
        if before is not None:
            self._preferences.restore(_RESET, before)
            self._tell(AppearanceReset(is_taken_back=True))

    def end_choosing(self) -> None:
        """Forget how things looked before a reset: whoever comes next must not find it."""
        self._before_reset = None

    def _set(self, name: str, value: PreferenceValue) -> None:
        self._preferences.set(name, value)
        self._tell(AppearanceSet(name, value))


def offered_themes(themes: tuple[str, ...], is_at_home: bool) -> tuple[str, ...]:
    """Return the colours to choose among: at home also what the desktop has."""
    return (_FROM_THE_DESKTOP, *themes) if is_at_home else themes
