"""Measuring gaps: by how much the silence between two utterances is longer than the pause that was set."""

import numpy as np

from kiosk.core.timeline import LEAD_MARGIN_MS, SAMPLE_RATE_HZ, TAIL_MARGIN_MS, frames_to_ms, ms_to_frames
from tests.e2e.expected import Gap
from tests.e2e.heard import Sound

TOLERANCE_MS = 20
"""By so much a gap may differ."""
# 46 and 40 dB below the loudest moment near by: some first sounds, as in "teaching", begin softer than the second.
FAINT, SOFT = 0.005, 0.01
_NEAR = SAMPLE_RATE_HZ * 2


def excess_ms(sound: Sound, gap: Gap, quiet: float) -> float:
    """Return by how many ms the silence around a gap is longer than the pause that was set."""
    loudness = np.abs(sound[max(0, gap.frame - _NEAR) : gap.frame + gap.pause_frames + _NEAR])
    here = min(gap.frame, _NEAR)
    sounding = np.flatnonzero(loudness >= quiet * loudness.max())
    end, begin = sounding[sounding < here][-1] + 1, sounding[sounding >= here + gap.pause_frames][0]
    # A little quiet at both ends belongs to the words: a soft consonant lies in it.
    return frames_to_ms(int(begin - end) - gap.pause_frames - ms_to_frames(LEAD_MARGIN_MS + TAIL_MARGIN_MS))
