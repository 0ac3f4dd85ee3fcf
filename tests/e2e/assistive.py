"""An assistive technology that the tests ask: the inspector of the bus in a process of its own."""

import json
import subprocess
from collections.abc import Iterable
from types import TracebackType
from typing import Any

from tests.e2e.program import HERE, SYSTEM_PYTHON


class AssistiveTechnology:
    """Finds the program on the accessibility bus and answers questions about it, one after the other."""

    def __init__(self, wanted: str = "aloud") -> None:
        command = [SYSTEM_PYTHON, str(HERE / "bus_inspector.py"), wanted]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    def __enter__(self) -> "AssistiveTechnology":
        self._answer()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def ask(self, what: str, **facts: Any) -> Any:
        """Ask something; ``Inspector`` in ``bus_inspector`` says what there is to ask."""
        assert self._process.stdin is not None
        print(json.dumps({"do": what, **facts}), file=self._process.stdin, flush=True)
        return self._answer()

    def _answer(self) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise AssertionError(f"the inspector has ended: {self._process.communicate()[1]}")
        return json.loads(line)


def unreached(edges: Iterable[tuple[int | None, int | None]], count: int) -> list[tuple[int, int]]:
    """Return the pairs of numbers below ``count`` of which the second is not reached from the first."""
    onward: dict[int, set[int]] = {number: set() for number in range(count)}
    for before, after in edges:
        if before is not None and after is not None:
            onward[before].add(after)
    missing: list[tuple[int, int]] = []
    for start in range(count):
        seen, todo = {start}, [start]
        for number in todo:
            todo += sorted(onward[number] - seen)
            seen |= onward[number]
        missing += [(start, number) for number in range(count) if number not in seen]
    return missing
