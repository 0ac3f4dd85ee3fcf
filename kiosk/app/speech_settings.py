"""Rate, voice, volume and pauses of the reading: each language of a text remembers its own. Knows no widget."""

from collections.abc import Callable

from kiosk.app.note import Note, PausesSet, PitchSet, RateSet, ResumeBackSet, StopAfterSet, VoiceSet, VolumeSet
from kiosk.app.player import Player
from kiosk.app.preferences import PreferenceKeeper
from kiosk.app.recording import FindRecording, RecordingDesk, unrecorded
from kiosk.app.rendering_choice import Manner, RenderingChoice
from kiosk.core.pause import Ending, longer_pauses, shorter_pauses
from kiosk.core.rate import Rate
from kiosk.core.settings import PreferenceValue, Settings
from kiosk.core.utterance import Respell, as_written
from kiosk.core.voice import Voice, choose_voice, fast_voice, primary_language
from kiosk.core.volume import Volume

_PITCH_STEP = 10
MOST_PITCH = 50
_UNITS = (Ending.ARTICLE, Ending.PARAGRAPH, Ending.SENTENCE)


class SpeechSettings:
    """What a listener can change about the speech; it is heard at once, from the current word on."""

    def __init__(
        self,
        player: Player,
        preferences: PreferenceKeeper,
        tell: Callable[[Note], None],
    ) -> None:
        """Give the player what holds.

        Args:
            player: what reads.
            preferences: what was asked for, language by language.
            tell: takes what is to be said about a change.
        """
        self._player = player
        self._preferences = preferences
        self._tell = tell
        self._voices: Callable[[], tuple[Voice, ...]] = tuple
        self._respell: Respell = as_written
        self._find_recording: FindRecording = unrecorded
        self._edition = 0
        self.apply()
        preferences.settings.subscribe(lambda _: self.apply())

    def use(
        self, voices: Callable[[], tuple[Voice, ...]], respell: Respell, recordings: RecordingDesk | None = None
    ) -> None:
        """Take what there is to choose among.

        Args:
            voices: the voices of this machine.
            respell: what is said in other words than it is written.
            recordings: the recordings of the articles.
        """
        self._voices = voices
        if recordings is not None:
            self._voices = lambda: (*recordings.voices(self._player.article), *voices())
            self._find_recording = recordings.recording_of
        self._respell = respell
        self.apply()

    def respell_anew(self) -> None:
        """Say what is to come anew: what is said in other words than it is written has changed."""
        self._edition += 1
        self.apply()

    def apply(self) -> None:
        """Give the player what holds now, for the open article's language."""
        by_language = {
            language: _manner(self._preferences.settings_for(language))
            for language in self._preferences.languages()
        }
        general = self._preferences.settings.value
        own = self.own()
        manner = _manner(general)
        self._player.set_choice(
            RenderingChoice(
                manner.rate,
                manner.voice_id,
                general.pause,
                by_language,
                self._respell,
                manner.pitch_percent,
                self._edition,
                self._find_recording,
            )
        )
        self._player.set_volume(Volume(own.volume))
        self._player.set_stop_after(Ending[general.stop_after.upper()])

    def own(self) -> Settings:
        """Return what holds for the open article's language."""
        return self._preferences.settings_for(self._language)

    def faster(self) -> None:
        """One step faster."""
        self._set_rate(self._player.rate.faster())

    def slower(self) -> None:
        """One step slower."""
        self._set_rate(self._player.rate.slower())

    def louder(self) -> None:
        """One step louder."""
        self._set_volume(Volume(self.own().volume).louder())

    def softer(self) -> None:
        """One step softer."""
        self._set_volume(Volume(self.own().volume).softer())

    def higher(self) -> None:
        """One step higher, for voices that have a pitch."""
        self._set_pitch(self.own().pitch + _PITCH_STEP)

    def lower(self) -> None:
        """One step lower, for voices that have a pitch."""
        self._set_pitch(self.own().pitch - _PITCH_STEP)

    def longer_pauses(self) -> None:
        """One step longer."""
        self._set_pauses(longer_pauses(self._preferences.settings.value.pause))

    def shorter_pauses(self) -> None:
        """One step shorter."""
        self._set_pauses(shorter_pauses(self._preferences.settings.value.pause))

    def set_rate(self, words_per_minute: int) -> None:
        """Read at a rate, 80 to 500 words per minute."""
        self._set_rate(Rate(words_per_minute))

    def next_voice(self, by: int = 1) -> None:
        """Take the next of the voices that speak the open article's language, or the one before for -1."""
        following = self.voice_after(by)
        if following is not None:
            self._set_voice(following)

    def set_voice(self, voice_id: str) -> None:
        """Take a voice, if it speaks the open article's language."""
        for voice in self.own_voices():
            if voice.id == voice_id:
                self._set_voice(voice)

    def voice_after(self, by: int = 1) -> Voice | None:
        """Return the voice after the one that reads the open article, before it for -1; None if there is none."""
        able, current = self.own_voices(), self.voice()
        number = able.index(current) if current in able else 0
        return able[(number + by) % len(able)] if able else None

    def own_voices(self) -> list[Voice]:
        """Return the voices that speak the open article's language, the best first."""
        able = [voice for voice in self._voices() if voice.speaks(self._language)]
        return sorted(able, key=lambda voice: (-voice.quality, voice.id))

    def voice(self) -> Voice | None:
        """Return the voice that reads the open article, or None when none speaks its language."""
        article = self._player.article
        return choose_voice(self._voices(), article.language if article is not None else "", self.own().voice)

    def take_fast_voice(self) -> None:
        """Take the voice that stays clear at a high rate, where there is one."""
        voice = fast_voice(self._voices(), self._language)
        if voice is not None:
            self._set_voice(voice)

    def set_stop_after(self, unit: Ending) -> None:
        """Fall silent after every sentence, after every paragraph, or at the end of the article."""
        self._preferences.set("stop_after", unit.name.lower())
        self._tell(StopAfterSet(unit))

    def next_stop_after(self, by: int = 1) -> None:
        """Take the next of the units after which the reading falls silent, or the one before for -1."""
        self.set_stop_after(_UNITS[(_UNITS.index(self.stop_after) + by) % len(_UNITS)])

    @property
    def stop_after(self) -> Ending:
        """After what the reading falls silent by itself."""
        return Ending[self._preferences.settings.value.stop_after.upper()]

    @property
    def is_resuming_back(self) -> bool:
        """Whether a reading that was paused for long goes on some sentences earlier."""
        return self._preferences.settings.value.resume_back == "on"

    def set_resume_back(self, is_on: bool) -> None:
        """Go on some sentences earlier after a long pause, or at the very place."""
        self._preferences.set("resume_back", "on" if is_on else "off")
        self._tell(ResumeBackSet(is_on))

    @property
    def offers_fast_voice(self) -> bool:
        """Whether the rate is so high that another voice than the one that reads is clearer."""
        return self._is_too_fast(self._player.rate)

    @property
    def _language(self) -> str:
        article = self._player.article
        return primary_language(article.language) if article is not None else ""

    def _set(self, name: str, value: PreferenceValue) -> None:
        self._preferences.set(name, value, self._language)

    def _set_voice(self, voice: Voice) -> None:
        self._set("voice", voice.id)
        self._tell(VoiceSet(voice.name))

    def _set_rate(self, rate: Rate) -> None:
        self._set("rate", rate.words_per_minute)
        self._tell(RateSet(rate.words_per_minute, self._is_too_fast(rate)))

    def _is_too_fast(self, rate: Rate) -> bool:
        """Whether another voice than the one that reads stays clear at a rate."""
        fast, current = fast_voice(self._voices(), self._language), self.voice()
        return fast is not None and current is not None and rate.is_fast and current.id != fast.id

    def _set_volume(self, volume: Volume) -> None:
        self._set("volume", volume.percent)
        # A public kiosk may have a loudest that is softer than what was asked for.
        self._tell(VolumeSet(self.own().volume))

    def _set_pauses(self, percent: int) -> None:
        self._preferences.set("pause", percent)
        self._tell(PausesSet(percent))

    def _set_pitch(self, percent: int) -> None:
        kept = min(max(percent, -MOST_PITCH), MOST_PITCH)
        self._set("pitch", kept)
        self._tell(PitchSet(kept))


def _manner(settings: Settings) -> Manner:
    return Manner(Rate(settings.rate), settings.voice, settings.pitch)
