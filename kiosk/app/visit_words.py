"""What a public kiosk says to those who come and go, in plain words of the interface's language.

Knows no widget and no voice. What the attract screen and the closed screen say is wanted in every language: see
:func:`kiosk.i18n.speaking`.
"""

from datetime import datetime
from itertools import groupby

from kiosk import i18n
from kiosk.core.narration import Piece, comma
from kiosk.core.opening_hours import OpeningHours, Stretch
from kiosk.core.spoken_form import spell_out
from kiosk.core.visit_events import Why
from kiosk.i18n import _, ngettext

_WEEK = 7


def welcome_words(patience_s: int) -> str:
    """Return what somebody hears who has just come.

    Args:
        patience_s: how long they may do nothing until they are asked whether they are still here.
    """
    # Translators: said to somebody who has just come to a public kiosk.
    welcome = _("Welcome. Articles are read aloud here, and shown in large type.")
    minutes = max(1, patience_s // 60)
    # Translators: said to somebody who has just come to a public kiosk: how long they may do nothing.
    patience = ngettext(
        "Take your time: after {count} quiet minute you are asked whether you are still here.",
        "Take your time: after {count} quiet minutes you are asked whether you are still here.",
        minutes,
    ).format(count=minutes)
    # Translators: said to somebody who has just come to a public kiosk.
    privacy = _("Nothing of yours is kept.")
    return f"{welcome} {patience} {privacy}"


# -- the attract screen ---------------------------------------------------------------------------------------


def attract_title() -> str:
    """Return what is to be done to begin."""
    # Translators: in very large type on a screen at which nobody is: how to begin.
    return _("Press any key or touch the screen")


def attract_promise() -> str:
    """Return what there is."""
    # Translators: on a screen at which nobody is: what this kiosk does.
    return _("Articles in large type, read aloud")


# -- the warning ----------------------------------------------------------------------------------------------


def warning_title(why: Why) -> str:
    """Return why the warning stands there."""
    if why is Why.PULLED:
        # Translators: title of a warning at a public kiosk: somebody has pulled out the plug of the headphones.
        return _("The headphones are unplugged.")
    # Translators: title of a warning at a public kiosk: for a while nobody has done anything.
    return _("Are you still here?")


def staying_words(why: Why) -> str:
    """Return how one stays."""
    if why is Why.PULLED:
        # Translators: in a warning at a public kiosk: how to go on. "them" are the headphones.
        return _("To go on, plug them in again, press any key or touch the screen.")
    # Translators: in a warning at a public kiosk: how to go on.
    return _("To go on, press any key or touch the screen.")


def otherwise_words(seconds: int, shown: str = "") -> str:
    """Return what happens when nothing is done.

    Args:
        seconds: until then.
        shown: the number in the numerals of the language; empty for the usual ones.
    """
    # Translators: in a warning at a public kiosk: what happens when nobody presses anything.
    words = ngettext(
        "Otherwise everything is put back for the next person in {count} second.",
        "Otherwise everything is put back for the next person in {count} seconds.",
        seconds,
    )
    return words.format(count=shown or seconds)


def staying_note() -> str:
    """Return that the visit goes on."""
    # Translators: said and shown when somebody has answered the warning "Are you still here?" by any key.
    return _("Good, we go on.")


def unplugged_note() -> str:
    """Return why nothing is heard."""
    # Translators: shown when the headphones were pulled out: out of respect nothing is heard from a loudspeaker.
    return _("The headphones are unplugged. Nothing is heard until they are plugged in again.")


# -- opening hours --------------------------------------------------------------------------------------------


def closing_words(seconds: int) -> str:
    """Return that the place closes, and how long there is."""
    # Translators: said and shown at closing time of the place where a public kiosk stands.
    closing = _("This place is closing now.")
    minutes = seconds // 60
    if minutes:
        # Translators: follows "This place is closing now."
        left = ngettext("You can stay {count} more minute.", "You can stay {count} more minutes.", minutes)
        return f"{closing} {left.format(count=minutes)}"
    # Translators: follows "This place is closing now."
    left = ngettext("You can stay {count} more second.", "You can stay {count} more seconds.", seconds)
    return f"{closing} {left.format(count=seconds)}"


def closed_title() -> str:
    """Return that it is closed."""
    # Translators: in very large type on the screen of a public kiosk at night.
    return _("We are closed")


def closed_hint() -> str:
    """Return how to hear the hours."""
    # Translators: on the screen of a public kiosk at night, with the opening hours.
    return _("Press any key to hear when we are open.")


def hours_rows(hours: OpeningHours) -> tuple[str, ...]:
    """Return the hours of the week as they are shown: days that have the same hours share a row."""
    return tuple(f"{_days_shown(days)}: {_shown(stretches)}" for days, stretches in _rows(hours))


def opening_words(opens: datetime | None) -> str:
    """Return when it opens next; empty when nobody knows."""
    if opens is None:
        return ""
    # Translators: on the screen of a public kiosk at night. {day} is a day of the week, {time} is like 09:00.
    words = _("Open again: {day}, {time}")
    return words.format(day=_day_names()[opens.weekday()], time=f"{opens:%H:%M}")


def hours_spoken(hours: OpeningHours, opens: datetime | None) -> Piece:
    """Return all of that as it is said: each day by its name, numbers in words."""
    # Not before: a place that is closed says it, and no other.
    from kiosk.core.spoken import rules

    rows = [
        f"{comma(i18n.language()).join(_names(days))}: {_said(stretches)}." for days, stretches in _rows(hours)
    ]
    again = opening_words(opens)
    text = " ".join([f"{closed_title()}.", *([f"{again}."] if again else []), *rows])
    language = i18n.language()
    return Piece(spell_out(text, rules.respellings(text, language)).text, language)


_Row = tuple[tuple[int, ...], tuple[Stretch, ...]]


def _rows(hours: OpeningHours) -> list[_Row]:
    days = [(day, hours.week.get(day, ())) for day in range(_WEEK)]
    grouped = groupby(days, key=lambda day: day[1])
    return [(tuple(day for day, _own in group), stretches) for stretches, group in grouped if stretches]


def _day_names() -> tuple[str, ...]:
    return (
        # Translators: a day of the week, as it stands alone before opening hours.
        _("Monday"),
        # Translators: a day of the week, as it stands alone before opening hours.
        _("Tuesday"),
        # Translators: a day of the week, as it stands alone before opening hours.
        _("Wednesday"),
        # Translators: a day of the week, as it stands alone before opening hours.
        _("Thursday"),
        # Translators: a day of the week, as it stands alone before opening hours.
        _("Friday"),
        # Translators: a day of the week, as it stands alone before opening hours.
        _("Saturday"),
        # Translators: a day of the week, as it stands alone before opening hours.
        _("Sunday"),
    )


def _names(days: tuple[int, ...]) -> list[str]:
    if len(days) == _WEEK:
        # Translators: before opening hours that are the same on all days.
        return [_("Every day")]
    return [_day_names()[day] for day in days]


def _days_shown(days: tuple[int, ...]) -> str:
    names = _names(days)
    return f"{names[0]} – {names[-1]}" if len(names) > 2 else comma(i18n.language()).join(names)


def _shown(stretches: tuple[Stretch, ...]) -> str:
    return comma(i18n.language()).join(f"{_clock(own.begin)}–{_clock(own.end)}" for own in stretches)


def _said(stretches: tuple[Stretch, ...]) -> str:
    # Translators: opening hours as they are said: from one time to another; both are like 09:00.
    words = _("{begin} to {end}")
    said = (words.format(begin=_clock(own.begin), end=_clock(own.end)) for own in stretches)
    return comma(i18n.language()).join(said)


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24 if minutes != 24 * 60 else 24:02}:{minutes % 60:02}"
