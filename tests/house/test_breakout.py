"""The list of ways out of a public kiosk: it is whole, and each row is tried by a test or closed by a recipe."""

import tomllib
from functools import cache
from typing import Any

import pytest

from tests.conformance.checklist import ROOT
from tests.conformance.citations import Citation, citations_of, rows_cited

NUMBERS = (*range(1, 23), *range(30, 42), *range(50, 63), *range(70, 81), *range(90, 95))
ROWS: list[dict[str, Any]] = tomllib.loads((ROOT / "tests/conformance/breakout.toml").read_text("utf-8"))["row"]
# Keys of a Windows machine, edges of its screen, its ease of access; what a machine does before the program runs.
BY_THE_SYSTEM_ALONE = {"B-03", "B-05", "B-07", "B-09", "B-10", "B-30", "B-59", "B-71", "B-74", "B-91", "B-93"}


@cache
def cited() -> dict[str, list[Citation]]:
    """Return the tests by row."""
    return dict(rows_cited(citations_of(ROOT)))


def row_id(row: dict[str, Any]) -> str:
    return str(row["id"])


def test_every_row_is_there_once_and_in_order() -> None:
    assert [row["id"] for row in ROWS] == [f"B-{number:02}" for number in NUMBERS]
    assert all(row["attempt"] and set(row) <= {"id", "attempt", "recipes"} for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=row_id)
def test_a_row_is_tried_or_closed_by_a_recipe(row: dict[str, Any]) -> None:
    is_tried = bool(cited().get(row["id"]))
    if row["id"] in BY_THE_SYSTEM_ALONE:
        assert row.get("recipes")
    else:
        assert is_tried, "no test tries it, though it can be tried here"


@pytest.mark.parametrize("row", [row for row in ROWS if "recipes" in row], ids=row_id)
def test_a_recipe_has_the_line_that_closes_it(row: dict[str, Any]) -> None:
    for name, line in row["recipes"]:
        assert name.startswith("packaging/")
        assert line in (ROOT / name).read_text("utf-8").splitlines(), f"{name} lacks the line: {line}"


def test_no_test_cites_a_way_out_that_is_not_there() -> None:
    assert {row for row in cited() if row.startswith("B-")} <= {row["id"] for row in ROWS}
