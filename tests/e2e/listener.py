"""Somebody who sees nothing: presses keys, and knows what the program did from the loudspeaker alone."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from kiosk.core.navigation import Place
from kiosk.core.timeline import SAMPLE_RATE_HZ, ms_to_frames
from tests.e2e.expected import Reciter, Rendition
from tests.e2e.heard import (
    ALIKE,
    Found,
    Sound,
    find,
    from_recording,
    is_said,
    likeness,
    pieces,
    speech,
    speech_frames,
    without_edges,
)
from tests.e2e.keyboard import Keyboard
from tests.e2e.program import wait_until
from tests.e2e.recording import Recorder

# Longer than the pause between two sentences, shorter than a person waits.
HUSH_S = 0.6
# How long a reading is listened to before it is known.
LISTEN_S = 1.1
# From a key to the first sound of what it asked for: usually less than the first, on a busy machine the second.
# How fast it is on a machine of its own is measured elsewhere.
_SOON_MS, _LATE_MS = 400, 1_500
# From a key to silence.
_FADING_S = 0.15
# How exactly the moment is known at which a word is heard.
_SLACK_MS = 60
_NEIGHBOURS = 3
# So long a reading is followed before another key is pressed.
_FOLLOWED_MS = 8_000


class _Reading(NamedTuple):
    """A reading that is heard."""

    rendition: Rendition
    """What it is."""
    frame: int
    """A frame of it."""
    since_s: float
    """When that was heard, or just before."""

    def frame_after(self, heard: Sound) -> int:
        """Return the frame that was reached when this had been heard since then, whatever made it halt."""
        spoken = speech_frames(self.rendition.sound)
        reached = int(np.searchsorted(spoken, self.frame)) + len(speech(heard))
        return int(spoken[min(reached, len(spoken) - 1)])


class Listener:
    """Hears what the keys do; every claim is checked against the recording.

    Whatever it is asked to hear it waits for, so that the next key is pressed when a person would press it.
    """

    def __init__(self, keyboard: Keyboard, recorder: Recorder, reciter: Reciter) -> None:
        self._keyboard = keyboard
        self._recorder = recorder
        self._reciter = reciter
        self._pressed_s = time.monotonic()
        self._reading: _Reading | None = None
        self._stopped_at = 0

    def turn_to(self, article: Path) -> None:
        """Expect what another article says, or the same one after it has been changed."""
        self._reciter.turn_to(article)

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for number, key in enumerate(keys):
            time.sleep(0.15 if number else 0)
            self._pressed_s = self._keyboard.press(key)

    # -- silence ----------------------------------------------------------------------------------------------

    def hears_nothing(self, for_s: float = HUSH_S) -> None:
        """Expect silence."""
        begin_s = self._pressed_s + _FADING_S
        self._listen_until(begin_s + for_s)
        assert pieces(self._heard(begin_s, begin_s + for_s), HUSH_S * 1000) == [], "something was said"

    def hears_it_stop(self) -> None:
        """Expect that the reading falls silent, and remember where it did."""
        self.hears_nothing()
        self._stopped_at = self._frame_at(self._pressed_s + _FADING_S)

    def hears(self, *texts: str) -> None:
        """Expect that a text of the article is said, nothing else, and that silence follows."""
        text = " ".join(texts)
        self._hears(text, [self._reciter.text(text).sound])

    def hears_rest_of(self, text: str, begins: Sequence[Place]) -> None:
        """Expect that the rest of a text is said, from one of some words on, and that silence follows."""
        end = self._reciter.end_of(text)
        self._hears(f"the rest of {text}", [self._reciter.reading(begin, end).sound for begin in begins])

    def _hears(self, what: str, expected: Sequence[Sound]) -> None:
        self._listen_until(self._pressed_s + min(map(len, expected)) / SAMPLE_RATE_HZ + HUSH_S)
        wait_until(self._is_hushed, "silence")
        found = pieces(self._heard(self._pressed_s, self._recorder.heard_until_s), HUSH_S * 1000)
        assert len(found) == 1, f"{what!r}: {len(found)} things were said"
        began_ms = found[0].frame * 1000 / SAMPLE_RATE_HZ
        assert began_ms < _LATE_MS, f"{what!r} came {began_ms:.0f} ms late"
        own = found[0].sound
        alike = [round(likeness(own, without_edges(other)), 2) for other in expected]
        lengths_s = [round(len(sound) / SAMPLE_RATE_HZ, 2) for sound in (own, *map(without_edges, expected))]
        is_any = any(is_said(own, other) for other in expected)
        assert is_any, f"{what!r} was not said: {alike} alike, {lengths_s} s long"

    # -- reading ----------------------------------------------------------------------------------------------

    def hears_reading_from(self, text: str) -> None:
        """Expect that the article is read from where a text begins."""
        begin = self._reciter.place_of(text)
        found = self._find([begin])[begin]
        assert found.likeness > ALIKE, f"what is read is not {text!r}: {found.likeness:.2f} alike"
        self._follow(found, begin)

    def hears_reading_from_one_of(self, expected: Sequence[Place]) -> Place:
        """Expect that the article is read from one of some words, and from no other near them; return which."""
        every = self._reciter.places_of_words()
        numbers = sorted(every.index(place) for place in expected)
        near = every[max(0, numbers[0] - _NEIGHBOURS) : numbers[-1] + _NEIGHBOURS + 1]
        found = self._find(near)
        # What is read from one word on comes to the next ones later.
        best = max(found, key=lambda place: (found[place].likeness > ALIKE, -found[place].frame))
        told = [(self._reciter.word_at(place), round(found[place].likeness, 2)) for place in near]
        asked = [self._reciter.word_at(place) for place in expected]
        assert best in expected, f"it is read from {self._reciter.word_at(best)!r}, not one of {asked}: {told}"
        assert found[best].likeness > ALIKE, f"it is read from none of {asked}: {told}"
        self._follow(found[best], best)
        return best

    def hears_it_go_on(self) -> None:
        """Expect that the reading goes on at the sound where it stopped."""
        rendition, frame = self._known_reading.rendition, self._stopped_at
        (found,) = self._find_sounds([rendition.sound[frame : frame + ms_to_frames(LISTEN_S * 1000)]])
        assert found.likeness > ALIKE, f"it does not go on where it stopped: {found.likeness:.2f} alike"
        self._reading = _Reading(rendition, frame, self._pressed_s)

    def hears_no_change(self) -> None:
        """Expect that the reading goes on through the last key as if it had not been pressed."""
        reading = self._known_reading
        self._listen_until(self._pressed_s + _FADING_S + LISTEN_S)
        frame = self._frame_at(self._pressed_s)
        expected = reading.rendition.sound[frame : frame + ms_to_frames(LISTEN_S * 1000)]
        found = find(self._heard(self._pressed_s, self._recorder.heard_until_s), expected, 2 * _SLACK_MS)
        assert found.likeness > ALIKE, f"something else is read: {found.likeness:.2f} alike"

    def words_at_stop(self) -> list[Place]:
        """Return the words, one or two, of which one was the last to be heard before it stopped."""
        return self._known_reading.rendition.words_near(self._stopped_at, _SLACK_MS)

    def words_when_pressed(self, by: int = 0) -> list[Place]:
        """Return the words, one or two, of which one was heard when the last key was pressed.

        Args:
            by: 1 for the words after them, -1 for those before.
        """
        reading, every = self._known_reading, self._reciter.places_of_words()
        heard = reading.rendition.words_near(self._frame_at(self._pressed_s), _SLACK_MS)
        return [every[every.index(place) + by] for place in heard]

    @property
    def began_ms(self) -> float:
        """After how many ms the reading that was heard last began, counted from its key."""
        return (self._known_reading.since_s - self._pressed_s) * 1000

    @property
    def _known_reading(self) -> _Reading:
        assert self._reading is not None, "nothing was read"
        return self._reading

    def _frame_at(self, moment_s: float) -> int:
        self._listen_until(moment_s)
        reading = self._known_reading
        return reading.frame_after(self._heard(reading.since_s, moment_s))

    def _find(self, begins: Sequence[Place]) -> dict[Place, Found]:
        self._listen_until(self._pressed_s + _SOON_MS / 1000 + LISTEN_S)
        length = ms_to_frames(LISTEN_S * 1000)
        expected = [self._reciter.reading(begin, most_ms=LISTEN_S * 1000).sound[:length] for begin in begins]
        return dict(zip(begins, self._find_sounds(expected), strict=True))

    def _find_sounds(self, expected: Sequence[Sound]) -> list[Found]:
        found: list[Found] = []
        for patience_ms in (_SOON_MS, _LATE_MS):
            if not found or max(found, key=lambda one: one.likeness).likeness <= ALIKE:
                self._listen_until(self._pressed_s + patience_ms / 1000 + LISTEN_S)
                heard = self._heard(self._pressed_s, self._recorder.heard_until_s)
                found = [find(heard, sound, patience_ms) for sound in expected]
        return found

    def _follow(self, found: Found, begin: Place) -> None:
        rendition = self._reciter.reading(begin, most_ms=_FOLLOWED_MS)
        self._reading = _Reading(rendition, 0, self._pressed_s + found.frame / SAMPLE_RATE_HZ)

    # -- the recording ------------------------------------------------------------------------------------------

    def _heard(self, begin_s: float, end_s: float) -> Sound:
        return from_recording(self._recorder.between(begin_s, end_s))

    def _listen_until(self, moment_s: float) -> None:
        # This process must not take the time that the voice needs.
        time.sleep(max(0.0, moment_s - self._recorder.heard_until_s))
        wait_until(lambda: self._recorder.heard_until_s > moment_s, "the recording to go on")

    def _is_hushed(self) -> bool:
        until_s = self._recorder.heard_until_s
        return pieces(self._heard(until_s - HUSH_S, until_s), HUSH_S * 1000) == []
