"""The fitting desk: asks the three questions about comfort, and lets each change be heard. Knows no widget."""

from kiosk import i18n
from kiosk.app.fitting_words import sample_article
from kiosk.app.library import Library
from kiosk.app.narrator import Narrator
from kiosk.app.observable import Observable
from kiosk.app.player import Player
from kiosk.app.ports import Timer
from kiosk.app.preferences import PreferenceKeeper
from kiosk.app.reading import Reading
from kiosk.core.article import Article
from kiosk.core.fitting import (
    Ask,
    Chosen,
    Event,
    Fitting,
    Hear,
    Hush,
    Left,
    PutBack,
    Question,
    Restore,
    WentBack,
    WentOn,
    When,
    is_due,
    keys_about_comfort,
    step,
    text_sizes,
)
from kiosk.core.locator import locate
from kiosk.core.reading import is_sounding
from kiosk.core.settings import PreferenceValue, Profile, Settings, resolve

# How often it is looked whether the interface voice has come to its end; nobody waits longer for the sample.
_LOOK_MS = 50


class FittingDesk:
    """Runs a fitting (:mod:`kiosk.core.fitting`) on the preferences and the player. Subscribe to ``fitting``.

    1. ``begin`` closes what is open and notes what was asked for. The sample becomes the player's article, but is
       never opened in the reading: no place in it is remembered, the desktop is told nothing of it, and no media
       key can start it.
    2. What is chosen holds at once, through the same settings that every other screen changes.
    3. The reading voice says the sample when the interface voice has said what was chosen, at once where that is
       silent: neither ever sounds over the other.
    4. ``hush`` ends it, also while it waits: any key, press and touch does that before anything else.
    """

    def __init__(
        self,
        reading: Reading,
        library: Library,
        preferences: PreferenceKeeper,
        narrator: Narrator,
        timer: Timer,
        profile: Profile,
    ) -> None:
        """Ask nothing yet.

        Args:
            reading: is closed while the questions are asked; its player and its voices say the sample.
            library: knows whether somebody has left an article in the middle.
            preferences: where the answers go.
            narrator: whose turn comes before the sample's.
            timer: of its own.
            profile: decides which size is the usual one.
        """
        self._reading = reading
        self._player: Player = reading.player
        self._preferences = preferences
        self._narrator = narrator
        self._timer = timer
        self._library = library
        self.profile = profile
        self.sizes_pt = text_sizes(resolve(profile, {}).text_size)
        self.sample: Article = sample_article()
        self.fitting: Observable[Fitting | None] = Observable(None)

    @property
    def settings(self) -> Settings:
        """What holds, for texts in the language of the sample."""
        return self._preferences.settings_for(self.sample.language)

    # -- coming and going -------------------------------------------------------------------------------------

    def is_due(self, is_article_named: bool = False) -> bool:
        """Whether the questions are asked now without anybody asking for them."""
        is_remembered = self._preferences.is_anything_kept or self._library.last_place() is not None
        return is_due(When(self._preferences.settings.value.fitting), is_article_named, is_remembered)

    def begin(self) -> None:
        """Ask the first question."""
        self._reading.close()
        if self._preferences.settings.value.fitting == When.ONCE:
            # Noted when it is shown, not when it is answered: a power cut means fewer questions, not more.
            self._preferences.set("fitting", When.NEVER.value)
        self._take_sample()
        self.fitting.set(Fitting(self._preferences.wishes(self._keys())))

    def leave(self) -> None:
        """Skip what is left; what was chosen stays."""
        self._send(Left())

    # -- answers ----------------------------------------------------------------------------------------------

    def choose(self, option: str, value: PreferenceValue) -> None:
        """Let a value hold; where it can be heard it is heard."""
        self._send(Chosen(option, value))

    def next_voice(self) -> None:
        """Take the next of the voices that read the interface's language."""
        following = self._reading.speech.voice_after()
        if following is not None:
            self._send(Chosen("voice", following.id))

    def go_on(self) -> None:
        """Ask the next question, or end after the last."""
        self._send(WentOn())

    def go_back(self) -> None:
        """Ask the question before again."""
        self._send(WentBack())

    def put_back(self) -> None:
        """Let all be as it was before the first question."""
        self._send(PutBack())

    def change_language(self) -> None:
        """Take the sample in the interface's language, which has changed."""
        fitting = self.fitting.value
        if fitting is not None:
            self._take_sample()
            if fitting.question is Question.VOICE:
                self._hear()

    # -- the sample -------------------------------------------------------------------------------------------

    @property
    def voice_names(self) -> list[str]:
        """The names of the voices that read the interface's language, the best first."""
        return [voice.name for voice in self._reading.speech.own_voices()]

    @property
    def voice_name(self) -> str:
        """The name of the one that reads it now; empty when none does."""
        voice = self._reading.speech.voice()
        return voice.name if voice is not None else ""

    def hush(self) -> None:
        """Silence the sample, or let it not begin."""
        self._timer.stop()
        if self._player.article is self.sample and is_sounding(self._player.state.value):
            self._player.stop()

    def _take_sample(self) -> None:
        self.hush()
        self.sample = sample_article()
        self._player.open(self.sample)
        # Each language of a text has its own voice and rate.
        self._reading.speech.apply()

    def _hear(self) -> None:
        self._timer.start(_LOOK_MS, self._hear_after_prompts)

    def _hear_after_prompts(self) -> None:
        # A prompt of which nothing is heard any more never ends; the player says what is wrong, and goes on later.
        if not self._narrator.is_speaking.value or self._player.output.is_lost:
            self._timer.stop()
            self._player.play(locate(self.sample, 1))

    # -- the state machine's hands ----------------------------------------------------------------------------

    def _send(self, event: Event) -> None:
        fitting = self.fitting.value
        if fitting is None:
            return
        following, effects = step(fitting, event)
        for effect in effects:
            match effect:
                case Hush():
                    self.hush()
                case Ask():
                    self._ask(effect.option, effect.value)
                case Restore():
                    self._preferences.restore({*self._keys(), *effect.wishes.kept}, effect.wishes)
                case Hear():
                    self._hear()
        if following.is_over:
            # What was told about the voice is not shown again in the first article.
            self._reading.note.set(None)
            self.fitting.set(None)
        elif following != fitting:
            # The voice will be heard soon.
            self._player.warm_up(i18n.language())
            self.fitting.set(following)

    def _ask(self, option: str, value: PreferenceValue) -> None:
        speech = self._reading.speech
        if option == "rate":
            speech.set_rate(int(value))
        elif option == "voice":
            speech.set_voice(str(value))
        else:
            self._preferences.set(option, value)

    def _keys(self) -> tuple[str, ...]:
        return keys_about_comfort(self._preferences.languages())
