"""Voices and rates, and which voice reads which language. Knows nothing of engines."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

RECORDED = "recorded"
"""The voice id of an article's own recording: what preferences keep."""


class Tracking(Enum):
    """How finely a voice can tell where it is."""

    NONE = "none"
    SENTENCE = "sentence"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Voice:
    """One voice that this machine can speak with."""

    id: str
    """Engine and name joined by a colon ("neural:heart", "espeak:ru"); what preferences keep."""
    name: str
    """What a person calls it."""
    languages: tuple[str, ...]
    """BCP 47 tags it speaks, best first."""
    tracking: Tracking
    """How finely it tells where it is."""
    quality: int
    """0 (silent) to 3 (natural), and 4 for a speaker's recording: the order of fallback."""
    is_formant: bool = False
    """Whether it is made by rule: plain, clear at any rate, and with a pitch that can be set."""

    def speaks(self, language: str) -> bool:
        """Whether the voice speaks the language of a tag; regions may differ, languages may not."""
        wanted = primary_language(language)
        return any(primary_language(own) == wanted for own in self.languages)


def primary_language(tag: str) -> str:
    """Return the language part of a BCP 47 tag, in lower case ("en-GB" gives "en")."""
    return tag.replace("_", "-").split("-")[0].lower()


def choose_voice(voices: Sequence[Voice], language: str, preferred: str = "") -> Voice | None:
    """Choose who reads a language: the preferred voice if it speaks it, else the best that does.

    A neighbour language's voice is never taken (Ukrainian is not read by a Russian voice): a text that no
    voice speaks is shown and said to be unspoken.

    Args:
        voices: what this machine has, any order; a silent voice is taken only where nothing else speaks.
        language: BCP 47 tag of the text.
        preferred: a voice id that somebody asked for, or empty.

    Returns:
        The voice, or None when no voice speaks the language.
    """
    able = [voice for voice in voices if voice.speaks(language)]
    for voice in able:
        if voice.id == preferred:
            return voice
    exact = language.replace("_", "-").lower()
    return max(
        able,
        key=lambda voice: (voice.quality, exact in (own.lower() for own in voice.languages), voice.id),
        default=None,
    )


def fast_voice(voices: Sequence[Voice], language: str) -> Voice | None:
    """Return the voice that stays clear above 300 words per minute, or None when none speaks a language."""
    return choose_voice([voice for voice in voices if voice.is_formant], language)
