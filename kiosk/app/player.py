"""The player: runs the reading state machine against voices and a loudspeaker, and publishes its state.

Knows no Qt, no engine and no device; they come as ports.
"""

import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

from kiosk.app.audio_timeline import AudioTimeline, Cue
from kiosk.app.observable import Observable
from kiosk.app.ports import AudioOutput, Clock, Timer
from kiosk.app.rendering import Notice, NoVoiceError, RenderingChoice, VoiceRack, render
from kiosk.core.article import Article
from kiosk.core.errors import AudioError, VoiceError
from kiosk.core.locator import Locator, locate
from kiosk.core.rate import Rate
from kiosk.core.reading import Paused, Preparing, ReadingState, Speaking, Stopped, is_sounding, step
from kiosk.core.reading_events import (
    Effect,
    Hold,
    Moved,
    Opened,
    PauseAsked,
    PlayAsked,
    Problem,
    ReadingEvent,
    Release,
    Render,
    RequestFailed,
    Silence,
    SoundFinished,
    SoundStarted,
    StopAsked,
    VoiceChanged,
    WordReached,
)
from kiosk.core.text import TextSpan
from kiosk.core.timeline import ms_to_frames

# Rendered and waiting at most: enough for a slow machine, little enough to throw away at a change of rate.
_LOOK_AHEAD_FRAMES = ms_to_frames(8_000)
_TICK_MS = 10
_NOWHERE = Locator("", 0, TextSpan(0, 0))


class Player:
    """Reads one article at a time.

    1. A command (``play``, ``pause``, ``stop``, ``move``) becomes an event; :func:`kiosk.core.reading.step`
       answers with the next state and with effects, which run at once on the main thread.
    2. ``Render`` opens a request on the timeline and hands it to the worker thread.
    3. The worker renders one utterance after the other into the timeline, stamped with the request; it waits
       while enough is rendered, and stops when the request is no longer the live one.
    4. The loudspeaker pulls frames from the timeline on its own thread.
    5. While sound is wanted a timer asks the timeline what has been heard; a new word, the first sound and the
       last frame become events, and they too go through ``step``.
    6. A failure on the worker waits until all that was rendered before it has been heard; then it becomes an
       event, the state says it and views show it.
    """

    def __init__(
        self,
        rack: VoiceRack,
        output: AudioOutput,
        timer: Timer,
        clock: Clock,
        rate: Rate,
        notice: Notice | None = None,
    ) -> None:
        """Start the worker; nothing is loaded and no device is opened yet.

        Args:
            rack: the voices.
            output: where sound goes; opened by the worker before the first sound.
            timer: wakes the player while sound is wanted.
            clock: time since some fixed moment.
            rate: how fast to begin with.
            notice: what to say in place of a passage that no voice speaks.
        """
        self._notice = notice
        self._rack = rack
        self._output = output
        self._timer = timer
        self._clock = clock
        self.timeline = AudioTimeline(lambda: clock.elapsed().total_seconds(), lambda: output.latency_ms)
        self.state: Observable[ReadingState] = Observable(Stopped(0, _NOWHERE))
        self._article: Article | None = None
        self._choice = RenderingChoice(rate)
        self._silent_since = clock.elapsed()
        self._tasks: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        # Written by the worker before it finishes the request, read here after the timeline says so.
        self._failure: RequestFailed | None = None
        self._is_closing = False
        self._worker = threading.Thread(target=self._work, name="voice", daemon=True)
        self._worker.start()

    # -- commands -------------------------------------------------------------------------------------------

    @property
    def article(self) -> Article | None:
        """The open article."""
        return self._article

    @property
    def rate(self) -> Rate:
        """The reading rate in force."""
        return self._choice.rate

    @property
    def is_audible(self) -> bool:
        """Whether anybody can hear it: False on a machine without sound, where only the words move."""
        return self._output.is_audible

    @property
    def silent_for(self) -> timedelta:
        """How long nothing has been heard or wanted; zero while sound is wanted."""
        if is_sounding(self.state.value):
            return timedelta(0)
        return self._clock.elapsed() - self._silent_since

    def open(self, article: Article, at: Locator | None = None) -> None:
        """Open an article silently, at a place or at its title."""
        self._article = article
        self._send(Opened(at or locate(article, 0)))

    def warm_up(self) -> None:
        """Make the open article's voice and the loudspeaker ready, so that the first sound comes at once.

        Not part of :meth:`open`, because the first painted page must not share the machine with it.
        """
        article, voice_id = self._article, self._choice.voice_id
        if article is not None:
            self._tasks.put(lambda: self._warm_up(article.language, voice_id))

    def play(self, at: Locator | None = None) -> None:
        """Read from a place, or go on from where it stands; without an article nothing happens."""
        if self._article is not None:
            self._send(PlayAsked(at))

    def pause(self) -> None:
        """Be silent now and keep the very sample."""
        self._send(PauseAsked())

    def toggle(self) -> None:
        """Pause what sounds; else play."""
        if is_sounding(self.state.value):
            self.pause()
        else:
            self.play()

    def stop(self) -> None:
        """Be silent now."""
        self._send(StopAsked())

    def move(self, passage: int) -> None:
        """Go to the start of a passage, brought into the article's range; a reading goes on there."""
        if self._article is None:
            return
        passage = min(max(passage, 0), self._article.last_passage)
        self._send(Moved(locate(self._article, passage)))

    def set_choice(self, rate: Rate, voice_id: str, pause_percent: int) -> None:
        """Change rate, voice or pauses; a reading goes on from the current word with them."""
        choice = RenderingChoice(rate, voice_id, pause_percent)
        if choice != self._choice:
            self._choice = choice
            self._send(VoiceChanged())

    def close(self) -> None:
        """Be silent for good: stop the worker, let go of the device and the engines."""
        self._is_closing = True
        self.stop()
        self._timer.stop()
        self.timeline.clear()
        self._output.close()
        self._tasks.put(None)
        # An engine that hangs must not keep the program from ending; the thread is a daemon.
        self._worker.join(timeout=2)
        if not self._worker.is_alive():
            self._rack.close()

    # -- the state machine's hands --------------------------------------------------------------------------

    def _send(self, event: ReadingEvent) -> None:
        was_sounding = is_sounding(self.state.value)
        state, effects = step(self.state.value, event)
        for effect in effects:
            self._run(effect)
        is_wanted = is_sounding(state)
        if was_sounding and not is_wanted:
            self._silent_since = self._clock.elapsed()
            self._timer.stop()
        elif is_wanted and not was_sounding:
            self._timer.start(_TICK_MS, self._tick)
        self.state.set(state)

    def _run(self, effect: Effect) -> None:
        match effect:
            case Silence():
                self.timeline.clear()
            case Render(request, at):
                self.timeline.begin(request)
                self._submit(request, at)
            case Hold():
                self.timeline.hold()
            case Release():
                self.timeline.release()

    def _submit(self, request: int, at: Locator) -> None:
        article, choice = self._article, self._choice
        if article is None:
            return

        def render_request() -> None:
            self._render(request, article, at, choice)

        self._tasks.put(render_request)

    def _tick(self) -> None:
        heard = self.timeline.heard()
        state = self.state.value
        if heard.request != state.request or not is_sounding(state):
            return
        if heard.frame > 0 and isinstance(state, Preparing):
            self._send(SoundStarted(heard.request))
        state = self.state.value
        if heard.cue is not None and isinstance(state, Speaking | Paused) and heard.cue.at != state.at:
            self._send(WordReached(heard.request, heard.cue.at))
        if heard.is_complete:
            failure = self._failure
            is_ours = failure is not None and failure.request == heard.request
            self._send(failure if failure is not None and is_ours else SoundFinished(heard.request))

    # -- worker thread --------------------------------------------------------------------------------------

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None:
            try:
                task()
            except Exception:
                # An engine that breaks its promise must not take the thread with it: the next "play" needs it.
                import logging  # not before: start-up has no time for what should never happen

                logging.getLogger(__name__).exception("a voice failed in a way that it must not")

    def _open_output(self) -> None:
        self._output.open(self.timeline)
        if self._is_closing:
            # It was closed while it was being opened.
            self._output.close()

    def _warm_up(self, language: str, voice_id: str) -> None:
        self._rack.load(language, voice_id)
        # A device that cannot be opened is said at the first "play", where somebody waits for it.
        with suppress(AudioError):
            self._open_output()

    def _render(self, request: int, article: Article, at: Locator, choice: RenderingChoice) -> None:
        """Render from a place to the end of the article into the timeline, as far as the request stays live."""

        def is_live() -> bool:
            return not self._is_closing and self.timeline.wait_for_room(request, _LOOK_AHEAD_FRAMES)

        try:
            if not is_live():
                return
            self._open_output()
            rendered = render(
                self._rack,
                article,
                at.passage,
                article.last_passage,
                choice,
                at.span.start,
                is_live,
                self._notice,
            )
            for utterance in rendered:
                cues = [
                    Cue(word.start_frame, locate(article, utterance.passage, word.span))
                    for word in utterance.words
                ]
                samples = utterance.samples + bytes(utterance.pause_frames * 2)
                if not self.timeline.append(request, samples, cues):
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
            self.timeline.finish(request)
