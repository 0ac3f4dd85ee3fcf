"""Which language's rules say how a text is spoken. A language without rules is said as written.

Each language's module has ``respellings(text)``: what its rules found, in order and without overlaps. It is loaded
when a text in that language is first said.
"""

from collections.abc import Callable, Sequence
from importlib import import_module

from kiosk.core.spoken_form import Respelling

_MODULES = {"ar": "arabic", "en": "english", "ru": "russian", "tr": "turkish", "uk": "ukrainian"}

Rules = Callable[[str], Sequence[Respelling]]


def respellings(text: str, language: str) -> Sequence[Respelling]:
    """Return what a language says in other words than it writes.

    Args:
        text: one passage, or one sentence, as written.
        language: BCP 47 tag; only the language part matters.

    Returns:
        Respellings in order, not overlapping; none for a language without rules.
    """
    name = _MODULES.get(language.replace("_", "-").split("-")[0].lower())
    if name is None:
        return ()
    rules: Rules = import_module(f"kiosk.core.spoken.{name}").respellings
    return rules(text)
