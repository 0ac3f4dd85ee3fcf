"""Statistics: counts go to the day the clock says, none is lost, doubled or kept long, none tells of anybody."""

from collections import Counter as Sums
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.core import statistics as core
from kiosk.core.statistics import (
    DAYS_KEPT,
    LEAST_VISITS,
    MOST_CELLS,
    Counter,
    Group,
    Statistics,
    Visit,
    band,
    cell_name,
    cells_of,
    counted,
    figures,
    median_cell,
    opened,
    rows,
    visited,
)
from kiosk.core.suppression import FEWEST, OTHER

DAY = date(2026, 3, 1)
PLAIN = Visit(7, frozenset({("en", "lighthouse")}), "en", "paper", 40)


def after(days: int) -> date:
    return DAY + timedelta(days=days)


def counting(visits: int, visit: Visit = PLAIN, statistics: Statistics | None = None) -> Statistics:
    """Return the statistics after some visits on the open day."""
    now = statistics or opened(Statistics(), DAY)
    for _ in range(visits):
        now = visited(counted(now, Counter.VISITS), visit)
    return now


def told(statistics: Statistics) -> dict[str, int]:
    """Return all that may be shown, without the days."""
    sums: Sums[str] = Sums()
    for day in statistics.told.values():
        sums.update(day)
    return dict(sums)


# -- days ----------------------------------------------------------------------------------------------------


def test_of_a_day_that_is_not_over_nothing_is_told() -> None:
    today = counting(50)
    assert rows(today) == []
    assert figures(today, DAY, 90) == {}
    assert rows(opened(today, after(1))) != []


def test_a_day_has_its_counters() -> None:
    own = opened(Statistics(), DAY)
    for counter in Counter:
        own = counted(counted(own, counter), counter)
    over = opened(own, after(1))
    assert over.told == {DAY.isoformat(): dict.fromkeys(Counter, 2)}
    assert not over.counts


def test_the_last_seven_days_are_those_before_today() -> None:
    own = Statistics()
    for number in range(10):
        own = counted(opened(own, after(number)), Counter.VISITS)
    assert figures(own, after(9), 7) == {"visits": 7}
    assert figures(own, after(9), 90) == {"visits": 9}


moves = st.lists(
    st.one_of(
        st.sampled_from(list(Counter)),
        st.integers(-5, 5),
        st.sampled_from([-3650, 3650]),
    ),
    max_size=60,
)


@given(moves.filter(lambda own: not any(move == 3650 for move in own)))
def test_with_a_clock_that_jumps_no_count_is_lost_or_doubled_and_each_is_on_its_day(
    own: list[Counter | int],
) -> None:
    today, expected = DAY, Sums[tuple[str, str]]()
    kept = opened(Statistics(), today)
    for move in own:
        if isinstance(move, Counter):
            kept = counted(kept, move)
            expected[today.isoformat(), move] += 1
        elif move >= -5 or today.year > 2020:
            today += timedelta(days=move)
            kept = opened(kept, today)
    found = Sums({(kept.day, name): count for name, count in kept.counts.items()})
    found.update({(day, name): count for day, sums in kept.told.items() for name, count in sums.items()})
    assert found == expected


@settings(max_examples=50)
@given(st.lists(st.integers(-3650, 3650), max_size=200))
def test_never_more_than_ninety_days_are_kept_and_none_that_is_older(jumps: list[int]) -> None:
    today, kept = DAY, Statistics()
    for jump in jumps:
        today = min(max(today + timedelta(days=jump), date(1971, 1, 1)), date(2100, 1, 1))
        kept = counted(opened(kept, today), Counter.VISITS)
        assert len(kept.told) <= DAYS_KEPT
        assert all((today - date.fromisoformat(day)).days <= DAYS_KEPT for day in kept.told)


def test_a_clock_that_was_set_back_ten_years_and_is_set_right_leaves_what_was_counted_before() -> None:
    own = opened(counting(30), after(1))
    back = counted(opened(own, after(-3650)), Counter.VISITS)
    assert told(back) == told(own)
    assert back.counts == {"visits": 1}
    assert told(opened(back, after(1)))["visits"] == told(own)["visits"]


def test_what_waits_to_be_told_is_not_kept_for_longer_either() -> None:
    own = counting(LEAST_VISITS - 1)
    assert opened(opened(own, after(1)), after(DAYS_KEPT)).pool
    assert not opened(opened(own, after(1)), after(DAYS_KEPT + 1)).pool


# -- what is told of how people read -------------------------------------------------------------------------


def test_of_few_visits_only_their_number_is_told() -> None:
    over = opened(counting(LEAST_VISITS - 1), after(1))
    assert told(over) == {"visits": LEAST_VISITS - 1}
    assert over.pool


def test_of_many_visits_it_is_told_how_people_read_and_then_forgotten() -> None:
    over = opened(counting(LEAST_VISITS), after(1))
    assert told(over) == {
        "visits": 20,
        "median-visit-minutes/5-9": 20,
        "plays/en/lighthouse": 20,
        "languages/en": 20,
        "speech/on": 20,
        "themes/paper": 20,
        "text-sizes/28-47": 20,
    }
    assert over.pool == {}


def test_when_that_is_told_depends_on_the_number_of_visits_alone() -> None:
    """Else the day on which a number reaches five would tell what the one visitor of that day did."""
    for rare in range(LEAST_VISITS):
        own = counting(rare, PLAIN._replace(plays=frozenset({("ar", "rare")})))
        own = opened(counting(LEAST_VISITS - 1 - rare, statistics=own), after(1))
        assert told(own) == {"visits": LEAST_VISITS - 1}
        assert len(told(opened(counting(1, statistics=own), after(2)))) > 1


def test_an_article_that_few_read_is_not_told_nor_is_the_one_beside_it() -> None:
    few = PLAIN._replace(plays=frozenset({("en", "rare"), ("en", "lighthouse")}))
    over = opened(counting(4, few, counting(30)), after(1))
    assert told(over)["languages/en"] == 34
    assert {name: count for name, count in told(over).items() if name.startswith("plays")} == {
        f"plays/en/{OTHER}": 38
    }


def test_of_a_language_that_few_read_no_article_is_told() -> None:
    """Six Arabic readers and one Turkish one: each is gathered, and so are their articles."""
    arabic = PLAIN._replace(plays=frozenset({("ar", "sea")}))
    turkish = PLAIN._replace(plays=frozenset({("tr", "sea")}))
    over = opened(counting(1, turkish, counting(6, arabic, counting(30))), after(1))
    assert cells_of(told(over), Group.LANGUAGES) == [("en", 30), (OTHER, 7)]
    assert cells_of(told(over), Group.PLAYS) == [("en/lighthouse", 30)]


visits = st.builds(
    Visit,
    minutes=st.integers(0, 90),
    plays=st.frozensets(st.tuples(st.sampled_from(["en", "ar", "tr"]), st.sampled_from("abc")), max_size=3),
    language=st.sampled_from(["en", "ar", "tr"]),
    theme=st.sampled_from(["paper", "night"]),
    size_pt=st.integers(18, 240),
)


@settings(max_examples=40)
@given(st.lists(st.lists(visits, max_size=30), max_size=5))
def test_no_figure_about_how_people_read_is_below_five(days: list[list[Visit]]) -> None:
    own = Statistics()
    for number, seen in enumerate(days):
        own = opened(own, after(number))
        for visit in seen:
            own = counting(1, visit, own)
        assert all(row.times >= FEWEST for row in rows(own) if row.counter not in tuple(Counter))


@settings(max_examples=20)
@given(st.lists(st.lists(visits, min_size=LEAST_VISITS, max_size=25), min_size=1, max_size=3))
def test_what_is_told_of_one_time_says_nothing_of_another(days: list[list[Visit]]) -> None:
    """Every stretch of days is told by itself: the sums of seven and of thirty days hold nothing besides."""
    own = Statistics()
    for number, seen in enumerate(days):
        own = opened(own, after(number))
        for visit in seen:
            own = counting(1, visit, own)
    own = opened(own, after(len(days)))
    for number, seen in enumerate(days):
        alone = Statistics()
        alone = opened(alone, after(number))
        for visit in seen:
            alone = counting(1, visit, alone)
        alone = opened(alone, after(number + 1))
        assert alone.told[after(number).isoformat()] == own.told[after(number).isoformat()]


def test_appeal_codes_are_told_only_if_neither_who_opened_one_nor_who_did_not_are_few() -> None:
    def codes(opened_count: int, left_count: int) -> int:
        own = counting(LEAST_VISITS)
        for number in range(opened_count + left_count):
            own = core.appealed(counted(own, Counter.CARDS_SHOWN), number < opened_count)
        return told(opened(own, after(1))).get(Group.CODES, 0)

    assert codes(6, 9) == 6
    assert codes(7, 0) == 7
    assert codes(4, 20) == 0
    assert codes(20, 4) == 0


def test_nothing_that_is_kept_is_finer_than_a_day_or_a_row_of_one_visit() -> None:
    """Two visitors who did the same leave the same, whenever and in whichever order they came."""
    other = Visit(50, frozenset({("ar", "sea")}), "ar", "night", 120)
    one = counting(2, PLAIN, counting(1, other))
    two = counting(1, PLAIN, counting(1, other, counting(1, PLAIN)))
    assert one == two
    assert set(Statistics._fields) == {"day", "counts", "pool", "pool_day", "told"}
    assert all(isinstance(count, int) for cells in one.pool.values() for count in cells.values())


def test_a_thousand_articles_leave_a_small_record() -> None:
    own = opened(Statistics(), DAY)
    for number in range(1000):
        own = visited(own, PLAIN._replace(plays=frozenset({("en", f"article-{number}")})))
    assert len(own.pool["plays/en"]) == MOST_CELLS + 1
    assert sum(own.pool["plays/en"].values()) == 1000


# -- words of the table --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "name"),
    [(-3, "0-1"), (0, "0-1"), (1, "0-1"), (2, "2-4"), (39, "20-39"), (40, "40-"), (9999, "40-")],
)
def test_a_length_lies_in_a_band(number: int, name: str) -> None:
    assert band(number, (0, 2, 5, 10, 20, 40)) == name


def test_the_middle_of_many_lengths() -> None:
    assert median_cell([("0-1", 3), ("5-9", 4), ("40-", 2)]) == "5-9"
    assert median_cell([]) == ""


@pytest.mark.parametrize(
    ("given_name", "name"),
    [
        ("the-sea", "the-sea"),
        ("=cmd()", "cmd()"),
        ("(other)", "other)"),
        ("a\nb\u202ec", "a b c"),
        ("+-@", "unnamed"),
        ("x" * 200, "x" * 80),
    ],
)
def test_a_publishers_name_is_one_short_line_and_no_formula(given_name: str, name: str) -> None:
    assert cell_name(given_name) == name
