"""The machine's keys: what is remembered, where, and what holds; and scanning on a timer."""

import pytest

from kiosk.adapters.store_folder import MemoryStore
from kiosk.app.keys import KeyDesk
from kiosk.app.observable import Observable
from kiosk.app.scanning import Scanning
from kiosk.core.errors import UsageError
from kiosk.core.key_map import OWN, HardKey, KeyMap, KeyRole
from kiosk.core.key_presets import FULL, PRESETS, SPACE
from kiosk.core.settings import Profile, resolve
from tests.fakes.fake_timer import FakeTimer

OWN_KEYS = KeyMap(OWN, ((KeyRole.SELECT, HardKey(65, 38)), (KeyRole.NEXT, HardKey(66, 56))))


def desk(store: MemoryStore, profile: Profile = Profile.HOME, scanning: str = "off") -> KeyDesk:
    return KeyDesk(store, profile, Observable(resolve(profile, {"scanning": scanning})))


def test_what_was_set_up_at_home_holds_after_a_restart_and_at_a_public_kiosk() -> None:
    store = MemoryStore()
    assert desk(store).map.value is FULL
    desk(store).keep(OWN_KEYS)
    assert desk(store).map.value == OWN_KEYS
    assert desk(store, Profile.PUBLIC).map.value == OWN_KEYS
    own = desk(store)
    assert own.is_remembered
    own.forget()
    assert (own.map.value, own.is_remembered) == (FULL, False)
    assert desk(store).map.value is FULL
    assert desk(store, Profile.PUBLIC).map.value.preset == "arrows"


def test_what_a_visitor_sets_up_ends_with_the_program() -> None:
    store = MemoryStore()
    public = desk(store, Profile.PUBLIC)
    public.choose("f-block")
    assert public.map.value.preset == "f-block"
    assert desk(store, Profile.PUBLIC).map.value.preset == "arrows"
    public.save()
    assert desk(store, Profile.PUBLIC).map.value.preset == "f-block"


def test_a_map_that_locks_everybody_out_is_refused() -> None:
    store = MemoryStore()
    own = desk(store)
    with pytest.raises(UsageError, match="select"):
        own.keep(KeyMap(OWN, ((KeyRole.NEXT, HardKey(66)),)))
    with pytest.raises(UsageError, match="arrows"):
        own.choose("no such")
    assert own.map.value is FULL
    assert not store.records


def test_a_disk_that_cannot_be_written_keeps_nobody_from_their_keypad() -> None:
    own = desk(MemoryStore(is_writable=False))
    own.choose("arrows")
    assert own.map.value is PRESETS["arrows"]


def test_switches_need_no_map_while_things_come_forward() -> None:
    space = HardKey(SPACE, 65)
    assert desk(MemoryStore()).role_of(space) is None
    assert desk(MemoryStore(), scanning="one").role_of(space) is KeyRole.SELECT
    assert desk(MemoryStore(), scanning="two").role_of(space) is KeyRole.NEXT


def test_a_map_that_needs_scanning_has_it() -> None:
    own = desk(MemoryStore())
    own.choose("one-switch")
    assert own.scanning == "one"
    own.keep(OWN_KEYS)
    assert own.scanning == "two"
    assert (own.map.value.preset, own.kind) == (OWN, "two-switches")
    own.choose("arrows")
    assert (own.scanning, own.kind) == ("off", "arrows")
    assert desk(MemoryStore(), scanning="one").kind == "one-switch"


# -- scanning -----------------------------------------------------------------------------------------------------


class Ring:
    """Stops by name, and what was done with them."""

    def __init__(self, *names: str) -> None:
        self.names = list(names)
        self.shown: list[str] = []
        self.pressed: list[str] = []

    def count(self) -> int:
        return len(self.names)

    def show(self, number: int) -> None:
        self.shown.append(self.names[number])

    def press(self, number: int) -> None:
        self.pressed.append(self.names[number])


class Stage:
    """A ring, a timer that is turned by hand, and a voice."""

    def __init__(self, *names: str) -> None:
        self.ring, self.timer = Ring(*names), FakeTimer()
        self.is_busy = self.is_reading = False
        self.scanning = Scanning(self.ring, self.timer, lambda: self.is_busy or self.is_reading, self.pause)

    def pause(self) -> bool:
        was_reading, self.is_reading = self.is_reading, False
        return was_reading

    def wait(self, ms: int) -> None:
        for _number in range(ms // 50):
            self.timer.fire()


def test_things_come_forward_and_one_is_chosen() -> None:
    stage = Stage("a", "b")
    stage.scanning.turn(True, 1000)
    stage.wait(1100)
    assert stage.ring.shown == ["a", "b"]
    stage.scanning.press()
    assert stage.ring.pressed == ["b"]


def test_a_name_is_heard_out() -> None:
    stage = Stage("a", "b")
    stage.scanning.turn(True, 500)
    stage.wait(50)
    stage.is_busy = True
    stage.wait(60_000)
    assert stage.ring.shown == ["a"]
    stage.is_busy = False
    stage.wait(500)
    assert stage.ring.shown == ["a", "b"]


def test_the_switch_pauses_what_is_read_and_chooses_nothing() -> None:
    stage = Stage("a", "b")
    stage.scanning.turn(True, 500)
    stage.wait(600)
    stage.is_reading = True
    stage.wait(5000)
    stage.scanning.press()
    assert (stage.is_reading, stage.ring.pressed) == (False, [])
    stage.wait(50)
    assert stage.ring.shown == ["a", "b", "a"]


def test_it_rests_and_costs_nothing_until_a_press() -> None:
    stage = Stage("a", "b")
    stage.scanning.turn(True, 500)
    stage.wait(10_000)
    assert stage.ring.shown == ["a", "b"] * 3
    assert not stage.timer.is_running
    stage.scanning.press()
    stage.wait(50)
    assert (stage.ring.shown[-1], stage.ring.pressed) == ("a", [])
    stage.scanning.turn(False, 500)
    assert not stage.timer.is_running


def test_another_screen_begins_at_its_first_stop_and_what_has_gone_is_not_pressed() -> None:
    stage = Stage("a", "b", "c")
    stage.scanning.turn(True, 500)
    stage.wait(1100)
    stage.ring.names = ["d"]
    stage.scanning.press()
    assert stage.ring.pressed == []
    stage.scanning.renew()
    stage.wait(50)
    assert stage.ring.shown == ["a", "b", "c", "d"]
