"""How far a reading steps back when it goes on after a pause: by sentences, more after a longer pause. Pure."""

from datetime import timedelta

# (pause at least this long, sentences to step back), longest first. A listener keeps about ten seconds in mind.
_STEPS = (
    (timedelta(hours=12), 4),
    (timedelta(minutes=30), 3),
    (timedelta(minutes=5), 2),
    (timedelta(seconds=20), 1),
)


def sentences_back(paused_for: timedelta) -> int:
    """Return how many sentences to step back: 0 goes on at the very sample, 1 begins the sentence again."""
    return next((count for least, count in _STEPS if paused_for >= least), 0)
