"""Lets the interface voice and the reading take turns on one loudspeaker. Knows no words and no voice."""

from kiosk.app.audio_timeline import AudioTimeline
from kiosk.app.fade import FADE_FRAMES
from kiosk.app.ports import FrameSource
from kiosk.core.timeline import ms_to_frames

# After a prompt the reading waits for so long: two voices without a gap are taken for one sentence.
_REST_FRAMES = ms_to_frames(150)


class PromptSource:
    """A :class:`kiosk.app.ports.FrameSource`: the prompts' frames while there are any, else the reading's.

    1. When a prompt has sound, the reading gives way at the very frame. Its fade is heard to the end.
    2. While the prompt sounds, no frame of the reading is pulled, so nothing of it is lost and what it says of
       itself (``heard``) stays true.
    3. When nothing is left of the prompt, the reading rests for a moment and goes on at that frame. A reading that
       is begun or resumed by somebody meanwhile does not rest: whoever asked for it has cut the prompt.

    All of that is decided on the audio thread, by what it is about to play: there is no moment at which the two
    could sound together, however late anything else is.
    """

    def __init__(
        self,
        reading: FrameSource,
        reading_timeline: AudioTimeline,
        prompts: FrameSource,
        prompt_timeline: AudioTimeline,
    ) -> None:
        """Put the prompts before the reading.

        Args:
            reading: the reading's frames.
            reading_timeline: where they come from.
            prompts: the prompts' frames.
            prompt_timeline: where they come from.
        """
        self._reading = reading
        self._reading_timeline = reading_timeline
        self._prompts = prompts
        self._prompt_timeline = prompt_timeline
        self._rest_frames = 0

    def read(self, frame_count: int) -> bytes:
        """Return frames of one of the two, after the fade of the other; audio thread."""
        if self._prompt_timeline.has_sound:
            self._reading_timeline.give_way(True)
            self._rest_frames = _REST_FRAMES
            fade_frames = min(frame_count, FADE_FRAMES) if self._reading_timeline.is_fading else 0
            return self._reading.read(fade_frames) + self._prompts.read(frame_count - fade_frames)
        fade_frames = min(frame_count, FADE_FRAMES) if self._prompt_timeline.is_fading else 0
        faded = self._prompts.read(fade_frames)
        if self._rest_frames > 0:
            self._rest_frames -= frame_count
            if self._rest_frames <= 0:
                self._reading_timeline.give_way(False)
        return faded + self._reading.read(frame_count - fade_frames)
