"""Frames: what a program and a speech engine in a process of its own say to each other, as bytes.

A frame is a header (sign, number of the request, length of head and of body), a head in JSON and a body of raw
samples. Nothing that arrives is executed or trusted: sizes are looked at before memory is taken, and a speech must
keep the promise of the port. Knows no process, no pipe and no engine.
"""

import json
import struct
from collections.abc import Callable, Mapping
from operator import index
from typing import NamedTuple, cast

from kiosk.app.ports import Speech
from kiosk.app.promise import broken_promise
from kiosk.core.rate import Rate
from kiosk.core.spoken_form import Pronounced
from kiosk.core.text import TextSpan
from kiosk.core.timeline import WordMark
from kiosk.core.voice import Tracking, Voice

Head = Mapping[str, object]

_HEADER = struct.Struct("<4sQII")
_SIGN = b"ALD1"
# A head holds a text or its marks, a body 23 minutes of sound: no utterance comes near either.
MAX_HEAD_BYTES = 16 << 20
MAX_BODY_BYTES = 64 << 20
_NUMBERS_PER_MARK = 4


class FrameError(Exception):
    """What arrived is not what an engine may send; its text says why."""


class Frame(NamedTuple):
    """One message."""

    number: int
    """The request that it is, or that it answers; from 1."""
    head: Head
    """What is asked or answered."""
    body: bytes = b""
    """Samples, or nothing."""


class Request(NamedTuple):
    """What an engine is asked for: to load a voice, or to say a text with it."""

    voice: Voice
    """With whom."""
    text: str | None = None
    """What to say; None loads the voice."""
    language: str = ""
    """BCP 47 tag of the text."""
    words_per_minute: int = 0
    """How fast."""
    pronounced: tuple[Pronounced, ...] = ()
    """How parts of the text sound."""
    pitch_percent: int = 0
    """-50 to 50, lower or higher."""


def to_bytes(frame: Frame) -> bytes:
    """Return a frame as it goes through the pipe.

    Raises:
        FrameError: it is too long to be sent.
    """
    head = json.dumps(frame.head, separators=(",", ":")).encode("ascii")
    if len(head) > MAX_HEAD_BYTES or len(frame.body) > MAX_BODY_BYTES:
        raise FrameError(f"too long: {len(head)} and {len(frame.body)} bytes")
    return b"".join((_HEADER.pack(_SIGN, frame.number, len(head), len(frame.body)), head, frame.body))


def read_frame(read: Callable[[int], bytes]) -> Frame | None:
    """Read the next frame.

    Args:
        read: returns as many bytes as it is asked for, fewer only where they end.

    Returns:
        The frame; None where the bytes end before one begins.

    Raises:
        FrameError: these bytes are no frame, or end within one.
    """
    header = read(_HEADER.size)
    if not header:
        return None
    if len(header) < _HEADER.size:
        raise FrameError(f"{len(header)} bytes are no header")
    sign, number, head_length, body_length = _HEADER.unpack(header)
    if sign != _SIGN:
        raise FrameError(f"a frame does not begin with {sign!r}")
    if head_length > MAX_HEAD_BYTES or body_length > MAX_BODY_BYTES:
        raise FrameError(f"impossible sizes: {head_length} and {body_length} bytes")
    head_bytes, body = read(head_length), read(body_length)
    if len(head_bytes) < head_length or len(body) < body_length:
        raise FrameError("it ends within a frame")
    try:
        head = json.loads(head_bytes)
    # Deeply nested lists make the reader of JSON give up in its own way.
    except (ValueError, RecursionError) as error:
        raise FrameError(f"not JSON: {error!r}") from error
    if not isinstance(head, dict):
        raise FrameError("its head is no object")
    return Frame(number, head, body)


# -- requests ---------------------------------------------------------------------------------------------------


def request_head(request: Request) -> Head:
    """Return the head of a request."""
    voice = request.voice
    described = [voice.id, voice.name, list(voice.languages), voice.tracking.value, voice.quality]
    return {
        "voice": [*described, voice.is_formant],
        "text": request.text,
        "language": request.language,
        "words_per_minute": request.words_per_minute,
        "pronounced": [[own.span.start, own.span.end, own.ipa] for own in request.pronounced],
        "pitch_percent": request.pitch_percent,
    }


def request_of(head: Head) -> Request:
    """Return what a head asks for. Only the worker reads requests, and its own program wrote them."""
    described = cast("tuple[str, str, list[str], str, int, bool]", head["voice"])
    voice_id, name, languages, tracking, quality, is_formant = described
    voice = Voice(voice_id, name, tuple(languages), Tracking(tracking), quality, is_formant)
    pronounced = cast("list[tuple[int, int, str]]", head["pronounced"])
    return Request(
        voice,
        cast("str | None", head["text"]),
        str(head["language"]),
        Rate(cast("int", head["words_per_minute"])).words_per_minute,
        tuple(Pronounced(TextSpan(start, end), ipa) for start, end, ipa in pronounced),
        cast("int", head["pitch_percent"]),
    )


# -- answers ----------------------------------------------------------------------------------------------------


def speech_head(speech: Speech) -> Head:
    """Return the head of an answer that carries a speech; its samples are the body.

    Raises:
        TypeError: a mark's places or frames are no whole numbers.
    """
    return {
        "marks": [
            index(number)
            for mark in speech.marks
            for number in (mark.span.start, mark.span.end, mark.start_frame, mark.end_frame)
        ]
    }


def error_head(problem: str) -> Head:
    """Return the head of an answer that says why there is none."""
    return {"error": problem[:500]}


def error_of(answer: Frame) -> str | None:
    """Return what an engine says went wrong, None when nothing did."""
    problem = answer.head.get("error")
    return None if problem is None else str(problem)


def speech_of(answer: Frame, text: str) -> Speech:
    """Return the speech that an answer carries, as the port promises it.

    Args:
        answer: the answer.
        text: what was to be said.

    Raises:
        FrameError: no speech, no sound, half a sample, or marks that are not one a word in order inside the sound.
    """
    numbers = answer.head.get("marks")
    if not isinstance(numbers, list) or not all(type(number) is int for number in numbers):
        raise FrameError("no marks")
    if len(numbers) % _NUMBERS_PER_MARK:
        raise FrameError("half a mark")
    found = list(zip(*[iter(numbers)] * _NUMBERS_PER_MARK, strict=True))
    try:
        marks = tuple(WordMark(TextSpan(*mark[:2]), mark[2], mark[3]) for mark in found)
    except ValueError as error:
        raise FrameError(f"no marks: {error}") from error
    speech = Speech(answer.body, marks)
    wrong = broken_promise(speech, text)
    if wrong:
        raise FrameError(wrong)
    return speech
