"""How an article is to be spoken: rates, voices, pauses, spoken forms and its recording. Makes no sound."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.app.recording import FindRecording, Recording, unrecorded
from kiosk.core.article import Article
from kiosk.core.rate import Rate
from kiosk.core.utterance import Respell, as_written
from kiosk.core.voice import RECORDED, primary_language


@dataclass(frozen=True, slots=True)
class Manner:
    """How one language is to be spoken."""

    rate: Rate
    """How fast."""
    voice_id: str = ""
    """Preferred voice, or empty."""
    pitch_percent: int = 0
    """Higher or lower than the voice's own, -50 to 50, where it can be set."""


@dataclass(frozen=True, slots=True)
class RenderingChoice:
    """How an article is to be spoken."""

    rate: Rate
    """How fast, in a language for which nothing else was chosen."""
    voice_id: str = ""
    """Preferred voice, or empty, in a language for which nothing else was chosen."""
    pause_percent: int = 100
    """The listener's pause setting, 0 to 300."""
    by_language: Mapping[str, Manner] = field(default_factory=dict)
    """What was chosen for a language ("en", without a region)."""
    respell: Respell = as_written
    """What is said in other words than it is written."""
    pitch_percent: int = 0
    """Higher or lower, in a language for which nothing else was chosen."""
    edition: int = 0
    """Counts how often ``respell`` has come to answer otherwise: what was rendered before is out of date."""
    find_recording: FindRecording = unrecorded
    """Finds an article's recording, which reads where no other voice was chosen."""

    def manner_for(self, language: str) -> Manner:
        """Return how a language is to be spoken; a BCP 47 tag."""
        return self.by_language.get(primary_language(language)) or Manner(
            self.rate, self.voice_id, self.pitch_percent
        )


def wanted_recording(article: Article, choice: RenderingChoice) -> Recording | None:
    """Return the article's recording, unless there is none or another voice was chosen for its language."""
    is_wanted = choice.manner_for(article.language).voice_id in ("", RECORDED)
    return choice.find_recording(article) if is_wanted else None
