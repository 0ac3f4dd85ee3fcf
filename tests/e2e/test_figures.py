"""The commands about figures, run as an operator runs them; and what a public kiosk itself leaves on disk."""

import csv
import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk import cli
from kiosk.adapters.audio_output import SilentOutput
from kiosk.adapters.store_folder import FolderStore
from kiosk.app.statistics import RECORD
from kiosk.app.statistics_record import statistics_record
from kiosk.bootstrap import Options, build
from kiosk.core import statistics as core
from kiosk.core.settings import Profile
from kiosk.core.statistics import LEAST_VISITS, Counter, Statistics, Visit
from tests.fakes.fake_clock import FakeClock
from tests.fakes.fake_timer import FakeTimer

YESTERDAY = date.today() - timedelta(days=1)  # noqa: DTZ011 - the command asks the machine's clock too


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path))
    return tmp_path


def counted(folder: Path) -> None:
    """Leave what a day of many visits leaves."""
    own = core.opened(Statistics(), YESTERDAY)
    visit = Visit(7, frozenset({("en", "sea")}), "en", "paper", 40)
    for _ in range(LEAST_VISITS):
        own = core.visited(core.counted(own, Counter.VISITS), visit)
    FolderStore(folder).save(RECORD, statistics_record(core.opened(own, YESTERDAY + timedelta(days=1))))


def test_statistics_are_told_in_plain_words(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["statistics"]) == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        "The last 7 days",
        "  Nothing was counted on these days.",
    ]
    counted(state)
    assert cli.main(["statistics"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "The last 7 days"
    assert "The last 30 days" in told
    assert "The last 90 days" in told
    for line in (
        "Visits: 20",
        "A visit took mostly 5 to 9 minutes.",
        "Read aloud: sea: 20",
        "Languages: English: 20",
    ):
        assert told.count(f"  {line}") == 3


def test_statistics_are_written_as_a_table(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    counted(state)
    assert cli.main(["statistics", "--csv", str(state / "out.csv")]) == 0
    assert "days: 1, figures: 7" in capsys.readouterr().out
    read = list(csv.DictReader((state / "out.csv").read_text("utf-8").splitlines()))
    assert {"day": YESTERDAY.isoformat(), "counter": "visits", "of": "", "count": "20"} in read
    assert {"day": YESTERDAY.isoformat(), "counter": "plays", "of": "en/sea", "count": "20"} in read


def test_a_status_that_is_not_there_is_no_status(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["status"]) == 1
    assert "no public kiosk has run here" in capsys.readouterr().err


def test_a_public_kiosk_leaves_its_status_and_its_counts(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    timers: list[FakeTimer] = []

    def new_timer() -> FakeTimer:
        timers.append(FakeTimer())
        return timers[-1]

    kiosk = build(
        Options(Profile.PUBLIC),
        new_timer,
        output=SilentOutput(),
        store=FolderStore(state),
        clock=FakeClock(),
        status_folder=state,
    )
    kiosk.statistics.count("visit-begun")
    for timer in timers:
        if timer.interval_ms == 60_000:
            timer.fire()
    kiosk.close()
    assert cli.main(["status"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["condition"], document["article_count"] > 5, document["is_well"]) == ("ended", True, True)
    assert json.loads((state / "statistics.json").read_text())["record"]["counts"] == {"visits": 1}


def test_at_home_neither_is_there(state: Path) -> None:
    kiosk = build(Options(), FakeTimer, output=SilentOutput(), store=FolderStore(state), clock=FakeClock())
    kiosk.statistics.count("visit-begun")
    kiosk.close()
    assert list(state.iterdir()) == []
