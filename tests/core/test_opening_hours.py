"""Opening hours: what operators write, half-open stretches, midnight, single days, what is not understood."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.opening_hours import DAYS, OpeningHours, hours_problem, parse_hours

LIBRARY = "Mo-Fr 09:00-12:00,13:00-18:00; Sa 10:00-16:00; 2026-12-25 closed; 2026-12-24 09:00-12:00"
# 2026-12-21 is a Monday.
MONDAY = datetime(2026, 12, 21, tzinfo=UTC)


def at(day: int, clock: str) -> datetime:
    """Return a moment of that week; 0 is Monday."""
    hours, minutes = clock.split(":")
    return MONDAY + timedelta(days=day, hours=int(hours), minutes=int(minutes))


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        (at(0, "08:59"), False),
        (at(0, "09:00"), True),
        (at(0, "11:59"), True),
        (at(0, "12:00"), False),
        (at(0, "13:00"), True),
        (at(0, "18:00"), False),
        (at(5, "10:00"), True),
        (at(6, "12:00"), False),
        # Christmas is a Friday, and the day before ends early.
        (at(3, "11:00"), True),
        (at(3, "14:00"), False),
        (at(4, "10:00"), False),
        (at(11, "10:00"), True),
    ],
)
def test_open_from_the_first_minute_to_before_the_last(moment: datetime, is_open: bool) -> None:
    assert parse_hours(LIBRARY).is_open(moment) is is_open


def test_a_stretch_over_midnight_belongs_to_the_day_on_which_it_begins() -> None:
    hours = parse_hours("Fr 20:00-02:00")
    assert [hours.is_open(at(4, "19:59")), hours.is_open(at(4, "20:00")), hours.is_open(at(5, "01:59"))] == [
        False,
        True,
        True,
    ]
    assert not hours.is_open(at(5, "02:00"))
    assert not hours.is_open(at(4, "01:00"))
    assert hours.next_change(at(4, "21:00")) == at(5, "02:00")
    assert hours.next_change(at(5, "02:00")) == at(11, "20:00")


def test_days_may_go_around_the_week_and_end_at_midnight() -> None:
    hours = parse_hours("Sa-Mo 00:00-24:00")
    assert hours.is_open(at(0, "23:59"))
    assert not hours.is_open(at(1, "00:00"))
    assert hours.next_change(at(5, "03:00")) == at(8, "00:00")


def test_next_change_is_the_next_flip() -> None:
    hours = parse_hours(LIBRARY)
    assert hours.next_change(at(0, "07:00")) == at(0, "09:00")
    assert hours.next_change(at(0, "09:00")) == at(0, "12:00")
    assert hours.next_change(at(3, "12:00")) == at(5, "10:00")


def test_an_empty_text_is_always_open_and_never_changes() -> None:
    for text in ("", "  ", ";"):
        assert parse_hours(text) == OpeningHours()
        assert parse_hours(text).is_open(MONDAY)
        assert parse_hours(text).next_change(MONDAY) is None


def test_a_place_that_never_opens_says_so() -> None:
    assert parse_hours("Mo-Su closed").next_change(MONDAY) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mon 09:00-18:00", "'Mon' is neither a day"),
        ("Mo-Fr", "is no time, such as 09:00-18:00"),
        ("Mo 9-18", "'9-18' is no time"),
        ("Mo 25:00-26:00", "is no time"),
        ("Mo 09:60-10:00", "is no time"),
        ("Mo 09:00-09:00", "has no length"),
        ("Mo 09:00-12:00,11:00-13:00", "overlap"),
        ("Mo 09:00-12:00; Mo 13:00-14:00", "has hours already"),
        ("2026-02-30 closed", "'2026-02-30' is no date"),
        ("2026-2-3 closed", "is no date"),
        ("Mo-Fr 09:00-18:00 Sa 10:00-12:00", "is no time"),
        ("Mo shut", "nor 'closed'"),
    ],
)
def test_what_cannot_be_understood_is_quoted(text: str, told: str) -> None:
    with pytest.raises(ValueError, match="expected" if told == "" else None) as error:
        parse_hours(text)
    assert told in str(error.value)
    assert hours_problem(text) == str(error.value)


def test_what_can_be_understood_has_no_problem() -> None:
    assert hours_problem(LIBRARY) == ""


WRITTEN_DAYS = st.lists(st.sampled_from(DAYS), min_size=1, max_size=7, unique=True)
MINUTES = st.integers(0, 24 * 60 - 1)


@st.composite
def hours_texts(draw: st.DrawFn) -> str:
    rules = []
    for day in draw(WRITTEN_DAYS):
        begin, end = draw(MINUTES), draw(MINUTES)
        if begin != end:
            rules.append(f"{day} {begin // 60:02}:{begin % 60:02}-{end // 60:02}:{end % 60:02}")
    rules += [
        f"{day} closed" for day in draw(st.sets(st.dates(date(2026, 12, 1), date(2026, 12, 31)), max_size=3))
    ]
    return "; ".join(rules)


@given(hours_texts(), st.integers(0, 30 * 24 * 60))
def test_nothing_changes_before_the_next_change(text: str, minute: int) -> None:
    hours, moment = parse_hours(text), MONDAY + timedelta(minutes=minute)
    change, is_open = hours.next_change(moment), hours.is_open(moment)
    if change is not None:
        assert change > moment
        assert hours.is_open(change) is not is_open
        assert hours.is_open(change - timedelta(minutes=1)) is is_open
        halfway = moment + (change - moment) / 2
        assert hours.is_open(halfway) is is_open
