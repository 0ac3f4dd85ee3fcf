"""The accessibility checklist: it is whole, it cites what exists, and each row is shown by something or owns up.

What the report makes of it is tested in tests/conformance.
"""

import re
from functools import cache

import pytest

from tests.conformance.checklist import MET_BY, PROFILES, ROOT, Chapter, Criterion, Level, Row, load_checklist
from tests.conformance.citations import Citation, citations_of, rows_cited

TWO_DIGITS = ("CF", "SW")
TABLES = {"FP": 11, "CF": 32, "HW": 9, "SW": 49, "DS": 4}
CLAUSE = re.compile(r"(?:WCAG|EN|508) \d+(?:\.\d+)*")
CHECKLIST = load_checklist()


@cache
def cited() -> dict[str, list[Citation]]:
    """Return the tests by row."""
    return dict(rows_cited(citations_of(ROOT)))


def row_id(row: Row) -> str:
    return row.id


def test_every_row_of_every_table_is_there_once_and_in_order() -> None:
    expected = [
        f"{table}-{number:02}" if table in TWO_DIGITS else f"{table}-{number}"
        for table, count in TABLES.items()
        for number in range(1, count + 1)
    ]
    assert [row.id for row in CHECKLIST.rows] == expected


@pytest.mark.parametrize("row", CHECKLIST.rows, ids=row_id)
def test_a_row_is_complete(row: Row) -> None:
    assert row.needs.endswith(".")
    assert len(row.needs.split()) <= 30, "the requirement is not short"
    assert row.met_by in MET_BY
    assert set(row.profiles) <= set(PROFILES)
    assert row.profiles
    assert bool(row.elsewhere) == (len(row.profiles) < len(PROFILES)), (
        "says why it does not concern a profile, or not"
    )
    assert all(CLAUSE.fullmatch(clause) for clause in row.clauses)
    assert row.clauses or row.id == "DS-4"
    for profile in row.profiles:
        standing = row.standing[profile]
        assert standing.level in (None, Level.DOES_NOT, Level.NOT_APPLICABLE), "tests decide what is met"
        assert standing.level is None or standing.remark, "it does not say why"
        assert all(text.endswith(".") for text in (*standing.lacks, standing.remark) if text)


@pytest.mark.parametrize("row", CHECKLIST.rows, ids=row_id)
def test_a_row_is_shown_by_something_or_owns_up(row: Row) -> None:
    for profile in row.profiles:
        standing = row.standing[profile]
        if standing.level is None:
            assert cited().get(row.id) or row.procedures, (
                "no test cites it, no procedure shows it, and it owns up to nothing"
            )
        else:
            assert not cited().get(row.id), (
                f"a test shows it, yet it is called {standing.level}: say what it lacks instead"
            )


@pytest.mark.parametrize("row", [row for row in CHECKLIST.rows if row.met_by == "site"], ids=row_id)
def test_what_software_cannot_do_alone_is_never_claimed_whole(row: Row) -> None:
    for profile in row.profiles:
        assert row.standing[profile].level or row.standing[profile].lacks


def test_no_test_cites_a_row_that_is_not_there() -> None:
    # Ways out of a public kiosk have a list of their own: test_breakout.py.
    assert {row for row in cited() if not row.startswith("B-")} <= {row.id for row in CHECKLIST.rows}


@pytest.mark.parametrize("row", [row for row in CHECKLIST.rows if row.procedures], ids=row_id)
def test_a_written_procedure_is_there(row: Row) -> None:
    for procedure in row.procedures:
        name, _, place = procedure.partition("#")
        headings = re.findall(r"^#+ (.+)$", (ROOT / name).read_text("utf-8"), re.MULTILINE)
        assert place in [anchor_of(heading) for heading in headings], f"{name} has no heading for {place}"


def anchor_of(heading: str) -> str:
    """Return what a heading is called in a link."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


# -- the criteria of the standards -------------------------------------------------------------------------------

CRITERIA = [(chapter, criterion) for chapter in CHECKLIST.chapters for criterion in chapter.criteria]


@pytest.mark.parametrize(
    ("chapter", "criterion"), CRITERIA, ids=[f"{chapter.id}-{criterion.num}" for chapter, criterion in CRITERIA]
)
def test_a_criterion_is_answered_by_rows_or_by_a_reason_and_not_by_both(
    chapter: Chapter, criterion: Criterion
) -> None:
    rows = CHECKLIST.rows_for(chapter, criterion)
    if criterion.is_heading:
        assert not rows
        assert any(other.num.startswith(f"{criterion.num}.") for other in chapter.criteria)
    else:
        assert bool(rows) != bool(criterion.remark), "no row cites it and no reason is given, or both"
    if criterion.level is Level.NOT_EVALUATED:
        assert chapter.level_letters == "AAA", "only criteria of level AAA may be left out of the evaluation"
    assert criterion.level is not Level.SUPPORTS, "what is met is shown by rows"


def test_every_clause_of_a_row_that_the_report_has_a_table_for_is_a_criterion_there() -> None:
    known = {f"{chapter.standard} {criterion.num}" for chapter, criterion in CRITERIA}
    assert {clause for row in CHECKLIST.rows for clause in row.clauses} - known == set()


def test_success_criteria_are_cited_with_the_level_that_they_have() -> None:
    levels = {c.num: chapter.level_letters for chapter, c in CRITERIA if chapter.standard == "WCAG"}
    text = (ROOT / "tests/conformance/rows.toml").read_text("utf-8")
    written = re.findall(r'"(\d\.\d+\.\d+) (A+)"', text)
    assert len(written) > 60
    assert [(num, level) for num, level in written if levels.get(num) != level] == []


@pytest.mark.parametrize(
    ("chapter", "count"),
    [
        ("success_criteria_level_a", 32),
        ("success_criteria_level_aa", 24),
        ("success_criteria_level_aaa", 31),
        ("functional_performance_criteria", 9),
        ("hardware", 55),
        ("software", 26),
        ("support_documentation_and_services", 5),
        ("en_301_549_functional_performance", 11),
        ("en_301_549_generic_requirements", 39),
        ("en_301_549_hardware", 33),
        ("en_301_549_software", 31),
        ("en_301_549_documentation_and_support_services", 7),
    ],
)
def test_no_criterion_is_missing(chapter: str, count: int) -> None:
    own = next(own for own in CHECKLIST.chapters if own.id == chapter)
    assert len({criterion.num for criterion in own.criteria}) == len(own.criteria) == count


def test_the_checks_themselves() -> None:
    assert anchor_of("For every eye, ear and hand") == "for-every-eye-ear-and-hand"
    assert not CLAUSE.fullmatch("EN 5.1.3.")
