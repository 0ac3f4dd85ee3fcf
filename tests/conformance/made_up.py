"""A small checklist and a small run, made up, for tests of what the report makes of them."""

from collections.abc import Sequence

from tests.conformance.checklist import Checklist, Level, read_chapters, read_rows
from tests.conformance.citations import Citation
from tests.conformance.evidence import Case, Evidence
from tests.conformance.judgement import Report, make_report

SHOWN = "tests/a.py::test_shown"
ALSO = "tests/a.py::test_also"

ROWS = {
    "row": [
        {
            "id": "SW-01",
            "needs": "Names & <signs>.",
            "wcag": ["1.1.1 A"],
            "en": ["5.2"],
            "profiles": ["home", "public"],
            "met_by": "software",
        },
        {
            "id": "SW-02",
            "needs": "Colours.",
            "wcag": ["1.1.1 A", "1.4.1 A"],
            "profiles": ["home", "public"],
            "met_by": "software",
            "remark": "Mostly.",
            "public": {"lacks": ["No shapes."]},
        },
        {
            "id": "SW-03",
            "needs": "Only there.",
            "en": ["5.3"],
            "profiles": ["public"],
            "elsewhere": "At home it is open.",
            "met_by": "software",
            "level": "does-not-support",
            "remark": "Not there yet.",
        },
        {
            "id": "HW-1",
            "needs": "A guide.",
            "en": ["5.5.1"],
            "profiles": ["home", "public"],
            "met_by": "site",
            "procedures": ["README.md#guide"],
        },
    ]
}
CRITERIA = {
    "reason": {"video": {"level": "not-applicable", "remark": "No video."}},
    "chapter": [
        {
            "id": "success_criteria_level_a",
            "label": "WCAG, level A",
            "standard": "WCAG",
            "level": "A",
            "component": "software",
            "criteria": [["1.1.1", "Non-text"], ["1.2.2", "Captions", "video"], ["1.4.1", "Colour"]],
        },
        {
            "id": "en_301_549_generic_requirements",
            "label": "EN, chapter 5",
            "standard": "EN",
            "component": "none",
            "note": "A note.",
            "criteria": [
                ["5.2", "Activation"],
                ["5.3", "Biometrics"],
                ["5.5", "Parts", "heading"],
                ["5.5.1", "Means"],
            ],
        },
        {
            "id": "en_301_549_web",
            "label": "EN, chapter 9",
            "standard": "EN",
            "component": "none",
            "left_out": True,
            "note": "No web page.",
        },
    ],
}

_ROWS = read_rows(ROWS)
CHECKLIST = Checklist(_ROWS, read_chapters(CRITERIA), {row.id: row for row in _ROWS})
CITED = {"SW-01": [Citation(SHOWN, ("SW-01",), ())], "SW-02": [Citation(ALSO, ("SW-02",), ("long",))]}


def evidence(shown: Sequence[str] = ("passed",), also: Sequence[str] = ("passed", "passed")) -> Evidence:
    """Return a run in which the cases of the two tests became what is said."""
    cases = {f"{SHOWN}[{n}]": Case(became) for n, became in enumerate(shown)}
    cases |= {f"{ALSO}[{n}]": Case(became, "takes minutes") for n, became in enumerate(also)}
    return Evidence("0.1.0", "2026-11-25", "Linux", ["tests"], {"passed": 3}, cases)


def report(profile: str = "public", run: Evidence | None = None) -> Report:
    """Return what is made of a run, else of one in which all passed."""
    return make_report(CHECKLIST, CITED, run or evidence(), profile)


def level_of(made: Report, num: str) -> Level:
    """Return how far a criterion is met."""
    return next(verdict.level for _, answers in made.chapters for own, verdict in answers if own.num == num)
