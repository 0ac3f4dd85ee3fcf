"""The heights of an article's passages, of which only those that were laid out are known. Knows no Qt.

Two Fenwick trees (sums of measured heights, counts of measured passages) answer "where does passage N
begin" and "which passage is at this pixel" in a few steps for any number of passages; every passage that
was not measured counts with one common estimate, so that nothing has to be visited when an article opens.
"""


class PassageHeights:
    """Heights in pixels, by passage number."""

    def __init__(self, count: int, estimate_px: int) -> None:
        """Start with nothing measured.

        Args:
            count: number of passages, 0 or more.
            estimate_px: what an unmeasured passage counts, 1 or more.
        """
        self._count = count
        self._estimate = estimate_px
        self._measured: dict[int, int] = {}
        self._sums = [0] * (count + 1)
        self._counts = [0] * (count + 1)
        self._highest_step = 1 << count.bit_length() >> 1

    def __len__(self) -> int:
        return self._count

    @property
    def total(self) -> int:
        """Height of all passages together, partly estimated."""
        return self.top(self._count)

    def is_measured(self, passage: int) -> bool:
        """Whether the height of a passage is known."""
        return passage in self._measured

    def height(self, passage: int) -> int:
        """Return the height of a passage, or the estimate."""
        return self._measured.get(passage, self._estimate)

    def measure(self, passage: int, height_px: int) -> None:
        """Take down the true height of a passage, 0 or more; measuring again replaces it."""
        known = self._measured.get(passage)
        if known == height_px:
            return
        self._measured[passage] = height_px
        self._add(passage, height_px - (known or 0), 1 if known is None else 0)

    def _add(self, passage: int, height: int, count: int) -> None:
        node = passage + 1
        while node <= self._count:
            self._sums[node] += height
            self._counts[node] += count
            node += node & -node

    def top(self, passage: int) -> int:
        """Return how far from the top a passage begins; ``len(self)`` gives the total."""
        height = measured = 0
        node = passage
        while node > 0:
            height += self._sums[node]
            measured += self._counts[node]
            node &= node - 1
        return height + (passage - measured) * self._estimate

    def passage_at(self, y: int) -> int:
        """Return the passage at a distance from the top; outside, the first or the last one.

        Raises:
            IndexError: there are no passages.
        """
        if self._count == 0:
            raise IndexError("an article without passages")
        node, rest, step = 0, y, self._highest_step
        while step:
            following = node + step
            if following <= self._count:
                height = self._sums[following] + (step - self._counts[following]) * self._estimate
                if height <= rest:
                    node, rest = following, rest - height
            step >>= 1
        return min(node, self._count - 1)
