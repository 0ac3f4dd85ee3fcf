"""The visit desk: who is here, who has gone, and when. Knows no widget and no device."""

from collections.abc import Callable

from kiosk import i18n
from kiosk.app.attract import Attraction
from kiosk.app.doors import Doors
from kiosk.app.observable import Observable
from kiosk.app.player import Player
from kiosk.app.plug import Plug
from kiosk.app.ports import Clock, Timer
from kiosk.app.visit_sound import VisitSound
from kiosk.app.visit_traces import VisitTraces
from kiosk.app.visit_words import hours_spoken, otherwise_words, staying_words, warning_title
from kiosk.core.pause import Ending
from kiosk.core.reading import Paused, is_sounding
from kiosk.core.settings import Profile
from kiosk.core.station import Station
from kiosk.core.visit import Active, Attract, Closed, Times, VisitState, Warned, step
from kiosk.core.visit_events import (
    Begun,
    DoorsClosed,
    DoorsOpened,
    EndParagraph,
    Extended,
    FallSilent,
    Gone,
    GoOn,
    HeadphonesPlugged,
    HeadphonesPulled,
    PageShown,
    Pressed,
    ReadOn,
    Receive,
    Remind,
    Reset,
    SpeechBegan,
    SpeechEnded,
    StaffLeft,
    Stay,
    TellClosing,
    TellHours,
    Ticked,
    Told,
    VisitEffect,
    VisitEvent,
    Warn,
)

_TICK_MS = 1_000


class VisitDesk:
    """Runs visits (:mod:`kiosk.core.visit`) at a public kiosk; at home it does nothing. Subscribe to ``state``.

    1. ``start`` begins the watch, with somebody here or with nobody.
    2. What a person does comes in through ``press``, ``pull_headphones`` and ``plug_headphones``; what is heard it
       follows itself; once a second it looks at the clock, the loudspeaker and the page.
    3. When a visit ends, ``traces`` puts back whatever a person left anywhere, before anybody hears of the end.
    4. While staff work at the machine it is suspended: nobody is warned, and no visit ends.
    """

    def __init__(
        self,
        player: Player,
        traces: VisitTraces,
        sound: VisitSound,
        attraction: Attraction,
        station: Observable[Station],
        clock: Clock,
        timer: Timer,
        profile: Profile,
    ) -> None:
        """Watch nothing yet.

        Args:
            player: what is heard.
            traces: what a visitor leaves.
            sound: what is said to a visitor.
            attraction: what is seen while nobody is here.
            station: how long things last here, and when the place is open.
            clock: time.
            timer: of its own.
            profile: where it stands.
        """
        self._player = player
        self.traces, self.sound, self.attraction = traces, sound, attraction
        self._station, self._clock, self._timer = station, clock, timer
        self._is_public = profile is Profile.PUBLIC
        self._is_started = self._was_speaking = False
        self._plug = Plug(player)
        self.is_suspended: Observable[bool] = Observable(False)
        """Whether staff are at work."""
        self.doors = Doors(station, clock)
        """Whether the place is open."""
        self.state: Observable[VisitState] = Observable(Attract())
        self.words_in_view: Callable[[], int] = lambda: 0
        """How many words somebody could be reading silently."""
        self.told: list[Callable[[Told], None]] = []
        """Called with each beginning, end and extension; for counters."""
        self.at_begin: list[Callable[[], None]] = []
        """Called when somebody comes."""

    @property
    def is_on(self) -> bool:
        """Whether visits begin and end now."""
        return self._is_started and not self.is_suspended.value

    @property
    def is_anybody_here(self) -> bool:
        """Whether somebody would be disturbed by a restart."""
        return self.is_suspended.value or not isinstance(self.state.value, Attract | Closed)

    @property
    def times(self) -> Times:
        """How long things last here."""
        own = self._station.value
        quiet = (own.idle_s, own.idle_by_ear_s, own.idle_paused_s)
        return Times(*quiet, own.warning_s, own.warning_by_ear_s, own.pulled_s, own.closing_s)

    # -- what happens -----------------------------------------------------------------------------------------

    def start(self, is_anybody_here: bool) -> None:
        """Begin the watch; at home nothing happens.

        Args:
            is_anybody_here: whether somebody has come already, who need not press a key first.
        """
        if not self._is_public or self._is_started:
            return
        self._is_started = True
        self._player.state.subscribe(lambda _state: self._follow_speech())
        self.sound.is_speaking.subscribe(lambda _is_so: self._follow_speech())
        if is_anybody_here:
            self.state.set(Active(self._now_s, self._now_s))
            self._begin()
        else:
            self.attraction.begin()
        self._look_at_hours()
        self._timer.start(_TICK_MS, self._tick)

    def close(self) -> None:
        """End the watch."""
        self._is_started = False
        self._timer.stop()

    def press(self, is_key: bool) -> None:
        """Somebody has pressed or touched something."""
        self._feed(Pressed(self._now_s, is_key))

    def plug_headphones(self) -> None:
        """Headphones were plugged in."""
        self._feed(HeadphonesPlugged(self._now_s))

    def pull_headphones(self) -> None:
        """Headphones were pulled out."""
        self._feed(HeadphonesPulled(self._now_s))

    def suspend(self) -> None:
        """Let nobody be warned or sent away: staff are at work."""
        if isinstance(self.state.value, Warned):
            self.press(is_key=False)
        self.is_suspended.set(True)

    def resume(self) -> None:
        """Go on as if somebody had just pressed a key, or with nobody here as before."""
        self.is_suspended.set(False)
        if isinstance(self.state.value, Active):
            self.press(is_key=False)
        else:
            self.attraction.begin()
        self._follow_speech()
        self._look_at_hours()

    def end(self) -> None:
        """Put everything back and wait for somebody: staff leave the machine."""
        self.is_suspended.set(False)
        if self._is_started:
            if not self.is_anybody_here:
                self._put_back()  # no visit ends, but staff were here
                self.attraction.begin()
            self._feed(StaffLeft(self._now_s))
            self._look_at_hours()

    @property
    def _now_s(self) -> float:
        return self._clock.elapsed().total_seconds()

    def _tick(self) -> None:
        if not self.is_on:
            return
        self._look_at_hours()
        if (is_in := self._plug.look()) is not None:
            self._feed(HeadphonesPlugged(self._now_s) if is_in else HeadphonesPulled(self._now_s))
        self._follow_speech()
        if not self._was_speaking:
            self._feed(PageShown(self.words_in_view()))
        self._feed(Ticked(self._now_s))
        if not self.is_anybody_here:
            self.attraction.look()

    def _look_at_hours(self) -> None:
        self._feed(DoorsOpened() if self.doors.is_open else DoorsClosed(self._now_s))

    def _follow_speech(self) -> None:
        state = self._player.state.value
        # A prompt that nobody hears has no end.
        is_prompting = self.sound.is_speaking.value and not self._player.output.is_lost
        is_speaking = is_sounding(state) or is_prompting
        if self.is_on and is_speaking is not self._was_speaking:
            self._was_speaking = is_speaking
            is_paused = isinstance(state, Paused)
            self._feed(SpeechBegan(self._now_s) if is_speaking else SpeechEnded(self._now_s, is_paused))

    def _feed(self, event: VisitEvent) -> None:
        if not self.is_on:
            return
        before = self.state.value
        following, effects = step(before, event, self.times)
        is_over = any(isinstance(effect, Reset) for effect in effects)
        if not is_over:
            self.state.set(following)
        for effect in effects:
            self._run(effect)
        if is_over:
            # What is shown then shows nothing of whoever was here.
            self.attraction.begin()
            self.state.set(following)

    # -- what is done -----------------------------------------------------------------------------------------

    def _run(self, effect: VisitEffect) -> None:
        match effect:
            case Receive():
                self._begin()
                self.sound.welcome(self._patience_s)
            case Warn(why, left_s):
                self.sound.warn(warning_title(why), otherwise_words(left_s), staying_words(why))
            case Remind(why, left_s, is_told):
                self.sound.warn(*((otherwise_words(left_s), staying_words(why)) if is_told else ()))
            case Stay():
                self.sound.stay()
                self._tell(Extended())
            case FallSilent():
                self.sound.fall_silent()
            case GoOn(is_reading_resumed):
                self.sound.go_on(is_reading_resumed)
            case TellClosing(left_s):
                self.sound.tell_closing(left_s)
            case EndParagraph():
                self._player.set_stop_after(Ending.PARAGRAPH)
            case ReadOn():
                self._player.set_stop_after(Ending.ARTICLE)
            case Reset(why, length_s):
                # What the visitor chose is counted before it goes.
                self._tell(Gone(round(length_s / 60), why))
                self._put_back()
            case TellHours():
                self._tell_hours()

    def _put_back(self) -> None:
        self.traces.forget()
        self.sound.free()
        self._plug.forget_loss()

    @property
    def _patience_s(self) -> int:
        state = self.state.value
        return self.times.by_ear if isinstance(state, Active) and state.is_by_ear else self.times.idle

    def _tell_hours(self) -> None:
        """Say the hours; each key says them in the next language."""
        with i18n.speaking(self.attraction.turn_on()):
            said = hours_spoken(self.doors.hours, self.doors.opens)
        self.sound.tell((said,))

    def _begin(self) -> None:
        for begin in self.at_begin:
            begin()
        self._tell(Begun())

    def _tell(self, what: Told) -> None:
        for told in self.told:
            told(what)
