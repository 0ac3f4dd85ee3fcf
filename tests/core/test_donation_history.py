"""What is recorded of appeals: what counts once, what nothing undoes, and a clock that was set."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from kiosk.core.donation import CAPS
from kiosk.core.donation_history import (
    LONGEST_AWAY,
    NO_FOR,
    NO_FOR_ARTICLES,
    Answer,
    History,
    Reminder,
    Usage,
    is_clock_doubtful,
    record_answer,
    record_article_finished,
    record_listened,
    record_seen,
    record_shown,
)

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


def after(answer: Answer, later_count: int = 1, articles: int = 1000, ago: timedelta = 2 * DAY) -> History:
    return History((NOON - ago - MINUTE,), later_count, answer, NOON - ago, articles)


def test_a_showing_counts_as_later_before_anybody_answers() -> None:
    shown = record_shown(History(articles_since=9), NOON)
    assert shown == History((NOON,), 1, Answer.LATER, NOON, 0)


@pytest.mark.parametrize("answer", [Answer.NO_THANKS, Answer.NEVER, Answer.GAVE])
def test_a_showing_that_should_not_have_been_undoes_no_answer(answer: Answer) -> None:
    shown = record_shown(after(answer), NOON)
    assert (shown.answer, shown.answered_at, shown.shown_at[-1]) == (answer, NOON - 2 * DAY, NOON)


def test_a_no_holds_for_articles_and_not_only_for_days() -> None:
    shown = record_shown(after(Answer.NO_THANKS, articles=NO_FOR_ARTICLES - 1, ago=NO_FOR), NOON)
    assert shown.answer is Answer.NO_THANKS
    assert record_shown(after(Answer.NO_THANKS, articles=NO_FOR_ARTICLES, ago=NO_FOR), NOON).answer is Answer.LATER


@pytest.mark.parametrize(
    ("reminder", "articles", "days", "is_kept"),
    [
        (Reminder(articles=25), 24, 100, True),
        (Reminder(articles=25), 25, 1, False),
        (Reminder(days=30), 99, 29, True),
        (Reminder(days=30), 0, 30, False),
    ],
)
def test_a_showing_that_should_not_have_been_undoes_no_reminder(
    reminder: Reminder, articles: int, days: int, is_kept: bool
) -> None:
    asked = replace(after(Answer.LATER, articles=articles, ago=days * DAY), reminder=reminder)
    shown = record_shown(asked, NOON)
    assert (shown.reminder == reminder) == is_kept
    assert (shown.articles_since == articles) == is_kept or articles == 0
    assert shown.later_count == 2


@pytest.mark.parametrize("seconds", [0, 30])
def test_later_said_to_an_appeal_counts_once(seconds: int) -> None:
    shown = record_shown(History(), NOON)
    answered = record_answer(shown, Answer.LATER, NOON + timedelta(seconds=seconds))
    assert answered.later_count == shown.later_count == 1
    again = record_shown(answered, NOON + 10 * DAY)
    assert record_answer(again, Answer.LATER, NOON + 10 * DAY + MINUTE).later_count == 2


@pytest.mark.parametrize("answer", [Answer.NO_THANKS, Answer.NEVER, Answer.GAVE])
def test_no_begins_the_ladder_anew(answer: Answer) -> None:
    answered = record_answer(record_shown(after(Answer.LATER, 3), NOON), answer, NOON + MINUTE, Reminder(days=30))
    assert (answered.later_count, answered.answer, answered.answered_at) == (0, answer, NOON + MINUTE)
    assert answered.reminder is None


def test_a_reminder_is_kept_with_later() -> None:
    answered = record_answer(record_shown(History(), NOON), Answer.LATER, NOON + MINUTE, Reminder(articles=25))
    assert (answered.reminder, answered.later_count) == (Reminder(articles=25), 1)


def test_an_article_counts_from_the_last_answer_and_from_the_first_day() -> None:
    history = record_article_finished(record_article_finished(after(Answer.LATER, articles=3)))
    assert (history.articles_since, history.usage.articles_finished) == (5, 2)
    answered = record_answer(history, Answer.LATER, NOON)
    assert (answered.articles_since, answered.usage.articles_finished) == (0, 2)


def test_showings_are_kept_long_enough_for_every_cap() -> None:
    history = History(counted_at=())
    for days in range(200):
        history = record_shown(history, NOON + days * DAY)
    assert len(history.shown_at) >= max(most for _, most in CAPS)
    assert history.shown_at[-1] == NOON + 199 * DAY


# -- usage --------------------------------------------------------------------------------------------------------


def test_days_are_counted_once_each() -> None:
    history = History()
    for hours in (0, 1, 11, 13, 40, 41):
        history = record_seen(history, NOON + timedelta(hours=hours))
    assert history.usage.day_count == 3
    assert history.usage.first_run_at == NOON
    assert history.usage.last_seen_at == NOON + timedelta(hours=41)


def test_the_first_run_of_an_earlier_version_was_before_its_first_appeal() -> None:
    seen = record_seen(History((NOON - 90 * DAY, NOON - 40 * DAY)), NOON)
    assert seen.usage.first_run_at == NOON - 90 * DAY


def test_time_heard_adds_up() -> None:
    history = record_listened(record_listened(History(), MINUTE), 2 * MINUTE)
    assert history.usage.listened == 3 * MINUTE


# -- clocks -------------------------------------------------------------------------------------------------------

USED = History(
    (NOON - 5 * DAY,),
    1,
    Answer.LATER,
    NOON - 5 * DAY + MINUTE,
    3,
    usage=Usage(NOON - 20 * DAY, NOON - DAY, None, date(2026, 2, 28), 4),
)


@pytest.mark.parametrize("by", [-2000 * DAY, -2 * DAY, LONGEST_AWAY, 4000 * DAY])
def test_a_clock_that_was_set_moves_what_was_along(by: timedelta) -> None:
    now = NOON + by
    assert is_clock_doubtful(USED, now)
    seen = record_seen(USED, now)
    assert not is_clock_doubtful(seen, now)
    assert seen.shown_at == USED.shown_at, "by the clock of then"
    assert seen.counted_at == (now - 4 * DAY,)
    assert seen.answered_at == now - 4 * DAY + MINUTE
    assert seen.usage.first_run_at == now - 19 * DAY
    assert seen.usage.anchored_at == seen.usage.last_seen_at == now
    assert seen.usage.day_count == 4, "nobody knows whether it is another day"
    assert seen.articles_since == 3


@pytest.mark.parametrize("by", [timedelta(0), timedelta(seconds=-30), -DAY, 300 * DAY])
def test_time_that_passes_moves_nothing(by: timedelta) -> None:
    seen = record_seen(USED, NOON + by)
    assert (seen.counted_at, seen.answered_at, seen.usage.anchored_at) == ((), USED.answered_at, None)


def test_a_later_is_counted_once_though_the_clock_was_set_before() -> None:
    seen = record_seen(USED, NOON - 100 * DAY)
    shown = record_shown(seen, NOON - 90 * DAY)
    assert record_answer(shown, Answer.LATER, NOON - 90 * DAY + MINUTE).later_count == 2
