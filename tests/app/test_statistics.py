"""What is counted at a public kiosk, on which day, and how it comes to disk; the real player between fakes."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kiosk.app.statistics import RECORD, Happening
from kiosk.app.statistics_record import statistics_from, statistics_record
from kiosk.core.settings import Profile
from kiosk.core.station import resolve_station
from kiosk.core.statistics import LEAST_VISITS, Counter, rows
from tests.app.counted_visit import TEXT, CountedKiosk
from tests.fakes.fake_store import FakeStore

DAY = "2026-03-01"


@pytest.fixture
def store() -> FakeStore:
    return FakeStore()


@pytest.fixture
def kiosk(store: FakeStore) -> Iterator[CountedKiosk]:
    own = CountedKiosk(store)
    yield own
    own.close()


def test_a_visit_is_counted_with_what_it_read_and_how_long_it_took(kiosk: CountedKiosk) -> None:
    kiosk.preferences.set("theme", "night")
    kiosk.preferences.set("text_size", 96)
    kiosk.visit(minutes=12)
    kept = kiosk.desk.statistics
    assert (kept.day, kept.counts) == (DAY, {"visits": 1})
    assert kept.pool == {
        "median-visit-minutes": {"10-19": 1},
        "plays/en": {"sea": 1},
        "languages": {"en": 1},
        "speech": {"on": 1},
        "themes": {"night": 1},
        "text-sizes": {"84-": 1},
    }


def test_an_article_counts_once_in_a_visit_however_often_it_is_played(kiosk: CountedKiosk) -> None:
    kiosk.desk.count("visit-begun")
    for _ in range(3):
        kiosk.read("sea")
    kiosk.read("wind")
    kiosk.desk.count("visit-ended")
    assert kiosk.desk.statistics.pool["plays/en"] == {"sea": 1, "wind": 1}


def test_moving_about_in_silence_plays_nothing(kiosk: CountedKiosk) -> None:
    kiosk.desk.count("visit-begun")
    kiosk.reading.open("sea")
    kiosk.reading.move(1)
    kiosk.stage.run(500)
    kiosk.desk.count("visit-ended")
    assert kiosk.desk.statistics.pool["speech"] == {"off": 1}
    assert "plays/en" not in kiosk.desk.statistics.pool


def test_who_reads_before_anybody_told_of_a_visit_begins_one(kiosk: CountedKiosk) -> None:
    kiosk.read("sea")
    assert kiosk.desk.statistics.counts == {"visits": 1}


def test_a_visit_tells_how_long_it_took_or_the_clock_does(kiosk: CountedKiosk) -> None:
    kiosk.desk.count("visit-begun")
    kiosk.pass_minutes(55)
    kiosk.desk.count("visit-ended", 3)
    assert kiosk.desk.statistics.pool["median-visit-minutes"] == {"2-4": 1}


@pytest.mark.parametrize(
    ("happening", "counter"),
    [
        (Happening.EXTENDED, Counter.EXTENSIONS),
        (Happening.IDLE_RESET, Counter.IDLE_RESETS),
        (Happening.CRASH, Counter.CRASHES),
        (Happening.CARD_SHOWN, Counter.CARDS_SHOWN),
    ],
)
def test_what_others_tell_of_is_counted(kiosk: CountedKiosk, happening: Happening, counter: Counter) -> None:
    kiosk.desk.count(happening)
    kiosk.desk.count(happening)
    assert kiosk.desk.statistics.counts == {counter: 2}


def test_a_card_counts_with_whether_its_code_was_opened(kiosk: CountedKiosk) -> None:
    for is_open in (True, False):
        kiosk.desk.count("visit-begun")
        kiosk.desk.count("card-shown")
        for _ in range(2 * is_open):
            kiosk.desk.count("code-opened")
        kiosk.desk.count("visit-ended")
    assert kiosk.desk.statistics.pool["appeal-codes-opened"] == {"opened": 1, "left": 1}


def test_what_nobody_knows_is_refused(kiosk: CountedKiosk) -> None:
    with pytest.raises(ValueError, match="smile"):
        kiosk.desk.count("smile")


# -- where nothing is counted --------------------------------------------------------------------------------


def test_at_home_nothing_is_counted_read_or_written() -> None:
    store = FakeStore()
    home = CountedKiosk(store, Profile.HOME)
    home.visit()
    assert not home.minute.is_running
    assert not home.status_minute.is_running
    home.close()
    assert RECORD not in store.records
    assert home.documents == []


def test_an_operator_can_have_nothing_counted(store: FakeStore) -> None:
    kiosk = CountedKiosk(store, statistics="off")
    kiosk.visit()
    kiosk.desk.count("crash")
    kiosk.station.set(resolve_station({"statistics": "on"}))
    kiosk.desk.count("extended")
    kiosk.close()
    assert store.records[RECORD]["counts"] == {"extensions": 1}


# -- days ----------------------------------------------------------------------------------------------------


def test_a_visit_over_midnight_counts_to_the_day_it_began(kiosk: CountedKiosk) -> None:
    kiosk.clock.set_date(datetime(2026, 3, 1, 23, 55, tzinfo=UTC))
    kiosk.desk.count("visit-begun")
    kiosk.pass_minutes(10)
    kiosk.minute.fire()
    kiosk.desk.count("extended")
    kiosk.desk.count("visit-ended")
    kiosk.desk.count("visit-begun")
    kept = kiosk.desk.statistics
    assert kept.told == {DAY: {"visits": 1, "extensions": 1}}
    assert (kept.day, kept.counts) == ("2026-03-02", {"visits": 1})


def test_a_day_is_over_at_midnight_though_nobody_comes(kiosk: CountedKiosk) -> None:
    kiosk.visit()
    kiosk.pass_minutes(24 * 60)
    assert kiosk.desk.statistics.told == {}
    kiosk.minute.fire()
    assert kiosk.desk.statistics.told == {DAY: {"visits": 1}}


def test_a_visit_whose_end_nobody_tells_does_not_go_on_for_days(kiosk: CountedKiosk) -> None:
    kiosk.desk.count("visit-begun")
    kiosk.pass_minutes(13 * 60)
    kiosk.minute.fire()
    assert kiosk.desk.statistics.day == "2026-03-02"
    assert kiosk.desk.statistics.pool["median-visit-minutes"] == {"40-": 1}


@pytest.mark.parametrize("by", [timedelta(days=-3), timedelta(days=-3650), timedelta(hours=-13)])
def test_with_a_clock_that_is_set_back_counts_go_to_the_day_it_says(kiosk: CountedKiosk, by: timedelta) -> None:
    kiosk.visit()
    earlier = kiosk.clock.now() + by
    kiosk.clock.set_date(earlier)
    kiosk.visit()
    kept = kiosk.desk.statistics
    assert kept.told == {DAY: {"visits": 1}}
    assert (kept.day, kept.counts) == (earlier.date().isoformat(), {"visits": 1})


def test_a_clock_that_is_set_during_a_visit_moves_nothing(kiosk: CountedKiosk) -> None:
    kiosk.desk.count("visit-begun")
    kiosk.clock.set_date(kiosk.clock.now() - timedelta(days=3650))
    kiosk.desk.count("extended")
    kiosk.desk.count("visit-ended")
    kept = kiosk.desk.statistics
    assert kept.told == {DAY: {"visits": 1, "extensions": 1}}
    assert kept.pool["median-visit-minutes"] == {"0-1": 1}


def test_crashes_of_today_are_known_at_once(kiosk: CountedKiosk) -> None:
    assert kiosk.desk.crashes_today == 0
    kiosk.desk.count("crash")
    assert kiosk.desk.crashes_today == 1
    kiosk.pass_minutes(24 * 60)
    assert kiosk.desk.crashes_today == 0


# -- the disk ------------------------------------------------------------------------------------------------


def test_it_is_written_once_a_minute_at_most_and_only_if_something_was_counted(kiosk: CountedKiosk) -> None:
    assert kiosk.minute.interval_ms == 60_000
    kiosk.minute.fire()
    kiosk.minute.fire()
    # The first tick opens the day.
    assert kiosk.store.saves.count(RECORD) == 1
    for _ in range(50):
        kiosk.desk.count("extended")
    assert kiosk.store.saves.count(RECORD) == 1
    kiosk.minute.fire()
    kiosk.minute.fire()
    assert kiosk.store.saves.count(RECORD) == 2


def test_counting_goes_on_after_a_restart_and_a_day_that_ended_meanwhile_is_over(store: FakeStore) -> None:
    first = CountedKiosk(store)
    for _ in range(LEAST_VISITS - 1):
        first.visit()
    first.close()
    second = CountedKiosk(store)
    second.visit()
    assert second.desk.statistics.counts == {"visits": LEAST_VISITS}
    second.close()
    third = CountedKiosk(store)
    third.pass_minutes(24 * 60)
    third.minute.fire()
    assert {row.counter for row in rows(third.desk.statistics)} >= {"visits", "plays", "speech", "languages"}
    third.close()


def test_a_visit_that_the_end_of_the_program_ends_is_counted(store: FakeStore) -> None:
    kiosk = CountedKiosk(store)
    kiosk.read("sea")
    kiosk.close()
    assert statistics_from(store.records[RECORD]).pool["plays/en"] == {"sea": 1}


def test_a_full_disk_stops_nothing_and_is_tried_again(kiosk: CountedKiosk) -> None:
    kiosk.store.is_writable = False
    kiosk.visit()
    kiosk.minute.fire()
    kiosk.store.is_writable = True
    kiosk.minute.fire()
    assert kiosk.store.records[RECORD]["counts"] == {"visits": 1}


def test_a_record_that_cannot_be_read_begins_anew(store: FakeStore) -> None:
    store.unreadable.add(RECORD)
    kiosk = CountedKiosk(store)
    kiosk.visit()
    kiosk.close()
    assert store.records[RECORD]["counts"] == {"visits": 1}


names = st.sampled_from(["visits", "plays/en", "speech", "2026-03-01", "2026-13-01", "who", ""])
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.just("2026-02-28") | st.text(max_size=5),
    lambda own: st.lists(own, max_size=2) | st.dictionaries(names, own, max_size=4),
    max_leaves=8,
)
parts = st.sampled_from(["day", "counts", "pool", "pool_day", "told"])


@settings(max_examples=60)
@given(st.dictionaries(parts, json_values))
@example({"pool_day": "2026-02-28", "day": None, "pool": {"visits": None}})
def test_whatever_stands_in_a_record_nothing_but_counts_comes_out(record: dict[str, object]) -> None:
    kept = statistics_from(record)
    assert statistics_from(statistics_record(kept)) == kept
    assert all(row.times > 0 for row in rows(kept))


def test_a_record_comes_back_as_it_was(kiosk: CountedKiosk) -> None:
    for _ in range(LEAST_VISITS):
        kiosk.visit()
    kiosk.pass_minutes(24 * 60)
    kiosk.visit()
    kept = kiosk.desk.statistics
    assert statistics_from(json.loads(json.dumps(statistics_record(kept)))) == kept


def test_the_record_has_nothing_of_what_was_read_but_the_articles_name_and_no_time(kiosk: CountedKiosk) -> None:
    kiosk.visit()
    kiosk.close()
    written = json.dumps(kiosk.store.records[RECORD])
    assert not any(part in written for part in (TEXT, "private", "Title", "12:", ":00"))
