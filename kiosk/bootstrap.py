"""The composition root: the only module that names concrete classes.

``build`` puts a kiosk together from options; every part can be replaced, which is how tests run the real thing
with fakes at its edges. Nothing heavy is imported here: the first painted page comes first.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk import i18n
from kiosk.adapters import machine
from kiosk.adapters.atomic_file import replacing
from kiosk.adapters.audio_output import FallbackOutput, Loudspeaker, SilentOutput
from kiosk.adapters.store_folder import FolderStore, MemoryStore
from kiosk.adapters.system_clock import SystemClock
from kiosk.adapters.voices.espeak import EspeakSynthesizer
from kiosk.adapters.voices.neural import NeuralSynthesizer
from kiosk.adapters.voices.platform import PlatformSynthesizer
from kiosk.adapters.voices.silent import SilentSynthesizer
from kiosk.app.donation import DonationDesk
from kiosk.app.kiosk import Kiosk
from kiosk.app.library import Library
from kiosk.app.notice import no_voice_notice
from kiosk.app.player import Player
from kiosk.app.ports import AudioOutput, Clock, ContentSource, Store, Synthesizer, Timer
from kiosk.app.preferences import PreferenceKeeper
from kiosk.app.reading import Reading
from kiosk.app.rendering import RenderingChoice, VoiceRack
from kiosk.core.article import Article, ParsedArticle
from kiosk.core.check import Check
from kiosk.core.donation import Appeal, Campaign
from kiosk.core.errors import ContentError, UsageError
from kiosk.core.settings import PreferenceValue, Profile
from kiosk.core.theme import Theme
from kiosk.core.timeline import SAMPLE_RATE_HZ
from kiosk.core.voice import Rate

if TYPE_CHECKING:
    from kiosk.qt import application

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
    return Kiosk(options.profile, preferences, library, player, reading)


def _campaign(content: ContentSource) -> Campaign | None:
    try:
        return content.campaign()
    except ContentError:
        # A broken campaign must not keep anybody from reading; the doctor names the file and the place.
        return None


# -- what the commands do -------------------------------------------------------------------------------------


def has_screen() -> bool:
    """Whether a window can be shown."""
    return machine.has_screen()


def load_article(path: Path) -> ParsedArticle:
    """Read and parse one article.

    Raises:
        ContentError: the file cannot be used.
    """
    from kiosk.adapters.content_folder import load_article as load

    return load(path)


def run_window(options: Options, article: Path | None) -> int:
    """Show the window until somebody closes it; return the exit code.

    Raises:
        ContentError: ``article`` cannot be used.
    """
    from kiosk.qt import application

    parsed = load_article(article) if article is not None else None
    return application.run(lambda: _build_for_window(options), _resources(), parsed, str(article or ""))


def snapshot(options: Options, article: Path, out: Path, width: int, height: int) -> list[Path]:
    """Write what the screen shows to PNG files; return their paths.

    Raises:
        ContentError: the article cannot be used.
        UsageError: there is no such theme.
        StoreError: a file cannot be written.
    """
    from kiosk.qt import snapshot as pictures

    resources = _resources()
    theme = options.asked.get("theme")
    if theme is not None and theme not in resources.theme_ids():
        raise UsageError(f"there is no theme {theme}; there are {', '.join(resources.theme_ids())}")
    parsed = load_article(article)
    language = set_language(str(options.asked.get("language", "en")))
    campaign = build_content(options).campaign()
    appeal = Appeal(campaign, *campaign.message_in(language)) if campaign is not None else None
    quiet = {"output": SilentOutput(), "store": MemoryStore()}
    fixed = replace(options, asked={"theme": "paper", "language": language, **options.asked})
    return pictures.take(
        lambda: _build_for_window(fixed, **quiet), resources, parsed, str(article), appeal, out, (width, height)
    )


def _build_for_window(options: Options, **overrides: Any) -> Kiosk:
    from kiosk.qt.timer import QtTimer

    return build(options, QtTimer, **overrides)


def _resources() -> "application.Resources":
    from kiosk.adapters.font_files import font_files
    from kiosk.adapters.theme_files import load_theme, load_themes
    from kiosk.qt import application

    folder = resource_folder("assets") / "themes"
    themes: dict[str, Theme] = {}

    def theme_for(theme_id: str) -> Theme:
        # One file is read for the first page; the rest only when somebody asks for other colours.
        if theme_id not in themes:
            path = folder / f"{theme_id}.toml"
            themes[theme_id] = load_theme(path if path.is_file() else folder / "paper.toml")
        return themes[theme_id]

    return application.Resources(font_files(), theme_for, lambda: tuple(load_themes(folder)), set_language)


def speak(
    article: Article,
    first: int,
    last: int,
    voice_id: str,
    words_per_minute: int,
    out: Path,
    marks_file: Path | None,
    say: Callable[[str], None],
) -> None:
    """Write the reading of some passages to a WAV file, and its word marks beside it.

    Raises:
        UsageError: there is no such passage, or the voice does not exist or does not speak the article's language.
        VoiceError: no voice speaks a passage.
        StoreError: a file cannot be written.
    """
    from kiosk.adapters.audio_file import write_wav
    from kiosk.app import speaking

    if not 1 <= first <= last <= article.last_passage:
        raise UsageError(f"paragraphs go from 1 to {article.last_passage}; {first} to {last} was asked for")
    rack = build_rack()
    if voice_id:
        known = {voice.id: voice for voice in rack.voices()}
        if voice_id not in known:
            raise UsageError(f'there is no voice {voice_id}; "kiosk voices" lists them')
        if not known[voice_id].speaks(article.language):
            raise UsageError(f"the voice {voice_id} does not speak {article.language}")
    choice = RenderingChoice(Rate(words_per_minute), voice_id)
    marks: list[speaking.SpokenMark] = []

    def chunks() -> Iterator[bytes]:
        for samples, own_marks in speaking.speak(rack, article, first, last, choice):
            marks.extend(own_marks)
            yield samples

    frame_count = write_wav(out, chunks())
    say(f"{out}: {frame_count / SAMPLE_RATE_HZ:.1f} s, {len(marks)} words")
    if marks_file is not None:
        document = {"marks": [asdict(mark) for mark in marks]}
        with replacing(marks_file) as file:
            file.write(json.dumps(document, ensure_ascii=False, indent=1).encode())
    rack.close()


def check_machine(options: Options) -> list[Check]:
    """Say what this machine can do and what is missing."""
    from kiosk.adapters.font_files import missing_fonts

    rack = build_rack()
    content = build_content(options)
    return [
        machine.check_screen(),
        machine.check_sound(),
        machine.check_voices(rack.voices(), tuple(i18n.LANGUAGES)),
        machine.check_fonts(missing_fonts()),
        machine.check_content(content),
        machine.check_disk(state_folder(options)),
    ]
