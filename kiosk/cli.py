"""The command line: one short function a command. Knows no engine and no widget; ``bootstrap`` does.

Exit codes: 0 done; 1 something is missing on this machine (``kiosk doctor`` says what); 2 the command or a
content file cannot be used as given; 3 there is no screen to show a window on.
"""

import argparse
import gc
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from kiosk import __version__, bootstrap, commands, i18n
from kiosk.core.errors import ContentError, KioskError, UsageError
from kiosk.core.settings import (
    DEFAULT_WPM,
    FASTEST_WPM,
    LARGEST_PT,
    OPTIONS,
    SLOWEST_WPM,
    SMALLEST_PT,
    PreferenceValue,
    Profile,
)

DONE, MISSING, UNUSABLE, NO_SCREEN = 0, 1, 2, 3

_EPILOG = """exit codes:
  0  done
  1  something is missing on this machine: "kiosk doctor" says what
  2  the command or a content file cannot be used as given
  3  there is no screen to show a window on
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        arguments: the words after the program's name; None takes the process's own.

    Returns:
        The exit code.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or (words[0] not in _COMMANDS and words[0] not in ("-h", "--help", "--version")):
        words.insert(0, "run")
    asked = _parser(words[0]).parse_args(words)
    try:
        return _COMMANDS[asked.command](asked)
    except (ContentError, UsageError) as error:
        _complain(str(error))
        return UNUSABLE
    except KioskError as error:
        _complain(str(error))
        return MISSING
    except BrokenPipeError:
        # Who reads has read enough ("... | head"). Or the interpreter would try to write the rest at its end.
        sys.stdout = None
        return DONE


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


def _say_json(document: object) -> None:
    import json  # only programs ask for it

    _say(json.dumps(document, ensure_ascii=False, indent=2))


def _complain(text: str) -> None:
    sys.stderr.write(f"kiosk: {text}\n")


# -- commands -----------------------------------------------------------------------------------------------------


def _run(asked: argparse.Namespace) -> int:
    # While all is being loaded there is no garbage to collect: a twentieth of the start. The first paint ends it.
    gc.disable()
    options = _options(asked)
    if not commands.has_screen():
        _complain("there is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set)")
        _complain('"kiosk snapshot" shows the same as pictures, "kiosk speak" writes the reading to a file')
        return NO_SCREEN
    return bootstrap.run_window(options, asked.article)


def _speak(asked: argparse.Namespace) -> int:
    bootstrap.set_language("en")
    parsed = bootstrap.load_article(asked.article)
    if asked.paragraph is not None and (asked.first is not None or asked.last is not None):
        raise UsageError("--paragraph goes alone, without --from and --to")
    first = asked.paragraph or asked.first or 1
    last = asked.paragraph or asked.last or parsed.article.last_passage
    part = (first, last)
    _say(commands.speak(parsed.article, part, asked.voice, asked.rate, asked.out, asked.marks, asked.article))
    return DONE


def _show(asked: argparse.Namespace) -> int:
    parsed = bootstrap.load_article(asked.article)
    if asked.json:
        from kiosk.app.description import described

        _say_json(described(parsed))
        return DONE
    article, campaign = parsed.article, parsed.campaign
    _say(f"{article.title}  [{article.language}]  ({article.id})")
    for number, block in enumerate(article.blocks, 1):
        _say(f"{number:4} {block.kind.value:9} {block.text}")
    if campaign is not None:
        asks = " ".join(part for part in (campaign.minimum, campaign.currency, campaign.interval) if part)
        _say(f"     appeal    {campaign.publisher or 'unknown publisher'}: {asks or 'no amount'}")
        for text in campaign.message:
            _say(f"               {text}")
        for label in campaign.buttons:
            _say(f"               [{label}]")
    for note in parsed.notes:
        _say(f"note: {note}")
    return DONE


def _snapshot(asked: argparse.Namespace) -> int:
    for picture in commands.snapshot(_options(asked), asked.article, asked.out, asked.width, asked.height):
        _say(str(picture))
    return DONE


def _voices(asked: argparse.Namespace) -> int:
    voices = bootstrap.build_rack().voices()
    if asked.json:
        from kiosk.app.description import described_voices

        _say_json(described_voices(voices))
        return DONE
    for voice in voices:
        _say(f"{voice.id:24} {', '.join(voice.languages):16} marks: {voice.tracking.value:9} {voice.name}")
    return DONE


def _doctor(asked: argparse.Namespace) -> int:
    from dataclasses import asdict

    checks = commands.check_machine(_options(asked))
    if asked.json:
        _say_json({"checks": [asdict(check) for check in checks]})
    else:
        for check in checks:
            _say(f"{'ok     ' if check.is_ok else 'MISSING'} {check.id:8} {check.detail}")
            if check.remedy:
                _say(f"        mend it with: {check.remedy}")
    return DONE if all(check.is_ok for check in checks) else MISSING


def _apart(asked: argparse.Namespace) -> int:
    from kiosk import keys, say_like  # few ask for them

    (keys if asked.command == "keys" else say_like).run(asked, _say)
    return DONE


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "run": _run,
    "speak": _speak,
    "show": _show,
    "snapshot": _snapshot,
    "voices": _voices,
    "say-like": _apart,
    "keys": _apart,
    "doctor": _doctor,
}


# -- arguments ----------------------------------------------------------------------------------------------------


def _options(asked: argparse.Namespace) -> bootstrap.Options:
    wishes: dict[str, PreferenceValue] = {}
    for name in ("language", "theme", "text_size", "fitting"):
        value = getattr(asked, name, None)
        if value is not None:
            wishes[name] = value
    return bootstrap.Options(
        Profile(getattr(asked, "profile", None) or Profile.HOME), getattr(asked, "content", None), asked=wishes
    )


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


def _parser(command: str) -> argparse.ArgumentParser:
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
    from kiosk import keys, say_like

    say_like.add_arguments(commands.add_parser("say-like", help="say how a word or a name is said"))
    keys.add_arguments(commands.add_parser("keys", help="say which keys stand for what, and change it"))


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
