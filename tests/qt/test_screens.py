"""Every screen in every language, theme, size and window: nothing is cut, covered, out of reach, boxed or faint.

By default a part of all aspects, chosen so that any two values meet; with ``ALOUD_PICTURES`` all of them (``make
pictures``), and pictures of them are written to that folder.
"""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.qt.aspects import EVERY_ASPECT, Aspect, aspects_for, few_aspects_for
from tests.qt.screens import SCREENS, Screen
from tests.qt.seen import Sight
from tests.qt.showing import Show

_FOLDER = os.environ.get("ALOUD_PICTURES", "")


def _aspects(number: int, screen: Screen) -> Sequence[Aspect]:
    if _FOLDER:
        return EVERY_ASPECT
    few = few_aspects_for(number)
    if screen.most_aspects:
        # Which ones goes around from screen to screen.
        return [few[(number + place) % len(few)] for place in range(screen.most_aspects)]
    return few if screen.is_state else aspects_for(number)


_CASES = [
    pytest.param(screen, aspect, id=f"{screen.name}-{aspect}")
    for number, screen in enumerate(SCREENS)
    for aspect in _aspects(number, screen)
]


@pytest.mark.conforms("SW-05", "SW-07", "SW-08", "SW-09", "SW-10", "FP-2")
@pytest.mark.parametrize(("screen", "aspect"), _CASES)
def test_a_screen_is_whole_and_clear(show: Show, screen: Screen, aspect: Aspect) -> None:
    sight = Sight(show(screen.come, aspect, screen.place))
    if _FOLDER:
        file = Path(_FOLDER) / screen.name / f"{aspect}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        sight.image.save(str(file))
    complaints = sight.faults() + sight.too_faint()
    assert not complaints, "\n".join(complaints)
