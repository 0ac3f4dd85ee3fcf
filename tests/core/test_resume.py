"""Going on after a pause: the longer it was, the further back."""

from datetime import timedelta
from itertools import pairwise

import pytest

from kiosk.core.resume import sentences_back


@pytest.mark.parametrize(
    ("paused_for", "sentences"),
    [
        (timedelta(0), 0),
        (timedelta(seconds=19), 0),
        (timedelta(seconds=20), 1),
        (timedelta(minutes=4), 1),
        (timedelta(minutes=5), 2),
        (timedelta(minutes=30), 3),
        (timedelta(days=1), 4),
        (timedelta(days=400), 4),
    ],
)
def test_steps(paused_for: timedelta, sentences: int) -> None:
    assert sentences_back(paused_for) == sentences


def test_a_longer_pause_never_steps_back_less() -> None:
    steps = [sentences_back(timedelta(seconds=2**power)) for power in range(24)]
    assert all(before <= after for before, after in pairwise(steps))
