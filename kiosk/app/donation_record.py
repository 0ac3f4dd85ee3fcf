"""The history of appeals as a record of JSON values. Knows no disk.

Records of earlier versions are understood. A damaged one counts as "don't ask again", which it may have held.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from kiosk.core.donation_history import REMINDERS, Answer, History, Reminder, Usage

WISH_LOST = History(answer=Answer.NEVER)
"""What takes the place of a history that cannot be read."""


def to_record(history: History) -> dict[str, object]:
    """Return a history as JSON values."""
    usage, reminder = history.usage, history.reminder
    return {
        "shown_at": _texts(history.shown_at),
        "counted_at": _texts(history.counted_at),
        "later_count": history.later_count,
        "answer": history.answer.value if history.answer else None,
        "answered_at": _text(history.answered_at),
        "articles_since": history.articles_since,
        "reminder": reminder._asdict() if reminder is not None else None,
        "usage": {
            "first_run_at": _text(usage.first_run_at),
            "last_seen_at": _text(usage.last_seen_at),
            "anchored_at": _text(usage.anchored_at),
            "last_day": usage.last_day.isoformat() if usage.last_day else None,
            "day_count": usage.day_count,
            "listened_s": usage.listened.total_seconds(),
            "articles_finished": usage.articles_finished,
        },
    }


def to_history(record: Mapping[str, object]) -> History:
    """Read a history; one that is damaged counts as "don't ask again"."""
    if not record:
        return History()
    try:
        history = _read(record)
    except (KeyError, TypeError, ValueError, OverflowError):
        return WISH_LOST
    is_timeless = history.answer not in (None, Answer.NEVER) and history.answered_at is None
    return WISH_LOST if is_timeless else history


def _read(record: Mapping[str, object]) -> History:
    answer = record["answer"]
    shown_at = _moments(record["shown_at"])
    # Earlier versions kept no more than the answers.
    counted_at = _moments(record.get("counted_at", []))
    if counted_at and len(counted_at) != len(shown_at):
        raise ValueError("showings without their time")
    return History(
        shown_at=shown_at,
        later_count=_count(record["later_count"]),
        answer=Answer(answer) if answer is not None else None,
        answered_at=_moment(record["answered_at"]),
        articles_since=_count(record["articles_since"]),
        counted_at=counted_at,
        reminder=_reminder(record.get("reminder")),
        usage=_usage(record.get("usage", {})),
    )


def _usage(record: object) -> Usage:
    if not isinstance(record, dict):
        raise TypeError("not a usage")
    if not record:
        return Usage()
    last_day = record["last_day"]
    listened_s = record["listened_s"]
    if not isinstance(listened_s, int | float) or not listened_s >= 0:
        raise TypeError("not a time")
    return Usage(
        first_run_at=_moment(record["first_run_at"]),
        last_seen_at=_moment(record["last_seen_at"]),
        anchored_at=_moment(record["anchored_at"]),
        last_day=date.fromisoformat(last_day) if last_day is not None else None,
        day_count=_count(record["day_count"]),
        listened=timedelta(seconds=listened_s),
        articles_finished=_count(record["articles_finished"]),
    )


def _reminder(record: object) -> Reminder | None:
    if record is None:
        return None
    if not isinstance(record, dict):
        raise TypeError("not a reminder")
    reminder = Reminder(_count(record["articles"]), _count(record["days"]))
    if reminder not in REMINDERS:
        raise ValueError("not a reminder that is offered")
    return reminder


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError("not a count")
    return value


def _moments(texts: object) -> tuple[datetime, ...]:
    if not isinstance(texts, list):
        raise TypeError("not a list")
    moments = [_moment(text) for text in texts]
    if None in moments:
        raise ValueError("a showing without its time")
    return tuple(moment for moment in moments if moment is not None)


def _moment(text: object) -> datetime | None:
    if text is None:
        return None
    moment = datetime.fromisoformat(str(text))
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return moment


def _text(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment is not None else None


def _texts(moments: tuple[datetime, ...]) -> list[str]:
    return [moment.isoformat() for moment in moments]
