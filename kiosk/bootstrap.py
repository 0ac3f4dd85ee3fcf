"""The composition root: the only module that names concrete classes.

``build`` puts a kiosk together from options; every part can be replaced, which is how tests run the real thing
with fakes at its edges. Nothing heavy is imported here: the first painted page comes first.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk import i18n
from kiosk.adapters.audio_output import FallbackOutput, Loudspeaker, SilentOutput
from kiosk.adapters.store_folder import FolderStore
from kiosk.adapters.system_clock import SystemClock
from kiosk.adapters.voices.espeak import EspeakSynthesizer
from kiosk.adapters.voices.neural import NeuralSynthesizer
from kiosk.adapters.voices.platform import PlatformSynthesizer
from kiosk.adapters.voices.silent import SilentSynthesizer
from kiosk.app.donation import DonationDesk
from kiosk.app.library import Library
from kiosk.app.notice import no_voice_notice
from kiosk.app.player import Player
from kiosk.app.ports import AudioOutput, Clock, ContentSource, Store, Synthesizer, Timer
from kiosk.app.preferences import PreferenceKeeper
from kiosk.app.reading import Reading
from kiosk.app.rendering import VoiceRack
from kiosk.core.donation import Campaign
from kiosk.core.errors import ContentError
from kiosk.core.settings import PreferenceValue, Profile
from kiosk.core.voice import Rate

VOICES: tuple[Callable[[], Synthesizer], ...] = (NeuralSynthesizer, PlatformSynthesizer, EspeakSynthesizer)
"""Engines, in no order: which voice reads is decided by its quality."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a run of the program was asked for."""

    profile: Profile = Profile.HOME
    """Where it stands."""
    content: Path | None = None
    """Folder of articles; None takes the ones that ship."""
    state: Path | None = None
    """Folder for what is remembered; None takes the person's own."""
    asked: dict[str, PreferenceValue] = field(default_factory=dict)
    """Preferences for this run only."""


@dataclass(frozen=True, slots=True)
class Kiosk:
    """A kiosk that is put together and has not yet been shown."""

    options: Options
    """What it was built from."""
    preferences: PreferenceKeeper
    """What people asked for, and what holds."""
    library: Library
    """The articles."""
    rack: VoiceRack
    """The voices."""
    output: AudioOutput
    """Where sound goes."""
    player: Player
    """What reads."""
    reading: Reading
    """What a person does with it."""

    def close(self) -> None:
        """Silence, and let go of everything."""
        self.player.close()


def resource_folder(name: str) -> Path:
    """Return the folder of data that ships: beside the package in a checkout, inside it when installed."""
    package = Path(__file__).parent
    inside = package / f"_{name}"
    return inside if inside.is_dir() else package.parent / name


def state_folder(options: Options) -> Path:
    """Return the folder for what is remembered; the only one that is ever written."""
    if options.state is not None:
        return options.state
    asked = os.environ.get("KIOSK_STATE")
    if asked:
        return Path(asked)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", "~")).expanduser() / "aloud-kiosk"
    if sys.platform == "darwin":
        return Path("~/Library/Application Support/aloud-kiosk").expanduser()
    base = os.environ.get("XDG_STATE_HOME") or "~/.local/state"
    return Path(base).expanduser() / "aloud-kiosk"


def set_language(asked: str) -> str:
    """Choose the interface language: a tag, or "system" for the desktop's; returns the one in force."""
    i18n.set_locale_folder(resource_folder("assets") / "locale")
    if asked == "system":
        asked = next(
            (value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "en"
        )
    return i18n.set_language(asked.split(".")[0])


def build_rack() -> VoiceRack:
    """Return every engine of this machine, and the silent voice where none works."""
    return VoiceRack([make() for make in VOICES], SilentSynthesizer(tuple(i18n.LANGUAGES)))


def build_content(options: Options) -> ContentSource:
    """Return the articles that a run was asked for."""
    from kiosk.adapters.content_folder import ContentFolder

    return ContentFolder(options.content or resource_folder("content"))


def build(options: Options, new_timer: Callable[[], Timer], **overrides: Any) -> Kiosk:
    """Put a kiosk together.

    Args:
        options: what was asked for.
        new_timer: makes timers of the event loop that will run.
        overrides: parts to use instead of the real ones: ``rack``, ``output``, ``store``, ``clock``, ``content``.

    Returns:
        The kiosk; nothing sounds, no device is open, no article is read.
    """
    clock: Clock = overrides.get("clock") or SystemClock()
    store: Store = overrides.get("store") or FolderStore(state_folder(options))
    content: ContentSource = overrides.get("content") or build_content(options)
    rack: VoiceRack = overrides.get("rack") or build_rack()
    output: AudioOutput = overrides.get("output") or FallbackOutput(Loudspeaker(), SilentOutput())
    preferences = PreferenceKeeper(store, options.profile, options.asked)
    settings = preferences.settings.value
    set_language(settings.language)
    library = Library(content, store, options.profile)
    player = Player(rack, output, new_timer(), clock, Rate(settings.rate), no_voice_notice)
    donation = DonationDesk(_campaign(content), store, clock)
    reading = Reading(player, library, preferences, donation, new_timer())
    return Kiosk(options, preferences, library, rack, output, player, reading)


def _campaign(content: ContentSource) -> Campaign | None:
    try:
        return content.campaign()
    except ContentError:
        # A broken campaign must not keep anybody from reading; the doctor names the file and the place.
        return None
