"""Whether headphones are in, as far as the loudspeaker tells. Knows no keypad and no sound server."""

from kiosk.app.player import Player
from kiosk.core.reading import Lost

# A machine that has much to do loses its loudspeaker for a moment and finds it again: that is no person's doing.
_LOST_LOOKS = 5


class Plug:
    """Tells of plugs that go in and out; to be looked at once a second.

    1. A loudspeaker that has gone for five looks is most often a plug that was pulled; when it is back, the plug
       is, too.
    2. A loudspeaker that becomes somebody's headphones, as the machine knows of its own sockets, is a plug that
       went in. Headphones that were there when it was opened are no news: at many kiosks they hang there for good.
    """

    def __init__(self, player: Player) -> None:
        """Look at nothing yet.

        Args:
            player: whose loudspeaker it is; it is opened again here when it was lost and nothing is read.
        """
        self._player = player
        self._was_lost = False
        self._lost_looks = 0
        self._was_private: bool | None = None

    def look(self) -> bool | None:
        """Return True when a plug has gone in since the last look, False when one was pulled, else None."""
        output = self._player.output
        is_private, was_private = output.is_private, self._was_private
        self._was_private = is_private
        if output.is_lost:
            if not isinstance(self._player.state.value, Lost):
                # A reading looks for it itself.
                self._player.open_output()
            self._lost_looks += 1
            if self._lost_looks == _LOST_LOOKS:
                self._was_lost = True
                return False
            return None
        self._lost_looks = 0
        was_lost, self._was_lost = self._was_lost, False
        return True if was_lost or (was_private is False and is_private) else None

    def forget_loss(self) -> None:
        """Somebody else comes: what they find is how it is."""
        self._was_lost, self._lost_looks = False, 0
