"""The rules of the house that a program can check: sizes, names, layers, translatable strings, test folders.

ARCHITECTURE.md says why they are what they are.
"""

import ast
import io
import re
import subprocess
import sys
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from kiosk.core.settings import OPTIONS, Settings

ROOT = Path(__file__).parents[2]
KIOSK = sorted((ROOT / "kiosk").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
PYTHON = [*KIOSK, *TESTS]

LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
LAYERS = {
    "core",
    "app",
    "adapters",
    "contracts",
    "qt",
    "e2e",
    "packaging",
    "house",
    "bench",
    "soak",
    "fakes",
    "data",
    "conformance",
}
QUIET_LAYERS = ("core", "app", "contracts")
BANNED_IN_CLASSES = ("Manager", "Helper", "Utils", "Util", "Handler")
BANNED_PREFIXES = ("process_", "handle_", "do_")
TRANSLATING = {"_", "ngettext", "pgettext"}
# Slow to import: whoever only wants to see an article would pay for them, so they are imported where used.
HEAVY = {
    # What these know takes a tenth of the time to the first page.
    "kiosk.app.ports",
    "kiosk.core.lexicon",
    "numpy",
    "onnxruntime",
    "hibari",
    "pyttsx3",
    "miniaudio",
    "sentencex",
    "markdown_it",
    "yaml",
    "segno",
    "PySide6",
}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def name_of(path: Path) -> str:
    """Return a path as the project's files are spoken of."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    """Return a module's syntax tree."""
    return ast.parse(path.read_text("utf-8"), str(path))


def called(call: ast.Call) -> str:
    """Return the last part of the name that is called."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def calls_in(path: Path) -> Iterator[ast.Call]:
    """Yield every call in a module."""
    return (node for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call))


# -- sizes and docstrings ------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", KIOSK, ids=name_of)
def test_module_says_what_it_is_and_stays_short(path: Path) -> None:
    tree, lines = tree_of(path), path.read_text("utf-8").count("\n")
    assert lines < LONGEST_MODULE, f"{name_of(path)} has {lines} lines"
    assert ast.get_docstring(tree), f"{name_of(path)} has no docstring"


@pytest.mark.parametrize("path", KIOSK, ids=name_of)
def test_functions_stay_short(path: Path) -> None:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, Function) and node.end_lineno:
            told = node.body[0] if ast.get_docstring(node) else None
            length = node.end_lineno - node.lineno - ((told.end_lineno or 0) - told.lineno + 1 if told else 0)
            assert length < LONGEST_FUNCTION, f"{name_of(path)}: {node.name} has {length} lines"


@pytest.mark.parametrize("path", KIOSK, ids=name_of)
def test_dataclass_fields_are_explained(path: Path) -> None:
    for node in ast.walk(tree_of(path)):
        if not isinstance(node, ast.ClassDef) or node.name.startswith("_") or not _is_dataclass(node):
            continue
        unexplained = [
            field.target.id
            for field, following in zip(node.body, [*node.body[1:], None], strict=True)
            if isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and not (isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant))
        ]
        # Of one or two fields the class itself speaks; the settings are explained by their options.
        if len(unexplained) > 2 and node.name not in ("Settings", "Station"):
            pytest.fail(f"{name_of(path)}: {node.name}: no line under {', '.join(unexplained)}")


def _is_dataclass(node: ast.ClassDef) -> bool:
    marks = (*node.decorator_list, *node.bases)
    return any("dataclass" in ast.unparse(mark) or ast.unparse(mark) == "NamedTuple" for mark in marks)


# -- names ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PYTHON, ids=name_of)
def test_names_are_those_of_the_house(path: Path) -> None:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ClassDef):
            assert not node.name.endswith(BANNED_IN_CLASSES), f"{name_of(path)}: class {node.name}"
        elif isinstance(node, Function):
            assert not node.name.lstrip("_").startswith(BANNED_PREFIXES), f"{name_of(path)}: {node.name}"
        name = getattr(node, "name", None) or getattr(node, "id", None) or ""
        if isinstance(name, str):
            parts = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)
            assert "tts" not in [part.lower() for part in parts], f"{name_of(path)}: {name}"


@pytest.mark.parametrize("path", PYTHON, ids=name_of)
def test_nothing_is_left_for_later(path: Path) -> None:
    with path.open("rb") as opened:
        comments = [token for token in tokenize.tokenize(opened.readline) if token.type == tokenize.COMMENT]
    for comment in comments:
        left = re.search(r"\b(?:TODO|FIXME|XXX|HACK)\b", comment.string)
        assert left is None, f"{name_of(path)}:{comment.start[0]}: {comment.string}"


# -- layers --------------------------------------------------------------------------------------------------


def test_import_contracts_hold() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    checked = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize("module", ["kiosk.cli", "kiosk.bootstrap", "kiosk.window"])
def test_start_up_imports_nothing_heavy(module: str) -> None:
    program = f"import sys; import {module}; print(*(set({sorted(HEAVY)}) & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_settings_are_the_options() -> None:
    assert list(Settings._fields) == [option.name for option in OPTIONS]


# -- translatable strings ------------------------------------------------------------------------------------


def translations_in(path: Path) -> Iterator[ast.Call]:
    """Yield the calls that translate a string."""
    return (call for call in calls_in(path) if called(call) in TRANSLATING)


def has_note(source: list[str], line: int) -> bool:
    """Whether the comment right above a line (counted from 1) speaks to the translators."""
    above = line - 1
    while above > 0 and source[above - 1].lstrip().startswith("#"):
        if source[above - 1].lstrip().startswith("# Translators:"):
            return True
        above -= 1
    return False


def test_the_check_of_notes_itself() -> None:
    source = ["# Translators: a button.", "# It is small.", "x = _('Play')", "y = _('Stop')"]
    assert has_note(source, 3)
    assert not has_note(source, 4)
    assert not has_note(source, 1)


@pytest.mark.parametrize("path", [path for path in KIOSK if path.name != "i18n.py"], ids=name_of)
def test_strings_for_people_have_a_note_and_are_whole(path: Path) -> None:
    source = path.read_text("utf-8").splitlines()
    for call in translations_in(path):
        place = f"{name_of(path)}:{call.lineno}"
        assert has_note(source, call.lineno), f'{place}: no "# Translators:" on the line before'
        for argument in call.args[: 1 if called(call) == "_" else 2]:
            is_whole = isinstance(argument, ast.Constant) and isinstance(argument.value, str)
            assert is_whole, f"{place}: a string that is put together cannot be collected for translation"


@pytest.mark.parametrize("path", [path for path in KIOSK if path.name != "i18n.py"], ids=name_of)
def test_strings_are_translated_when_they_are_shown(path: Path) -> None:
    """At import the language is not chosen yet."""
    inside: set[ast.AST] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, Function | ast.Lambda):
            bodies = node.body if isinstance(node.body, list) else [node.body]
            inside.update(child for body in bodies for child in ast.walk(body))
    for call in translations_in(path):
        assert call in inside, f"{name_of(path)}:{call.lineno}: translated at import"


# -- tests ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", TESTS, ids=name_of)
def test_tests_lie_in_a_layer(path: Path) -> None:
    parts = path.relative_to(ROOT / "tests").parts
    assert parts[0] in LAYERS or parts == ("conftest.py",), f"{name_of(path)} lies in no layer"
    assert path.name != "__init__.py"


@pytest.mark.parametrize("path", TESTS, ids=name_of)
def test_tests_fake_by_hand(path: Path) -> None:
    for node in ast.walk(tree_of(path)):
        modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        modules += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        assert not any(module.startswith(("unittest", "mock")) for module in modules), name_of(path)


@pytest.mark.parametrize("path", [path for path in TESTS if path.parent.name in QUIET_LAYERS], ids=name_of)
def test_fast_tests_do_not_sleep(path: Path) -> None:
    for call in calls_in(path):
        assert called(call) != "sleep", f"{name_of(path)}:{call.lineno} sleeps: turn a fake clock by hand"


@pytest.mark.parametrize("path", KIOSK, ids=name_of)
def test_patterns_mean_the_same_in_every_python(path: Path) -> None:
    # Possessive and atomic groups go wrong before 3.11.5, and Debian 12 has 3.11.2: a lookahead does the same.
    strings = (node.value for node in ast.walk(tree_of(path)) if isinstance(node, ast.Constant))
    wrong = [own for own in strings if isinstance(own, str) and re.search(r"\)(?:[*+?]|\{[\d,]+\})\+|\(\?>", own)]
    assert not wrong


def test_the_source_can_be_read_as_it_is_written() -> None:
    # A tab or a stray encoding would be invisible in review.
    for path in PYTHON:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(path.read_bytes()).readline)
        assert encoding == "utf-8", name_of(path)
        assert "\t" not in path.read_text("utf-8"), name_of(path)
