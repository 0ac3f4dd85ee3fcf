"""What is said to a visitor and what is silenced for them: warnings, headphones, closing time. Decides nothing."""

from kiosk.app.narration import in_interface_language
from kiosk.app.narrator import Narrator
from kiosk.app.observable import Observable
from kiosk.app.reading import Reading
from kiosk.app.visit_words import closing_words, staying_note, unplugged_note, welcome_words
from kiosk.core.narration import Piece, Purpose, Saying
from kiosk.core.reading import Lost, Paused
from kiosk.core.station import Station


class VisitSound:
    """Speaks with the interface's voice, and keeps what only headphones may tell from every loudspeaker."""

    def __init__(self, reading: Reading, narrator: Narrator, station: Observable[Station]) -> None:
        """Say nothing yet.

        Args:
            reading: is silenced, and goes on.
            narrator: speaks.
            station: whether a tone sounds here.
        """
        self._reading = reading
        self._player = reading.player
        self._narrator = narrator
        self._station = station
        self._was_reading = False
        self.is_speaking = narrator.is_speaking
        """Whether the interface's voice says anything."""
        self.note: Observable[str] = Observable("")
        """What is shown on the screen in front about headphones and closing time."""

    def welcome(self, patience_s: int) -> None:
        """Say where one is; the first screen is told after it."""
        self._say(welcome_words(patience_s), Purpose.WARNING)

    def warn(self, *words: str) -> None:
        """Sound a tone, and say what stands on the warning anyway; a tone alone cuts nothing."""
        pieces = tuple(in_interface_language(each) for each in words)
        self.tell(pieces, has_tone=self._station.value.warning_tone == "on")

    def tell(self, pieces: tuple[Piece, ...], has_tone: bool = False) -> None:
        """Say at once what stands on the screen anyway."""
        if pieces:
            self._narrator.cut()
        self._narrator.say(Saying(pieces, Purpose.WARNING, is_asked=True, shown=(), has_tone=has_tone))

    def stay(self) -> None:
        """End the warning, and say so."""
        self._narrator.cut()
        self._say(staying_note(), Purpose.ANSWER)

    def tell_closing(self, left_s: int) -> None:
        """Say and show that the place closes; what is read gives way for it."""
        self._show(closing_words(left_s))
        self._say(closing_words(left_s), Purpose.WARNING)

    def fall_silent(self) -> None:
        """Let nothing be heard until ``go_on``; what is read is paused."""
        self._narrator.cut()
        self._reading.appeals.donation.headphones_out()
        if isinstance(self._player.state.value, Lost):
            # The reading says so itself, and comes back with its loudspeaker.
            return
        self._was_reading = self._reading.silence()
        self._mute(True)
        self._show(unplugged_note())

    def go_on(self, is_reading_resumed: bool) -> None:
        """Let it be heard again.

        Args:
            is_reading_resumed: whether what was paused goes on by itself.
        """
        self._mute(False)
        self.note.set("")
        if is_reading_resumed and self._was_reading and isinstance(self._player.state.value, Paused):
            self._reading.toggle()
        self._was_reading = False

    def free(self) -> None:
        """Let the next person hear, with headphones or without."""
        self._was_reading = False
        self._mute(False)
        self.note.set("")
        if self._player.output.is_lost:
            self._player.open_output(is_anew=True)

    def _say(self, words: str, purpose: Purpose) -> None:
        self._narrator.say(Saying((in_interface_language(words),), purpose))

    def _show(self, words: str) -> None:
        # The same words twice are shown twice.
        self.note.set("")
        self.note.set(words)

    def _mute(self, is_muted: bool) -> None:
        for gain in self._player.gains:
            gain.set_muted(is_muted)
