"""From 60 cm capital letters are 0.7 degrees high in all text of a kiosk, at the size that its guide states."""

import math

import pytest
from PySide6.QtGui import QFontMetricsF

from tests.conformance.checklist import ROOT
from tests.qt.aspects import Aspect
from tests.qt.screens import _PUBLIC, SCREENS
from tests.qt.seen import Sight
from tests.qt.showing import Show

DISTANCE_MM = 600
DEGREES = 0.7
SIZE_PT = 56
"""What the guide for whoever puts up a kiosk names."""
PX_PER_MM = 96 / 25.4
LOOKED_AT = ("listening-public", "fitting-voice", "keys-public", "appeal-details")


def least_mm(distance_mm: float) -> float:
    """Return how high a capital letter must be.

    Source: EN 301 549, clause 5.1.4.
    """
    return DEGREES * math.pi * distance_mm / 180


def test_the_height_is_that_of_the_standards_own_table() -> None:
    assert [round(least_mm(distance), 1) for distance in (400, 600)] == [4.9, 7.3]


@pytest.mark.conforms("CF-19", "CF-20")
@pytest.mark.parametrize("screen", [own for own in SCREENS if own.name in LOOKED_AT], ids=lambda own: own.name)
def test_all_capitals_are_high_enough_from_the_stated_distance(show: Show, screen: object) -> None:
    own = next(each for each in SCREENS if each is screen)
    sight = Sight(show(own.come, Aspect("en", "paper", SIZE_PT, (1280, 800)), _PUBLIC))
    heights = {
        written.flow.text[:40]: QFontMetricsF(written.flow.font).capHeight() / PX_PER_MM
        for written in sight.written
    }
    assert len(heights) >= 4
    small = {text: round(height, 1) for text, height in heights.items() if height < least_mm(DISTANCE_MM)}
    assert small == {}


@pytest.mark.conforms("CF-19")
def test_the_guide_states_distance_and_size() -> None:
    guide = " ".join((ROOT / "packaging" / "siting.md").read_text("utf-8").split())
    assert f"{DISTANCE_MM} mm" in guide
    assert f"{SIZE_PT} points" in guide
