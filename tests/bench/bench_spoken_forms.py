"""Counts how many public cases of text normalisation and of number words are read as their makers expect.

Usage: python tests/bench/bench_spoken_forms.py [--wrong] [LANGUAGE ...]
Prints right/total of every file of every language; with --wrong also what was read otherwise. Several readings of
one text can be right, and some expectations are not what a listener wants: a figure below the total is a list to
look at. Case, accents of the Arabic script, punctuation, hyphens and the word "and" make no difference.
"""

import json
import re
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from kiosk.core.spoken.rules import respellings
from kiosk.core.spoken_form import spell_out
from kiosk.core.text import words

DATA = Path(__file__).parents[3] / "shared" / "data"
CONTENT = Path(__file__).parents[2] / "content"
PASSAGE = 500
_AND = {"en": r"\band\b", "ru": r"\bи\b", "ar": r"(?<!\w)و\s?(?=\w)"}
_ORDINAL_MARKS = {"ru": "-й", "uk": "-й", "tr": "."}
_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}


class Case(NamedTuple):
    """A written text and how somebody expects it to be said."""

    written: str
    expected: str


def fold(text: str, language: str) -> str:
    """Return what is left of a text when differences that nobody hears are taken away."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    if language == "ar":
        letters = unicodedata.normalize("NFD", folded)
        folded = "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")
    folded = re.sub(r"[.'’]", "", folded)
    folded = re.sub(r"[^\w\s/<>|$]|_", " ", folded)
    folded = re.sub(_AND.get(language, r"(?!)"), " ", folded)
    return re.sub(r"\s+", "" if language == "tr" else " ", folded).strip()


def said(written: str, language: str) -> str:
    """Return the spoken form of a text."""
    return spell_out(written, respellings(written, language)).text


def cases_of_file(path: Path) -> list[Case]:
    """Read a file of "written~spoken" lines, or of "spoken~written" ones: digits tell which side is written."""
    pairs = [line.split("~", 1) for line in path.read_text("utf-8").splitlines() if "~" in line]
    pairs = [pair for pair in pairs if all(side.strip() for side in pair)]
    digits = [sum(sign.isdigit() for pair in pairs for sign in pair[side]) for side in (0, 1)]
    is_turned = digits[1] > digits[0]
    return [Case(right, left) if is_turned else Case(left, right) for left, right in pairs]


def written_number(case: Mapping[str, Any]) -> str | None:
    """Return how the number of a case would be written; None where no writing asks for just these words."""
    if {"case", "gender", "animate", "suffix"} & case.keys():
        return None
    number, language, kind = case["n"], case.get("lang", "en"), case.get("to", "cardinal")
    if kind in ("cardinal", "year"):
        return str(number)
    if kind == "ordinal" and language == "en":
        return f"{number}{'th' if number % 100 in (11, 12, 13) else _SUFFIXES.get(number % 10, 'th')}"
    if kind == "ordinal" and language in _ORDINAL_MARKS:
        return f"{number}{_ORDINAL_MARKS[language]}"
    if kind == "currency" and "currency" in case and case.get("cents", True):
        # The library takes whole numbers for hundredths.
        amount = number / 100 if isinstance(number, int) else float(number)
        # The library says "and no cents", which nobody does.
        return None if amount == int(amount) else f"{amount:.2f} {case['currency']}"
    return None


def number_cases() -> dict[str, list[Case]]:
    """Return the cases of number words by language."""
    found: dict[str, list[Case]] = {}
    for case in json.loads((DATA / "number-words" / "cases.json").read_text("utf-8")):
        written = written_number(case)
        if written is not None:
            found.setdefault(case.get("lang", "en"), []).append(Case(written, case["expected"]))
    return found


def tables(asked: list[str]) -> Iterator[tuple[str, str, list[Case]]]:
    """Yield (language, name, cases) of everything there is."""
    for folder in sorted((DATA / "spoken-forms").iterdir()):
        if folder.is_dir() and (not asked or folder.name in asked):
            for path in sorted(folder.glob("*.txt")):
                yield folder.name, path.stem.removeprefix("test_cases_"), cases_of_file(path)
    for language, cases in sorted(number_cases().items()):
        if not asked or language in asked:
            yield language, "number words", cases


def is_right(case: Case, language: str) -> bool:
    """Whether a case is read as expected."""
    return fold(said(case.written, language), language) == fold(case.expected, language)


def print_times() -> None:
    """Print how long the rules take for a passage of the shipped articles, beside finding its words."""
    for folder in sorted(path for path in CONTENT.iterdir() if path.is_dir()):
        text = " ".join(path.read_text("utf-8") for path in sorted(folder.glob("*.md")))
        passages = [text[start : start + PASSAGE] for start in range(0, len(text), PASSAGE)]
        of_rules = median_ms(partial(respellings, language=folder.name), passages)
        of_words = median_ms(words, passages)
        what = f"ms for {PASSAGE} code points"
        print(f"{folder.name}  {what:28} {of_rules:9.3f}, {of_rules / of_words:.1f} of finding their words")


def median_ms(work: Callable[[str], object], passages: list[str]) -> float:
    """Return the time that half of the passages need, each the quicker of two rounds."""
    taken = []
    for passage in passages:
        rounds = []
        for _ in range(2):
            begin = time.perf_counter()
            work(passage)
            rounds.append(time.perf_counter() - begin)
        taken.append(min(rounds))
    return sorted(taken)[len(taken) // 2] * 1000


def print_cases() -> None:
    """Print how many cases are read as expected."""
    asked = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    sums: dict[str, list[int]] = {}
    for language, name, cases in tables(asked):
        wrong = [case for case in cases if not is_right(case, language)]
        if cases:
            print(f"{language}  {name:28} {len(cases) - len(wrong):4}/{len(cases)}")
            total = sums.setdefault(language, [0, 0])
            total[0] += len(cases) - len(wrong)
            total[1] += len(cases)
        if "--wrong" in sys.argv:
            for case in wrong:
                print(f"      {case.written}\n        read     {said(case.written, language)}")
                print(f"        expected {case.expected}")
    for language, (right, count) in sums.items():
        print(f"{language}  {'all':28} {right:4}/{count}")


if __name__ == "__main__":
    if (DATA / "spoken-forms").is_dir():
        print_cases()
    else:
        print("spoken forms: not counted, the public cases do not lie beside the project")
    print_times()
