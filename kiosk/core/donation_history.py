"""What has been asked and answered on one machine at home, and how it was used. Knows no clock and no rule.

A clock that was set by hand must not bring an appeal nearer. What lies before such a moment is moved along with
the clock, so that it is as long ago as it was when the machine was last in use.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import Enum
from typing import NamedTuple


class Answer(Enum):
    """What somebody chose when asked; the value is what is stored."""

    LATER = "later"
    NO_THANKS = "no_thanks"
    NEVER = "never"
    GAVE = "gave"


class Reminder(NamedTuple):
    """When somebody wants to be asked again; one of both is 0."""

    articles: int = 0
    """After so many finished articles."""
    days: int = 0
    """After so many days."""


REMINDERS = (Reminder(articles=10), Reminder(articles=25), Reminder(articles=50), Reminder(days=30))
"""What is offered, in order."""


@dataclass(frozen=True, slots=True)
class Usage:
    """How much the program was used."""

    first_run_at: datetime | None = None
    """When it was used first, as far as the clock can be believed."""
    last_seen_at: datetime | None = None
    """When it was last in use, by the clock of then."""
    anchored_at: datetime | None = None
    """When the clock was last found to have been set."""
    last_day: date | None = None
    """The latest day on which it was used."""
    day_count: int = 0
    """Days on which it was used."""
    listened: timedelta = timedelta(0)
    """How long articles were heard."""
    articles_finished: int = 0
    """Articles heard to their end."""


@dataclass(frozen=True, slots=True)
class History:
    """What has been asked and answered on this machine; kept on disk."""

    shown_at: tuple[datetime, ...] = ()
    """When appeals were shown, in order, time zone aware, by the clock of then; the last 50."""
    later_count: int = 0
    """How many times in a row "later" was chosen."""
    answer: Answer | None = None
    """The last answer; None before the first."""
    answered_at: datetime | None = None
    """When it was given."""
    articles_since: int = 0
    """Articles finished since the last answer."""
    counted_at: tuple[datetime, ...] = ()
    """For each showing from when it counts, where the clock was set since; empty where it never was."""
    reminder: Reminder | None = None
    """What was chosen with the last answer, if that was "later"."""
    usage: Usage = field(default_factory=Usage)
    """How much the program was used."""

    @property
    def showings(self) -> tuple[tuple[datetime, datetime], ...]:
        """For each showing when it was, by the clock of then, and from when it counts."""
        return tuple(zip(self.shown_at, self.counted_at or self.shown_at, strict=True))


NO_FOR = timedelta(days=365)
"""How long "no thanks" and "I already gave" hold."""
NO_FOR_ARTICLES = 10
"""How many articles they hold at least: the clock alone is not believed."""
LONGEST_AWAY = timedelta(days=400)
"""A machine that was away for longer is taken for one whose clock was set."""
# Time servers set a clock back by less than this.
_CORRECTION = timedelta(minutes=1)
_MOST_KEPT = 50


def is_clock_doubtful(history: History, now: datetime) -> bool:
    """Whether the clock has been set back, or far ahead, since the machine was last in use."""
    usage = history.usage
    last = _last_known(history)
    is_back = last is not None and now < last - _CORRECTION
    return is_back or (usage.last_seen_at is not None and now - usage.last_seen_at > LONGEST_AWAY)


def is_no_in_force(history: History, now: datetime) -> bool:
    """Whether somebody said "no thanks" or "I already gave", and it still holds."""
    until = no_until(history)
    return until is not None and (now < until or history.articles_since < NO_FOR_ARTICLES)


def no_until(history: History) -> datetime | None:
    """Return the end of the time for which a "no thanks" or "I already gave" holds; None when there is none."""
    is_no = history.answer in (Answer.NO_THANKS, Answer.GAVE)
    return history.answered_at + NO_FOR if is_no and history.answered_at is not None else None


def is_reminder_pending(history: History, now: datetime) -> bool:
    """Whether somebody said when to be reminded, and that has not come yet."""
    if history.reminder is None or history.answer is not Answer.LATER or history.answered_at is None:
        return False
    has_days_left = now < history.answered_at + timedelta(days=history.reminder.days)
    return has_days_left or history.articles_since < history.reminder.articles


# -- what happens ---------------------------------------------------------------------------------------------


def record_seen(history: History, now: datetime) -> History:
    """Return the history of a machine that is in use now; a clock that was set is noticed."""
    if is_clock_doubtful(history, now):
        history = _anchored(history, now)
    usage, today = history.usage, now.date()
    is_new_day = usage.last_day is None or today > usage.last_day
    known = (*history.shown_at[:1], now)
    usage = replace(
        usage,
        first_run_at=usage.first_run_at or min(known),
        last_seen_at=now,
        last_day=today if is_new_day else usage.last_day,
        day_count=usage.day_count + is_new_day,
    )
    return replace(history, usage=usage)


def record_listened(history: History, listened: timedelta) -> History:
    """Return the history with more time heard."""
    return replace(history, usage=replace(history.usage, listened=history.usage.listened + listened))


def record_article_finished(history: History) -> History:
    """Return the history with one more finished article."""
    usage = replace(history.usage, articles_finished=history.usage.articles_finished + 1)
    return replace(history, articles_since=history.articles_since + 1, usage=usage)


def record_shown(history: History, now: datetime) -> History:
    """Return the history with one more showing; stored before the appeal is shown."""
    shown_at = (*history.shown_at, now)[-_MOST_KEPT:]
    counted_at = (*(history.counted_at or history.shown_at), now)[-_MOST_KEPT:]
    before = history
    history = replace(history, shown_at=shown_at, counted_at=() if counted_at == shown_at else counted_at)
    if before.answer is Answer.NEVER or is_no_in_force(before, now):
        # Nothing should have been shown; at least it does not undo what somebody said.
        return history
    if is_reminder_pending(before, now):
        return replace(history, later_count=history.later_count + 1)
    # An appeal that nobody answers (the power goes) counts as "later" from the moment it was shown.
    return replace(
        history,
        later_count=history.later_count + 1,
        answer=Answer.LATER,
        answered_at=now,
        articles_since=0,
        reminder=None,
    )


def record_answer(history: History, answer: Answer, now: datetime, reminder: Reminder | None = None) -> History:
    """Return the history with an answer; stored before the dialog closes.

    A "later" that answers an appeal which :func:`record_shown` has just counted as "later" counts once.
    """
    counted = history.counted_at or history.shown_at
    is_same_appeal = bool(counted) and counted[-1] == history.answered_at
    later_before = history.later_count - 1 if is_same_appeal else history.later_count
    is_later = answer is Answer.LATER
    return replace(
        history,
        later_count=later_before + 1 if is_later else 0,
        answer=answer,
        answered_at=now,
        articles_since=0,
        reminder=reminder if is_later else None,
    )


def _last_known(history: History) -> datetime | None:
    counted = history.counted_at or history.shown_at
    known = [*counted, history.answered_at, history.usage.last_seen_at, history.usage.anchored_at]
    return max((moment for moment in known if moment is not None), default=None)


def _anchored(history: History, now: datetime) -> History:
    """Move what was along with the clock, so that no time has passed since the last thing that is known."""
    usage, last = history.usage, _last_known(history)
    if last is None:
        return history
    by = now - last
    answered_at, first_run_at = history.answered_at, usage.first_run_at
    return replace(
        history,
        counted_at=tuple(moment + by for moment in history.counted_at or history.shown_at),
        answered_at=answered_at + by if answered_at is not None else None,
        usage=replace(
            usage,
            first_run_at=first_run_at + by if first_run_at is not None else None,
            last_seen_at=now,
            anchored_at=now,
            last_day=now.date(),
        ),
    )
