"""The command line: one short function a command. Knows no engine and no widget; ``bootstrap`` does.

Exit codes: 0 done; 1 something is missing on this machine (``kiosk doctor`` says what); 2 the command or a
content file cannot be used as given; 3 there is no screen to show a window on. Staff at a public kiosk end the
program with 10, which its unit takes as an end, and start it anew with 11, as the program does by night; with 12
something broke of which it cannot recover (``kiosk.app.uptime``).
"""

import argparse
import gc
import sys
from collections.abc import Callable, Sequence

from kiosk import bootstrap, cli_words, commands, window
from kiosk.core.errors import ContentError, KioskError, UsageError
from kiosk.core.settings import PreferenceValue, Profile

DONE, MISSING, UNUSABLE, NO_SCREEN = 0, 1, 2, 3


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
    asked = cli_words.parser_for(words[0]).parse_args(words)
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
    return window.run(options, asked.article)


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
    from kiosk import content, keys, pin, say_like, statistics, status  # few ask for them

    apart = {
        "content": content,
        "keys": keys,
        "pin": pin,
        "say-like": say_like,
        "statistics": statistics,
        "status": status,
    }
    apart[asked.command].run(asked, _say)
    return DONE


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "run": _run,
    "speak": _speak,
    "show": _show,
    "snapshot": _snapshot,
    "voices": _voices,
    "say-like": _apart,
    "keys": _apart,
    "content": _apart,
    "statistics": _apart,
    "status": _apart,
    "pin": _apart,
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
