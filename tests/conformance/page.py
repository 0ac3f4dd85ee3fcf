"""The report as a page for people: one HTML file with both profiles, without scripts, that reads well aloud."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from tests.conformance.checklist import Chapter, Checklist, Criterion, Level, Row
from tests.conformance.evidence import Evidence
from tests.conformance.judgement import Report, Verdict, word_of
from tests.conformance.openacr import METHODS, SETTING, is_claimed

TABLES = (
    ("FP", "Functional performance: has anybody been forgotten?"),
    ("CF", "Closed functionality: what a kiosk must do by itself"),
    ("HW", "The machine, where it reaches into software and guide"),
    ("SW", "Software"),
    ("DS", "Documents and support"),
)
STYLE = """
:root { color-scheme: light dark; }
body { font: 1.125rem/1.6 sans-serif; margin: 0 auto; max-width: 80rem; padding: 1rem; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0 2rem; }
caption { text-align: start; font-weight: bold; padding: .5rem 0; }
th, td { border: 1px solid; padding: .5rem; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
a { text-decoration: underline; }
a:focus-visible, summary:focus-visible { outline: .25rem solid; outline-offset: .125rem; }
code { font-size: 1rem; }
"""
WHAT_IT_IS = (
    "The levels on this page are made by a program from the outcomes of tests; nobody writes them by hand. "
    "“Supports” means that every test of a row passed in this run and that nothing is known to be missing. "
    "“Partially supports” means that something is missing, or was not shown in this run; the remark says what. "
    "“Does not support” means that it is missing, or that a test of it failed. "
    "“Not applicable” always comes with its reason."
)
WHAT_IT_IS_NOT = (
    "It is no certificate, and nobody outside the project has looked at it. A test shows what it does on the "
    "machine that it ran on. Whether people with disabilities can work with the program is known only when they "
    "have tried it."
)


def as_page(checklist: Checklist, reports: Sequence[Report], evidence: Evidence) -> str:
    """Return the page of several profiles, from one run."""
    title = f"Aloud {evidence.version}: accessibility conformance report"
    chapters = [chapter for chapter in checklist.chapters if not chapter.is_left_out]
    contents = [
        ("about", "About this report"),
        ("levels", "How many of each level"),
        ("checklist", "The checklist"),
    ]
    contents += [(chapter.id, chapter.label) for chapter in chapters]
    contents.append(("left-out", "What was left out"))
    parts = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        '<head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title>",
        f"<style>{STYLE}</style></head>",
        f"<body><header><h1>{escape(title)}</h1></header>",
        '<nav aria-label="Contents"><ul>',
        *(f'<li><a href="#{place}">{escape(label)}</a></li>' for place, label in contents),
        "</ul></nav><main>",
        *_about(reports, evidence),
        *_levels(reports),
        '<h2 id="checklist">The checklist</h2>',
        *(line for prefix, label in TABLES for line in _rows_table(checklist, reports, prefix, label)),
        *(line for chapter in chapters for line in _chapter_table(chapter, reports)),
        '<h2 id="left-out">What was left out</h2>',
        "<ul>",
        *(f"<li>{escape(own.label)}: {escape(own.note)}</li>" for own in checklist.chapters if own.is_left_out),
        "</ul>",
        "</main></body></html>",
    ]
    return "\n".join(parts) + "\n"


def _about(reports: Sequence[Report], evidence: Evidence) -> list[str]:
    total = evidence.total
    facts = [
        ("Product", f"Aloud, version {evidence.version}"),
        *((f"The {own.profile} profile", f"Aloud {SETTING[own.profile]}") for own in reports),
        ("Run", f"{evidence.date}, {evidence.platform}"),
        (
            "Tests in the run",
            f"{total.get('passed', 0)} passed, {total.get('failed', 0)} failed, {total.get('skipped', 0)} skipped",
        ),
        ("Asked of pytest", "; ".join(evidence.commands)),
        ("Standards", "WCAG 2.2; US Section 508 (36 CFR 1194); EN 301 549 V3.2.1"),
    ]
    return [
        '<h2 id="about">About this report</h2>',
        "<dl>",
        *(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in facts),
        "</dl>",
        *(f"<p>{escape(text)}</p>" for text in (METHODS, WHAT_IT_IS, WHAT_IT_IS_NOT)),
    ]


def _levels(reports: Sequence[Report]) -> list[str]:
    rows = [
        [word_of(level), *(str(sum(own.level is level for own in report.rows.values())) for report in reports)]
        for level in Level
        if level is not Level.NOT_EVALUATED
    ]
    head = ["Level", *(f"Rows, {report.profile} profile" for report in reports)]
    return [
        '<h2 id="levels">How many of each level</h2>',
        *_table("Rows of the checklist by level", head, ([escape(cell) for cell in row] for row in rows)),
    ]


def _rows_table(checklist: Checklist, reports: Sequence[Report], prefix: str, label: str) -> list[str]:
    head = ["Row", "Requirement", *(_column(own) for own in reports), "Remarks", "Standards", "Shown by"]
    rows = [
        [
            escape(row.id),
            escape(row.needs),
            *(escape(word_of(report.rows[row.id].level)) for report in reports),
            _remarks([(report, report.rows[row.id]) for report in reports]),
            escape(", ".join(row.clauses)),
            _shown_by(row, reports),
        ]
        for row in checklist.rows
        if row.id.startswith(f"{prefix}-")
    ]
    ids = [row.id for row in checklist.rows if row.id.startswith(f"{prefix}-")]
    return [f"<h3>{escape(label)}</h3>", *_table(label, head, rows, ids)]


def _chapter_table(chapter: Chapter, reports: Sequence[Report]) -> list[str]:
    head = ["Criterion", *(_column(own) for own in reports), "Rows of the checklist and remarks"]
    answers = [_answers(report, chapter) for report in reports]
    rows = [
        [
            escape(f"{criterion.num} {criterion.handle}"),
            *(escape(word_of(own[criterion.num].level)) for own in answers),
            _because(criterion, [own[criterion.num] for own in answers]),
        ]
        for criterion in chapter.criteria
    ]
    note = [f"<p>{escape(chapter.note)}</p>"] if chapter.note else []
    return [f'<h2 id="{chapter.id}">{escape(chapter.label)}</h2>', *note, *_table(chapter.label, head, rows)]


def _answers(report: Report, chapter: Chapter) -> Mapping[str, Verdict]:
    own = next(answers for other, answers in report.chapters if other.id == chapter.id)
    return {criterion.num: verdict for criterion, verdict in own}


def _because(criterion: Criterion, verdicts: Sequence[Verdict]) -> str:
    rows = list(dict.fromkeys(row for verdict in verdicts for row in verdict.rows))
    if rows:
        return ", ".join(f'<a href="#{row}">{row}</a>' for row in rows)
    return escape(verdicts[0].remark)


def _column(report: Report) -> str:
    return {"home": "At home", "public": "At a public kiosk"}[report.profile]


def _remarks(verdicts: Sequence[tuple[Report, Verdict]]) -> str:
    remarks = {verdict.remark for _, verdict in verdicts}
    if len(remarks) == 1:
        return escape(remarks.pop())
    return "".join(f"<p>{escape(_with_place(report, own.remark))}</p>" for report, own in verdicts if own.remark)


def _with_place(report: Report, remark: str) -> str:
    place = _column(report)
    return remark if remark.startswith(place) else f"{place}: {remark}"


def _shown_by(row: Row, reports: Sequence[Report]) -> str:
    claimed = [own.rows[row.id] for own in reports if is_claimed(own.rows[row.id].level)]
    tests = list(dict.fromkeys(test for verdict in claimed for test in verdict.tests))
    names = [*tests, *(row.procedures if claimed else ())]
    if not names:
        return "nothing"
    listed = "".join(f"<li><code>{escape(name)}</code></li>" for name in names)
    return f"<details><summary>{_counted(tests, row.procedures)}</summary><ul>{listed}</ul></details>"


def _counted(tests: Sequence[str], procedures: Sequence[str]) -> str:
    parts = [f"{len(tests)} test{'s' if len(tests) != 1 else ''}"] if tests else []
    parts += [f"{len(procedures)} procedure{'s' if len(procedures) != 1 else ''}"] if procedures else []
    return " and ".join(parts)


def _table(caption: str, head: Sequence[str], rows: Iterable[Sequence[str]], ids: Sequence[str] = ()) -> list[str]:
    """Return a table; the first cell of each row is its header. Cells are HTML, heads and the caption are text."""
    lines = [f"<table><caption>{escape(caption)}</caption>", "<thead><tr>"]
    lines += [f'<th scope="col">{escape(name)}</th>' for name in head]
    lines.append("</tr></thead><tbody>")
    for number, (first, *cells) in enumerate(rows):
        place = f' id="{ids[number]}"' if ids else ""
        told = "".join(f"<td>{cell}</td>" for cell in cells)
        lines.append(f'<tr{place}><th scope="row">{first}</th>{told}</tr>')
    return [*lines, "</tbody></table>"]
