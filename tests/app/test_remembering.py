"""What cannot be remembered is told once, in plain words; the safe mode relies on nothing a person asked for."""

import pytest

from kiosk.app.donation import DonationDesk
from kiosk.app.remembering import AttentiveStore, Trouble
from kiosk.app.safe_store import SafeStore
from kiosk.app.uptime_words import forgotten_words
from kiosk.core.donation_history import Answer
from kiosk.core.errors import StoreError
from tests.fakes.fake_clock import FakeClock
from tests.fakes.fake_store import FakeStore


def test_trouble_with_a_record_is_told_once() -> None:
    inner, told = FakeStore(), list[int]()
    store = AttentiveStore(inner)
    store.watch(lambda: told.append(1))
    store.save("places", {"a": 1})
    assert store.load("places") == {"a": 1}
    assert not store.forgotten
    inner.is_writable = False
    for _ in range(3):
        with pytest.raises(StoreError):
            store.save("places", {"a": 2})
    assert [(each.record, each.trouble) for each in store.forgotten] == [("places", Trouble.UNWRITABLE)]
    assert told == [1]
    inner.unreadable.add("keys")
    with pytest.raises(StoreError):
        store.load("keys")
    assert [each.record for each in store.forgotten] == ["places", "keys"]
    assert told == [1, 1]


def test_what_began_anew_and_cannot_be_saved_either_is_told_again() -> None:
    inner = FakeStore()
    inner.unreadable.add("preferences")
    inner.is_writable = False
    store = AttentiveStore(inner)
    for attempt in (lambda: store.load("preferences"), lambda: store.save("preferences", {})):
        with pytest.raises(StoreError):
            attempt()
    assert [each.trouble for each in store.forgotten] == [Trouble.UNWRITABLE]


def test_the_words_name_what_a_person_knows() -> None:
    inner = FakeStore()
    inner.is_writable = False
    store = AttentiveStore(inner)
    for name in ("preferences", "donation", "bookmarks", "runs"):
        with pytest.raises(StoreError):
            store.save(name, {})
    assert forgotten_words(store.forgotten) == (
        "This cannot be saved, and is forgotten at the end: settings, bookmarks. Is the disk full?"
    )
    inner.unreadable.add("keys")
    with pytest.raises(StoreError):
        store.load("keys")
    assert forgotten_words(store.forgotten).startswith(
        "This could not be read and begins anew: the keys. The old file is kept. This cannot be saved"
    )
    assert forgotten_words(()) == ""


def test_the_safe_mode_begins_anew_and_asks_for_nothing() -> None:
    inner = FakeStore({"preferences": {"theme": "night"}, "keys": {"preset": "x"}, "donation": {}})
    store = SafeStore(inner)
    assert store.load("preferences") == {}
    assert store.load("keys") == {"preset": "x"}
    store.save("preferences", {"theme": "soft"})
    assert store.load("preferences") == {"theme": "soft"}
    assert inner.records["preferences"] == {"theme": "night"}
    store.save("station", {"site": "clinic"})
    assert inner.records["station"] == {"site": "clinic"}
    desk = DonationDesk(None, store, FakeClock())
    assert desk.history.answer is Answer.NEVER
    assert desk.show("en") is None
    assert "donation" not in inner.saves
