"""The narrator: says prompts with a voice of its own that is always ready. Knows no widget and no article."""

import queue
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator

from kiosk.app.observable import Observable
from kiosk.app.player import Player
from kiosk.app.ports import Timer
from kiosk.app.voice_rack import VoiceRack
from kiosk.core.caption import Caption, reading_time_ms
from kiosk.core.errors import VoiceError
from kiosk.core.narration import Piece, Purpose, Saying, Turn, turn_of
from kiosk.core.pause import Boundary, pause_after
from kiosk.core.rate import Rate
from kiosk.core.reading import ReadingState, is_sounding
from kiosk.core.settings import Settings
from kiosk.core.text import is_speakable, sentences
from kiosk.core.timeline import ms_to_frames

_TICK_MS = 20
# What is said again and again starts at once: about a minute of sound, each piece no longer than two lines.
_MOST_CACHED_BYTES = 3_000_000
_MOST_CACHED_TEXT = 120
# A longer text is rendered sentence by sentence, so that its beginning does not wait for its end.
_MOST_AT_ONCE = 160


class Narrator:
    """The interface's own voice.

    1. ``say`` asks :func:`kiosk.core.narration.turn_of` whether it is this saying's turn.
    2. A worker of its own renders it, with an engine of its own: the reading's rendering never waits for a prompt,
       nor a prompt for it.
    3. Its sound goes to ``player.prompts``, from where it is heard before the reading; see
       :class:`kiosk.app.prompt_source.PromptSource`.
    4. ``cut`` ends it at once, and drops what waits. A reading that is started cuts it too.
    5. ``caption`` is what is to be seen of what is being said. Of two sayings of which the second waits its turn
       both are seen, since nobody could tell when the first one ends.
    6. While it is mute, all is decided as ever and only shown; instead of sound it takes the time to read it.

    A text that its voices cannot say is not said: whatever is said is on the screen as well.
    """

    def __init__(self, rack: VoiceRack, player: Player, settings: Observable[Settings], timer: Timer) -> None:
        """Say nothing yet; no thread is started and nothing is loaded.

        Args:
            rack: voices that are ready at once; nobody else uses them.
            player: what reads, and what prompts are heard through.
            settings: the rate at which people listen.
            timer: of its own.
        """
        self._rack = rack
        self._player = player
        self._settings = settings
        self._timer = timer
        self.is_speaking: Observable[bool] = Observable(False)
        self.caption: Observable[Caption] = Observable(Caption(0, ()))
        self.is_mute = False
        """Whether what is said from now on is only shown."""
        self._ticks_left = 0
        self._tasks: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._cache: OrderedDict[tuple[str, str, int], bytes] = OrderedDict()
        self._cached_bytes = 0
        self._request = 0
        self._being_said: set[Purpose] = set()
        self._waiting: Saying | None = None
        # How many sayings the worker was given and how many it is done with: only then is silence the end.
        self._given = self._made = 0
        self._was_reading = is_sounding(player.state.value)
        player.state.subscribe(self._follow)

    # -- main thread ------------------------------------------------------------------------------------------

    def warm_up(self, language: str) -> None:
        """Make the loudspeaker and a language's voice ready, so that the first prompt comes at once."""
        self._player.open_output()
        self._give(lambda: self._rack.load(language))

    def say(self, saying: Saying) -> None:
        """Say something, if and when it is its turn."""
        self._forget_what_was_said()
        match turn_of(saying, self._being_said, is_sounding(self._player.state.value)):
            case Turn.NOW:
                self._begin()
                self._add(saying)
            case Turn.NEXT:
                self._add(saying)
            case Turn.WAIT:
                self._waiting = saying
            case Turn.NEVER:
                pass

    def play(self, samples: bytes) -> None:
        """Let a sound be heard in place of what is being said, until a key; also while it is mute.

        Args:
            samples: mono, 16 bits, 24,000 frames a second.
        """
        self._begin()
        self._being_said.add(Purpose.ANSWER)
        self._player.prompts.begin(self._request)
        self._player.open_output()
        self._player.prompts.append(self._request, samples, ())
        self._player.prompts.finish(self._request)
        self.is_speaking.set(True)
        self._timer.start(_TICK_MS, self._tick)

    def cut(self) -> None:
        """Be silent at once, and forget what was to be said."""
        self._waiting = None
        self._request += 1
        self._player.prompts.clear()
        self._end()

    def forget(self) -> None:
        """Be silent, and keep nothing of what was said: neither its sound nor its caption."""
        self.cut()
        self.caption.set(Caption(self.caption.value.number + 1, ()))
        if self._thread is not None:
            self._tasks.put(self._forget_sounds)

    def close(self) -> None:
        """Be silent for good, and let go of the voices."""
        self.cut()
        self._tasks.put(None)
        # Voices first: one that hangs is killed, and the thread that waits for it comes back.
        self._rack.close()
        if self._thread is not None:
            self._thread.join(timeout=2)

    def _begin(self) -> None:
        self._request += 1
        self._being_said.clear()
        self._ticks_left = 0
        if self.is_mute:
            return
        self._player.prompts.begin(self._request)
        self._player.open_output()

    def _add(self, saying: Saying) -> None:
        is_first = not self._being_said
        self._being_said.add(saying.purpose)
        if self.is_mute:
            self._ticks_left += reading_time_ms(saying.caption) // _TICK_MS
        else:
            self._given += 1
            request, rate = self._request, Rate(self._settings.value.rate)
            self._give(lambda: self._render(request, saying, rate, is_first))
            self.is_speaking.set(True)
        self._timer.start(_TICK_MS, self._tick)
        number, before = self.caption.value
        if saying.caption:
            self.caption.set(Caption(number + 1, (*(() if is_first else before), *saying.caption)))

    def _give(self, task: Callable[[], None]) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="narrator", daemon=True)
            self._thread.start()
        self._tasks.put(task)

    def _tick(self) -> None:
        self._ticks_left = max(0, self._ticks_left - 1)
        self._forget_what_was_said()

    def _forget_what_was_said(self) -> None:
        """Notice that all of it has been heard, or read."""
        is_rendered = self._made == self._given
        is_heard = not self.is_speaking.value or (is_rendered and self._player.prompts.heard().is_complete)
        if self._being_said and is_heard and not self._ticks_left:
            self._end()

    def _end(self) -> None:
        self._being_said.clear()
        self._ticks_left = 0
        self._timer.stop()
        self.is_speaking.set(False)

    def _follow(self, state: ReadingState) -> None:
        is_reading, was_reading = is_sounding(state), self._was_reading
        self._was_reading = is_reading
        if is_reading and not was_reading:
            self.cut()
        waiting = self._waiting
        if not is_reading and waiting is not None:
            self._waiting = None
            self.say(waiting)

    # -- worker thread ----------------------------------------------------------------------------------------

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None:
            try:
                task()
            except Exception:
                # An engine that breaks its promise must not take the thread with it.
                import logging  # not before: start-up has no time for what should never happen

                logging.getLogger(__name__).exception("a voice failed in a way that it must not")

    def _forget_sounds(self) -> None:
        self._cache.clear()
        self._cached_bytes = 0

    def _render(self, request: int, saying: Saying, rate: Rate, is_first: bool) -> None:
        pause = bytes(2 * ms_to_frames(pause_after(Boundary.DASH, rate).total_seconds() * 1000))
        try:
            if saying.has_tone and request == self._request:
                from kiosk.app.tone import tone  # most visits end without a warning

                self._player.prompts.append(request, tone(), ())
                is_first = False
            for piece in saying.pieces:
                for number, part in enumerate(_parts(piece)):
                    if request != self._request:
                        return
                    samples = self._samples(part, piece.language, rate)
                    before = b"" if is_first or number else pause
                    if samples and not self._player.prompts.append(request, before + samples, ()):
                        return
                    is_first = is_first and not samples
        finally:
            self._player.prompts.finish(request)
            self._made += 1

    def _samples(self, text: str, language: str, rate: Rate) -> bytes:
        key = (text, language, rate.words_per_minute)
        if key in self._cache:
            self._cache.move_to_end(key)
            return self._cache[key]
        try:
            samples = self._rack.synthesize(text, language, rate).samples
        except VoiceError:
            return b""
        if len(text) <= _MOST_CACHED_TEXT:
            self._cache[key] = samples
            self._cached_bytes += len(samples)
            while self._cached_bytes > _MOST_CACHED_BYTES:
                self._cached_bytes -= len(self._cache.popitem(last=False)[1])
        return samples


def _parts(piece: Piece) -> Iterator[str]:
    """Yield a piece, a long one by its sentences."""
    text = piece.text
    is_long = len(text) > _MOST_AT_ONCE
    parts = [span.of(text) for span in sentences(text, piece.language)] if is_long else [text]
    yield from filter(is_speakable, parts)
