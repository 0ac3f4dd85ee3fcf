"""An article's own recording: what an adapter has to give of one, and which one belongs to the article in front.

Knows no file and no sound.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from kiosk.app.ports import Speech
from kiosk.core.article import Article
from kiosk.core.rate import Rate
from kiosk.core.text import TextSpan
from kiosk.core.voice import RECORDED, Tracking, Voice
from kiosk.i18n import _

_QUALITY = 4


class Recording(Protocol):
    """The recording of one article. A port; called on one thread at a time.

    One that cannot be used, or breaks while it is heard, has a ``problem`` and from then on no stretches: it never
    keeps an article from being read.
    """

    @property
    def problem(self) -> str:
        """Why it is not used: file, place and reason, in plain English; or empty."""
        ...

    @property
    def tracking(self) -> Tracking:
        """How finely it tells where it is."""
        ...

    def stretches(self, passage: int) -> Sequence[TextSpan]:
        """Return what of a passage can be heard by itself, in order: all of it, or none when it is not recorded.

        A stretch is a word, or a sentence where only sentences were timed.
        """
        ...

    def speech(self, passage: int, span: TextSpan, rate: Rate) -> Iterator[Speech]:
        """Yield the sound of whole stretches in parts of at most ten seconds, the first a short one.

        Together the parts are one utterance: only its beginning and its end are trimmed, and every stretch has one
        mark, in the part in which it begins; it may end in a later one. Nothing is yielded when the speaker says
        none of it.

        Args:
            passage: one that is recorded.
            span: one or more of its stretches, whole, perhaps with signs around them.
            rate: how fast; its pitch stays.

        Raises:
            VoiceError: the recording broke; what was yielded before is good.
        """
        ...


class RecordingSource(Protocol):
    """Where recordings lie. A port; any thread."""

    def recording(self, path: str, article: Article) -> Recording | None:
        """Return the recording of an article, or None when it has none.

        Args:
            path: the article, as its content source names it, or the absolute path of a file.
            article: the article.
        """
        ...


FindRecording = Callable[[Article], Recording | None]
"""An article to its recording, or None; called on the voice's thread."""


def unrecorded(article: Article) -> Recording | None:
    """Return that there is no recording."""
    return None


class RecordingDesk:
    """The recording of the article in front.

    ``open`` and ``voices`` are called on the main thread, ``recording_of`` on any one thread. A recording is read
    when the voice is first asked for it, so that opening an article waits for none.
    """

    def __init__(self, source: RecordingSource) -> None:
        """Read nothing.

        Args:
            source: where recordings lie.
        """
        self._source = source
        self._path = ""
        # Replaced as a whole, so that another thread sees the old or the new one.
        self._known: tuple[Article, Recording | None] | None = None

    def open(self, path: str) -> None:
        """Take the recording of the article at a path from now on."""
        self._path, self._known = path, None

    def recording_of(self, article: Article) -> Recording | None:
        """Return the recording of the article in front; one with a problem, too."""
        if not article.recording:
            return None
        known = self._known
        if known is None or known[0] is not article:
            known = self._known = (article, self._source.recording(self._path, article))
        return known[1]

    def voices(self, article: Article | None) -> tuple[Voice, ...]:
        """Return the recording as a voice that can be chosen; none when there is none, or a broken one."""
        if article is None or not article.recording:
            return ()
        known = self._known
        recording = known[1] if known is not None and known[0] is article else None
        if recording is not None and recording.problem:
            return ()
        tracking = recording.tracking if recording is not None else Tracking.WORD
        # Translators: the voice of a person who recorded the article, in the list of voices.
        return (Voice(RECORDED, _("Recording"), (article.language,), tracking, _QUALITY),)
