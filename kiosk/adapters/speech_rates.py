"""Rates: from the words per minute that a listener asks for to the number that an engine takes for them.

Engines count "words" of their own, and a long-worded language is read slower at the same number. Each voice was
measured on a shipped text, pauses included, by ``tests/bench/bench_rates.py --table``; between the points of a
table the relation is a straight line. A voice without a table is taken at its word.
"""

from bisect import bisect_left
from collections.abc import Sequence

TABLES: dict[str, Sequence[tuple[int, int]]] = {
    # The model counts in steps of 25 ms: its rate jumps at 150 and at 250, and 390 is the fastest it can speak.
    "neural:heart": (
        (71, 60),
        (93, 80),
        (115, 100),
        (135, 120),
        (165, 130),
        (177, 140),
        (182, 150),
        (186, 160),
        (193, 180),
        (212, 200),
        (216, 210),
        (289, 220),
        (298, 240),
        (314, 280),
        (337, 320),
        (364, 360),
        (371, 400),
        (380, 450),
        (385, 500),
        (389, 600),
    ),
    "espeak:en-us": (
        (94, 80),
        (133, 120),
        (177, 160),
        (219, 200),
        (262, 240),
        (302, 280),
        (342, 320),
        (384, 360),
        (424, 400),
        (479, 450),
        (533, 500),
    ),
    "espeak:ru": (
        (77, 80),
        (103, 120),
        (130, 160),
        (153, 200),
        (174, 240),
        (190, 280),
        (208, 320),
        (226, 360),
        (251, 400),
        (268, 425),
        (334, 450),
        (373, 500),
        (449, 600),
        (523, 700),
    ),
    "espeak:tr": (
        (48, 80),
        (69, 120),
        (94, 160),
        (120, 200),
        (146, 240),
        (170, 280),
        (194, 320),
        (216, 360),
        (235, 400),
        (258, 450),
        (288, 500),
        (346, 600),
        (403, 700),
        (462, 800),
        (581, 1000),
    ),
    "espeak:ar": (
        (47, 80),
        (67, 120),
        (88, 160),
        (109, 200),
        (130, 240),
        (151, 280),
        (170, 320),
        (188, 360),
        (207, 400),
        (237, 450),
        (264, 500),
        (317, 600),
        (370, 700),
        (424, 800),
        (533, 1000),
    ),
    "espeak:uk": (
        (54, 80),
        (61, 120),
        (81, 160),
        (101, 200),
        (121, 240),
        (141, 280),
        (158, 320),
        (178, 360),
        (198, 400),
        (218, 450),
        (243, 500),
        (291, 600),
        (340, 700),
        (389, 800),
        (488, 1000),
    ),
}
"""Voice id to points (words per minute that were heard, number that the engine was given), rising."""


def engine_rate(voice_id: str, words_per_minute: int) -> float:
    """Return the number to give to an engine.

    Args:
        voice_id: the voice.
        words_per_minute: what the listener asked for, 80 to 500.

    Returns:
        The engine's number; the nearest measured one when the voice cannot be that slow or that fast.
    """
    points = TABLES.get(voice_id)
    if not points:
        return float(words_per_minute)
    heard = [point[0] for point in points]
    after = bisect_left(heard, words_per_minute)
    if after == 0:
        return float(points[0][1])
    if after == len(points):
        return float(points[-1][1])
    (heard_before, given_before), (heard_after, given_after) = points[after - 1], points[after]
    share = (words_per_minute - heard_before) / (heard_after - heard_before)
    return given_before + share * (given_after - given_before)
