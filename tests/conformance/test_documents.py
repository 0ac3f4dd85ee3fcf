"""The project's own documents: text with headings in order, tables with heads, words for each picture."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from tests.conformance.checklist import ROOT

DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "packaging").glob("*.md"))]


def faults_of(text: str) -> list[str]:
    """Say what somebody who hears a document, or jumps by its headings, would stumble over."""
    plain = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    depths = [len(marks) for marks in re.findall(r"^(#{1,6}) \S", plain, re.MULTILINE)]
    faults = [f"level {after} follows {before}" for before, after in pairwise(depths) if after > before + 1]
    if depths.count(1) != 1 or depths[0] != 1:
        faults.append("not one title")
    faults += [
        f"no words for {target}"
        for words, target in re.findall(r"!\[(.*?)\]\((.*?)\)", plain)
        if not words.strip()
    ]
    faults += [
        f"link {words!r}"
        for words in re.findall(r"(?<!!)\[(.*?)\]\(", plain)
        if words.lower() in ("", "here", "link")
    ]
    return faults


@pytest.mark.conforms("DS-2")
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_document_can_be_gone_through_by_its_headings(path: Path) -> None:
    assert faults_of(path.read_text("utf-8")) == []


@pytest.mark.conforms("DS-2")
def test_no_document_is_a_picture_or_a_closed_format() -> None:
    ours = [path for folder in ("assets", "content", "packaging") for path in (ROOT / folder).rglob("*")]
    assert [path.name for path in ours if path.suffix.lower() in (".pdf", ".doc", ".docx", ".odt")] == []


@pytest.mark.parametrize(
    "text",
    ["## Two\n", "# A\n\n# B\n", "# A\n\n### C\n", "# A\n\n![](a.png)\n", "# A\n\n[here](b.md)\n"],
)
def test_the_check_itself_finds(text: str) -> None:
    assert faults_of(text)


def test_the_check_itself_lets_pass() -> None:
    assert (
        faults_of("# A\n\n```\n# no heading\n### none\n```\n\n## B\n\n![A cat](a.png) [the guide](b.md)\n") == []
    )
