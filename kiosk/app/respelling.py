"""What decides how a text is said, in one function: people's words, lists, and the language's own rules."""

import logging
from collections.abc import Sequence

from kiosk.core.spoken import rules
from kiosk.core.spoken_form import Respelling, merged
from kiosk.core.utterance import Respell


def ruled(lists: Respell) -> Respell:
    """Return lists of pronunciations, with the language's rules for what they leave.

    Args:
        lists: what counts more than the rules.
    """

    def respell(text: str, language: str) -> Sequence[Respelling]:
        return merged(_careful(lists, text, language), _careful(rules.respellings, text, language))

    return respell


def _careful(respell: Respell, text: str, language: str) -> Sequence[Respelling]:
    try:
        return respell(text, language)
    except Exception:
        # A rule that breaks on an odd text costs that text its spoken forms, and nobody the reading.
        logging.getLogger(__name__).exception("a rule broke on a text in %s", language)
        return ()
