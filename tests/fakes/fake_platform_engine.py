"""An engine as pyttsx3 gives one on Windows and macOS: it renders to files. Knows no device."""

import math
import wave
from array import array
from dataclasses import dataclass, field

RATE_HZ = 22_050
SILENCE_FRAMES = RATE_HZ // 5


@dataclass
class FakePlatformVoice:
    """A voice as pyttsx3 describes one."""

    id: str
    name: str
    languages: list[str | bytes] = field(default_factory=list)


class FakePlatformEngine:
    """Writes a tone that lasts as long as the text, with silence at both ends, at 22,050 Hz."""

    def __init__(self, voices: list[FakePlatformVoice] | None = None) -> None:
        self.voices = [FakePlatformVoice("v.anna", "Anna", ["en_US"])] if voices is None else voices
        self.properties: dict[str, object] = {"rate": 200}
        self.error: Exception | None = None
        self.is_mute = False
        self.is_stopped = False
        self.files: list[str] = []
        self._waiting: list[tuple[str, str]] = []

    def getProperty(self, name: str) -> object:
        """Return a property."""
        return self.voices if name == "voices" else self.properties[name]

    def setProperty(self, name: str, value: object) -> None:
        """Set a property; drivers refuse voices that they do not have."""
        if name == "voice" and value not in [voice.id for voice in self.voices]:
            raise ValueError("unknown voice id %s", value)
        self.properties[name] = value

    def save_to_file(self, text: str, name: str) -> None:
        """Queue a text."""
        self._waiting.append((text, name))

    def runAndWait(self) -> None:
        """Render what is queued."""
        if self.error is not None:
            raise self.error
        waiting, self._waiting = self._waiting, []
        for text, name in waiting:
            self.files.append(name)
            rate = self.properties["rate"]
            assert isinstance(rate, int)
            count = 0 if self.is_mute else round(len(text) * RATE_HZ * 10 / rate)
            tone = [round(12_000 * math.sin(at / 8)) or 1 for at in range(count)]
            samples = array("h", [0] * SILENCE_FRAMES + tone + [0] * SILENCE_FRAMES)
            with wave.open(name, "wb") as sound:
                sound.setnchannels(1)
                sound.setsampwidth(2)
                sound.setframerate(RATE_HZ)
                sound.writeframes(samples.tobytes())

    def stop(self) -> None:
        """Remember that it was let go."""
        self.is_stopped = True
