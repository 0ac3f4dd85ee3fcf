"""From tests to levels: nothing is claimed that was not shown in the run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conformance.checklist import PROFILES, Level
from tests.conformance.evidence import WEIGHT
from tests.conformance.judgement import sentences, together, word_of
from tests.conformance.made_up import ALSO, CHECKLIST, SHOWN, evidence, level_of, report

OUTCOMES = st.lists(st.sampled_from(WEIGHT), max_size=4)


@pytest.mark.parametrize(
    ("cases", "level"),
    [
        (["passed"], Level.SUPPORTS),
        (["passed", "passed"], Level.SUPPORTS),
        (["passed", "failed"], Level.DOES_NOT),
        (["failed"], Level.DOES_NOT),
        (["passed", "skipped"], Level.PARTIALLY),
        (["left_out", "passed"], Level.PARTIALLY),
        (["skipped"], Level.DOES_NOT),
        (["left_out"], Level.DOES_NOT),
        ([], Level.DOES_NOT),
    ],
)
def test_what_the_tests_say_is_the_level(cases: list[str], level: Level) -> None:
    assert report(run=evidence(shown=cases)).rows["SW-01"].level is level


@given(shown=OUTCOMES, also=OUTCOMES)
def test_supports_means_that_all_passed_and_nothing_is_missing(shown: list[str], also: list[str]) -> None:
    for profile in PROFILES:
        made = report(profile, evidence(shown, also))
        for row, cases in (("SW-01", shown), ("SW-02", also)):
            has_all = set(cases) == {"passed"} and not CHECKLIST.row_of[row].standing[profile].lacks
            assert (made.rows[row].level is Level.SUPPORTS) == has_all
            if "failed" in cases or "passed" not in cases:
                assert made.rows[row].level is Level.DOES_NOT


def test_what_was_not_shown_is_said_with_its_reason() -> None:
    made = report(run=evidence(shown=["failed"], also=["passed", "left_out", "left_out"]))
    assert f"Not run, or not all of it: {ALSO} (takes minutes)." in made.rows["SW-02"].remark
    assert f"Failed in this run: {SHOWN}." in made.rows["SW-01"].remark


def test_a_test_that_the_run_never_saw_was_not_shown() -> None:
    verdict = report(run=evidence(shown=[])).rows["SW-01"]
    assert f"{SHOWN} (not asked for)." in verdict.remark
    assert verdict.tests == ()
    assert "nothing is claimed" in verdict.remark


def test_what_is_missing_holds_in_its_profile_and_keeps_from_more_than_partially() -> None:
    home, public = report("home").rows["SW-02"], report("public").rows["SW-02"]
    assert (home.level, home.remark) == (Level.SUPPORTS, "Mostly.")
    assert (public.level, public.remark) == (Level.PARTIALLY, "Mostly. No shapes.")


def test_what_does_not_concern_a_profile_says_why() -> None:
    home, public = report("home").rows["SW-03"], report("public").rows["SW-03"]
    assert (home.level, home.remark) == (Level.NOT_APPLICABLE, "At home it is open.")
    assert (public.level, public.remark) == (Level.DOES_NOT, "Not there yet.")


def test_a_written_procedure_shows_a_row_by_itself() -> None:
    verdict = report().rows["HW-1"]
    assert (verdict.level, verdict.procedures) == (Level.SUPPORTS, ("README.md#guide",))


def test_a_criterion_is_what_its_rows_are_together() -> None:
    home, public = report("home"), report("public")
    assert level_of(home, "1.1.1") is Level.SUPPORTS
    assert level_of(public, "1.1.1") is Level.PARTIALLY
    assert level_of(public, "1.2.2") is Level.NOT_APPLICABLE
    assert level_of(home, "5.3") is Level.NOT_APPLICABLE
    assert level_of(public, "5.3") is Level.DOES_NOT
    assert level_of(public, "5.5") is Level.SUPPORTS


@pytest.mark.parametrize(
    ("levels", "whole"),
    [
        ([Level.SUPPORTS, Level.SUPPORTS], Level.SUPPORTS),
        ([Level.SUPPORTS, Level.DOES_NOT], Level.PARTIALLY),
        ([Level.SUPPORTS, Level.PARTIALLY], Level.PARTIALLY),
        ([Level.DOES_NOT, Level.DOES_NOT], Level.DOES_NOT),
        ([Level.NOT_APPLICABLE, Level.DOES_NOT], Level.DOES_NOT),
        ([Level.NOT_APPLICABLE, Level.SUPPORTS], Level.SUPPORTS),
        ([Level.NOT_APPLICABLE], Level.NOT_APPLICABLE),
        ([Level.NOT_EVALUATED], Level.NOT_EVALUATED),
    ],
)
def test_levels_together(levels: list[Level], whole: Level) -> None:
    assert together(levels) is whole
    assert together(reversed(levels)) is whole


def test_words() -> None:
    assert word_of(Level.PARTIALLY) == "Partially supports"
    assert sentences(" One.", "", "Two. ") == "One. Two."
