"""What keeps the program up, put together, and what it gets by with in the safe mode. Names concrete classes."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from kiosk.adapters.folders import resource_folder, state_folder
from kiosk.app.remembering import AttentiveStore
from kiosk.bootstrap import Options, build_clock, build_store
from kiosk.core.settings import Profile

if TYPE_CHECKING:
    from kiosk.adapters.journal import Journal
    from kiosk.app.ports import ContentSource
    from kiosk.app.run_keeper import RunKeeper
    from kiosk.app.uptime import Upkeep


class Begun(NamedTuple):
    """A run of the window that has begun."""

    options: Options
    """What was asked for, as far as it holds."""
    article: Path | None
    """What to open at once, if anything."""
    store: AttentiveStore
    """Where things are remembered."""
    runs: "RunKeeper | None" = None
    """This run and those before it, at a public kiosk."""
    journal: "Journal | None" = None
    """What watches for things that nobody foresaw, at a public kiosk."""

    def parts(self) -> dict[str, Any]:
        """Return what ``build`` is to use; asked for when the first page has been painted."""
        from kiosk.adapters.store_folder import FolderStore

        folder = self.options.state or state_folder()
        FolderStore(folder).sweep()
        parts = {"upkeep": self._upkeep(), "status_folder": folder}
        if self.runs is not None and self.runs.is_safe:
            parts |= {"rack": _formant_rack(), "recordings": _NoRecordings(), "content": _shipped_content()}
        return parts

    def _upkeep(self) -> "Upkeep":
        from kiosk.adapters.service_notify import NotifySocket
        from kiosk.app.uptime import Upkeep, unwritten

        watch = self.journal.watch if self.journal is not None else None
        return Upkeep(NotifySocket(os.environ), self.runs or unwritten(build_clock()), self.store, watch)


def begin(options: Options, article: Path | None) -> Begun:
    """Write down that a run begins, and watch for what goes wrong from now on.

    At home neither is done: a person has started it, sees what happens, and need not be told of its order.

    Args:
        options: what was asked for.
        article: what was asked to be opened.
    """
    if options.profile is Profile.HOME:
        return Begun(options, article, AttentiveStore(build_store(options)))
    from kiosk.adapters.journal import Journal

    journal = Journal(is_terse=True)
    journal.install()
    runs = _begin_run(options)
    if not runs.is_safe:
        return Begun(options, article, AttentiveStore(build_store(options)), runs, journal)
    from kiosk.app.safe_store import SafeStore

    store = AttentiveStore(SafeStore(build_store(options)))
    # The article may be what the program crashes on.
    return Begun(safe_options(options), None, store, runs, journal)


def safe_options(options: Options) -> Options:
    """Return what is used where the program crashed again and again: of what was asked for, the language alone."""
    asked = {name: value for name, value in options.asked.items() if name == "language"}
    return options._replace(asked={**asked, "fitting": "never"})


def _begin_run(options: Options) -> "RunKeeper":
    from kiosk.adapters.boot import boot_id, run_folder
    from kiosk.adapters.store_folder import FolderStore
    from kiosk.app.run_keeper import RunKeeper

    return RunKeeper(FolderStore(run_folder(options.state or state_folder())), boot_id(), build_clock())


def _shipped_content() -> "ContentSource":
    """Return the articles that ship: the last that are known to be good, whatever was taken since.

    Staff can still take other articles, or go back to those before, on their own page.
    """
    from kiosk.adapters.content_folder import ContentFolder

    return ContentFolder(resource_folder("content"))


def _formant_rack() -> Any:
    from kiosk import i18n
    from kiosk.adapters.voices.engine_process import EngineProcess
    from kiosk.adapters.voices.espeak import EspeakSynthesizer
    from kiosk.adapters.voices.silent import SilentSynthesizer
    from kiosk.app.voice_rack import VoiceRack

    return VoiceRack((EngineProcess(EspeakSynthesizer),), SilentSynthesizer(tuple(i18n.LANGUAGES)))


class _NoRecordings:
    """Recordings are not looked at."""

    def recording(self, path: str, article: object) -> None:
        """Return that there is none."""
