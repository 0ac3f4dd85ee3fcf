"""The rows of the Comfort panel: type, colours, what is lit, motion, language, and the way back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.app.appearance import AMOUNTS
from kiosk.app.appearance_words import setting_name
from kiosk.app.reading import Reading
from kiosk.i18n import _
from kiosk.qt.comfort_settings import (
    amount_setting,
    caption_setting,
    choice_setting,
    colour_setting,
    language_setting,
    size_setting,
)
from kiosk.qt.views.buttons import LargeButton
from kiosk.qt.views.setting_rows import SettingRows, show_where_offered


class ComfortRows(SettingRows):
    """Everything about how an article looks, each with its name and its value.

    Signals:
        screen_asked: somebody wants to say how large the screen is.
    """

    screen_asked = Signal()

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(3, parent)
        self._appearance = reading.appearance
        self._appeals = reading.appeals
        self.text_size = self.stepper(size_setting(reading))
        self.colours = self.stepper(colour_setting(reading))
        self.typeface = self.stepper(choice_setting(reading, "typeface"))
        self.spacings = [self.stepper(amount_setting(reading, name)) for name in AMOUNTS]
        self.along = [self.stepper(choice_setting(reading, name)) for name in ("highlight", "focus", "motion")]
        self.language = self.stepper(language_setting(reading))
        self.captions = self.stepper(caption_setting(reading))
        self.support = LargeButton("give")
        self.support.clicked.connect(self._appeals.ask)
        self.measure = LargeButton("screen")
        self.measure.clicked.connect(self.screen_asked)
        self.reset = LargeButton("reset")
        self.reset.clicked.connect(self._appearance.reset)
        self.take_back = LargeButton("return")
        self.take_back.clicked.connect(self._appearance.take_back_reset)
        text, along, program = self.headings
        self.set_items(
            [
                *(self.title, self.hint, text, self.text_size, self.colours, self.typeface, *self.spacings),
                *(along, *self.along, program, self.language, self.captions),
                *self.buttons(),
            ]
        )
        self.retranslate()

    def retranslate(self) -> None:
        """Read all words again: the interface's language has changed."""
        # Translators: title of the panel with everything about how an article looks. One word.
        self.title.show_text(_("Comfort"))
        # Translators: at the top of a panel of settings: which keys to use.
        self.hint.show_text(_("Up and Down choose, Left and Right change. Escape goes back to the article."))
        text, along, program = self.headings
        # Translators: heading in the panel about comfort, above size, colours, typeface and spacing.
        text.show_text(_("Text"))
        # Translators: heading in the panel about comfort, above what is lit and what moves while the voice reads.
        along.show_text(_("Reading along"))
        # Translators: heading in the panel about comfort, above the language of the interface.
        program.show_text(_("This program"))
        super().retranslate()
        # Translators: more about the button "Size of the screen", for those who hear it.
        more = _("Measures the screen with a bank card, so that a point is a point.")
        self.measure.set_words(setting_name("card_px"), description=more)
        # Translators: a card among the articles, and after the end of one: how to donate to who makes them.
        self.support.set_words(_("Support this service"))
        # Translators: more about the button "Reset everything", for those who hear it.
        all_of_it = _(
            "Size, colours, typeface, spacing, what is lit, focus and motion become as they were at first."
        )
        # Translators: button: let everything look as it did at first.
        self.reset.set_words(_("Reset everything"), description=all_of_it)
        # Translators: button, there after a reset: let everything look as it did before.
        self.take_back.set_words(_("Take the reset back"))
        self.refresh()

    def refresh(self) -> None:
        """Show what holds now; what has not changed stays untouched."""
        super().refresh()
        show_where_offered(self.support, lambda: self._appeals.donation.can_be_asked_for)
        show_where_offered(self.take_back, lambda: self._appearance.has_reset)

    def ordered(self) -> list[QWidget]:
        """Return steppers and buttons in order, shown or not."""
        found: list[QWidget] = [self.text_size, self.colours, self.typeface, *self.spacings, *self.along]
        return [*found, self.language, self.captions, *self.buttons()]

    def buttons(self) -> list[LargeButton]:
        """Return the buttons that belong to no setting."""
        return [self.measure, self.support, self.reset, self.take_back]
