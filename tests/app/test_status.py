"""How the machine is, told each minute and at the end: by what is known, and by nothing of who uses it."""

import json
from collections.abc import Iterator
from datetime import timedelta

import pytest

from kiosk.core.errors import StoreError
from kiosk.core.reading import Lost, Speaking
from tests.app.counted_visit import TEXT, CountedKiosk
from tests.fakes.fake_store import FakeStore


@pytest.fixture
def kiosk() -> Iterator[CountedKiosk]:
    own = CountedKiosk(FakeStore())
    yield own
    own.stage.close()


def last(kiosk: CountedKiosk) -> dict[str, object]:
    kiosk.status_minute.fire()
    return kiosk.documents[-1]


def test_it_is_told_each_minute(kiosk: CountedKiosk) -> None:
    assert kiosk.status_minute.interval_ms == 60_000
    kiosk.pass_minutes(61.5)
    assert last(kiosk) == {
        "version": "0.1.0",
        "is_well": True,
        "condition": "running",
        "started_at": "2026-03-01T12:00+00:00",
        "written_at": "2026-03-01T13:01+00:00",
        "well_at": "2026-03-01T13:01+00:00",
        "uptime_minutes": 61,
        "is_voice_ok": True,
        "is_sound_ok": True,
        "is_watchdog_ok": None,
        "article_count": 2,
        "broken_article_count": 1,
        "disk_free_mib": 5000,
        "crashes_today": 0,
    }


def test_the_end_is_told_and_nothing_after_it(kiosk: CountedKiosk) -> None:
    kiosk.status.close()
    assert kiosk.documents[-1]["condition"] == "ended"
    kiosk.status_minute.fire()
    assert len(kiosk.documents) == 1


def test_it_remembers_when_all_was_well(kiosk: CountedKiosk) -> None:
    last(kiosk)
    kiosk.free_mib = 3
    kiosk.pass_minutes(5)
    told = last(kiosk)
    assert (told["is_well"], told["well_at"]) == (False, "2026-03-01T12:00+00:00")
    kiosk.free_mib = 500
    assert last(kiosk)["well_at"] == "2026-03-01T12:05+00:00"


def test_a_loudspeaker_that_went_and_came_back(kiosk: CountedKiosk) -> None:
    kiosk.reading.open("sea")
    kiosk.reading.play_from(0)
    kiosk.stage.run_until_state(Speaking)
    kiosk.stage.output.lose()
    kiosk.stage.run_until_state(Lost)
    assert last(kiosk)["is_sound_ok"] is False
    kiosk.stage.output.restore()
    kiosk.reading.play_from(0)
    kiosk.stage.run_until_state(Speaking)
    assert last(kiosk)["is_sound_ok"] is True


def test_what_watches_and_what_crashed_is_told(kiosk: CountedKiosk) -> None:
    kiosk.status.is_watchdog_ok = lambda: False
    kiosk.desk.count("crash")
    told = last(kiosk)
    assert (told["is_watchdog_ok"], told["crashes_today"], told["is_well"]) == (False, 1, False)


def test_it_says_nothing_of_who_uses_the_machine_or_for_what(kiosk: CountedKiosk) -> None:
    """The same minute of two machines, one of which is used: their status is the same."""
    idle = CountedKiosk(FakeStore())
    for _ in range(3):
        kiosk.desk.count("visit-begun")
        kiosk.preferences.set("theme", "night")
        kiosk.preferences.set("language", "ar")
        kiosk.read("sea")
        kiosk.desk.count("card-shown")
        kiosk.desk.count("code-opened")
        kiosk.desk.count("idle-reset")
        kiosk.desk.count("visit-ended")
    idle.clock.advance(kiosk.clock.elapsed() - idle.clock.elapsed() + timedelta(minutes=1))
    kiosk.pass_minutes(1)
    assert last(kiosk) == last(idle)
    assert not any(word in json.dumps(last(kiosk)) for word in (TEXT, "sea", "night", "ar-", "Title"))
    idle.stage.close()


def test_a_disk_that_is_full_stops_nothing(kiosk: CountedKiosk) -> None:
    def refuse(document: object) -> None:
        raise StoreError("full")

    kiosk.status._write = refuse
    kiosk.status_minute.fire()
    kiosk.status.close()
