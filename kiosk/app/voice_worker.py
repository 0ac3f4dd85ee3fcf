"""The thread on which voices render and the loudspeaker is opened. Knows no state and no widget.

What it has to say is kept with the frame at which a listener reaches it: the player takes it from here.
"""

import queue
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace

from kiosk.app.audio_timeline import AudioTimeline
from kiosk.app.cues import Cue
from kiosk.app.ports import AudioOutput, FrameSource
from kiosk.app.recording import Recording
from kiosk.app.rendering import Notice, RenderedUtterance, render
from kiosk.app.rendering_choice import RenderingChoice, wanted_recording
from kiosk.app.report import RecordingUnusable, Report, SentenceSkipped, VoiceReplaced
from kiosk.app.voice_rack import NoVoiceError, VoiceRack
from kiosk.core.article import Article
from kiosk.core.errors import AudioError, VoiceError
from kiosk.core.locator import Locator, locate
from kiosk.core.pause import Ending
from kiosk.core.reading_events import Problem, Render, RequestFailed
from kiosk.core.timeline import ms_to_frames
from kiosk.core.utterance import plan_utterances

# Rendered and waiting at most: enough for a slow machine, little enough to throw away at a change of rate.
_LOOK_AHEAD_FRAMES = ms_to_frames(8_000)
# With less than this to hear an engine that died is not waited for.
_NO_HURRY_FRAMES = ms_to_frames(2_000)
MOST_SKIPPED = 5
"""So many sentences in a row that no voice can say end the reading."""


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
        rack.has_time = self._has_time
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
        self.has_opened = False
        """Whether the loudspeaker could be opened when that was tried last; it may have gone since."""
        self._request = 0
        self._thread = threading.Thread(target=self._work, name="voice", daemon=True)
        self._thread.start()

    # -- main thread ------------------------------------------------------------------------------------------

    def render(self, effect: Render, article: Article, choice: RenderingChoice) -> None:
        """Render a request into the timeline, as far as it stays the live one.

        Args:
            effect: what of the article, or what is said in its place.
            article: the open one.
            choice: how it is said.
        """
        self._tasks.put(lambda: self._render(effect, article, choice))

    def warm_up(self, article: Article | None, at: Locator, choice: RenderingChoice, language: str) -> None:
        """Make a voice, its rules and the loudspeaker ready, so that the first sound comes at once.

        Args:
            article: what is open; its language counts, and its rules are tried on the passage at the place.
            at: the place.
            choice: how it is to be spoken.
            language: BCP 47 tag of what is likely to be read while nothing is open; empty makes nothing ready.
        """
        if article is not None or language:
            self._tasks.put(lambda: self._warm_up(article, at, choice, language))

    def open_output(self) -> None:
        """Try to open the loudspeaker, unless a try is under way; a failure is not said."""
        if not self._is_trying:
            self._is_trying = True
            self._tasks.put(self._try_output)

    def forget_output(self) -> None:
        """Let go of the loudspeaker: what is rendered next sounds from whatever the system's default is then."""
        self._tasks.put(self._forget_output)

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
        # Engines first: one that hangs is killed, and the thread that waits for it comes back.
        self._rack.close()
        self._thread.join(timeout=2)

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
        self.has_opened = False
        self._output.open(self._source)
        self.has_opened = True
        if self._is_closing:
            # It was closed while it was being opened.
            self._output.close()

    def _forget_output(self) -> None:
        self.has_opened = False
        self._output.close()

    def _try_output(self) -> None:
        try:
            with suppress(AudioError):
                self._open()
        finally:
            self._is_trying = False

    def _warm_up(self, article: Article | None, at: Locator, choice: RenderingChoice, language: str) -> None:
        language = article.language if article is not None else language
        voice_id = choice.manner_for(language).voice_id
        self._rack.load(language, voice_id)
        if article is not None:
            wanted_recording(article, choice)
            # Cutting and spelling out load what they need at their first use.
            plan_utterances(at.passage, article.passage(at.passage), respell=choice.respell)
        # A device that cannot be opened is said at the first "play", where somebody waits for it.
        with suppress(AudioError):
            self._open()
        self._rack.load_stand_in(language, voice_id)

    def _has_time(self) -> bool:
        return self._timeline.has_waiting(self._request, _NO_HURRY_FRAMES)

    def _render(self, effect: Render, article: Article, choice: RenderingChoice) -> None:
        request = self._request = effect.request

        def is_live() -> bool:
            return not self._is_closing and self._timeline.wait_for_room(request, _LOOK_AHEAD_FRAMES)

        try:
            if not is_live():
                return
            self._open()
            recording = wanted_recording(article, choice) if effect.aside is None else None
            for utterance in self._rendered(effect, article, choice, is_live):
                self._tell_problem(request, recording)
                if effect.aside is not None:
                    # Nothing of the article is said: no word of it is reached, and none of its units ends.
                    utterance = replace(utterance, words=(), ending=Ending.NOTHING)
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

    def _rendered(
        self, effect: Render, article: Article, choice: RenderingChoice, is_live: Callable[[], bool]
    ) -> Iterator[RenderedUtterance]:
        if effect.aside is not None:
            return render(self._rack, effect.aside, 1, effect.aside.last_passage, choice, is_live=is_live)
        return render(
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
