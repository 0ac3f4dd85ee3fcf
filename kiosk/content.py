"""The command ``kiosk content``: its words, and what it does with them. Knows no exit codes."""

import argparse
from collections.abc import Callable, Iterable
from pathlib import Path

from kiosk import bootstrap
from kiosk.core.content_update import (
    OF_THE_DELIVERY,
    Checking,
    Copying,
    Looking,
    Progress,
    StockStatus,
    Update,
    UpdateError,
    quarter_of,
)
from kiosk.core.delivery import Refused
from kiosk.core.errors import UsageError

_DESCRIPTION = """Takes articles from a folder or a stick, without stopping the program that shows them: they are
copied, read as they will be read, and only then put in use, all at once. What cannot be used is named. The content
of before is kept. Who runs this must be who runs the program, or KIOSK_STATE must name its folder."""


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Give the command its words."""
    command.description = _DESCRIPTION
    acts = command.add_subparsers(dest="act", metavar="list | add | roll-back | status", required=True)
    acts.add_parser("list", help="list the articles that are in use")
    add = acts.add_parser("add", help="take the articles of a folder")
    add.add_argument("folder", type=Path, metavar="FOLDER")
    add.add_argument("--replace", action="store_true", help="let nothing but these be there afterwards")
    add.add_argument("--strict", action="store_true", help="take nothing if any file cannot be used")
    acts.add_parser("roll-back", help="put the content of before in use again")
    acts.add_parser("status", help="say what is in use, and whether it is as it was taken")


def run(asked: argparse.Namespace, tell: Callable[[str], None]) -> None:
    """Do what the command was asked for.

    Args:
        asked: as :func:`add_arguments` describes.
        tell: called with each line that says what is done, or holds.

    Raises:
        UsageError: the folder cannot be used.
        UpdateError: this machine cannot take it, or not go back.
    """
    options = bootstrap.Options()
    if asked.act == "list":
        for entry in bootstrap.build_content(options).entries():
            problem = f"  cannot be used: {entry.problem}" if entry.problem else ""
            tell(f"{entry.language:6} {entry.article_id:28} {entry.title}{problem}")
        return
    store = bootstrap.build_content_store(options)
    if asked.act == "add":
        _add(asked, tell)
    elif asked.act == "roll-back":
        store.roll_back()
    for line in _described(store.status(is_thorough=asked.act == "status")):
        tell(line)


def _add(asked: argparse.Namespace, tell: Callable[[str], None]) -> None:
    store = bootstrap.build_content_store(bootstrap.Options())
    try:
        staged = store.stage(str(asked.folder), asked.replace, _Teller(tell), lambda: False)
    except UpdateError as error:
        _tell_refused(error.refused, tell)
        if error.fault in OF_THE_DELIVERY:
            raise UsageError(f"{asked.folder}: nothing was taken: {error}") from None
        raise
    update = staged.update
    _tell_refused(update.refused, tell)
    if asked.strict and update.refused:
        store.discard(staged)
        raise UsageError(f"{asked.folder}: nothing was taken, since not all of it can be used")
    for line in _changes(update):
        tell(line)
    if update.has_news:
        store.switch(staged)
    else:
        store.discard(staged)
        tell("nothing is new")


class _Teller:
    """Tells progress in a few lines: each step once, copying in quarters."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._told = ""

    def __call__(self, progress: Progress) -> None:
        line, step = "", ""
        if isinstance(progress, Looking):
            line = step = "looking"
        elif isinstance(progress, Copying):
            step = f"copying {quarter_of(progress)}"
            line = f"copying {progress.done} of {progress.total} files ({progress.percent} %)"
        elif isinstance(progress, Checking):
            line = step = f"checking {progress.total} files"
        if step and step != self._told:
            self._told = step
            self._tell(line)


def _tell_refused(refused: Iterable[Refused], tell: Callable[[str], None]) -> None:
    for each in refused:
        tell(f"cannot be used: {each.path}: {each.problem}")


def _changes(update: Update) -> Iterable[str]:
    for words, titles in (("new", update.added), ("changed", update.changed), ("gone", update.gone)):
        for title in titles:
            yield f"{words:8} {title}"
    if update.others:
        yield f"{update.others} lists or campaigns come or change"


def _described(status: StockStatus) -> Iterable[str]:
    if status.problem:
        yield f"problem: {status.problem}"
    if not status.version:
        yield "in use: the content that ships"
    else:
        yield f"in use: version {status.version}, {status.article_count} articles, and the guided tours that ship"
    if status.can_roll_back:
        yield f"before: {f'version {status.before}' if status.before else 'the content that ships'}"
