"""Recorded articles: a person, or speech that was rendered when the article was made; decoded, and stretched.

An article names its sound file; the times lie beside that, under the same name with the ending ".json". Knows no
engine.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path, PurePath, PurePosixPath
from typing import TYPE_CHECKING

from kiosk.adapters.formats import recording_times
from kiosk.adapters.formats.names import printable
from kiosk.adapters.sound_stream import SoundStream
from kiosk.adapters.stretch import worthwhile
from kiosk.app.ports import Speech
from kiosk.app.recording import Recording
from kiosk.core.article import Article
from kiosk.core.errors import ContentError, VoiceError
from kiosk.core.rate import Rate
from kiosk.core.recording import Times, checked, own_wpm, tracking_of
from kiosk.core.text import TextSpan
from kiosk.core.timeline import ms_to_frames
from kiosk.core.voice import Tracking

if TYPE_CHECKING:
    from kiosk.adapters.voices.recorded_parts import Window

TIMES_SUFFIX = ".json"
"""Ending of the file with the times."""

# So much around what is cut out is looked at, where nothing else is said in it: marks are not exact.
_LEAD_MS = 60.0
_TAIL_MS = 120.0


class RecordingFiles:
    """The recordings of the articles in a content folder, or of files that a person named."""

    def __init__(self, folder: Path, read: Callable[[Path, str], bytes]) -> None:
        """Know the folder; nothing is read.

        Args:
            folder: the content folder.
            read: reads a file of some name for errors, or raises a ContentError.
        """
        self._folder = folder
        self._read = read

    def recording(self, path: str, article: Article) -> Recording | None:
        """Return the recording of an article; one that cannot be used says why."""
        if not article.recording:
            return None
        try:
            sound_path = _beside(path, article.recording)
            times_path = str(PurePath(sound_path).with_suffix(TIMES_SUFFIX))
            source = printable(times_path)
            told = recording_times.parse(self._read(self._folder / times_path, source), source)
            sound = SoundStream(self._folder / sound_path, printable(sound_path))
            times = checked(told.marks, article, sound.duration_ms, source)
        except ContentError as error:
            return RecordedArticle(None, {}, 0.0, Tracking.NONE, str(error))
        rate = told.words_per_minute or own_wpm(article, times)
        return RecordedArticle(sound, times, rate, tracking_of(times, article))


def _beside(path: str, name: str) -> str:
    """Return the path of a file that an article names, from the content folder or absolute."""
    named = PurePosixPath(name.replace("\\", "/"))
    if named.is_absolute() or ".." in named.parts or ":" in name or not named.suffix:
        raise ContentError(printable(path), "", f'the recording "{name}" is not a file beside the article')
    is_absolute = PurePath(path).is_absolute()
    if not is_absolute and ".." in PurePosixPath(path).parts:
        raise ContentError(printable(path), "", "it does not lie in the content folder")
    folder = PurePath(path).parent if is_absolute else PurePosixPath(path).parent
    return str(folder / named)


class RecordedArticle:
    """One article's recording.

    1. A sentence is cut out of the sound at the times of its first and last word, with a little around them.
    2. It is decoded, stretched and handed on in parts, so that the first is there at once and little is in memory;
       it is parted where it is quiet.
    3. Silence at its ends is trimmed: the pauses between sentences are the player's, as for every voice.
    """

    def __init__(
        self,
        sound: SoundStream | None,
        times: Times,
        words_per_minute: float,
        tracking: Tracking,
        problem: str = "",
    ) -> None:
        """Hold what was read.

        Args:
            sound: the recording; None when it cannot be used.
            times: what is said when.
            words_per_minute: how fast it is read.
            tracking: how finely it tells where it is.
            problem: why it cannot be used, or empty.
        """
        self._sound = sound
        self._times = times
        self._own_wpm = words_per_minute
        self.tracking = tracking
        self.problem = problem
        self._neighbours = _neighbours(times)

    def stretches(self, passage: int) -> Sequence[TextSpan]:
        """Return what of a passage can be heard by itself; nothing once the recording has broken."""
        return () if self.problem else [own.span for own in self._times.get(passage, ())]

    def speech(self, passage: int, span: TextSpan, rate: Rate) -> Iterator[Speech]:
        """Yield the sound of some stretches in parts."""
        window = self._window(passage, span)
        if self._sound is None or window is None:
            return
        # Loaded here because it needs numpy, which start-up must not wait for.
        from kiosk.adapters.voices.recorded_parts import Cutting

        factor = worthwhile(rate.words_per_minute / self._own_wpm)
        try:
            yield from Cutting(self._sound, window, factor).parts()
        except VoiceError as error:
            self.problem = str(error)
            raise

    def _window(self, passage: int, span: TextSpan) -> "Window | None":
        from kiosk.adapters.voices.recorded_parts import Window

        own = [
            each
            for each in self._times.get(passage, ())
            if span.start <= each.span.start and each.span.end <= span.end
        ]
        sounding = [each for each in own if not each.is_silent]
        if not sounding or self._sound is None:
            return None
        first, last = sounding[0], sounding[-1]
        ends_before = self._neighbours[passage, first.span.start][0]
        begins_after = self._neighbours[passage, last.span.start][1]
        start_ms = first.begin_ms - min(_LEAD_MS, max(0.0, first.begin_ms - ends_before) / 2)
        # Where two times overlap, what begins is believed.
        end_ms = min(last.end_ms, max(begins_after, last.begin_ms))
        end_ms = min(end_ms + min(_TAIL_MS, (begins_after - end_ms) / 2), self._sound.duration_ms)
        return Window(ms_to_frames(start_ms), ms_to_frames(end_ms), own)


def _neighbours(times: Times) -> Mapping[tuple[int, int], tuple[float, float]]:
    """Return for (passage, start) of each sounding stretch when the one before it ends and the next one begins."""
    sounding = [
        ((passage, own.span.start), own) for passage in times for own in times[passage] if not own.is_silent
    ]
    found: dict[tuple[int, int], tuple[float, float]] = {}
    ends_before = 0.0
    for number, (key, own) in enumerate(sounding, 1):
        begins_after = sounding[number][1].begin_ms if number < len(sounding) else float("inf")
        found[key] = (ends_before, begins_after)
        ends_before = own.end_ms
    return found
