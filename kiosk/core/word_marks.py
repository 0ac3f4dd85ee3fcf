"""Word marks: from what an engine told to exactly one mark for every word. Knows no engine and no article."""

from collections.abc import Sequence

from kiosk.core.text import TextSpan, words
from kiosk.core.timeline import WordMark


def marks_of_words(text: str, marks: Sequence[WordMark], frame_count: int) -> tuple[WordMark, ...]:
    """Give every word of a text exactly one mark, from whatever places an engine told.

    Engines mark by their own idea of a word: none for some, several for others. A word that the engine did
    not mark is spoken in the time of the marked word before it: the two share that time by their length.

    Args:
        text: what was spoken.
        marks: the engine's marks, in order of place; their ends are not used.
        frame_count: length of the sound.

    Returns:
        One mark a word, in order of place and of time, the last ending with the sound.
    """
    spans = words(text)
    told = _told_starts(spans, marks, frame_count)
    starts: list[int] = []
    for number, start in enumerate(told):
        if start is not None:
            starts.append(start)
            continue
        # The group: from the last word that was told to the next one; before any, the sound's beginning.
        first = max((before for before in range(number) if told[before] is not None), default=0)
        following = next((after for after in range(number, len(told)) if told[after] is not None), len(told))
        begin = told[first] or 0
        end = told[following] if following < len(told) else frame_count
        before_length = sum(len(span) for span in spans[first:number])
        whole_length = sum(len(span) for span in spans[first:following])
        starts.append(begin + ((end or 0) - begin) * before_length // whole_length)
    ends = [*starts[1:], frame_count] if starts else []
    return tuple(WordMark(word, start, end) for word, start, end in zip(spans, starts, ends, strict=True))


def _told_starts(spans: Sequence[TextSpan], marks: Sequence[WordMark], frame_count: int) -> list[int | None]:
    """Return the frame that the engine told for each word, never going back; None where it told none."""
    told: list[int | None] = []
    next_mark = 0
    latest = 0
    for word in spans:
        own: int | None = None
        while next_mark < len(marks) and marks[next_mark].span.start < word.end:
            if own is None and marks[next_mark].span.end > word.start:
                own = latest = min(max(latest, marks[next_mark].start_frame), frame_count)
            next_mark += 1
        told.append(own)
    return told
