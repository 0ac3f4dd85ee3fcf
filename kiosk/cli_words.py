"""The words of the command line: what each command can be asked for. Knows no command's work."""

import argparse
from collections.abc import Callable
from pathlib import Path

from kiosk import __version__, i18n
from kiosk.core.settings import (
    DEFAULT_WPM,
    FASTEST_WPM,
    LARGEST_PT,
    OPTIONS,
    SLOWEST_WPM,
    SMALLEST_PT,
    Profile,
)

_EPILOG = """exit codes:
  0  done
  1  something is missing on this machine: "kiosk doctor" says what
  2  the command or a content file cannot be used as given
  3  there is no screen to show a window on
 10  staff at a public kiosk have ended the program
 11  a public kiosk is to be started anew: by staff, by night
 12  something broke of which a public kiosk cannot recover
"""


def _between(least: int, most: int, unit: str) -> Callable[[str], int]:
    def parse(text: str) -> int:
        try:
            value = int(text)
        except ValueError:
            value = least - 1
        if not least <= value <= most:
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from {least} to {most} ({unit})")
        return value

    return parse


def parser_for(command: str) -> argparse.ArgumentParser:
    """Return a parser for one command, or for all when it is none: making all takes 5 ms."""
    parser = argparse.ArgumentParser(
        prog="kiosk",
        description="Shows an article in very large type and reads it aloud, word by word. Needs no network.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"aloud-kiosk {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    adders = {
        "run": _add_run,
        "speak": _add_speak,
        "show": _add_show,
        "snapshot": _add_snapshot,
        "voices": _add_voices,
        "say-like": _add_apart,
        "keys": _add_apart,
        "content": _add_apart,
        "statistics": _add_apart,
        "status": _add_apart,
        "pin": _add_apart,
        "doctor": _add_doctor,
    }
    for add in [adders[command]] if command in adders else dict.fromkeys(adders.values()):
        add(commands)
    return parser


def _add_run(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    run = commands.add_parser("run", help="open the window (the default command)")
    run.add_argument("article", nargs="?", type=Path, metavar="ARTICLE", help="a Markdown or plain text file")
    run.add_argument("--profile", choices=[profile.value for profile in Profile], help="where it stands")
    _add_content(run)
    _add_language(run)
    whens = next(option.values for option in OPTIONS if option.name == "fitting")
    run.add_argument("--fitting", choices=whens, help="when it asks about size, colours and voice by itself")


def _add_speak(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    speak = commands.add_parser("speak", help="write the reading of an article to a sound file")
    speak.add_argument("article", type=Path, metavar="ARTICLE")
    paragraph = _between(1, 10_000_000, "paragraphs count from 1, headings included")
    speak.add_argument("--paragraph", type=paragraph, metavar="N", help="only this paragraph")
    speak.add_argument("--from", dest="first", type=paragraph, metavar="N", help="first paragraph")
    speak.add_argument("--to", dest="last", type=paragraph, metavar="M", help="last paragraph")
    speak.add_argument("--voice", default="", metavar="ID", help='a voice as listed by "kiosk voices"')
    rate = _between(SLOWEST_WPM, FASTEST_WPM, "words per minute")
    speak.add_argument("--rate", type=rate, default=DEFAULT_WPM, metavar="WPM", help="words per minute")
    speak.add_argument("--out", type=Path, required=True, metavar="FILE.wav")
    speak.add_argument("--marks", type=Path, metavar="FILE.json", help="write each word's place and time")


def _add_show(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    show = commands.add_parser("show", help="print an article as it was understood")
    show.add_argument("article", type=Path, metavar="ARTICLE")
    _add_json(show)


def _add_voices(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    _add_json(commands.add_parser("voices", help="list the voices of this machine"))


def _add_apart(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    from kiosk import content, keys, pin, say_like, statistics, status

    say_like.add_arguments(commands.add_parser("say-like", help="say how a word or a name is said"))
    content.add_arguments(commands.add_parser("content", help="take articles, go back, say what is in use"))
    keys.add_arguments(commands.add_parser("keys", help="say which keys stand for what, and change it"))
    pin.add_arguments(commands.add_parser("pin", help="set or forget the PIN of a kiosk's staff"))
    statistics.add_arguments(commands.add_parser("statistics", help="say how often a public kiosk was used"))
    status.add_arguments(commands.add_parser("status", help="print how the public kiosk is, as JSON"))


def _add_doctor(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    doctor = commands.add_parser("doctor", help="say what this machine can do, and what mends the rest")
    _add_json(doctor)
    _add_content(doctor)


def _add_snapshot(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    snapshot = commands.add_parser("snapshot", help="write what the screen shows to PNG files")
    snapshot.add_argument("article", type=Path, metavar="ARTICLE")
    snapshot.add_argument("--out", type=Path, required=True, metavar="DIR")
    snapshot.add_argument("--theme", metavar="T", help="a theme of assets/themes")
    snapshot.add_argument(
        "--size", dest="text_size", type=_between(SMALLEST_PT, LARGEST_PT, "points"), metavar="PT"
    )
    snapshot.add_argument("--width", type=_between(320, 7680, "pixels"), default=1280, metavar="W")
    snapshot.add_argument("--height", type=_between(320, 7680, "pixels"), default=800, metavar="H")
    _add_content(snapshot)
    _add_language(snapshot)


def _add_json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="for programs")


def _add_content(command: argparse.ArgumentParser) -> None:
    command.add_argument("--content", type=Path, metavar="DIR", help="folder of articles")


def _add_language(command: argparse.ArgumentParser) -> None:
    command.add_argument("--language", choices=list(i18n.LANGUAGES), help="language of the interface")
