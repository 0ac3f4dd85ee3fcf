"""The thread on which voices render and the loudspeaker is opened. Knows no state and no widget.

What it has to say is kept with the frame at which a listener reaches it: the player takes it from here.
"""

import queue
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from kiosk.app.audio_timeline import AudioTimeline, Cue
from kiosk.app.ports import AudioOutput, FrameSource
from kiosk.app.recording import Recording
from kiosk.app.rendering import Notice, RenderedUtterance, RenderingChoice, render, wanted_recording
from kiosk.app.voice_rack import NoVoiceError, VoiceRack
from kiosk.core.article import Article
from kiosk.core.errors import AudioError, VoiceError
from kiosk.core.locator import Locator, locate
from kiosk.core.reading_events import Problem, Render, RequestFailed
from kiosk.core.timeline import ms_to_frames

# Rendered and waiting at most: enough for a slow machine, little enough to throw away at a change of rate.
_LOOK_AHEAD_FRAMES = ms_to_frames(8_000)
MOST_SKIPPED = 5
"""So many sentences in a row that no voice can say end the reading."""


@dataclass(frozen=True, slots=True)
class SentenceSkipped:
    """A sentence that no voice could say was passed over."""

    at: Locator
    """Where it begins."""


@dataclass(frozen=True, slots=True)
class VoiceReplaced:
    """A voice that failed again and again has given way to another."""

    voice_name: str
    """The one that reads instead."""


@dataclass(frozen=True, slots=True)
class RecordingUnusable:
    """The article's recording cannot be used, or broke; a voice reads instead."""

    problem: str
    """File, place and reason, in plain English."""


Report = SentenceSkipped | VoiceReplaced | RecordingUnusable


class VoiceWorker:
    """Renders one request at a time into the timeline, and says what happened on the way.

    The thread is a daemon, so that an engine that hangs keeps no program from ending.
    """

    def __init__(
        self,
        rack: VoiceRack,
        output: AudioOutput,
        source: FrameSource,
        timeline: AudioTimeline,
        notice: Notice | None,
    ) -> None:
        """Start the thread; nothing is loaded and no device is opened yet.

        Args:
            rack: the voices.
            output: opened before the first sound.
            source: what the output plays: the timeline, and whatever lies between.
            timeline: takes the sound.
            notice: what to say in place of a passage that no voice speaks.
        """
        self._rack = rack
        self._output = output
        self._source = source
        self._timeline = timeline
        self._notice = notice
        self._tasks: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._reports: deque[tuple[int, int, Report]] = deque()
        self._failure: RequestFailed | None = None
        self._told_problem = ""
        self._is_closing = False
        self._is_trying = False
        self._thread = threading.Thread(target=self._work, name="voice", daemon=True)
        self._thread.start()

    # -- main thread ------------------------------------------------------------------------------------------

    def render(self, effect: Render, article: Article, choice: RenderingChoice) -> None:
        """Render a request into the timeline, as far as it stays the live one."""
        self._tasks.put(lambda: self._render(effect, article, choice))

    def warm_up(self, article: Article, choice: RenderingChoice) -> None:
        """Make an article's voice and the loudspeaker ready, so that the first sound comes at once."""
        self._tasks.put(lambda: self._warm_up(article, choice))

    def open_output(self) -> None:
        """Try to open the loudspeaker, unless a try is under way; a failure is not said."""
        if not self._is_trying:
            self._is_trying = True
            self._tasks.put(self._try_output)

    def failure_of(self, request: int) -> RequestFailed | None:
        """Return why a request ended early, once its timeline is complete; None when it did not."""
        failure = self._failure
        return failure if failure is not None and failure.request == request else None

    def reports_until(self, request: int, frame: int) -> list[Report]:
        """Take what a listener of a request has come to by a frame; what belongs to other requests is dropped."""
        found: list[Report] = []
        while self._reports and (self._reports[0][0] != request or self._reports[0][1] <= frame):
            own, _, report = self._reports.popleft()
            # That a voice or a recording has failed is worth knowing whichever request it failed.
            if own == request or not isinstance(report, SentenceSkipped):
                found.append(report)
        return found

    def close(self) -> None:
        """End the thread, and let go of the device and the engines."""
        self._is_closing = True
        self._timeline.clear()
        self._output.close()
        self._tasks.put(None)
        self._thread.join(timeout=2)
        if not self._thread.is_alive():
            self._rack.close()

    # -- worker thread ----------------------------------------------------------------------------------------

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None:
            try:
                task()
            except Exception:
                # An engine that breaks its promise must not take the thread with it: the next "play" needs it.
                import logging  # not before: start-up has no time for what should never happen

                logging.getLogger(__name__).exception("a voice failed in a way that it must not")

    def _open(self) -> None:
        self._output.open(self._source)
        if self._is_closing:
            # It was closed while it was being opened.
            self._output.close()

    def _try_output(self) -> None:
        try:
            with suppress(AudioError):
                self._open()
        finally:
            self._is_trying = False

    def _warm_up(self, article: Article, choice: RenderingChoice) -> None:
        # A voice too: it reads what the recording does not hold.
        wanted_recording(article, choice)
        self._rack.load(article.language, choice.manner_for(article.language).voice_id)
        # A device that cannot be opened is said at the first "play", where somebody waits for it.
        with suppress(AudioError):
            self._open()

    def _render(self, effect: Render, article: Article, choice: RenderingChoice) -> None:
        request = effect.request

        def is_live() -> bool:
            return not self._is_closing and self._timeline.wait_for_room(request, _LOOK_AHEAD_FRAMES)

        try:
            if not is_live():
                return
            self._open()
            recording = wanted_recording(article, choice)
            rendered = render(
                self._rack,
                article,
                effect.at.passage,
                effect.end.passage if effect.end else article.last_passage,
                choice,
                effect.at.span.start,
                is_live,
                self._notice,
                end=effect.end.start if effect.end else None,
                most_skipped=MOST_SKIPPED,
            )
            for utterance in rendered:
                self._tell_problem(request, recording)
                if not self._append(request, article, utterance):
                    return
        except NoVoiceError as error:
            self._failure = RequestFailed(request, Problem.NO_VOICE, error.language)
        except VoiceError:
            self._failure = RequestFailed(request, Problem.VOICE_FAILED)
        except AudioError:
            self._failure = RequestFailed(request, Problem.NO_SOUND)
        except Exception:
            self._failure = RequestFailed(request, Problem.VOICE_FAILED)
            raise
        finally:
            self._timeline.finish(request)

    def _tell_problem(self, request: int, recording: Recording | None) -> None:
        """Report what is wrong with a recording, once."""
        problem = recording.problem if recording is not None else ""
        if problem and problem != self._told_problem:
            self._told_problem = problem
            self._reports.append((request, self._timeline.appended_frames, RecordingUnusable(problem)))

    def _append(self, request: int, article: Article, utterance: RenderedUtterance) -> bool:
        frame = self._timeline.appended_frames
        for voice in self._rack.take_replaced():
            self._reports.append((request, frame, VoiceReplaced(voice.name)))
        if utterance.skipped is not None:
            at = locate(article, utterance.passage, utterance.skipped)
            self._reports.append((request, frame, SentenceSkipped(at)))
            return True
        cues = [Cue(word.start_frame, locate(article, utterance.passage, word.span)) for word in utterance.words]
        samples = utterance.samples + bytes(utterance.pause_frames * 2)
        return self._timeline.append(request, samples, cues, utterance.ending)
