"""The player: runs the reading state machine against voices and a loudspeaker, and publishes its state.

Knows no Qt, no engine and no device; they come as ports.
"""

from collections.abc import Callable
from datetime import timedelta

from kiosk.app.audio_timeline import AudioTimeline, Heard
from kiosk.app.gain import GainSource
from kiosk.app.observable import Observable
from kiosk.app.ports import AudioOutput, Clock, Timer
from kiosk.app.prompt_source import PromptSource
from kiosk.app.rendering import Notice
from kiosk.app.rendering_choice import RenderingChoice
from kiosk.app.report import Report
from kiosk.app.voice_rack import VoiceRack
from kiosk.app.voice_worker import VoiceWorker
from kiosk.core.article import Article
from kiosk.core.locator import Locator, locate
from kiosk.core.navigation import Navigator
from kiosk.core.pause import Ending
from kiosk.core.rate import Rate
from kiosk.core.reading import Lost, Preparing, ReadingState, Speaking, Stopped, is_sounding, step
from kiosk.core.reading_events import (
    AsideAsked,
    Effect,
    Hold,
    Moved,
    Opened,
    OutputLost,
    OutputReturned,
    PauseAsked,
    PlayAsked,
    ReadingEvent,
    Release,
    Render,
    Scope,
    Silence,
    SoundFinished,
    SoundStarted,
    StopAsked,
    UnitFinished,
    VoiceChanged,
    WordReached,
)
from kiosk.core.text import TextSpan
from kiosk.core.volume import Volume

_TICK_MS = 10
# A loudspeaker that has gone is looked for this often.
_LOST_TICK_MS = 250
# A loudspeaker that has come back is still called lost until it pulls its first frames.
_OPENING = timedelta(seconds=1)
_NOWHERE = Locator("", 0, TextSpan(0, 0))


class Player:
    """Reads one article at a time.

    1. A command (``play``, ``pause``, ``stop``, ``move``) becomes an event; :func:`kiosk.core.reading.step`
       answers with the next state and with effects, which run at once on the main thread.
    2. ``Render`` opens a request on the timeline and hands it to the worker.
    3. The worker renders one utterance after the other into the timeline, stamped with the request; it waits
       while enough is rendered, and stops when the request is no longer the live one.
    4. The loudspeaker pulls frames from the timeline on its own thread.
    5. While sound is wanted a timer asks the timeline what has been heard; a new word, the first sound and the
       last frame become events, and they too go through ``step``.
    6. A failure on the worker waits until all that was rendered before it has been heard; then it becomes an
       event, the state says it and views show it.
    7. A loudspeaker that has gone is looked for by the same timer, more slowly; with it the reading comes back.
    8. What the interface voice puts into ``prompts`` is heard first; the reading gives way and goes on after it.
    """

    def __init__(
        self,
        rack: VoiceRack,
        output: AudioOutput,
        timer: Timer,
        clock: Clock,
        rate: Rate,
        notice: Notice | None = None,
        new_timeline: Callable[[Callable[[], float], Callable[[], float]], AudioTimeline] = AudioTimeline,
        may_change_device: bool = False,
    ) -> None:
        """Start the worker; nothing is loaded and no device is opened yet.

        Args:
            rack: the voices.
            output: where sound goes; opened by the worker before the first sound.
            timer: wakes the player while sound is wanted.
            clock: time since some fixed moment.
            rate: how fast to begin with.
            notice: what to say in place of a passage that no voice speaks.
            new_timeline: makes the timeline, from the seconds that have passed and the output's latency in ms.
            may_change_device: whether "play" while the loudspeaker is lost takes another one.
        """
        self._output = output
        self.may_change_device = may_change_device
        self._timer = timer
        self._clock = clock
        self.timeline = new_timeline(lambda: clock.elapsed().total_seconds(), lambda: output.latency_ms)
        self.prompts = AudioTimeline(lambda: clock.elapsed().total_seconds(), lambda: output.latency_ms)
        self.gains = (GainSource(self.timeline), GainSource(self.prompts))
        source = PromptSource(self.gains[0], self.timeline, self.gains[1], self.prompts)
        self._worker = VoiceWorker(rack, output, source, self.timeline, notice)
        self.state: Observable[ReadingState] = Observable(Stopped(0, _NOWHERE))
        self.report: Observable[Report | None] = Observable(None)
        self._article: Article | None = None
        self._navigator: Navigator | None = None
        self._choice = RenderingChoice(rate)
        self._silent_since = clock.elapsed()
        self._reopening_since: timedelta | None = None
        self._tick_ms = 0

    # -- what is so -------------------------------------------------------------------------------------------

    @property
    def article(self) -> Article | None:
        """The open article."""
        return self._article

    @property
    def navigator(self) -> Navigator | None:
        """Finds places in the open article."""
        return self._navigator

    @property
    def rate(self) -> Rate:
        """The reading rate in force for the open article's language."""
        language = self._article.language if self._article is not None else ""
        return self._choice.manner_for(language).rate

    @property
    def output(self) -> AudioOutput:
        """The loudspeaker, to be looked at: whether anybody hears it, has it gone, is it somebody's headphones."""
        return self._output

    @property
    def silent_for(self) -> timedelta:
        """How long nothing has been heard or wanted; zero while sound is wanted."""
        if is_sounding(self.state.value):
            return timedelta(0)
        return self._clock.elapsed() - self._silent_since

    # -- commands ---------------------------------------------------------------------------------------------

    def open(self, article: Article | None, at: Locator | None = None) -> None:
        """Open an article silently, at a place or at its title; or none at all."""
        self._article = article
        self._navigator = Navigator(article) if article is not None else None
        self.report.set(None)
        self._send(Opened(at or (locate(article, 0) if article is not None else _NOWHERE)))

    def warm_up(self, language: str = "") -> None:
        """Make a voice, its rules and the loudspeaker ready, so that the first sound comes at once.

        Not part of :meth:`open`: the first painted page must not share the machine with it. While no article is
        open, it is for texts in ``language``, a BCP 47 tag; empty does nothing then.
        """
        self._worker.warm_up(self._article, self.state.value.at, self._choice, language)

    def play(self, at: Locator | None = None, scope: Scope | None = None) -> None:
        """Read from a place, or go on from where it stands; without an article nothing happens.

        Args:
            at: where to begin; None goes on, at the very sample if it was paused.
            scope: how far, when ``at`` is given; None reads to the article's end.
        """
        if self._article is None:
            return
        if self.may_change_device and isinstance(self.state.value, Lost):
            self._worker.forget_output()
        self._send(PlayAsked(at, scope))

    def pause(self) -> None:
        """Be silent now and keep the very sample."""
        self._send(PauseAsked())

    def stop(self) -> None:
        """Be silent now."""
        self._send(StopAsked())

    def move(self, at: Locator, preview: Scope | None = None) -> None:
        """Go to a place: a reading goes on there; in silence the preview is heard, or nothing."""
        if self._article is not None:
            self._send(Moved(at, preview))

    def say_aside(self, article: Article) -> None:
        """Say the blocks of another article in between: the place stays, and a reading goes on after it."""
        if self._article is not None:
            self._send(AsideAsked(article))

    def set_choice(self, choice: RenderingChoice) -> None:
        """Change rates, voices or pauses; a reading goes on from the current word with them."""
        if choice != self._choice:
            self._choice = choice
            self._send(VoiceChanged())

    def set_stop_after(self, unit: Ending) -> None:
        """Fall silent where such a unit ends; ARTICLE reads on to the end."""
        self.timeline.stop_after(unit)

    def set_volume(self, volume: Volume) -> None:
        """Change how loud the reading and the prompts are, at once and without a click."""
        for gain in self.gains:
            gain.set_volume(volume)

    def open_output(self, is_anew: bool = False) -> None:
        """Make the loudspeaker ready for a prompt; returns at once. Anew, it is the one of the system's choice."""
        if is_anew:
            self._worker.forget_output()
        if self._output.is_lost or not self._worker.has_opened:
            self._worker.open_output()

    def close(self) -> None:
        """Be silent for good: stop the worker, let go of the device and the engines."""
        self.stop()
        self._timer.stop()
        self._worker.close()

    # -- the state machine's hands ----------------------------------------------------------------------------

    def _send(self, event: ReadingEvent) -> None:
        before = self.state.value
        state, effects = step(before, event)
        for effect in effects:
            self._run(effect)
        if is_sounding(before) and not is_sounding(state):
            self._silent_since = self._clock.elapsed()
        if isinstance(state, Preparing) and not isinstance(before, Preparing):
            self._reopening_since = self._clock.elapsed() if self._output.is_lost else None
        self._set_pace(state)
        self.state.set(state)

    def _set_pace(self, state: ReadingState) -> None:
        wanted_ms = _TICK_MS if is_sounding(state) else _LOST_TICK_MS if isinstance(state, Lost) else 0
        before_ms, self._tick_ms = self._tick_ms, wanted_ms
        if wanted_ms and wanted_ms != before_ms:
            self._timer.start(wanted_ms, self._tick)
        elif not wanted_ms and before_ms:
            self._timer.stop()

    def _run(self, effect: Effect) -> None:
        match effect:
            case Silence():
                self.timeline.clear()
            case Render():
                self.timeline.begin(effect.request)
                if self._article is not None:
                    self._worker.render(effect, self._article, self._choice)
            case Hold():
                self.timeline.hold()
            case Release():
                self.timeline.release()

    def _tick(self) -> None:
        if isinstance(self.state.value, Lost):
            self._look_for_output()
            return
        if self._output.is_lost and not self._is_opening():
            self._send(OutputLost())
            return
        heard = self.timeline.heard()
        if heard.request != self.state.value.request or not is_sounding(self.state.value):
            return
        self._follow(heard)

    def _is_opening(self) -> bool:
        since = self._reopening_since if isinstance(self.state.value, Preparing) else None
        return since is not None and self._clock.elapsed() - since < _OPENING

    def _look_for_output(self) -> None:
        if self._output.is_lost or not self._worker.has_opened:
            self._worker.open_output()
        else:
            self._send(OutputReturned())

    def _follow(self, heard: Heard) -> None:
        """Turn what has been heard into events."""
        for report in self._worker.reports_until(heard.request, heard.frame):
            self.report.set(report)
        if heard.frame > 0 and isinstance(self.state.value, Preparing):
            self._send(SoundStarted(heard.request))
        state, cue = self.state.value, heard.cue
        # After a rest the place is the next unit's already, while the last word of the one before is in the ear.
        if isinstance(state, Speaking) and cue and cue.at != state.at and not cue.at.ends_before(state.at):
            self._send(WordReached(heard.request, cue.at))
        if heard.is_complete:
            self._send(self._worker.failure_of(heard.request) or SoundFinished(heard.request))
        elif heard.is_resting:
            at = self.state.value.at
            self._send(UnitFinished(heard.request, self._navigator.following(at) if self._navigator else at))
