"""What of an article is said at once, passage by passage: from its recording or by a voice. Makes no sound."""

from collections.abc import Iterator

from kiosk.app.recording import Recording
from kiosk.core.article import Article
from kiosk.core.recording import plan_recorded
from kiosk.core.text import is_speakable
from kiosk.core.utterance import Respell, Utterance, plan_utterances


def planned(
    article: Article,
    begin: tuple[int, int],
    until: tuple[int, int | None],
    respell: Respell,
    recording: Recording | None = None,
) -> Iterator[tuple[Utterance, bool]]:
    """Yield the utterances between two places, each with whether it is the last of all.

    Args:
        article: the article.
        begin: passage and code point in it to begin at.
        until: passage and code point in it to end before; None is its end.
        respell: what a voice says in other words than it is written.
        recording: the article's recording, where it is wanted; passages that it does not hold are left to a voice.
    """
    (first, start), (last, end) = begin, until
    while end is None and last > first and not is_speakable(article.passage(last).text):
        last -= 1
    is_first = True
    for passage in range(first, last + 1):
        block = article.passage(passage)
        place = start if passage == first else 0
        own_end = end if passage == last else None
        stretches = recording.stretches(passage) if recording is not None else ()
        if stretches:
            own = plan_recorded(passage, block, stretches, place, is_first, own_end, respell)
        else:
            own = plan_utterances(passage, block, place, is_first, own_end, respell)
        for utterance in own:
            yield utterance, passage == last and utterance is own[-1]
        is_first = is_first and not own
