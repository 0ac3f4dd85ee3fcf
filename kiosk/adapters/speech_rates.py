"""Rates: from the words per minute that a listener asks for to what an engine is given, and how much is stretched.

Engines count "words" of their own, and a long-worded language is read slower at the same number. Each voice was
measured on one fixed text, pauses included, by ``tests/bench/bench_rates.py --table``; between the points of a
table the relation is a straight line. Slower and faster than a voice can be, its nearest sound is stretched. A
voice without a table is taken at its word.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from kiosk.adapters.stretch import worthwhile

# fmt: off
TABLES: dict[str, Sequence[tuple[int, float]]] = {
    # The model counts in steps of 25 ms, so its rate rises in leaps: most of its sounds become a step shorter at
    # once. At 213 they become one step long, and it goes from 216 to 283 words per minute; what it says there is
    # hard to follow (a recogniser mishears 44 % of the words at 283, and 29 % of them stretched from 216). From
    # 376 on it is as clear as the stretched sound.
    "neural:heart": (
        (75, 65), (79, 71), (83, 71.2), (85, 72), (89, 76), (93, 86), (98, 91), (101, 91.4), (108, 91.9),
        (114, 105), (116, 106), (122, 107), (125, 108), (131, 118), (135, 127), (140, 127.8), (153, 128.2),
        (159, 129), (164, 136), (173, 140), (181, 156), (193, 188), (206, 196), (212, 208), (216, 212),
        (376, 500)
    ),
    "espeak:en-us": (
        (87, 85), (184, 180), (199, 196), (224, 220), (319, 320), (343, 340), (443, 449), (453, 450),
        (925, 900)
    ),
    # From 450 on the library shortens its sound by itself; for Russian that is a leap.
    "espeak:ru": (
        (79, 84), (110, 124), (149, 180), (172, 220), (237, 360), (274, 420), (295, 449), (353, 450),
        (639, 800)
    ),
    "espeak:tr": (
        (47, 84), (58, 102), (70, 121), (105, 176), (121, 200), (128, 212), (159, 260), (209, 340),
        (238, 400), (278, 475), (536, 900)
    ),
    "espeak:ar": (
        (50, 84), (87, 148), (112, 192), (183, 320), (214, 380), (235, 420), (285, 500), (520, 900)
    ),
    "espeak:uk": (
        (57, 108), (61, 115), (65, 124), (80, 152), (99, 188), (103, 196), (157, 300), (165, 320), (186, 360),
        (197, 380), (241, 475), (516, 1000)
    ),
}
# fmt: on
"""Voice id to points (words per minute that were heard, number that the engine was given), rising."""

LEAPS = {"neural:heart": 216, "espeak:ru": 295}
"""Voice id to the point of its table up to which it is good; from there to the next, that one is stretched."""


class EngineRate(NamedTuple):
    """How an engine comes to a rate."""

    number: float
    """What it is given."""
    stretch: float
    """How many times as fast its sound is then made; 1 leaves it as it is."""


def engine_rate(voice_id: str, words_per_minute: int) -> EngineRate:
    """Return what to give to an engine, and how much its sound is then to be stretched.

    Args:
        voice_id: the voice.
        words_per_minute: what the listener asked for, 80 to 500.
    """
    points = TABLES.get(voice_id)
    if not points:
        return EngineRate(float(words_per_minute), 1.0)
    heard = [point[0] for point in points]
    after = bisect_left(heard, words_per_minute)
    if after == 0 or after == len(points) or heard[after - 1] == LEAPS.get(voice_id):
        if after < len(points) and heard[after] == words_per_minute:
            return EngineRate(float(points[after][1]), 1.0)
        own, number = points[max(0, after - 1)]
        return EngineRate(float(number), worthwhile(words_per_minute / own))
    (heard_before, given_before), (heard_after, given_after) = points[after - 1], points[after]
    share = (words_per_minute - heard_before) / (heard_after - heard_before)
    return EngineRate(given_before + share * (given_after - given_before), 1.0)
