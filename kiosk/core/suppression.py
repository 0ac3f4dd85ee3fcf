"""Small numbers are not told, nor can they be worked out from those that are. Knows nothing of what is counted.

A table of counts is told with its small ones gathered in "other", and the smallest of the rest with them. So
whoever knows the total, and all that is told, still does not know one of the numbers that were gathered: they
could change places, and not even how many of them are small is sure. ``tests/core/test_suppression.py`` tries
every small table.
"""

from collections.abc import Mapping

FEWEST = 5
"""The smallest number that is told."""
OTHER = "(other)"
"""What is gathered. No name begins with a bracket: ``kiosk.core.statistics.cell_name`` sees to that."""


def suppressed(cells: Mapping[str, int]) -> dict[str, int]:
    """Return a table as it may be told.

    Args:
        cells: how often each thing was counted; 0 is as if it were not there.

    Returns:
        What was counted at least ``FEWEST`` times, and the sum of the rest as ``OTHER``. Nothing at all where even
        the whole table is less.
    """
    told = {name: count for name, count in cells.items() if count >= FEWEST}
    gathered = sum(count for count in cells.values() if 0 < count < FEWEST)
    if gathered and told:
        # Three times four would else be known as such. All that are equal go: which of them did must say nothing.
        smallest = min(told.values())
        gathered += sum(count for count in told.values() if count == smallest)
        told = {name: count for name, count in told.items() if count > smallest}
    return {**told, OTHER: gathered} if gathered >= FEWEST else told
