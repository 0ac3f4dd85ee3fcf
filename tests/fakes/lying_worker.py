"""A worker process that breaks the rules of the pipe, when the text says so. Started in the place of the real one.

Usage: python -m tests.fakes.lying_worker (requests on standard input, answers on standard output)
"""

import os
import struct
import sys
from collections.abc import Callable

from kiosk.adapters.voices.engine_frames import (
    Frame,
    Head,
    error_head,
    read_frame,
    request_of,
    speech_head,
    to_bytes,
)
from kiosk.core.rate import Rate
from tests.fakes.fake_synthesizer import FakeSynthesizer

HEADER = struct.Struct("<4sQII")


def _with_head(answer: Frame, head: bytes) -> bytes:
    return HEADER.pack(b"ALD1", answer.number, len(head), 0) + head


WAYS: dict[str, Callable[[Frame], bytes]] = {
    "twice": lambda answer: to_bytes(answer) * 2,
    "stale": lambda answer: (
        to_bytes(answer._replace(number=answer.number - 1, head=error_head("stale"))) + to_bytes(answer)
    ),
    "foreign": lambda answer: to_bytes(answer._replace(number=answer.number + 7)),
    "garbage": lambda answer: b"\x00\xffgarbage" * 40,
    "head": lambda answer: HEADER.pack(b"ALD1", answer.number, 0xFFFF_FFFF, 0),
    "body": lambda answer: HEADER.pack(b"ALD1", answer.number, 2, 0xFFFF_FFFF) + b"{}",
    "list": lambda answer: _with_head(answer, b"[]"),
    "deep": lambda answer: _with_head(answer, b"[" * 200_000),
    "broken": lambda answer: _with_head(answer, b'{"marks":[1,'),
    "bytes": lambda answer: _with_head(answer, b"\xff\xfe{}"),
    "markless": lambda answer: to_bytes(answer._replace(head={})),
    "truth": lambda answer: to_bytes(answer._replace(head={"marks": [True] * 8})),
    "words": lambda answer: to_bytes(answer._replace(head={"marks": ["0"] * 8})),
    "odd": lambda answer: to_bytes(answer._replace(head={"marks": [0, 4, 0]})),
}


def main() -> None:
    """Answer truthfully, unless the first word of the text is one of the ways to lie."""
    engine = FakeSynthesizer()
    while (asked := read_frame(sys.stdin.buffer.read)) is not None:
        request = request_of(asked.head)
        head: Head = {}
        samples, way = b"", ""
        if request.text is not None:
            rate = Rate(request.words_per_minute)
            speech = engine.synthesize(request.text, request.language, request.voice, rate)
            head, samples, way = speech_head(speech), speech.samples, request.text.partition(" ")[0]
        answer = Frame(asked.number, head, samples)
        if way == "cut":
            sys.stdout.buffer.write(to_bytes(answer)[:-100])
            sys.stdout.buffer.flush()
            os._exit(0)
        sys.stdout.buffer.write(WAYS.get(way, to_bytes)(answer))
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
