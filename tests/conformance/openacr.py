"""The report as OpenACR has it: a YAML file for each profile, to be read by programs.

Source: https://github.com/GSA/openacr, schema openacr-0.1.0; criteria, components and terms are those of the
catalogue named in ``CATALOGUE``. That catalogue has no component of its own for closed functionality: what is said
of software in the public profile's file is said of software that is closed.
"""

from collections.abc import Mapping
from typing import Any

import yaml

from tests.conformance.checklist import Chapter, Criterion, Level
from tests.conformance.evidence import Evidence
from tests.conformance.judgement import Report, Verdict, sentences

CATALOGUE = "2.5-edition-wcag-2.2-508-eu-en"
SETTING = {
    "home": "on a computer of one's own, where other assistive technology can be used (open functionality)",
    "public": "at a public kiosk, where nothing can be installed, and only headphones and keys attached (closed "
    "functionality)",
}
METHODS = (
    "Every level is made from the outcomes of automated tests that cite rows of the project's own "
    "checklist, from written procedures, and from what is known to be missing. Tests drive the real "
    "program with keys and over the accessibility bus, record its sound, measure its pictures, and try "
    "its parts one by one. A row is met only when all of its tests passed in the run that is named here; "
    "a criterion only when all rows that answer it are met. No people were asked in this run, and no "
    "other assistive technology was tried than the tests name."
)


def product_notes(profile: str, evidence: Evidence) -> str:
    """Say what the report is about and which run it stands on."""
    total = evidence.total
    return sentences(
        f"This report is about the {profile} profile: Aloud {SETTING[profile]}.",
        f"It was made from a run on {evidence.date} ({evidence.platform}): {total.get('passed', 0)} tests passed, "
        f"{total.get('failed', 0)} failed, {total.get('skipped', 0)} were skipped.",
        "EN 301 549 is cited in version 3.2.1, WCAG in version 2.2.",
    )


def as_openacr(report: Report, evidence: Evidence, project: Mapping[str, Any]) -> dict[str, Any]:
    """Return the report as OpenACR's properties; ``project`` is the table of that name in pyproject.toml."""
    author = project["authors"][0]
    contact = {"name": author["name"], "email": author.get("email", "")}
    return {
        "title": f"Aloud Accessibility Conformance Report, {report.profile} profile",
        "product": {
            "name": f"Aloud, {report.profile} profile",
            "version": evidence.version,
            "description": project["description"],
        },
        "author": contact,
        "vendor": dict(contact),
        "report_date": evidence.date,
        "last_modified_date": evidence.date,
        "version": 1,
        "notes": product_notes(report.profile, evidence),
        "evaluation_methods_used": METHODS,
        "license": project["license"],
        "catalog": CATALOGUE,
        "chapters": {chapter.id: _chapter(chapter, answers) for chapter, answers in report.chapters},
    }


def _chapter(chapter: Chapter, answers: tuple[tuple[Criterion, Verdict], ...]) -> dict[str, Any]:
    if chapter.is_left_out:
        return {"notes": chapter.note, "disabled": True}
    criteria = [_answer(chapter, criterion, verdict) for criterion, verdict in answers]
    return {"notes": chapter.note, "criteria": criteria}


def _answer(chapter: Chapter, criterion: Criterion, verdict: Verdict) -> dict[str, Any]:
    shown = [*verdict.tests, *verdict.procedures]
    notes = sentences(
        verdict.remark, f"Shown by: {', '.join(shown)}." if shown and is_claimed(verdict.level) else ""
    )
    adherence = {"level": str(verdict.level), "notes": notes}
    return {"num": criterion.num, "components": [{"name": chapter.component, "adherence": adherence}]}


def is_claimed(level: Level) -> bool:
    """Whether a level claims something, so that what shows it must be named."""
    return level in (Level.SUPPORTS, Level.PARTIALLY)


def as_yaml(properties: Mapping[str, Any]) -> str:
    """Write properties as YAML, in their order."""
    return yaml.safe_dump(dict(properties), sort_keys=False, allow_unicode=True, width=110)
