"""The silent voice: for machines on which no engine works. Words still move, so that reading along goes on.

Its marks follow its own silence, which lasts as long as the rate says; it knows no engine and no device.
"""

from collections.abc import Sequence

from kiosk.app.ports import Speech
from kiosk.core.rate import Rate
from kiosk.core.spoken_form import Pronounced
from kiosk.core.text import words
from kiosk.core.timeline import SAMPLE_RATE_HZ, WordMark
from kiosk.core.voice import Tracking, Voice

# Letters of an average word with its space: a long word takes longer than a short one.
_LETTERS_PER_WORD = 6


class SilentSynthesizer:
    """Makes silence of the right length, with word marks."""

    def __init__(self, languages: Sequence[str]) -> None:
        self._voice = Voice("silent", "Silent", tuple(languages), Tracking.WORD, 0)

    def voices(self) -> Sequence[Voice]:
        """Return the one silent voice."""
        return (self._voice,)

    def load(self, voice: Voice) -> None:
        """Nothing needs loading."""

    def is_ready(self, voice: Voice) -> bool:
        """Always."""
        return True

    def synthesize(
        self,
        text: str,
        language: str,
        voice: Voice,
        rate: Rate,
        pronounced: Sequence[Pronounced] = (),
        pitch_percent: int = 0,
    ) -> Speech:
        """Return silence that lasts as long as reading the text at the rate would."""
        frames_per_letter = SAMPLE_RATE_HZ * 60 / rate.words_per_minute / _LETTERS_PER_WORD
        marks: list[WordMark] = []
        frame = 0
        for word in words(text):
            end = frame + max(1, round((len(word) + 1) * frames_per_letter))
            marks.append(WordMark(word, frame, end))
            frame = end
        return Speech(bytes(frame * 2), tuple(marks))

    def close(self) -> None:
        """Nothing needs closing."""
