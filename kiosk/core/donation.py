"""Whether to ask for a donation now, at home. Knows no clock.

The rules are small predicates in ``RULES``; the first that objects holds the appeal back. In doubt the answer
is to hold: an appeal that was not shown harms nobody. In public :mod:`kiosk.core.public_donation` decides.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.core.campaign import HOME, Campaign
from kiosk.core.donation_history import (
    NO_FOR_ARTICLES,
    Answer,
    History,
    is_clock_doubtful,
    no_until,
)


@dataclass(frozen=True, slots=True)
class Moment:
    """What is true at the time of asking."""

    now: datetime
    """The clock, time zone aware."""
    has_article_ended: bool
    """Whether the last word of an article has just been heard."""
    silent_for: timedelta
    """How long no voice has sounded."""
    is_store_writable: bool = True
    """Whether an answer could be kept; without that nothing is asked."""
    is_anybody_free: bool = True
    """Whether the window is in front and nobody is in the middle of something else."""
    place: str = HOME
    """Where it is: home, or the site of a station."""


@dataclass(frozen=True, slots=True)
class Show:
    """Ask now."""


@dataclass(frozen=True, slots=True)
class Hold:
    """Do not ask."""

    reason: str
    """The rule that objected."""
    until: datetime | None = None
    """When time alone could change that, or None."""
    is_moment_near: bool = False
    """Whether to ask again within seconds, because only the silence is too short."""


Decision = Show | Hold

SILENCE_BEFORE_ASKING = timedelta(seconds=2)
# Nobody is asked who has hardly used it.
LEAST_AGE = timedelta(days=14)
LEAST_DAYS = 3
LEAST_LISTENED = timedelta(minutes=60)
LEAST_ARTICLES = 5
# Days and finished articles after the first, second, ... "later" in a row; the last holds for all that follow.
LATER_LADDER = (
    (timedelta(days=7), 5),
    (timedelta(days=30), 10),
    (timedelta(days=90), 10),
    (timedelta(days=365), 10),
)
# Whatever the ladder says: at most this many showings within this time.
CAPS = ((timedelta(days=1), 1), (timedelta(days=30), 2), (timedelta(days=365), 4))
# After a clock was found to have been set.
QUIET_AFTER_CLOCK = timedelta(days=1)


def not_after_an_article(moment: Moment) -> Hold | None:
    """Hold where no article has just ended."""
    return None if moment.has_article_ended else Hold("no article has ended")


def not_silent(moment: Moment) -> Hold | None:
    """Hold while a voice sounds, shortly after, and while somebody is busy; it is soon looked at again."""
    if moment.silent_for < SILENCE_BEFORE_ASKING:
        return Hold("the voice has only just fallen silent", is_moment_near=True)
    return None if moment.is_anybody_free else Hold("somebody is busy", is_moment_near=True)


def not_running(campaign: Campaign | None, moment: Moment) -> Hold | None:
    """Hold without a campaign, outside its days and where it may not ask."""
    if campaign is None:
        return Hold("there is no campaign")
    if not campaign.is_running(moment.now.date()):
        return Hold("the campaign is not running today")
    return None if campaign.may_ask_at(moment.place) else Hold("the campaign does not ask at this place")


def _not_after_an_article(_: History, moment: Moment) -> Hold | None:
    return not_after_an_article(moment)


def _voice_not_silent(_: History, moment: Moment) -> Hold | None:
    return not_silent(moment)


def _no_storage(_: History, moment: Moment) -> Hold | None:
    return None if moment.is_store_writable else Hold("an answer could not be kept")


def _doubtful_clock(history: History, moment: Moment) -> Hold | None:
    if is_clock_doubtful(history, moment.now):
        return Hold("the clock has been set since it was last in use")
    anchored_at = history.usage.anchored_at
    if anchored_at is not None and moment.now < anchored_at + QUIET_AFTER_CLOCK:
        return Hold("the clock was set not long ago", anchored_at + QUIET_AFTER_CLOCK)
    return None


def _hardly_used(history: History, moment: Moment) -> Hold | None:
    usage = history.usage
    if usage.first_run_at is None:
        return Hold("it is in use for the first time")
    if moment.now < usage.first_run_at + LEAST_AGE:
        return Hold("it has not been in use for long", usage.first_run_at + LEAST_AGE)
    if usage.day_count < LEAST_DAYS:
        return Hold("it was used on too few days")
    if usage.listened < LEAST_LISTENED:
        return Hold("too little was heard")
    return Hold("too few articles were finished") if usage.articles_finished < LEAST_ARTICLES else None


def _answered_never(history: History, _: Moment) -> Hold | None:
    return Hold("somebody chose not to be asked again") if history.answer is Answer.NEVER else None


def _answered_no(history: History, moment: Moment) -> Hold | None:
    until = no_until(history)
    if until is None:
        return None
    said = "somebody said no thanks" if history.answer is Answer.NO_THANKS else "somebody already gave"
    if moment.now < until:
        return Hold(said, until)
    return Hold(f"{said}, few articles ago") if history.articles_since < NO_FOR_ARTICLES else None


def _snoozed(history: History, moment: Moment) -> Hold | None:
    if history.answer is not Answer.LATER or history.answered_at is None:
        return None
    if history.reminder is not None:
        wait, articles = timedelta(days=history.reminder.days), history.reminder.articles
    else:
        wait, articles = LATER_LADDER[min(max(history.later_count, 1), len(LATER_LADDER)) - 1]
    until = history.answered_at + wait
    if moment.now < until:
        return Hold("somebody asked to be reminded later", until)
    if history.articles_since < articles:
        return Hold("too few articles since somebody asked to be reminded later")
    return None


def _capped(history: History, moment: Moment) -> Hold | None:
    for span, most in CAPS:
        # Both by the clock of then and by what was made of it: whichever is nearer counts.
        recent = [
            max(shown, counted)
            for shown, counted in history.showings
            if abs(moment.now - shown) < span or abs(moment.now - counted) < span
        ]
        if len(recent) >= most:
            return Hold("asked often enough lately", recent[-most] + span)
    return None


Rule = Callable[[History, Moment], Hold | None]
WISH_RULES: tuple[Rule, ...] = (
    _no_storage,
    _doubtful_clock,
    _answered_never,
    _answered_no,
    _hardly_used,
    _snoozed,
)
"""Those that say whether a person may be asked at all."""
RULES: tuple[Rule, ...] = (_not_after_an_article, *WISH_RULES, _capped, _voice_not_silent)


def decide(campaign: Campaign | None, history: History, moment: Moment) -> Decision:
    """Decide whether to ask at this moment; the first rule that objects is the reason."""
    return _first(campaign, history, moment, RULES)


def decide_card(campaign: Campaign | None, history: History, moment: Moment) -> Decision:
    """Decide whether a card may stand where nothing is read, which asks nobody and leads to the appeal."""
    return _first(campaign, history, moment, WISH_RULES)


def _first(campaign: Campaign | None, history: History, moment: Moment, rules: tuple[Rule, ...]) -> Decision:
    held = not_running(campaign, moment)
    if held is not None:
        return held
    for rule in rules:
        held = rule(history, moment)
        if held is not None:
            return held
    return Show()
