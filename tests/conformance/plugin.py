"""A plugin of pytest that notes what became of every test that cites rows of the checklist.

``pytest -p tests.conformance.plugin --evidence out/acr/evidence.json``
"""

import platform
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from kiosk import __version__
from tests.conformance.citations import MARKER
from tests.conformance.evidence import Case, Evidence


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer the option that says where to."""
    parser.addoption("--evidence", metavar="FILE", help="write what the tests of rows of the checklist showed")


def pytest_configure(config: pytest.Config) -> None:
    """Begin to take notes; what an earlier run wrote must not be taken for this one's."""
    wanted = config.getoption("--evidence")
    if wanted:
        path = Path(wanted)
        path.unlink(missing_ok=True)
        config.pluginmanager.register(Notes(path, config.invocation_params.args), "evidence")


class Notes:
    """Notes outcomes while a run goes on, and writes them when it has ended."""

    def __init__(self, path: Path, arguments: Sequence[object]) -> None:
        self._path = path.absolute()
        self._command = " ".join(str(argument) for argument in arguments)
        self._cited: dict[str, str] = {}
        """Of each case that cites rows: why it may not be run."""
        self._became: dict[str, Case] = {}
        """Of each case that was run: what became of it."""

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> Iterator[None]:
        """See all tests, those included that are left out of this run by their marks."""
        cited = [item for item in items if item.get_closest_marker(MARKER)]
        yield
        asked_for = {item.nodeid for item in items}
        for item in cited:
            if item.nodeid in asked_for:
                reason = "the run ended before"
            elif item.get_closest_marker("long"):
                reason = "takes minutes and has a run of its own"
            else:
                reason = "not asked for"
            self._cited[item.nodeid] = reason

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a case once: failed in any of its phases, else skipped, else passed."""
        known = self._became.get(report.nodeid)
        if report.failed:
            self._became[report.nodeid] = Case("failed")
        elif report.skipped and known is None:
            reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else "expected to fail"
            self._became[report.nodeid] = Case("skipped", str(reason).removeprefix("Skipped: "))
        elif report.when == "call" and known is None:
            self._became[report.nodeid] = Case("passed")

    def pytest_sessionfinish(self) -> None:
        """Write the notes, however the run ended."""
        told = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
        date = time.strftime("%Y-%m-%d", time.gmtime())
        total = Counter(case.became for case in self._became.values())
        cases = {name: self._became.get(name, Case("left_out", why_not)) for name, why_not in self._cited.items()}
        Evidence(__version__, date, told, [self._command], dict(total), cases).write(self._path)
