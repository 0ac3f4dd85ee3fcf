"""The page for people: whole, escaped, and without what shuts a reader out."""

import pytest

from tests.conformance.checklist import ROOT, load_checklist
from tests.conformance.citations import citations_of, rows_cited
from tests.conformance.judgement import make_report
from tests.conformance.made_up import CHECKLIST, SHOWN, evidence, report
from tests.conformance.page import as_page
from tests.conformance.page_check import problems

GOOD = (
    '<!DOCTYPE html><html lang="en"><head><title>T</title><style>p { color: red; }</style></head><body>'
    '<h1>One</h1><p><a href="#x">There</a></p><h2 id="x">Two</h2><table><caption>C</caption>'
    '<tr><th scope="col">A</th><th scope="col">B</th></tr><tr><th scope="row">a</th><td>b</td></tr></table>'
    "</body></html>"
)


@pytest.mark.conforms("DS-2", "DS-4")
def test_the_real_page_has_no_problems_and_every_row() -> None:
    checklist, cited = load_checklist(), rows_cited(citations_of(ROOT))
    page = as_page(
        checklist, [make_report(checklist, cited, evidence(), own) for own in ("home", "public")], evidence()
    )
    assert problems(page) == []
    assert [row.id for row in checklist.rows if f'id="{row.id}"' not in page] == []
    assert "version 0.1.0" in page
    assert "2026-11-25" in page


def test_a_row_says_needs_levels_remarks_and_tests() -> None:
    page = as_page(CHECKLIST, [report("home"), report("public")], evidence())
    assert problems(page) == []
    assert (
        '<tr id="SW-02"><th scope="row">SW-02</th><td>Colours.</td><td>Supports</td><td>Partially supports</td>'
        "<td><p>At home: Mostly.</p><p>At a public kiosk: Mostly. No shapes.</p></td>" in page
    )
    # A remark that says where it holds is not told twice.
    assert "<td><p>At home it is open.</p><p>At a public kiosk: Not there yet.</p></td>" in page
    assert "Names &amp; &lt;signs&gt;." in page
    assert f"<summary>1 test</summary><ul><li><code>{SHOWN}</code></li></ul>" in page
    assert "<summary>1 procedure</summary>" in page
    assert '<a href="#SW-01">SW-01</a>, <a href="#SW-02">SW-02</a>' in page
    assert "<td>No video.</td>" in page
    assert "<li>EN, chapter 9: No web page.</li>" in page


def test_a_good_page_has_no_problems() -> None:
    assert problems(GOOD) == []


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ("<!DOCTYPE html>", "", "HTML"),
        (' lang="en"', "", "language"),
        ("<title>T</title>", "", "title"),
        ("<title>T</title>", "<title> </title>", "empty"),
        ("<h1>One</h1>", "", "above all others"),
        ("<h1>One</h1>", "<h1>One</h1><h1>Two</h1>", "above all others"),
        ('<h2 id="x">Two</h2>', '<h3 id="x">Two</h3>', "heading of level 3"),
        ('<h2 id="x">Two</h2>', "<h2>Two</h2>", "not here"),
        ('href="#x"', 'href="http://a.example"', "not here"),
        ("<caption>C</caption>", "", "caption"),
        ('<th scope="row">a</th>', "<th>a</th>", "header cell"),
        ("<td>b</td>", "", "one length"),
        ("<p>", "<p><script>x</script>", "script"),
        ("<p>", '<p onclick="x">', "onclick"),
        ("<p>", '<p><img src="a.png">', "loads"),
        ("<p>", "<p><img>", "picture"),
        ("<p>", '<p id="x">', "one name"),
        ("<p>", '<p tabindex="3">', "order"),
        ("</p>", "", "closes something else"),
        ("</body></html>", "</body>", "never closed"),
        ("color: red", "background: url(a.png)", "style"),
    ],
)
def test_the_check_itself_finds(before: str, after: str, problem: str) -> None:
    assert before in GOOD
    assert any(problem in found for found in problems(GOOD.replace(before, after, 1)))
