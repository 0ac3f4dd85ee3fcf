"""A tone that says "look here" in every language, also where no voice can speak. Knows no device."""

import math
from array import array
from functools import cache

from kiosk.app.measuring_sound import FRAMES_A_SECOND, VOICE_RMS

# Between 300 and 3,000 Hz an ear that has aged hears best; two notes are not taken for a fault of the loudspeaker.
_NOTES_HZ = (523.25, 659.26)
_NOTE_FRAMES = FRAMES_A_SECOND // 5
_FADE_FRAMES = FRAMES_A_SECOND // 40
# Half as loud as the voice: 6 dB below it.
_PEAK = VOICE_RMS / 2 * math.sqrt(2)


@cache
def tone() -> bytes:
    """Return two soft notes, 0.4 s in all: mono, 16 bits, 24,000 frames a second."""
    samples = array("h")
    for hz in _NOTES_HZ:
        for frame in range(_NOTE_FRAMES):
            edge = min(frame, _NOTE_FRAMES - 1 - frame, _FADE_FRAMES) / _FADE_FRAMES
            samples.append(round(_PEAK * edge * math.sin(2 * math.pi * hz * frame / FRAMES_A_SECOND)))
    return samples.tobytes()
