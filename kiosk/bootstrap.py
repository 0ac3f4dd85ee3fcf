"""The composition root: the only module that names concrete classes.

``build`` puts a kiosk together from options; every part can be replaced, which is how tests run the real thing
with fakes at its edges. Parts are imported where they are put together: the first painted page needs few of them,
and must not wait for the rest.
"""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from kiosk import i18n, stock
from kiosk.adapters.folders import resource_folder, state_folder
from kiosk.core.settings import PreferenceValue, Profile

if TYPE_CHECKING:
    from kiosk.app.content_update import ContentStore
    from kiosk.app.kiosk import Kiosk
    from kiosk.app.library import Library
    from kiosk.app.ports import AudioOutput, Clock, ContentSource, Store, Timer
    from kiosk.app.preferences import PreferenceKeeper
    from kiosk.app.pronunciation import Pronunciation
    from kiosk.app.reading import Reading
    from kiosk.app.recording import RecordingSource
    from kiosk.app.staff_pin import StaffPin
    from kiosk.app.station import StationKeeper
    from kiosk.app.voice_rack import VoiceRack
    from kiosk.core.article import ParsedArticle
    from kiosk.core.campaign import Campaign


class Options(NamedTuple):
    """What a run of the program was asked for."""

    profile: Profile = Profile.HOME
    """Where it stands."""
    content: Path | None = None
    """Folder of articles; None takes the ones that ship."""
    state: Path | None = None
    """Folder for what is remembered; None takes the person's own."""
    asked: Mapping[str, PreferenceValue] = {}
    """Preferences for this run only."""


def set_language(asked: str) -> str:
    """Choose the interface language: a tag, or "system" for the desktop's; returns the one in force."""
    i18n.set_locale_folder(resource_folder("assets") / "locale")
    if asked == "system":
        named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
        asked = next(filter(None, named), "en")
    return i18n.set_language(asked.split(".")[0])


def build_rack(keeps_spare: bool = False) -> "VoiceRack":
    """Return every engine of this machine, and the silent voice for one on which none works.

    Each engine has a process of its own. For a reading of hours the slow one is kept ready a second time.
    """
    from kiosk.adapters.machine import has_memory_for_spare
    from kiosk.adapters.voices.engine_process import Deadlines, EngineProcess
    from kiosk.adapters.voices.espeak import EspeakSynthesizer
    from kiosk.adapters.voices.neural import NeuralSynthesizer
    from kiosk.adapters.voices.platform import PlatformSynthesizer
    from kiosk.adapters.voices.silent import SilentSynthesizer
    from kiosk.app.voice_rack import VoiceRack

    # In no order: which voice reads is decided by its quality.
    voices = (
        EngineProcess(NeuralSynthesizer, has_spare=keeps_spare and has_memory_for_spare()),
        # It writes a file, and waits for the system's own speech service.
        EngineProcess(PlatformSynthesizer, Deadlines(least_s=3.0, code_point_s=0.05)),
        EngineProcess(EspeakSynthesizer),
    )
    return VoiceRack(voices, SilentSynthesizer(tuple(i18n.LANGUAGES)))


def build_prompt_rack() -> "VoiceRack":
    """Return the voices of the interface: plain ones that answer at once, in a process of their own."""
    from kiosk.adapters.voices.engine_process import EngineProcess
    from kiosk.adapters.voices.espeak import EspeakSynthesizer
    from kiosk.app.voice_rack import VoiceRack

    return VoiceRack((EngineProcess(EspeakSynthesizer),))


def build_content(options: Options) -> "ContentSource":
    """Return the articles that a run was asked for, else those that this machine has in use."""
    return stock.content_source(options.content, options.state or state_folder())


def build_recordings(options: Options) -> "RecordingSource":
    """Return the recordings beside the articles that a run was asked for."""
    return stock.recording_source(options.content, options.state or state_folder())


def build_content_store(options: Options) -> "ContentStore":
    """Return the content that was taken, in versions."""
    return stock.content_store(options.state or state_folder())


def build_store(options: Options) -> "Store":
    """Return where things are remembered."""
    from kiosk.adapters.store_folder import FolderStore

    return FolderStore(options.state or state_folder())


def build_output() -> "AudioOutput":
    """Return the loudspeaker, and silence for a machine that has none."""
    from kiosk.adapters.audio_output import FallbackOutput, Loudspeaker, SilentOutput

    return FallbackOutput(Loudspeaker(), SilentOutput())


def build_clock() -> "Clock":
    """Return the machine's clock."""
    from kiosk.adapters.system_clock import SystemClock

    return SystemClock()


def build_preferences(options: Options, store: "Store") -> "PreferenceKeeper":
    """Return what people asked for, with the interface language set to what follows from it."""
    from kiosk.app.preferences import PreferenceKeeper

    preferences = PreferenceKeeper(store, options.profile, dict(options.asked))
    set_language(preferences.settings.value.language)
    return preferences


def build_station(store: "Store") -> "StationKeeper":
    """Return what was decided for this machine; a station file that cannot be used decides nothing.

    The doctor names the file and the place.
    """
    from kiosk.adapters.station_file import load_station, station_path
    from kiosk.app.station import StationKeeper
    from kiosk.core.errors import ContentError

    try:
        return StationKeeper(load_station(station_path()), store)
    except ContentError:
        return StationKeeper({}, store)


def build_staff_pin(store: "Store") -> "StaffPin":
    """Return what is kept of the staff's PIN."""
    from kiosk.adapters.pin_hash import PinHash
    from kiosk.app.staff_pin import StaffPin

    return StaffPin(store, PinHash())


def build(options: Options, new_timer: "Callable[[], Timer]", **overrides: Any) -> "Kiosk":
    """Put a kiosk together: nothing sounds, no device is open, no article is read.

    Args:
        options: what was asked for.
        new_timer: makes timers of the event loop that will run.
        overrides: parts to use instead of the real ones: ``rack``, ``prompt_rack``, ``output``, ``store``,
            ``clock``, ``content``, ``recordings``, ``preferences``, ``station``, ``upkeep``;
            ``media``, the desktop's media control, and ``status_folder``, where the status is written: without
            them there is none.
    """
    from kiosk import figures, visits
    from kiosk.adapters.background import LatestTask
    from kiosk.adapters.media_session import NoMediaSession
    from kiosk.app.bookmarks import Bookmarks
    from kiosk.app.donation import DonationDesk
    from kiosk.app.library import Library
    from kiosk.app.notice import no_voice_notice
    from kiosk.app.player import Player
    from kiosk.app.pronunciation import Pronunciation
    from kiosk.app.reading import Reading
    from kiosk.app.sound_signs import WatchedOutput
    from kiosk.core.rate import Rate

    clock = overrides["clock"] = overrides.get("clock") or build_clock()
    overrides["media"] = overrides.get("media") or NoMediaSession()
    store = overrides["store"] = overrides.get("store") or build_store(options)
    content = overrides.get("content") or build_content(options)
    rack = overrides.get("rack") or build_rack(keeps_spare=True)
    output = overrides["output"] = WatchedOutput(overrides.get("output") or build_output())
    preferences = overrides.get("preferences") or build_preferences(options, store)
    station = overrides.get("station") or build_station(store)
    writer = LatestTask()
    library = Library(_with_help(content, station), store, options.profile, clock, writer.run)
    # Where strangers stand around, headphones that were pulled must never become a loudspeaker.
    is_private = options.profile is Profile.HOME
    rate = Rate(preferences.settings.value.rate)
    player = Player(rack, output, new_timer(), clock, rate, no_voice_notice, may_change_device=is_private)
    donation = DonationDesk(_campaign(content), store, clock, options.profile, station.station)
    reading = Reading(player, library, preferences, donation, Bookmarks(store, options.profile), new_timer)
    lists = Pronunciation(content, store, options.profile)
    _give_voice(reading, rack, lists, overrides.get("recordings") or build_recordings(options))
    if is_private:
        reading.own_words.use(lists, reading.speech.respell_anew)
    else:
        visits.bound_volume(preferences, station.station)
    kiosk = _with_desks(options, station, preferences, library, reading, new_timer, overrides, writer.close)
    visits.let_follow(kiosk.visit, kiosk.statistics, donation, kiosk.uptime)
    figures.let_follow(kiosk.statistics, kiosk.status, kiosk.uptime)
    return kiosk


def _with_desks(
    options: Options,
    station: "StationKeeper",
    preferences: "PreferenceKeeper",
    library: "Library",
    reading: "Reading",
    new_timer: "Callable[[], Timer]",
    overrides: Mapping[str, Any],
    *at_end: "Callable[[], None]",
) -> "Kiosk":
    """Return the kiosk of a reading, with everything that serves the person besides."""
    from kiosk import figures, visits
    from kiosk.app.kiosk import Kiosk
    from kiosk.app.media import MediaDesk
    from kiosk.app.uptime import uptime_desk

    clock, store = overrides["clock"], overrides["store"]
    told = figures.build(options.profile, station.station, preferences, library, reading, new_timer, overrides)
    rack = overrides.get("prompt_rack") or build_prompt_rack()
    own = visits.build(
        options.profile, reading, library, rack, preferences, station.station, store, clock, new_timer
    )
    return Kiosk(
        profile=options.profile,
        station=station,
        preferences=preferences,
        library=library,
        player=reading.player,
        reading=reading,
        media=MediaDesk(reading, preferences.settings, overrides["media"], clock, options.profile),
        narrator=own.narrator,
        keys=own.keys,
        content=stock.content_desk(options.content, options.state or state_folder(), new_timer()),
        fitting=own.fitting,
        visit=own.visit,
        staff=visits.build_staff(build_staff_pin(store), reading, station, own.narrator, clock, new_timer()),
        statistics=told.statistics,
        status=told.status,
        uptime=uptime_desk(options.profile, reading.player, station, new_timer(), overrides),
        at_end=(*at_end, told.close),
    )


def _give_voice(reading: "Reading", rack: "VoiceRack", lists: "Pronunciation", source: "RecordingSource") -> None:
    """Tell a reading what its articles are read with: voices, spoken forms and recordings."""
    from kiosk.app.recording import RecordingDesk
    from kiosk.app.respelling import ruled

    recordings = RecordingDesk(source)

    def prepare(path: str) -> None:
        lists.open(path)
        recordings.open(path)

    reading.speech.use(rack.voices, ruled(lists.respellings), recordings)
    reading.prepare = prepare


def _with_help(content: "ContentSource", station: "StationKeeper") -> "ContentSource":
    helps = station.station.value.helps
    if not helps:
        return content
    from kiosk.app.local_help import TourWithHelp

    return TourWithHelp(content, helps)


def _campaign(content: "ContentSource") -> "Campaign | None":
    from kiosk.core.errors import ContentError

    try:
        return content.campaign()
    except ContentError:
        # A broken campaign must not keep anybody from reading; the doctor names the file and the place.
        return None


def load_article(path: Path) -> "ParsedArticle":
    """Read and parse one article.

    Raises:
        ContentError: the file cannot be used.
    """
    from kiosk.adapters.content_folder import load_article as load

    return load(path)
