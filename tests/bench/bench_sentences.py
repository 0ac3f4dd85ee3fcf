"""How often sentences are cut where people would cut them, and how long it takes: ours beside the library alone.

Usage: python tests/bench/bench_sentences.py
The public rules (every second case of pySBD's) are measured when they lie beside the project, our own golden sets
in tests/data/sentences always. The library alone is sentencex without the rules around it, in the same run.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import sentencex

from kiosk.core.text import sentences, words

ROOT = Path(__file__).parents[2]
PUBLIC = ROOT.parent / "shared" / "data" / "sentence-rules" / "cases.json"
OWN = ROOT / "tests" / "data" / "sentences"
LANGUAGES = {"bulgarian": "bg", "deutsch": "de", "polish": "pl", "persian": "fa", "spanish": "es", "turkish": "tr"}
ENGLISH_LIMIT = 0.95
ADDED_LIMIT_MS = 5
SENTENCES = 1000
LONG = 100_000
"""Length of a long block, in code points."""
SIGNS = ("‘a ", "« a. B. ", "? 5 ", "A. ", "!)))))", ". . . 5 ")
RUNS = 5

FIRST_CALL = """
import time, kiosk.core.article
from kiosk.core.text import {imported}
begin = time.perf_counter()
{call}
print((time.perf_counter() - begin) * 1000)
"""
OURS_FIRST = FIRST_CALL.format(imported="sentences", call="sentences('We met Dr. Osei. She knew.', 'en')")
LIBRARY_FIRST = FIRST_CALL.format(
    imported="words",
    call="import sentencex; text = 'We met Dr. Osei. She knew.'; words(text); sentencex.segment('en', text)",
)


class Case(NamedTuple):
    """One text and where people cut it."""

    language: str
    text: str
    expected: list[str]


def public_cases() -> Iterator[Case]:
    """Yield the public rules, as far as they lie beside the project."""
    if PUBLIC.exists():
        for name, rules in json.loads(PUBLIC.read_text("utf-8")).items():
            folder = name.split("/")[0]
            for text, expected in rules:
                yield Case(LANGUAGES.get(folder, folder[:2]), text, [sentence.strip() for sentence in expected])


def own_cases() -> Iterator[Case]:
    """Yield our own golden sets."""
    for path in sorted(OWN.glob("*.json")):
        for case in json.loads(path.read_text("utf-8")):
            yield Case(path.stem, case["text"], case["sentences"])


def ours(text: str, language: str) -> list[str]:
    """Cut a text as the program does."""
    return [span.of(text) for span in sentences(text, language)]


def library(text: str, language: str) -> list[str]:
    """Cut a text with the library alone."""
    return [piece.strip() for piece in sentencex.segment(language, text) if piece.strip()]


def print_scores(name: str, cases: list[Case]) -> None:
    """Print how many texts of each language are cut as people cut them."""
    print(f"{name:10} {'cases':>6} {'ours':>6} {'library':>8}")
    for language in [*dict.fromkeys(case.language for case in cases), "all"]:
        chosen = [case for case in cases if language in (case.language, "all")]
        right = [
            sum(cutter(case.text, case.language) == case.expected for case in chosen) for cutter in (ours, library)
        ]
        limit = f"  limit {ENGLISH_LIMIT:.0%}" if language == "en" else ""
        share = f"{right[0] / len(chosen):7.1%} {right[1] / len(chosen):6.1%}"
        print(f"{language:10} {len(chosen):6} {right[0]:6} {right[1]:8}  {share}{limit}")


def seconds(cutter: Callable[[str, str], object], text: str, language: str) -> float:
    """Return how long a text takes, the quickest of several times."""
    found = []
    for _ in range(3):
        begin = time.perf_counter()
        cutter(text, language)
        found.append(time.perf_counter() - begin)
    return min(found)


def print_times(cases: list[Case]) -> None:
    """Print what 1,000 sentences of each language take in one block, and what blocks of nothing but signs take."""
    print(f"{'time':22} {'ours':>9} {'words':>9} {'library':>9}")
    for language in dict.fromkeys(case.language for case in cases):
        found = [sentence for case in cases if case.language == language for sentence in case.expected]
        text = " ".join((found * (SENTENCES // len(found) + 1))[:SENTENCES])
        times = [seconds(cutter, text, language) * 1000 for cutter in (ours, lambda text, _: words(text), library)]
        print(f"{language + ', 1,000 sentences':22} " + " ".join(f"{time_ms:6.1f} ms" for time_ms in times))
    for sign in SIGNS:
        text = sign * (LONG // len(sign))
        times = [seconds(cutter, text, "en") * 1000 for cutter in (ours, lambda text, _: words(text), library)]
        print(f"{'100,000 x ' + sign:22} " + " ".join(f"{time_ms:6.1f} ms" for time_ms in times))


def first_call_ms(script: str) -> float:
    """Return what the first call takes in a process of its own, imports included; the median of several."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-c", script]
    found = [
        float(subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout)
        for _ in range(RUNS + 1)
    ]
    # The first run may have to write the bytecode.
    return statistics.median(found[1:])


if __name__ == "__main__":
    own = list(own_cases())
    public = list(public_cases())
    if public:
        print_scores("public", public)
    print_scores("own", own)
    print_times(own)
    first, alone = first_call_ms(OURS_FIRST), first_call_ms(LIBRARY_FIRST)
    print(
        f"first call: ours {first:.1f} ms, library alone {alone:.1f} ms,"
        f" added {first - alone:.1f} ms, limit {ADDED_LIMIT_MS} ms"
    )
