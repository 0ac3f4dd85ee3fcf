"""What the reading voice says when it cannot read: in the interface's language, in plain words."""

from kiosk import i18n
from kiosk.i18n import _


def no_voice_notice(language: str) -> tuple[str, str]:
    """Return the sentence, and its language, that stands for a passage no voice of this machine speaks.

    Args:
        language: BCP 47 tag of the passage.
    """
    # Translators: spoken in place of a text. {language} is the name of its language, or a code like "hy".
    text = _("This machine has no voice for this language: {language}. You can read the text on the screen.")
    return text.format(language=i18n.language_name(language)), i18n.language()
