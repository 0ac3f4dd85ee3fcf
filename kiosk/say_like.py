"""The command ``kiosk say-like``: its words, and what it does with them. Knows no exit codes."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import bootstrap, commands
from kiosk.core.errors import UsageError
from kiosk.core.settings import DEFAULT_WPM

if TYPE_CHECKING:
    from kiosk.app.pronunciation import Pronunciation

_DESCRIPTION = """Says how a word or a name is said on this computer: as one would write what is to be heard
("Id-lib"), or in the phonetic alphabet between bars ("/ˈɪdlɪb/")."""


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Give the command its words."""
    command.description = _DESCRIPTION
    command.add_argument("term", nargs="?", metavar="TERM", help="the word or name, as it is written")
    command.add_argument("said_like", nargs="?", metavar="SAID_LIKE", help="what is to be heard")
    command.add_argument(
        "--language", metavar="xx", help="language of the texts that it is for, such as en or pt-BR"
    )
    command.add_argument("--preview", type=Path, metavar="FILE.wav", help="write how TERM is said to a sound file")
    command.add_argument("--list", action="store_true", help="print what was said, in one language or all")
    command.add_argument("--forget", action="store_true", help="forget what was said of TERM")
    command.add_argument("--content", type=Path, metavar="DIR", help="folder of articles and pronunciation lists")


def run(asked: argparse.Namespace, tell: Callable[[str], None]) -> None:
    """Do what the command was asked for.

    Args:
        asked: as :func:`add_arguments` describes.
        tell: called with each line that says what was done.

    Raises:
        UsageError: the words do not go together, or one cannot be used.
        VoiceError: no voice speaks the language.
        StoreError: something cannot be written.
    """
    from kiosk.app.pronunciation import Pronunciation

    bootstrap.set_language("en")
    options = bootstrap.Options(content=asked.content)
    pronunciation = Pronunciation(
        bootstrap.build_content(options), bootstrap.build_store(options), options.profile
    )
    if asked.list:
        _list(asked, pronunciation, tell)
        return
    _refuse(not asked.term or not asked.language, "it needs TERM and --language; --list prints what was said")
    if asked.forget:
        _forget(asked, pronunciation, tell)
        return
    _refuse(not asked.said_like and not asked.preview, "it needs SAID_LIKE, --preview or --forget")
    if asked.said_like:
        pronunciation.say_like(asked.term, asked.said_like, asked.language)
        tell(f'"{asked.term}" is said like "{asked.said_like}" in {asked.language}')
    if asked.preview:
        _preview(asked, pronunciation, tell)


def _list(asked: argparse.Namespace, pronunciation: "Pronunciation", tell: Callable[[str], None]) -> None:
    _refuse(asked.term or asked.forget or asked.preview, "--list goes without a word, --forget and --preview")
    for own in pronunciation.own():
        if asked.language in (None, own.language):
            tell(f"{own.language:6} {own.term}: {own.said_like}")


def _forget(asked: argparse.Namespace, pronunciation: "Pronunciation", tell: Callable[[str], None]) -> None:
    _refuse(asked.said_like or asked.preview, "--forget goes with TERM and --language alone")
    if not pronunciation.forget(asked.term, asked.language):
        raise UsageError(f'nothing was said of "{asked.term}" in {asked.language}')
    tell(f'"{asked.term}" is read as ever in {asked.language}')


def _preview(asked: argparse.Namespace, pronunciation: "Pronunciation", tell: Callable[[str], None]) -> None:
    from kiosk.app.pronunciation import spoken_article

    said = spoken_article(asked.term, asked.language, pronunciation.respellings(asked.term, asked.language))
    tell(commands.speak(said, (1, 1), "", DEFAULT_WPM, asked.preview, None))
    for problem in pronunciation.problems():
        tell(f"note: {problem}")


def _refuse(is_wrong: object, told: str) -> None:
    if is_wrong:
        raise UsageError(told)
