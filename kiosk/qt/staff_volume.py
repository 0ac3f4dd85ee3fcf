"""The page about volume: how loud each visit begins, how loud it can get, and a sound to measure both by."""

from functools import partial
from typing import TYPE_CHECKING

from kiosk.app.measuring_sound import measuring_sound
from kiosk.app.staff_area_words import (
    louder_softer,
    percent_words,
    volume_labels,
    volume_name,
    volume_purpose,
    volume_tests,
)
from kiosk.app.staff_words import not_saved_words
from kiosk.core.errors import StoreError
from kiosk.core.volume import LOUDEST_PERCENT, SOFTEST_PERCENT, STEP_PERCENT, Volume
from kiosk.qt.setting import Range, Setting
from kiosk.qt.views.staff_page import StaffPage
from kiosk.qt.views.stepper import StepWords

if TYPE_CHECKING:
    from kiosk.app.kiosk import Kiosk

_SOUND_S = 5
_DEFAULT, _MOST = "volume_default", "volume_most"


class VolumePage(StaffPage):
    """Two volumes; each can be heard, also while the interface voice is silent.

    While the sound plays the loudspeaker has the volume that is tried; any key ends it, and the visitor's holds
    again.
    """

    icon_name = "listening"

    def __init__(self, kiosk: "Kiosk") -> None:
        """Make the page.

        Args:
            kiosk: whose volumes they are.
        """
        super().__init__()
        self._kiosk = kiosk
        self._sound = b""
        self._is_trying = False
        for number, name in enumerate((_DEFAULT, _MOST)):
            self.add_setting(self._setting(name, number))
            self.add_button("play", partial(_test_words, number), partial(self._try_out, name))
        kiosk.narrator.is_speaking.subscribe(self._follow_sound)

    def name(self) -> str:
        """Return the title."""
        return volume_name()

    def purpose(self) -> str:
        """Return how to measure."""
        return volume_purpose()

    def end(self) -> None:
        """Silence the sound."""
        if self._is_trying:
            self._kiosk.narrator.cut()

    def _setting(self, name: str, number: int) -> Setting:
        span = Range(lambda: self._now(name), SOFTEST_PERCENT, LOUDEST_PERCENT, STEP_PERCENT)
        return Setting(
            lambda: StepWords(volume_labels()[number], *louder_softer()),
            lambda: percent_words(self._now(name)),
            lambda: [percent_words(LOUDEST_PERCENT)],
            lambda by: self._step(name, by),
            span,
        )

    def _now(self, name: str) -> int:
        station = self._kiosk.station.station.value
        # What each visit begins with is never more than the loudest.
        most = Volume(station.volume_most).percent
        return most if name == _MOST else min(Volume(station.volume_default).percent, most)

    def _step(self, name: str, by: int) -> None:
        before = Volume(self._now(name))
        percent = (before.louder() if by > 0 else before.softer()).percent
        try:
            self._kiosk.station.set(name, percent)
            if name == _DEFAULT and percent > self._now(_MOST):
                self._kiosk.station.set(_MOST, percent)
        except StoreError:
            self.told.emit(not_saved_words())

    def _try_out(self, name: str) -> None:
        # It takes a third of a second to make, and is made when it is first asked for.
        self._sound = self._sound or measuring_sound(_SOUND_S)
        self._kiosk.narrator.play(self._sound)
        self._is_trying = True
        self._kiosk.player.set_volume(Volume(self._now(name)))

    def _follow_sound(self, is_speaking: bool) -> None:
        if self._is_trying and not is_speaking:
            self._is_trying = False
            self._kiosk.reading.speech.apply()


def _test_words(number: int) -> str:
    return volume_tests()[number]
