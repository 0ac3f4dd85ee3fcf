"""Content that is taken while somebody listens: the reading goes on, and the catalog shows what is new."""

import threading
from collections.abc import Callable
from pathlib import Path

from kiosk import bootstrap, stock
from kiosk.adapters.store_folder import MemoryStore
from kiosk.app.voice_rack import VoiceRack
from kiosk.core.reading import Ended, Speaking
from kiosk.core.timeline import ms_to_frames
from tests.fakes.fake_clock import FakeClock
from tests.fakes.fake_output import FakeOutput
from tests.fakes.fake_synthesizer import FakeSynthesizer
from tests.fakes.fake_timer import FakeTimer
from tests.fakes.made_delivery import article, write


class Machine:
    """A kiosk without a window, between fakes, that shows what it has taken."""

    def __init__(self, state: Path) -> None:
        self.store = stock.content_store(state)
        self.clock = FakeClock()
        self.output = FakeOutput(self.clock)
        self.timers: list[FakeTimer] = []
        self.kiosk = bootstrap.build(
            bootstrap.Options(state=state),
            self._new_timer,
            store=MemoryStore(),
            clock=self.clock,
            output=self.output,
            rack=VoiceRack([FakeSynthesizer()]),
            prompt_rack=VoiceRack([FakeSynthesizer()]),
        )

    def _new_timer(self) -> FakeTimer:
        self.timers.append(FakeTimer())
        return self.timers[-1]

    def take(self, stick: Path) -> None:
        self.store.switch(self.store.stage(str(stick), True, lambda _: None, lambda: False))

    def path_of(self, title: str) -> str:
        return next(entry.path for entry in self.kiosk.library.entries() if entry.title == title)

    def titles(self) -> list[str]:
        return [entry.title for entry in self.kiosk.library.entries() if "how-to-use" not in entry.article_id]

    def listen_until(self, is_reached: Callable[[], bool]) -> None:
        for _ in range(3000):
            if is_reached():
                return
            self.output.pump(ms_to_frames(10))
            for timer in self.timers:
                timer.fire()
            threading.Event().wait(0.0002)
        raise AssertionError(f"never reached: {self.kiosk.player.state.value}")


def test_the_article_that_is_heard_stays_and_the_catalog_is_new(tmp_path: Path) -> None:
    machine = Machine(tmp_path / "state")
    text = "First words here.\n\nSecond ones.\n\nThird ones."
    machine.take(write(tmp_path / "one", {"a.md": article("Alpha", "a", text)}))
    reading, player = machine.kiosk.reading, machine.kiosk.player
    try:
        reading.open(machine.path_of("Alpha"))
        reading.toggle()
        machine.listen_until(lambda: isinstance(player.state.value, Speaking))
        opened = reading.opened.value
        machine.take(
            write(tmp_path / "two", {"a.md": article("Alpha anew", "a", "Other."), "b.md": article("Beta")})
        )
        assert machine.titles() == ["Alpha anew", "Beta"]
        assert reading.opened.value is opened
        assert isinstance(player.state.value, Speaking)
        passages: set[int] = set()
        player.state.subscribe(lambda state: passages.add(getattr(getattr(state, "at", None), "passage", 0)))
        machine.listen_until(lambda: isinstance(player.state.value, Ended))
        assert 3 in passages, "it was not read to its end"
        reading.close()
        reading.open(machine.path_of("Alpha anew"))
        assert reading.opened.value is not None
        assert reading.opened.value.article.blocks[0].text == "Other."
    finally:
        machine.kiosk.close()


def test_a_folder_that_was_asked_for_is_shown_as_it_is(tmp_path: Path) -> None:
    Machine(tmp_path / "state").take(write(tmp_path / "one", {"a.md": article("Alpha", "a")}))
    own = write(tmp_path / "own", {"c.md": article("Gamma")})
    source = stock.content_source(own, tmp_path / "state")
    assert [entry.title for entry in source.entries()] == ["Gamma"]
    assert stock.content_desk(own, tmp_path / "state", FakeTimer()) is None
