"""Which tests cite which rows, read from the source: a test that was not run is known as well."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

MARKER = "conforms"

Function = ast.FunctionDef | ast.AsyncFunctionDef


class Citation(NamedTuple):
    """One test that shows something of some rows."""

    test: str
    """"tests/qt/test_x.py::test_y", without parameters."""
    rows: tuple[str, ...]
    """Ids, in the order in which they stand there."""
    markers: tuple[str, ...]
    """What else it is marked with: "long"."""


def citations_in(source: str, name: str) -> list[Citation]:
    """Return what the tests of a module cite.

    Args:
        source: the module's text.
        name: its path in the project, with slashes.

    Raises:
        ValueError: a citation stands where it cannot be counted, or names no row.
    """
    tree = ast.parse(source, name)
    whole = _module_marks(tree)
    found = []
    counted = sum(mark[0] == MARKER for mark in whole)
    for place, function, around in _tests_in(tree, ()):
        marks = [*_marks(function.decorator_list), *around, *whole]
        counted += sum(mark[0] == MARKER for mark in _marks(function.decorator_list))
        rows = tuple(dict.fromkeys(row for mark, cited in marks if mark == MARKER for row in cited))
        if rows:
            others = tuple(dict.fromkeys(mark for mark, _ in marks if mark != MARKER))
            found.append(Citation(f"{name}::{place}", rows, others))
    counted += sum(
        mark[0] == MARKER
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for mark in _marks(node.decorator_list)
    )
    written = sum(isinstance(node, ast.Attribute) and node.attr == MARKER for node in ast.walk(tree))
    if written != counted:
        raise ValueError(
            f"{name}: a citation of rows stands elsewhere than before a test, a class or for the module"
        )
    return found


def citations_of(root: Path) -> list[Citation]:
    """Return all citations below ``root/tests``."""
    found: list[Citation] = []
    for path in sorted((root / "tests").rglob("test_*.py")):
        source = path.read_text("utf-8")
        if MARKER in source:
            found += citations_in(source, path.relative_to(root).as_posix())
    return found


def rows_cited(citations: Iterable[Citation]) -> Mapping[str, list[Citation]]:
    """Turn citations around: by row."""
    found: dict[str, list[Citation]] = {}
    for citation in citations:
        for row in citation.rows:
            found.setdefault(row, []).append(citation)
    return found


Mark = tuple[str, tuple[str, ...]]


def _tests_in(
    body: ast.AST, around: tuple[Mark, ...], prefix: str = ""
) -> Iterator[tuple[str, Function, tuple[Mark, ...]]]:
    for node in ast.iter_child_nodes(body):
        if isinstance(node, Function) and node.name.startswith("test"):
            yield prefix + node.name, node, around
        elif isinstance(node, ast.ClassDef):
            yield from _tests_in(node, (*_marks(node.decorator_list), *around), f"{prefix}{node.name}::")


def _module_marks(tree: ast.Module) -> list[Mark]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id == "pytestmark" for target in node.targets
        ):
            values = node.value.elts if isinstance(node.value, ast.List | ast.Tuple) else [node.value]
            return _marks(values)
    return []


def _marks(decorators: Iterable[ast.expr]) -> list[Mark]:
    """Return the names of pytest's marks, with the words in their brackets."""
    found: list[Mark] = []
    for decorator in decorators:
        call = decorator if isinstance(decorator, ast.Call) else None
        name = call.func if call else decorator
        if not (isinstance(name, ast.Attribute) and ast.unparse(name.value) == "pytest.mark"):
            continue
        words = tuple(
            argument.value
            for argument in (call.args if call else ())
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
        )
        if name.attr == MARKER and (call is None or not words or len(words) != len(call.args)):
            raise ValueError(f"line {decorator.lineno}: a citation names rows, each in quotation marks")
        found.append((name.attr, words))
    return found
