"""Opening hours that are changed step by step."""

from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.core.hours_editing import (
    hours_text,
    span_of,
    with_always,
    with_closed,
    with_day,
    with_same,
    with_step,
)
from kiosk.core.opening_hours import OpeningHours, Stretch, parse_hours

TODAY = date(2026, 3, 2)
days = st.integers(0, 6)
steps = st.one_of(
    st.tuples(st.just("day"), days, st.booleans()),
    st.tuples(st.just("step"), days, st.booleans(), st.sampled_from((1, -1)), st.integers(1, 120)),
    st.tuples(st.just("same"), days),
    st.tuples(st.just("closed"), st.booleans()),
)


def changed(hours: OpeningHours, step: tuple[object, ...]) -> OpeningHours:
    match step:
        case ("day", int(day), bool(is_open)):
            return with_day(hours, day, is_open)
        case ("step", int(day), bool(is_end), int(by), int(times)):
            for _number in range(times):
                hours = with_step(hours, day, is_end, by)
            return hours
        case ("same", int(day)):
            return with_same(hours, day)
        case (_, bool(is_closed)):
            return with_closed(hours, TODAY, is_closed)
    raise AssertionError(step)


@settings(max_examples=60)
@given(st.lists(steps, max_size=6))
def test_whatever_is_changed_can_be_written_and_read_again(history: list[tuple[object, ...]]) -> None:
    hours = with_always(OpeningHours(), is_always=False)
    for step in history:
        hours = changed(hours, step)
    again = parse_hours(hours_text(hours))
    at = datetime(2026, 3, 2)  # noqa: DTZ001  # what the clock on the wall shows
    moments = [at + timedelta(minutes=15 * number) for number in range(4 * 24 * 8)]
    assert [again.is_open(moment) for moment in moments] == [hours.is_open(moment) for moment in moments]


def test_always_and_back_to_a_week() -> None:
    week = with_always(OpeningHours(), is_always=False)
    assert hours_text(week).startswith("Mo 09:00-18:00; Tu 09:00-18:00")
    assert hours_text(with_always(week, is_always=True)) == ""
    assert with_always(week, is_always=False) is week


def test_a_week_without_an_open_day_is_not_always_open() -> None:
    week = with_always(OpeningHours(), is_always=False)
    closed = with_same(with_day(week, 0, is_open=False), 0)
    assert not parse_hours(hours_text(closed)).is_always
    assert not parse_hours(hours_text(closed)).is_open(datetime(2026, 3, 2, 12))  # noqa: DTZ001


def test_steps_go_over_midnight_and_never_leave_a_day_without_length() -> None:
    hours = OpeningHours({0: (Stretch(60, 90),)}, {}, is_always=False)
    assert span_of(with_step(hours, 0, is_end=True, by=-1), 0) == Stretch(60, 75)
    assert span_of(with_step(with_step(hours, 0, True, -1), 0, True, -1), 0) == Stretch(60, 45 + 1440)
    assert span_of(with_step(hours, 0, is_end=False, by=1), 0) == Stretch(75, 90)


def test_a_closed_day_forgets_the_days_before_it() -> None:
    hours = parse_hours("Mo 09:00-18:00; 2026-01-01 closed; 2026-12-25 closed")
    closed = with_closed(hours, TODAY, is_closed=True)
    assert hours_text(closed).endswith("Su closed; 2026-03-02 closed; 2026-12-25 closed")
    assert hours_text(with_closed(closed, TODAY, is_closed=False)).endswith("Su closed; 2026-12-25 closed")
