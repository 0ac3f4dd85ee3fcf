"""The interface's words in the listener's language. gettext underneath; knows nothing of Qt or articles.

``set_language`` may be called at any time; whoever shows text asks again for it afterwards.
"""

import gettext as _gettext
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DOMAIN = "kiosk"
SOURCE_LANGUAGE = "en"

LANGUAGES: dict[str, str] = {
    "en": "English",
    "ru": "Русский",
    "tr": "Türkçe",
    "ar": "العربية",
    "uk": "Українська",
}
"""Interface languages: BCP 47 tag to the language's own name, in the order in which they are offered."""

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "yi", "ps", "sd", "ug"})
"""Languages written from right to left, by language part of the tag."""

_locale_folder: Path | None = None
_language = SOURCE_LANGUAGE
_translations: _gettext.NullTranslations = _gettext.NullTranslations()


def set_locale_folder(folder: Path) -> None:
    """Say where the message catalogs lie: ``<folder>/<tag>/LC_MESSAGES/kiosk.mo``."""
    global _locale_folder
    _locale_folder = folder
    set_language(_language)


def set_language(tag: str) -> str:
    """Choose the interface language; one that is not shipped becomes English.

    Returns:
        The tag that is now in force.
    """
    global _language, _translations
    wanted = tag.replace("_", "-").split("-")[0].lower()
    _language = wanted if wanted in LANGUAGES else SOURCE_LANGUAGE
    if _language == SOURCE_LANGUAGE or _locale_folder is None:
        _translations = _gettext.NullTranslations()
    else:
        _translations = _gettext.translation(DOMAIN, _locale_folder, [_language], fallback=True)
    return _language


@contextmanager
def speaking(tag: str) -> Iterator[None]:
    """Let messages be in another language inside the block: for a screen that greets in all of them."""
    before = _language
    set_language(tag)
    try:
        yield
    finally:
        set_language(before)


def language() -> str:
    """Return the tag of the interface language in force."""
    return _language


def is_right_to_left(tag: str) -> bool:
    """Whether a language is written from right to left."""
    return tag.replace("_", "-").split("-")[0].lower() in RIGHT_TO_LEFT


def _(message: str) -> str:
    """Translate a message."""
    return _translations.gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Translate a message that depends on a number; the caller fills the number in."""
    return _translations.ngettext(singular, plural, count)


def pgettext(context: str, message: str) -> str:
    """Translate a message that has several meanings, told apart by a context."""
    return _translations.pgettext(context, message)


def language_name(tag: str) -> str:
    """Return a language's name in the interface language; the tag itself when it is not known."""
    names = {
        # Translators: name of a language.
        "en": _("English"),
        # Translators: name of a language.
        "ru": _("Russian"),
        # Translators: name of a language.
        "tr": _("Turkish"),
        # Translators: name of a language.
        "ar": _("Arabic"),
        # Translators: name of a language.
        "uk": _("Ukrainian"),
        # Translators: name of a language.
        "fa": _("Persian"),
        # Translators: name of a language.
        "ps": _("Pashto"),
        # Translators: name of a language.
        "ku": _("Kurdish"),
        # Translators: name of a language.
        "ti": _("Tigrinya"),
        # Translators: name of a language.
        "so": _("Somali"),
        # Translators: name of a language.
        "fr": _("French"),
        # Translators: name of a language.
        "de": _("German"),
        # Translators: name of a language.
        "es": _("Spanish"),
        # Translators: name of a language.
        "zh": _("Chinese"),
    }
    return names.get(tag.replace("_", "-").split("-")[0].lower(), tag)
