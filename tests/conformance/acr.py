"""Writes the conformance report from the evidence in a folder; ``make acr`` runs it after the tests.

Usage: python -m tests.conformance.acr FOLDER

FOLDER holds ``evidence*.json``, as the plugin writes it. The report is written beside it: ``aloud-home.yaml`` and
``aloud-public.yaml`` as OpenACR has it, and ``aloud.html`` for people.
Exit codes: 0 written; 1 there is no evidence, or it cannot be used; 2 wrong use.
"""

import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from tests.conformance.checklist import PROFILES, ROOT, load_checklist
from tests.conformance.citations import citations_of, rows_cited
from tests.conformance.evidence import joined, read_evidence
from tests.conformance.judgement import make_report, word_of
from tests.conformance.openacr import as_openacr, as_yaml
from tests.conformance.page import as_page


def write_reports(folder: Path) -> list[str]:
    """Write all files; return a line about each.

    Raises:
        ValueError: the evidence cannot be used, or there is none.
        OSError: a file cannot be read or written.
    """
    files = sorted(folder.glob("evidence*.json"))
    if not files:
        raise ValueError(f"{folder} holds no evidence: the run ended before it was written")
    evidence = joined(read_evidence(path) for path in files)
    checklist, cited = load_checklist(), rows_cited(citations_of(ROOT))
    reports = [make_report(checklist, cited, evidence, profile) for profile in PROFILES]
    told = []
    for report in reports:
        path = folder / f"aloud-{report.profile}.yaml"
        path.write_text(as_yaml(as_openacr(report, evidence, project())), encoding="utf-8")
        counts = Counter(word_of(verdict.level).lower() for verdict in report.rows.values())
        told.append(
            f"{path}: of {len(report.rows)} rows {', '.join(f'{n} {level}' for level, n in counts.most_common())}"
        )
    page = folder / "aloud.html"
    page.write_text(as_page(checklist, reports, evidence), encoding="utf-8")
    return [*told, f"{page}: both, to be read"]


def project() -> dict[str, Any]:
    """Return what pyproject.toml says of the project."""
    table: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return table


def main(arguments: list[str]) -> int:
    """Run it; see the module's docstring."""
    if len(arguments) != 1:
        print("Usage: python -m tests.conformance.acr FOLDER", file=sys.stderr)
        return 2
    try:
        lines = write_reports(Path(arguments[0]))
    except (OSError, ValueError) as error:
        print(f"acr: {error}", file=sys.stderr)
        return 1
    print(*lines, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
