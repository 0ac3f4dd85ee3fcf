"""What can be stepped through in the Comfort panel: words, values and steps of each. Knows no widget."""

from dataclasses import replace
from itertools import pairwise

from kiosk import i18n
from kiosk.app.appearance import AMOUNTS, VALUES
from kiosk.app.appearance_words import points_words, setting_name, theme_name, value_words
from kiosk.app.reading import Reading
from kiosk.core.settings import LARGEST_PT, SMALLEST_PT
from kiosk.i18n import pgettext
from kiosk.qt.setting import Range, Setting, ring_words
from kiosk.qt.views.stepper import StepWords


def size_setting(reading: Reading) -> Setting:
    """Return how large the article's text is."""
    appearance = reading.appearance

    def words() -> StepWords:
        # Translators: button: make the article's text smaller. One short word.
        smaller = pgettext("text size", "Smaller")
        # Translators: button: make the article's text larger. One short word.
        return StepWords(setting_name("text_size"), smaller, pgettext("text size", "Larger"))

    return Setting(
        words,
        lambda: points_words(appearance.text_size),
        lambda: [points_words(LARGEST_PT)],
        lambda by: appearance.larger() if by > 0 else appearance.smaller(),
        Range(lambda: appearance.text_size, SMALLEST_PT, LARGEST_PT, 2),
    )


def amount_setting(reading: Reading, name: str) -> Setting:
    """Return a spacing.

    Args:
        reading: what it belongs to.
        name: an option that is a key of ``AMOUNTS``.
    """
    amounts = AMOUNTS[name]

    def now() -> int:
        return int(getattr(reading.settings.value, name))

    def words() -> StepWords:
        # Translators: button: less room between lines, paragraphs, letters or words. One short word.
        less = pgettext("spacing", "Less")
        # Translators: button: more room between lines, paragraphs, letters or words. One short word.
        return StepWords(setting_name(name), less, pgettext("spacing", "More"))

    return Setting(
        words,
        lambda: value_words(name, now()),
        lambda: [value_words(name, amount) for amount in amounts],
        lambda by: reading.appearance.step(name, by),
        Range(now, amounts[0], amounts[-1], min(after - before for before, after in pairwise(amounts))),
    )


def choice_setting(reading: Reading, name: str) -> Setting:
    """Return something that is one of some words.

    Args:
        reading: what it belongs to.
        name: an option that is a key of ``VALUES``.
    """
    return Setting(
        lambda: ring_words(setting_name(name)),
        lambda: value_words(name, getattr(reading.settings.value, name)),
        lambda: [value_words(name, value) for value in VALUES[name]],
        lambda by: reading.appearance.step(name, by),
    )


def caption_setting(reading: Reading) -> Setting:
    """Return whether what the own voice says is written too; who has no voice speaking gets it in any case."""
    setting = choice_setting(reading, "captions")
    return replace(setting, is_offered=lambda: reading.settings.value.speaker == "self")


def colour_setting(reading: Reading) -> Setting:
    """Return the colours."""
    return Setting(
        lambda: ring_words(setting_name("theme")),
        lambda: theme_name(reading.settings.value.theme),
        lambda: [theme_name(theme) for theme in reading.appearance.themes()],
        reading.appearance.next_theme,
    )


def language_setting(reading: Reading) -> Setting:
    """Return the language of the interface, by its own name."""
    return Setting(
        lambda: ring_words(setting_name("language")),
        lambda: i18n.LANGUAGES[i18n.language()],
        lambda: list(i18n.LANGUAGES.values()),
        reading.appearance.next_language,
    )
