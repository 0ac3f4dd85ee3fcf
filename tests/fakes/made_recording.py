"""Recordings that tests make with eSpeak NG and the program's own writers. Knows no test."""

from collections.abc import Sequence
from pathlib import Path

from kiosk.adapters.audio_file import write_marks, write_wav
from kiosk.adapters.voices.espeak import EspeakSynthesizer
from kiosk.app import speaking
from kiosk.app.rendering_choice import RenderingChoice
from kiosk.app.speaking import SpokenMark
from kiosk.app.voice_rack import VoiceRack
from kiosk.core.article import Article, Block, BlockKind
from kiosk.core.rate import Rate

TEXTS = (
    "The ferry sails on Monday. On board, there is room for sixty people and their cars.",
    "“Come early”, said the captain, who has seen many storms, and who has lost no passenger in all these years — "
    "not one of them, as he says himself; then he laughed. Nobody else did.",
    "Tickets are sold at the harbour.",
)


def article(texts: Sequence[str] = TEXTS, recording: str = "sound.wav", language: str = "en") -> Article:
    """Return an article of paragraphs that names a recording."""
    blocks = [Block(f"b{number}", BlockKind.PARAGRAPH, text, language) for number, text in enumerate(texts, 1)]
    return Article("ferry", "The ferry", language, tuple(blocks), recording=recording)


def record(
    engine: EspeakSynthesizer, own: Article, folder: Path, words_per_minute: int = 160, last: int | None = None
) -> list[SpokenMark]:
    """Write an article's reading to "sound.wav" and "sound.json", as ``kiosk speak`` does; return its marks."""
    marks: list[SpokenMark] = []
    chunks: list[bytes] = []
    choice = RenderingChoice(Rate(words_per_minute))
    for samples, own_marks in speaking.speak(VoiceRack([engine]), own, 1, last or own.last_passage, choice):
        chunks.append(samples)
        marks.extend(own_marks)
    write_wav(folder / "sound.wav", chunks)
    write_marks(folder / "sound.json", marks, words_per_minute)
    return marks
