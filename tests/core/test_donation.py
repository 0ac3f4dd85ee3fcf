"""When to ask for donations: a truth table, the ladder of "later", the caps, and any history with any clock."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.core.donation import (
    CAPS,
    LATER_LADDER,
    NO_THANKS_FOR,
    RULES,
    SILENCE_BEFORE_ASKING,
    Answer,
    Campaign,
    Decision,
    History,
    Hold,
    Moment,
    Show,
    decide,
    record_answer,
    record_article_finished,
    record_shown,
)

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
CAMPAIGN = Campaign("c1", "The Paper", {"en": "Please give.", "ru": "Поддержите."}, "paper.example/give")


def moment(now: datetime = NOON, **changes: object) -> Moment:
    return replace(Moment(now, True, timedelta(seconds=5)), **changes)  # type: ignore[arg-type]


def after(answer: Answer, later_count: int = 1, articles: int = 1000, ago: timedelta = 2 * DAY) -> History:
    """What is left of one showing and its answer, some time ago."""
    return History((NOON - ago - MINUTE,), later_count, answer, NOON - ago, articles)


def reason(decision: Decision) -> str:
    return decision.reason if isinstance(decision, Hold) else "show"


# -- truth table --------------------------------------------------------------------------------------------------

TABLE = [
    # History, moment, the rule that decides.
    (History(), moment(), "show"),
    (History(), moment(has_article_ended=False), "no article has ended"),
    (History(), moment(silent_for=timedelta(0)), "the voice has only just fallen silent"),
    (History(), moment(silent_for=SILENCE_BEFORE_ASKING - timedelta(milliseconds=1)), "the voice has only just"),
    (History(), moment(silent_for=SILENCE_BEFORE_ASKING), "show"),
    (History(), moment(is_store_writable=False), "an answer could not be kept"),
    (History((NOON + DAY,)), moment(), "the clock stands before"),
    (History((), 0, Answer.LATER, NOON + DAY, 1000), moment(), "the clock stands before"),
    (after(Answer.NEVER, ago=5000 * DAY), moment(), "somebody chose not to be asked again"),
    (after(Answer.NO_THANKS, ago=NO_THANKS_FOR - MINUTE), moment(), "somebody said no thanks"),
    (after(Answer.NO_THANKS, ago=NO_THANKS_FOR), moment(), "show"),
    (after(Answer.LATER, ago=7 * DAY - MINUTE), moment(), "somebody asked to be reminded later"),
    (after(Answer.LATER, ago=7 * DAY, articles=5), moment(), "show"),
    (after(Answer.LATER, ago=7 * DAY, articles=4), moment(), "too few articles"),
    (History((NOON - DAY + MINUTE,)), moment(), "asked often enough lately"),
    (History((NOON - DAY,)), moment(), "show"),
    (History((NOON - 29 * DAY, NOON - 2 * DAY)), moment(), "asked often enough lately"),
    (History((NOON - 30 * DAY, NOON - 2 * DAY)), moment(), "show"),
    (History(tuple(NOON - days * DAY for days in (364, 200, 100, 50))), moment(), "asked often enough lately"),
    (History(tuple(NOON - days * DAY for days in (365, 200, 100, 50))), moment(), "show"),
]


@pytest.mark.parametrize(("history", "at", "expected"), TABLE)
def test_the_rule_that_decides(history: History, at: Moment, expected: str) -> None:
    assert reason(decide(CAMPAIGN, history, at)).startswith(expected)


def test_the_table_meets_every_rule() -> None:
    decided = set()
    for history, at, _ in TABLE:
        decided |= {rule for rule in RULES if rule(history, at) is not None}
    assert decided == set(RULES)


def test_without_a_campaign_nothing_is_asked() -> None:
    assert reason(decide(None, History(), moment())) == "there is no campaign"


def test_only_the_silence_is_worth_waiting_for() -> None:
    for history, at, _ in TABLE:
        decision = decide(CAMPAIGN, history, at)
        if isinstance(decision, Hold):
            waited = decide(CAMPAIGN, history, replace(at, silent_for=timedelta(hours=1)))
            assert decision.is_moment_near == isinstance(waited, Show)


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
    capped = decide(CAMPAIGN, History((NOON - 20 * DAY, NOON - 2 * DAY)), moment())
    assert isinstance(capped, Hold)
    assert capped.until == NOON + 10 * DAY


# -- what is recorded ---------------------------------------------------------------------------------------------


def test_a_showing_counts_as_later_before_anybody_answers() -> None:
    shown = record_shown(History(articles_since=9), NOON)
    assert shown == History((NOON,), 1, Answer.LATER, NOON, 0)


@pytest.mark.parametrize("answer", [Answer.NO_THANKS, Answer.NEVER])
def test_a_showing_that_should_not_have_been_undoes_no_answer(answer: Answer) -> None:
    shown = record_shown(after(answer), NOON)
    assert (shown.answer, shown.answered_at, shown.shown_at[-1]) == (answer, NOON - 2 * DAY, NOON)


@pytest.mark.parametrize("seconds", [0, 30])
def test_later_said_to_an_appeal_counts_once(seconds: int) -> None:
    shown = record_shown(History(), NOON)
    answered = record_answer(shown, Answer.LATER, NOON + timedelta(seconds=seconds))
    assert answered.later_count == shown.later_count == 1
    again = record_shown(answered, NOON + 10 * DAY)
    assert record_answer(again, Answer.LATER, NOON + 10 * DAY + MINUTE).later_count == 2


@pytest.mark.parametrize("answer", [Answer.NO_THANKS, Answer.NEVER])
def test_no_begins_the_ladder_anew(answer: Answer) -> None:
    answered = record_answer(record_shown(after(Answer.LATER, 3), NOON), answer, NOON + MINUTE)
    assert (answered.later_count, answered.answer, answered.answered_at) == (0, answer, NOON + MINUTE)


def test_an_article_counts_from_the_last_answer() -> None:
    history = record_article_finished(record_article_finished(after(Answer.LATER, articles=3)))
    assert history.articles_since == 5
    assert record_answer(history, Answer.LATER, NOON).articles_since == 0


def test_showings_are_kept_long_enough_for_every_cap() -> None:
    history = History()
    for days in range(200):
        history = record_shown(history, NOON + days * DAY)
    assert len(history.shown_at) >= max(most for _, most in CAPS)
    assert history.shown_at[-1] == NOON + 199 * DAY


@pytest.mark.parametrize(
    ("language", "expected"),
    [("ru", ("ru", "Поддержите.")), ("ru-RU", ("ru", "Поддержите.")), ("tr", ("en", "Please give."))],
)
def test_the_message_is_in_the_asked_language_else_in_english(language: str, expected: tuple[str, str]) -> None:
    assert CAMPAIGN.message_in(language) == expected


def test_without_english_any_message_is_better_than_none() -> None:
    assert replace(CAMPAIGN, message={"uk": "Підтримайте."}).message_in("tr") == ("uk", "Підтримайте.")
    with pytest.raises(ValueError, match="no message"):
        replace(CAMPAIGN, message={}).message_in("en")


# -- any life, any clock ------------------------------------------------------------------------------------------

ANSWERS = st.sampled_from([Answer.LATER] * 6 + [Answer.NO_THANKS] * 2 + [Answer.NEVER, None])
# Hours between two ends of an article; below zero somebody set the clock back.
HOURS = st.one_of(st.integers(0, 72), st.integers(-24 * 800, 24 * 800))
LIVES = st.lists(st.tuples(HOURS, ANSWERS), max_size=60)


@pytest.mark.conforms("SW-22", "B-75")
@given(life=LIVES)
@example(life=[(24 * 8, Answer.LATER)] * 60)
@example(life=[(24 * 366, Answer.NO_THANKS), (1, Answer.LATER), (25, None), (-5000, None), (6000, None)] * 3)
def test_no_life_and_no_clock_is_asked_more_often_than_the_caps(life: list[tuple[int, Answer | None]]) -> None:
    history, now = History(), NOON
    shown: list[datetime] = []
    is_over = False
    for hours, answer in life:
        now += timedelta(hours=hours)
        history = record_article_finished(history)
        if not isinstance(decide(CAMPAIGN, history, moment(now)), Show):
            continue
        assert not is_over, "somebody chose not to be asked again"
        shown.append(now)
        history = record_shown(history, now)
        if answer is not None:
            history = record_answer(history, answer, now + MINUTE)
            is_over = answer is Answer.NEVER
    for span, most in CAPS:
        for end in shown:
            assert len([at for at in shown if end - span < at <= end]) <= most


def next_showing(history: History, since: datetime) -> datetime | None:
    """The first day on which the appeal would be shown, with as many articles as one likes."""
    well_read = replace(history, articles_since=1000)
    for days in range(800):
        if isinstance(decide(CAMPAIGN, well_read, moment(since + days * DAY)), Show):
            return since + days * DAY
    return None


@given(life=LIVES, extra_hours=st.integers(0, 24 * 400))
@example(life=[(0, Answer.NO_THANKS)], extra_hours=24)
def test_one_more_showing_never_brings_the_next_nearer(
    life: list[tuple[int, Answer | None]], extra_hours: int
) -> None:
    history, now = History(), NOON
    for hours, answer in life[:8]:
        now += timedelta(hours=abs(hours))
        history = record_shown(history, now)
        if answer is not None:
            now += MINUTE
            history = record_answer(history, answer, now)
    now += timedelta(hours=extra_hours)
    once_more = record_shown(history, now)
    nearest, later = next_showing(history, now), next_showing(once_more, now)
    assert later is None or (nearest is not None and later >= nearest)
