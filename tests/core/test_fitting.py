"""The three questions about comfort: their order, what each answer does, and that all can be undone."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.fitting import (
    QUESTIONS,
    Ask,
    Chosen,
    Effect,
    Event,
    Fitting,
    Hear,
    Hush,
    Left,
    Pace,
    PutBack,
    Question,
    Restore,
    WentBack,
    WentOn,
    When,
    is_due,
    keys_about_comfort,
    step,
    text_sizes,
)
from kiosk.core.settings import FASTEST_WPM, OPTIONS, SIZE_LADDER_PT, SLOWEST_WPM, Profile, Wishes, resolve

BEFORE = Wishes({"text_size": 36, "rate.ru": 200}, {"theme": "night"})
CHOICES = (Chosen("text_size", 64), Chosen("theme", "paper"), Chosen("rate", 220), Chosen("voice", "a:b"))
EVENTS: tuple[Event, ...] = (*CHOICES, WentOn(), WentBack(), PutBack(), Left())
LASTING = (WentOn(), WentBack(), PutBack(), *CHOICES)


def walk(*events: Event) -> tuple[Fitting, list[Effect]]:
    """Return where some events lead from the beginning, and all that was done on the way."""
    fitting, done = Fitting(BEFORE), list[Effect]()
    for event in events:
        fitting, effects = step(fitting, event)
        done += effects
    return fitting, done


# -- the order -------------------------------------------------------------------------------------------------


def test_three_questions_in_order() -> None:
    asked = []
    fitting = Fitting(BEFORE)
    while not fitting.is_over:
        asked.append(fitting.question)
        fitting, _effects = step(fitting, WentOn())
    assert asked == [Question.SIZE, Question.COLOURS, Question.VOICE] == list(QUESTIONS)


def test_before_the_first_question_there_is_none() -> None:
    fitting = Fitting(BEFORE)
    assert step(fitting, WentBack()) == (fitting, ())


@given(st.lists(st.sampled_from(LASTING)))
def test_back_after_forward_is_where_one_was(events: list[Event]) -> None:
    fitting, _done = walk(*events)
    if not fitting.is_over and not fitting.is_last:
        there, _effects = step(fitting, WentOn())
        assert step(there, WentBack())[0] == fitting


@given(st.lists(st.sampled_from(EVENTS)), st.sampled_from(EVENTS))
def test_nothing_happens_after_the_end(events: list[Event], late: Event) -> None:
    fitting, _done = walk(*events, Left())
    assert fitting.is_over
    assert step(fitting, late) == (fitting, ())


@given(st.lists(st.sampled_from(EVENTS)))
def test_one_press_leaves_from_anywhere(events: list[Event]) -> None:
    fitting, _done = walk(*events)
    assert step(fitting, Left())[0].is_over


# -- answers ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "own"),
    [(Question.SIZE, {"text_size"}), (Question.COLOURS, {"theme"}), (Question.VOICE, {"rate", "voice"})],
)
def test_an_answer_sets_what_was_asked_for_and_nothing_else(question: Question, own: set[str]) -> None:
    fitting = Fitting(BEFORE, QUESTIONS.index(question))
    for choice in CHOICES:
        following, effects = step(fitting, choice)
        assert following == fitting, "a choice never leads to another question by itself"
        asked = [effect for effect in effects if isinstance(effect, Ask)]
        assert asked == ([Ask(choice.option, choice.value)] if choice.option in own else [])


def test_a_press_that_comes_too_late_changes_nothing() -> None:
    fitting, _done = walk(WentOn())
    assert step(fitting, Chosen("text_size", 64)) == (fitting, ())


@given(st.lists(st.sampled_from(EVENTS)))
def test_putting_back_restores_what_was_there_before_the_first_question(events: list[Event]) -> None:
    fitting, _done = walk(*events)
    following, effects = step(fitting, PutBack())
    assert following == fitting, "one stays at the question"
    if not fitting.is_over:
        assert [effect for effect in effects if isinstance(effect, Restore)] == [Restore(BEFORE)]


@given(st.lists(st.sampled_from(EVENTS)))
def test_leaving_keeps_what_was_chosen_so_far(events: list[Event]) -> None:
    fitting, _done = walk(*events)
    _over, effects = step(fitting, Left())
    assert not [effect for effect in effects if isinstance(effect, Ask | Restore)]


# -- the sample ------------------------------------------------------------------------------------------------


def test_it_is_heard_when_the_question_about_the_voice_comes_and_at_each_change() -> None:
    fitting, done = walk(WentOn(), Chosen("theme", "paper"), WentOn())
    assert done == [Hush(), Hush(), Ask("theme", "paper"), Hush(), Hear()]
    for event, effect in ((Chosen("rate", 220), Ask("rate", 220)), (PutBack(), Restore(BEFORE))):
        assert step(fitting, event)[1] == (Hush(), effect, Hear())


@given(st.lists(st.sampled_from(EVENTS)), st.sampled_from(EVENTS))
def test_it_is_silenced_before_anything_else_and_by_whatever_leads_on(events: list[Event], event: Event) -> None:
    fitting, _done = walk(*events)
    following, effects = step(fitting, event)
    if effects:
        assert effects[0] == Hush()
    if following != fitting:
        assert Hush() in effects
    if following.is_over or following.question is not Question.VOICE:
        assert Hear() not in effects


# -- what is offered -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("profile", list(Profile))
def test_five_sizes_that_can_be_told_apart_the_usual_one_among_them(profile: Profile) -> None:
    usual = resolve(profile, {}).text_size
    sizes = text_sizes(usual)
    assert len(sizes) == 5
    assert sizes[1] == usual
    assert set(sizes) <= set(SIZE_LADDER_PT), "from each of them the keys + and - go on"
    assert all(larger >= 1.4 * smaller for smaller, larger in pairwise(sizes))


def test_the_sizes_are_those_that_are_written_down() -> None:
    assert text_sizes(32) == (20, 32, 48, 72, 120)
    assert text_sizes(40) == (24, 40, 64, 96, 144)


def test_paces_are_rates_that_can_be_asked_for_with_the_usual_one_among_them() -> None:
    assert all(SLOWEST_WPM <= pace.value <= FASTEST_WPM for pace in Pace)
    assert [pace.value for pace in Pace] == sorted(pace.value for pace in Pace)
    assert resolve(Profile.PUBLIC, {}).rate == Pace.USUAL.value == resolve(Profile.HOME, {}).rate


def test_what_can_be_changed_is_what_is_put_back() -> None:
    keys = keys_about_comfort(["ru", "en"])
    assert keys == ("text_size", "theme", "rate", "voice", "rate.en", "voice.en", "rate.ru", "voice.ru")
    per_language = {option.name for option in OPTIONS if option.is_per_language}
    assert {choice.option for choice in CHOICES} == {key for key in keys if "." not in key}
    assert {key.partition(".")[0] for key in keys if "." in key} == {"rate", "voice"} <= per_language


# -- when ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("is_remembered", [False, True])
def test_every_visit_begins_with_them_at_a_public_kiosk(is_remembered: bool) -> None:
    when = When(resolve(Profile.PUBLIC, {}).fitting)
    assert is_due(when, is_article_named=False, is_anything_remembered=is_remembered)
    assert not is_due(when, is_article_named=True, is_anything_remembered=is_remembered)


def test_at_home_only_the_very_first_start_does() -> None:
    when = When(resolve(Profile.HOME, {}).fitting)
    assert is_due(when, is_article_named=False, is_anything_remembered=False)
    assert not is_due(when, is_article_named=False, is_anything_remembered=True)
    assert not is_due(when, is_article_named=True, is_anything_remembered=False)


@pytest.mark.parametrize("is_named", [False, True])
@pytest.mark.parametrize("is_remembered", [False, True])
def test_never_is_never(is_named: bool, is_remembered: bool) -> None:
    assert not is_due(When.NEVER, is_named, is_remembered)


def test_the_settings_words_are_those_of_the_core() -> None:
    option = next(option for option in OPTIONS if option.name == "fitting")
    assert set(option.values) == {when.value for when in When}
