"""What an engine promises of every speech, checked before a listener hears of it. Knows no engine."""

from operator import index

from kiosk.app.ports import Speech
from kiosk.core.text import words
from kiosk.core.timeline import problems


def broken_promise(speech: object, text: str) -> str:
    """Return what is wrong with a speech, in one clause; empty when it is as :class:`Synthesizer` promises.

    Args:
        speech: whatever the engine returned.
        text: what was to be said.
    """
    if not isinstance(speech, Speech) or not isinstance(speech.samples, bytes):
        return f"no speech but {type(speech).__name__}"
    if len(speech.samples) % 2:
        return "half a sample"
    spans = words(text)
    try:
        for mark in speech.marks:
            index(mark.start_frame), index(mark.end_frame)
        found = [mark.span for mark in speech.marks]
        wrong = problems(speech.marks, speech.frame_count)
    except (TypeError, AttributeError) as error:
        return f"no marks: {error}"
    if found != list(spans):
        return f"{len(found)} marks are not those of {len(spans)} words"
    if spans and not speech.samples:
        return "no sound"
    return wrong[0] if wrong else ""
