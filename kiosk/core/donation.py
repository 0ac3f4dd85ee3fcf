"""Appeals for donations: what is asked, what people answered, and whether to ask now. Knows no clock.

The rules are small predicates in ``RULES``; the first that objects holds the appeal back. In doubt the answer
is to hold: an appeal that was not shown harms nobody.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import Enum


class Answer(Enum):
    """What somebody chose when asked; the value is what is stored."""

    LATER = "later"
    NO_THANKS = "no_thanks"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Campaign:
    """What a publisher asks for."""

    id: str
    """Unique; a new campaign does not undo an earlier "don't ask again"."""
    publisher: str
    """Who asks."""
    message: dict[str, str]
    """Language tag to the text of the appeal, at most 40 words each; holds at least one language."""
    address: str
    """Short web address where to give, shown in large type and as QR code; never opened here."""
    minimum: str = ""
    """Smallest amount suggested, a decimal number, or empty."""
    currency: str = ""
    """ISO 4217 code, or empty."""
    interval: str = ""
    """"once", "month" or "year", or empty."""

    def message_in(self, language: str) -> tuple[str, str]:
        """Return the language and the text of the appeal: in the asked language, else English, else any."""
        for candidate in (language, language.split("-")[0], "en", *self.message):
            if candidate in self.message:
                return candidate, self.message[candidate]
        raise ValueError(f"campaign {self.id} has no message")


@dataclass(frozen=True, slots=True)
class History:
    """What has been asked and answered on this machine; kept on disk."""

    shown_at: tuple[datetime, ...] = ()
    """When appeals were shown, in order, time zone aware; the last 50."""
    later_count: int = 0
    """How many times in a row "later" was chosen."""
    answer: Answer | None = None
    """The last answer; None before the first, or while an appeal is shown."""
    answered_at: datetime | None = None
    """When it was given."""
    articles_since: int = 0
    """Articles finished since the last answer."""


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
# Days and finished articles after the first, second, ... "later" in a row; the last holds for all that follow.
LATER_LADDER = (
    (timedelta(days=7), 5),
    (timedelta(days=30), 10),
    (timedelta(days=90), 10),
    (timedelta(days=365), 10),
)
NO_THANKS_FOR = timedelta(days=365)
# Whatever the ladder says: at most this many showings within this time.
CAPS = ((timedelta(days=1), 1), (timedelta(days=30), 2), (timedelta(days=365), 4))
_MOST_KEPT = 50


def _not_after_an_article(_: History, moment: Moment) -> Hold | None:
    return None if moment.has_article_ended else Hold("no article has ended")


def _voice_not_silent(_: History, moment: Moment) -> Hold | None:
    if moment.silent_for >= SILENCE_BEFORE_ASKING:
        return None
    return Hold("the voice has only just fallen silent", is_moment_near=True)


def _no_storage(_: History, moment: Moment) -> Hold | None:
    return None if moment.is_store_writable else Hold("an answer could not be kept")


def _doubtful_clock(history: History, moment: Moment) -> Hold | None:
    known = [*history.shown_at, *([history.answered_at] if history.answered_at else [])]
    if any(moment.now < past for past in known):
        return Hold("the clock stands before the last appeal")
    return None


def _answered_never(history: History, _: Moment) -> Hold | None:
    return Hold("somebody chose not to be asked again") if history.answer is Answer.NEVER else None


def _no_thanks_until(history: History) -> datetime | None:
    if history.answer is not Answer.NO_THANKS or history.answered_at is None:
        return None
    return history.answered_at + NO_THANKS_FOR


def _answered_no(history: History, moment: Moment) -> Hold | None:
    until = _no_thanks_until(history)
    return Hold("somebody said no thanks", until) if until is not None and moment.now < until else None


def _snoozed(history: History, moment: Moment) -> Hold | None:
    if history.answer is not Answer.LATER or history.answered_at is None:
        return None
    wait, articles = LATER_LADDER[min(max(history.later_count, 1), len(LATER_LADDER)) - 1]
    until = history.answered_at + wait
    if moment.now < until:
        return Hold("somebody asked to be reminded later", until)
    if history.articles_since < articles:
        return Hold("too few articles since somebody asked to be reminded later")
    return None


def _capped(history: History, moment: Moment) -> Hold | None:
    for span, most in CAPS:
        recent = [shown for shown in history.shown_at if moment.now - shown < span]
        if len(recent) >= most:
            return Hold("asked often enough lately", recent[-most] + span)
    return None


Rule = Callable[[History, Moment], Hold | None]
RULES: tuple[Rule, ...] = (
    _not_after_an_article,
    _no_storage,
    _doubtful_clock,
    _answered_never,
    _answered_no,
    _snoozed,
    _capped,
    _voice_not_silent,
)


def decide(campaign: Campaign | None, history: History, moment: Moment) -> Decision:
    """Decide whether to ask at this moment; the first rule that objects is the reason."""
    if campaign is None:
        return Hold("there is no campaign")
    for rule in RULES:
        held = rule(history, moment)
        if held is not None:
            return held
    return Show()


def record_shown(history: History, now: datetime) -> History:
    """Return the history with one more showing; stored before the appeal is shown."""
    history = replace(history, shown_at=(*history.shown_at, now)[-_MOST_KEPT:])
    until = _no_thanks_until(history)
    if history.answer is Answer.NEVER or (until is not None and now < until):
        # Nothing should have been shown; at least it does not undo what somebody said.
        return history
    # An appeal that nobody answers (the power goes) counts as "later" from the moment it was shown.
    return replace(
        history,
        later_count=history.later_count + 1,
        answer=Answer.LATER,
        answered_at=now,
        articles_since=0,
    )


def record_answer(history: History, answer: Answer, now: datetime) -> History:
    """Return the history with an answer; stored before the dialog closes.

    A "later" that answers an appeal which :func:`record_shown` has just counted as "later" counts once.
    """
    is_same_appeal = bool(history.shown_at) and history.shown_at[-1] == history.answered_at
    later_before = history.later_count - 1 if is_same_appeal else history.later_count
    return replace(
        history,
        later_count=later_before + 1 if answer is Answer.LATER else 0,
        answer=answer,
        answered_at=now,
        articles_since=0,
    )


def record_article_finished(history: History) -> History:
    """Return the history with one more finished article."""
    return replace(history, articles_since=history.articles_since + 1)


@dataclass(frozen=True, slots=True)
class Appeal:
    """What is shown: one campaign's words in one language."""

    campaign: Campaign
    """Whose appeal it is."""
    language: str
    """Tag of the message's language, which may differ from the interface's."""
    message: str
    """The text."""
    amounts: tuple[str, ...] = field(default=())
    """Suggestions, as shown; none is preselected."""
