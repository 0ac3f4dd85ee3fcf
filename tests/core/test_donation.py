"""When to ask for donations at home: a truth table, the ladder of "later", the caps, any life with any clock."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kiosk.core.campaign import HOME, Campaign
from kiosk.core.donation import (
    CAPS,
    LATER_LADDER,
    LEAST_AGE,
    LEAST_ARTICLES,
    LEAST_DAYS,
    LEAST_LISTENED,
    QUIET_AFTER_CLOCK,
    RULES,
    SILENCE_BEFORE_ASKING,
    Decision,
    Hold,
    Moment,
    Show,
    decide,
    decide_card,
)
from kiosk.core.donation_history import (
    LONGEST_AWAY,
    NO_FOR,
    NO_FOR_ARTICLES,
    REMINDERS,
    Answer,
    History,
    Reminder,
    Usage,
    record_answer,
    record_article_finished,
    record_listened,
    record_seen,
    record_shown,
)

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
CAMPAIGN = Campaign("c1", "The Paper", {"en": "Please give.", "ru": "Поддержите."}, "paper.example/give")
USED = Usage(
    first_run_at=NOON - 9000 * DAY,
    day_count=LEAST_DAYS,
    listened=LEAST_LISTENED,
    articles_finished=LEAST_ARTICLES,
)


def used(**changes: object) -> History:
    """The history of a program that is well used, and has never asked."""
    return History(usage=replace(USED, **changes))  # type: ignore[arg-type]


def moment(now: datetime = NOON, **changes: object) -> Moment:
    return replace(Moment(now, True, timedelta(seconds=5)), **changes)  # type: ignore[arg-type]


def after(answer: Answer, later_count: int = 1, articles: int = 1000, ago: timedelta = 2 * DAY) -> History:
    """What is left of one showing and its answer, some time ago."""
    return History((NOON - ago - MINUTE,), later_count, answer, NOON - ago, articles, usage=USED)


def shown(*days_ago: float) -> History:
    return replace(used(), shown_at=tuple(NOON - days * DAY for days in days_ago))


def reminded(reminder: Reminder, articles: int, ago: timedelta) -> History:
    return replace(after(Answer.LATER, articles=articles, ago=ago), reminder=reminder)


def reason(decision: Decision) -> str:
    return decision.reason if isinstance(decision, Hold) else "show"


# -- truth table --------------------------------------------------------------------------------------------------

TABLE = [
    # History, moment, the rule that decides.
    (used(), moment(), "show"),
    (used(), moment(has_article_ended=False), "no article has ended"),
    (used(), moment(silent_for=timedelta(0)), "the voice has only just fallen silent"),
    (used(), moment(silent_for=SILENCE_BEFORE_ASKING - timedelta(milliseconds=1)), "the voice has only just"),
    (used(), moment(silent_for=SILENCE_BEFORE_ASKING), "show"),
    (used(), moment(is_anybody_free=False), "somebody is busy"),
    (used(), moment(is_store_writable=False), "an answer could not be kept"),
    # D-01
    (History(), moment(), "it is in use for the first time"),
    (used(first_run_at=NOON - LEAST_AGE + MINUTE), moment(), "it has not been in use for long"),
    (used(first_run_at=NOON - LEAST_AGE), moment(), "show"),
    (used(day_count=LEAST_DAYS - 1), moment(), "it was used on too few days"),
    (used(listened=LEAST_LISTENED - timedelta(seconds=1)), moment(), "too little was heard"),
    (used(articles_finished=LEAST_ARTICLES - 1), moment(), "too few articles were finished"),
    # D-15
    (shown(-1), moment(), "the clock has been set"),
    (replace(used(), answer=Answer.LATER, answered_at=NOON + DAY), moment(), "the clock has been set"),
    (used(last_seen_at=NOON + timedelta(seconds=50)), moment(), "show"),
    (used(last_seen_at=NOON + timedelta(seconds=70)), moment(), "the clock has been set"),
    (used(last_seen_at=NOON - LONGEST_AWAY), moment(), "show"),
    (used(last_seen_at=NOON - LONGEST_AWAY - MINUTE), moment(), "the clock has been set"),
    (used(anchored_at=NOON - QUIET_AFTER_CLOCK + MINUTE), moment(), "the clock was set not long ago"),
    (used(anchored_at=NOON - QUIET_AFTER_CLOCK), moment(), "show"),
    # D-08, D-09, D-10
    (after(Answer.NEVER, ago=5000 * DAY), moment(), "somebody chose not to be asked again"),
    (after(Answer.NO_THANKS, ago=NO_FOR - MINUTE), moment(), "somebody said no thanks"),
    (after(Answer.NO_THANKS, ago=NO_FOR, articles=NO_FOR_ARTICLES - 1), moment(), "somebody said no thanks, few"),
    (after(Answer.NO_THANKS, ago=NO_FOR), moment(), "show"),
    (after(Answer.GAVE, ago=NO_FOR - MINUTE), moment(), "somebody already gave"),
    (after(Answer.GAVE, ago=NO_FOR), moment(), "show"),
    # D-04
    (after(Answer.LATER, ago=7 * DAY - MINUTE), moment(), "somebody asked to be reminded later"),
    (after(Answer.LATER, ago=7 * DAY, articles=5), moment(), "show"),
    (after(Answer.LATER, ago=7 * DAY, articles=4), moment(), "too few articles"),
    # D-12
    (reminded(Reminder(articles=25), 24, 300 * DAY), moment(), "too few articles"),
    (reminded(Reminder(articles=25), 25, 2 * DAY), moment(), "show"),
    (reminded(Reminder(days=30), 0, 30 * DAY - MINUTE), moment(), "somebody asked to be reminded later"),
    (reminded(Reminder(days=30), 0, 30 * DAY), moment(), "show"),
    # D-11
    (shown(1 - 1 / 1440), moment(), "asked often enough lately"),
    (shown(1), moment(), "show"),
    (shown(29, 2), moment(), "asked often enough lately"),
    (shown(30, 2), moment(), "show"),
    (shown(364, 200, 100, 50), moment(), "asked often enough lately"),
    (shown(365, 200, 100, 50), moment(), "show"),
    (replace(shown(5000), counted_at=(NOON - MINUTE,)), moment(), "asked often enough lately"),
]


@pytest.mark.parametrize(("history", "at", "expected"), TABLE)
def test_the_rule_that_decides(history: History, at: Moment, expected: str) -> None:
    assert reason(decide(CAMPAIGN, history, at)).startswith(expected)


def test_the_table_meets_every_rule() -> None:
    decided = set()
    for history, at, _ in TABLE:
        decided |= {rule for rule in RULES if rule(history, at) is not None}
    assert decided == set(RULES)


@pytest.mark.parametrize(
    ("campaign", "expected"),
    [
        (None, "there is no campaign"),
        (replace(CAMPAIGN, starts=date(2026, 3, 2)), "the campaign is not running today"),
        (replace(CAMPAIGN, starts=date(2026, 3, 1), ends=date(2026, 3, 1)), "show"),
        (replace(CAMPAIGN, ends=date(2026, 2, 28)), "the campaign is not running today"),
        (replace(CAMPAIGN, places=("library",)), "the campaign does not ask at this place"),
        (replace(CAMPAIGN, places=("library", HOME)), "show"),
    ],
)
def test_a_campaign_asks_on_its_days_and_at_its_places(campaign: Campaign | None, expected: str) -> None:
    assert reason(decide(campaign, used(), moment())) == expected
    assert reason(decide_card(campaign, used(), moment())) == expected


def test_only_silence_and_company_are_worth_waiting_for() -> None:
    for history, at, _ in TABLE:
        decision = decide(CAMPAIGN, history, at)
        if isinstance(decision, Hold):
            freed = replace(at, silent_for=timedelta(hours=1), is_anybody_free=True)
            assert decision.is_moment_near == isinstance(decide(CAMPAIGN, history, freed), Show)


def test_a_card_minds_what_people_said_and_waits_for_no_moment() -> None:
    at = moment(has_article_ended=False, silent_for=timedelta(0))
    for answer in Answer:
        assert reason(decide_card(CAMPAIGN, after(answer), at)) != "show"
    assert reason(decide_card(CAMPAIGN, used(), at)) == "show"
    assert reason(decide_card(CAMPAIGN, History(), at)) == "it is in use for the first time"


@pytest.mark.parametrize(("later_count", "rung"), [(1, 0), (2, 1), (3, 2), (4, 3), (5, 3), (40, 3)])
def test_each_later_in_a_row_waits_for_its_rung(later_count: int, rung: int) -> None:
    wait, articles = LATER_LADDER[rung]
    for ago, read, expected in [
        (wait - MINUTE, articles, "somebody asked"),
        (wait, articles - 1, "too few"),
        (wait, articles, "show"),
    ]:
        history = replace(after(Answer.LATER, later_count, read, ago), shown_at=())
        assert reason(decide(CAMPAIGN, history, moment())).startswith(expected)


@pytest.mark.conforms("SW-22")
def test_the_ladder_only_climbs() -> None:
    for (short, few), (long, many) in pairwise(LATER_LADDER):
        assert short < long
        assert few <= many


def test_a_hold_says_until_when() -> None:
    held = decide(CAMPAIGN, after(Answer.LATER), moment())
    assert isinstance(held, Hold)
    assert held.until == NOON + 5 * DAY
    capped = decide(CAMPAIGN, shown(20, 2), moment())
    assert isinstance(capped, Hold)
    assert capped.until == NOON + 10 * DAY


# -- any life, any clock ------------------------------------------------------------------------------------------

ANSWERS = [*[Answer.LATER] * 6, *[Answer.NO_THANKS] * 2, Answer.GAVE, Answer.NEVER, None]


class Life:
    """A person and a machine: what happens to them, at which true time, and what the machine's clock says."""

    def __init__(self, history: History) -> None:
        self.history = history
        self.true_now = self.clock = NOON
        self.is_sounding = False
        self.silent_for = timedelta(hours=1)
        self.shown: list[datetime] = []
        self.truly_shown: list[datetime] = []
        self.is_over = False

    def wait(self, time: timedelta, clock_jump: timedelta = timedelta(0)) -> None:
        self.true_now += time
        self.clock += time + clock_jump
        self.silent_for += time

    def hear(self, is_heard_to_the_end: bool) -> None:
        """Listen to an article, and then see whether somebody asks; while it sounds it is looked at too."""
        self.is_sounding, self.silent_for = True, timedelta(0)
        self.ask(None)
        self.wait(timedelta(minutes=15))
        self.is_sounding, self.silent_for = False, timedelta(0)
        self.history = record_listened(record_seen(self.history, self.clock), timedelta(minutes=15))
        if is_heard_to_the_end:
            self.history = record_article_finished(self.history)

    def ask(self, answer: Answer | None, reminder: Reminder | None = None) -> None:
        silent_for = timedelta(0) if self.is_sounding else self.silent_for
        if not isinstance(decide(CAMPAIGN, self.history, moment(self.clock, silent_for=silent_for)), Show):
            return
        assert not self.is_sounding, "asked while speech sounds"
        assert not self.is_over, "somebody chose not to be asked again"
        self.shown.append(self.clock)
        self.truly_shown.append(self.true_now)
        self.history = record_shown(self.history, self.clock)
        if answer is not None:
            self.wait(MINUTE)
            self.history = record_answer(self.history, answer, self.clock, reminder)
            self.is_over = answer is Answer.NEVER

    def assert_capped(self, is_clock_honest: bool) -> None:
        for moments in (self.shown, self.truly_shown) if is_clock_honest else (self.shown,):
            for span, most in CAPS:
                for end in moments:
                    assert sum(end - span < at <= end for at in moments) <= most


def live(seed: int) -> Life:
    """Live one life by chance: weeks or years, a diligent reader or a rare one, any clock.

    Half of the clocks are set only in ways that can be noticed; those keep the caps in true time as well.
    """
    chance = random.Random(seed)  # noqa: S311
    life = Life(used() if chance.random() < 0.5 else History())
    has_noticed_jumps = chance.random() < 0.5
    rhythm_hours = chance.choice((2, 20, 60, 400))
    for _ in range(chance.randrange(10, 120)):
        jump_days = 0.0
        if chance.random() < 0.1:
            jump_days = chance.choice((-3000, -400, -30, -1, -0.01, 401, 5000))
            if not has_noticed_jumps:
                jump_days = chance.uniform(-900, 900)
        life.wait(timedelta(hours=chance.expovariate(1 / rhythm_hours)), timedelta(days=jump_days))
        life.hear(chance.random() < 0.8)
        life.wait(timedelta(seconds=chance.choice((0.5, 1.9, 2, 3))))
        life.ask(chance.choice(ANSWERS), chance.choice((None, None, *REMINDERS)))
    life.assert_capped(has_noticed_jumps)
    return life


def live_many(seeds: range) -> int:
    return sum(len(live(seed).shown) for seed in seeds)


@pytest.mark.conforms("SW-22", "B-75")
def test_no_life_and_no_clock_is_asked_more_often_than_the_caps() -> None:
    assert live_many(range(200)) > 100, "hardly anybody was asked at all"


@pytest.mark.long
@pytest.mark.conforms("SW-22")
def test_ten_thousand_lives_are_not_asked_more_often_than_the_caps() -> None:
    assert live_many(range(1000, 11000)) > 10_000


HOURS = st.one_of(st.integers(0, 72), st.integers(-24 * 800, 24 * 800))
LIVES = st.lists(
    st.tuples(HOURS, st.sampled_from(ANSWERS), st.sampled_from((None, *REMINDERS)), st.integers(0, 12)), max_size=8
)


def next_showing(history: History, since: datetime, articles_a_day: int) -> datetime | None:
    """The first day on which the appeal would be shown to somebody who reads so much from now on."""
    for days in range(800):
        read = replace(history, articles_since=history.articles_since + days * articles_a_day)
        if isinstance(decide(CAMPAIGN, read, moment(since + days * DAY)), Show):
            return since + days * DAY
    return None


@settings(max_examples=30)
@given(life=LIVES, extra_hours=st.integers(0, 24 * 400), articles_a_day=st.sampled_from((1, 1000)))
@example(life=[(0, Answer.NO_THANKS, None, 0)], extra_hours=24, articles_a_day=1000)
@example(life=[(0, Answer.LATER, Reminder(articles=50), 0)], extra_hours=24, articles_a_day=1)
def test_one_more_showing_never_brings_the_next_nearer(
    life: list[tuple[int, Answer | None, Reminder | None, int]], extra_hours: int, articles_a_day: int
) -> None:
    history, now = used(), NOON
    for hours, answer, reminder, articles in life:
        now += timedelta(hours=abs(hours))
        history = replace(record_shown(history, now), articles_since=articles)
        if answer is not None:
            now += MINUTE
            history = replace(record_answer(history, answer, now, reminder), articles_since=articles)
    now += timedelta(hours=extra_hours)
    once_more = record_shown(history, now)
    nearest, later = (next_showing(each, now, articles_a_day) for each in (history, once_more))
    assert later is None or (nearest is not None and later >= nearest)
