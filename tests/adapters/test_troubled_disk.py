"""A disk that is full, may only be read, or holds what cannot be read: it reads aloud, and asks for nothing.

The real store on a real folder, under the whole program without its window. What goes wrong goes wrong where files
are written.
"""

import errno
import os
import tempfile
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NoReturn

import pytest

from kiosk import bootstrap
from kiosk.adapters.store_folder import FolderStore
from kiosk.app.kiosk import Kiosk
from kiosk.app.remembering import AttentiveStore, Trouble
from kiosk.app.voice_rack import VoiceRack
from kiosk.core.key_presets import PRESETS
from kiosk.core.reading import Ended
from kiosk.core.settings import Profile
from kiosk.core.timeline import ms_to_frames
from tests.app.seasoned import seasoned
from tests.e2e.program import ROOT
from tests.fakes.fake_clock import FakeClock
from tests.fakes.fake_output import FakeOutput
from tests.fakes.fake_synthesizer import FakeSynthesizer
from tests.fakes.fake_timer import FakeTimer

PERSONAL = {"preferences", "places", "bookmarks", "keys", "donation", "pronunciation"}
MOST_TICKS = 20_000


class Machine:
    """The program on a folder, and somebody who reads an article to its end and changes what can be changed."""

    def __init__(self, folder: Path, now: datetime = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)) -> None:
        self.state, content = folder / "state", folder / "content"
        content.mkdir(exist_ok=True)
        (content / "one.md").write_text('+++\nid = "one"\ntitle = "One"\nlanguage = "en"\n+++\nIota.\n', "utf-8")
        campaign = (ROOT / "content/campaign.toml").read_text("utf-8")
        (content / "campaign.toml").write_text(campaign, "utf-8")
        self.clock, self.timers = FakeClock(now), list[FakeTimer]()
        self.output = FakeOutput(self.clock)
        folder_store = FolderStore(self.state)
        if not (self.state / "donation.json").exists():
            # Who has read little is not asked for anything anyway.
            folder_store.save("donation", seasoned(now))
        self.store = AttentiveStore(folder_store)
        self.kiosk: Kiosk = bootstrap.build(
            bootstrap.Options(Profile.HOME, content, self.state, {"language": "en"}),
            self._new_timer,
            store=self.store,
            clock=self.clock,
            output=self.output,
            rack=VoiceRack([FakeSynthesizer()]),
            prompt_rack=VoiceRack([FakeSynthesizer(name="prompt")]),
        )

    def _new_timer(self) -> FakeTimer:
        self.timers.append(FakeTimer())
        return self.timers[-1]

    def use(self) -> bool:
        """Do everything that is remembered; return whether somebody was asked for something."""
        kiosk, asked = self.kiosk, list[bool]()
        kiosk.reading.appeal.subscribe(lambda appeal: asked.append(appeal is not None))
        kiosk.preferences.set("text_size", 48)
        kiosk.keys.keep(PRESETS["f-block"])
        assert kiosk.reading.open("one.md")
        kiosk.reading.navigation.toggle_bookmark()
        kiosk.reading.play_from(0)
        self._let_pass(lambda: isinstance(kiosk.player.state.value, Ended))
        assert any(self.output.heard), "it read aloud"
        end = self.clock.elapsed() + timedelta(seconds=8)
        self._let_pass(lambda: self.clock.elapsed() > end)
        assert kiosk.preferences.settings.value.text_size == 48
        assert kiosk.keys.kind == "f-block"
        return any(asked)

    def _let_pass(self, is_reached: Callable[[], bool]) -> None:
        for _ in range(MOST_TICKS):
            if is_reached():
                return
            self.output.pump(ms_to_frames(10))
            for timer in list(self.timers):
                timer.fire()
            threading.Event().wait(0.0002)
        raise AssertionError("never so")

    def troubles(self) -> dict[str, Trouble]:
        """Return what is not remembered, and why."""
        return {each.record: each.trouble for each in self.store.forgotten}


@pytest.fixture
def new_machine(tmp_path: Path) -> Iterator[Callable[..., Machine]]:
    made: list[Machine] = []

    def make(**more: datetime) -> Machine:
        made.append(Machine(tmp_path, **more))
        return made[-1]

    yield make
    for machine in made:
        machine.kiosk.close()


NewMachine = Callable[..., Machine]


def refuse(number: int) -> Callable[..., NoReturn]:
    def fail(*_args: object, **_more: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return fail


def test_a_disk_that_is_well_is_asked_from(new_machine: NewMachine, tmp_path: Path) -> None:
    machine = new_machine()
    assert machine.use(), "or the other tests show nothing"
    machine.kiosk.close()
    assert machine.troubles() == {}
    assert {path.stem for path in (tmp_path / "state").glob("*.json")} >= PERSONAL - {"pronunciation"}


@pytest.mark.parametrize(
    ("place", "name", "number"),
    [
        pytest.param(os, "fsync", errno.ENOSPC, id="full"),
        pytest.param(tempfile, "mkstemp", errno.EROFS, id="read-only"),
        pytest.param(os, "fsync", errno.EIO, id="broken"),
    ],
)
def test_where_nothing_can_be_written_nobody_is_asked(
    new_machine: NewMachine, monkeypatch: pytest.MonkeyPatch, place: object, name: str, number: int
) -> None:
    machine = new_machine()
    monkeypatch.setattr(place, name, refuse(number))
    assert not machine.use()
    machine.kiosk.close()
    troubles = machine.troubles()
    assert set(troubles) >= {"preferences", "places", "bookmarks", "keys", "donation"}
    assert set(troubles.values()) == {Trouble.UNWRITABLE}
    left = [path.name for path in machine.state.glob("*.json")]
    assert left == ["donation.json"], "and nothing is left half written"
    assert not list(machine.state.glob(".*"))


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        pytest.param(b'{"schema": 1, "rec', Trouble.UNREADABLE, id="torn"),
        pytest.param(bytes(4096), Trouble.UNREADABLE, id="zeros"),
        pytest.param(b'{"schema": 7, "record": {"x": 1}}', Trouble.NEWER, id="newer"),
    ],
)
def test_what_cannot_be_read_is_kept_and_nobody_is_asked(
    new_machine: NewMachine, tmp_path: Path, data: bytes, trouble: Trouble
) -> None:
    state = tmp_path / "state"
    state.mkdir()
    for name in PERSONAL:
        (state / f"{name}.json").write_bytes(data)
    # The second start finds other files than the first, and must not take that for "never asked".
    for _start in range(2):
        machine = new_machine()
        assert not machine.use()
        machine.kiosk.close()
        if not _start:
            assert set(machine.troubles()) >= {"preferences", "places", "bookmarks", "keys", "donation"}
            assert set(machine.troubles().values()) == {trouble}
    kept = {path.name.split(".")[0] for path in state.iterdir() if path.is_file() and path.read_bytes() == data}
    assert kept == PERSONAL
    is_replaced = (state / "preferences.json").read_bytes() != data
    assert is_replaced is (trouble is Trouble.UNREADABLE)


def test_a_second_start_that_reads_nothing_to_its_end_forgets_no_wish(
    new_machine: NewMachine, tmp_path: Path
) -> None:
    (tmp_path / "state").mkdir()
    (tmp_path / "state/donation.json").write_bytes(b"{")
    new_machine().kiosk.reading.open("one.md")  # and the power goes
    assert not new_machine().use()


def test_a_clock_set_back_by_ten_years_reads_on_and_asks_for_nothing(new_machine: NewMachine) -> None:
    assert new_machine().use()
    back = new_machine(now=datetime(2016, 3, 1, 12, 0, tzinfo=UTC))
    assert not back.use()
    assert back.troubles() == {}
