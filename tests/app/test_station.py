"""What holds at one machine: changes of staff are remembered, and hold even where they cannot be."""

import pytest

from kiosk.adapters.store_folder import MemoryStore
from kiosk.app.station import StationKeeper


def test_a_change_holds_and_is_remembered() -> None:
    store = MemoryStore()
    keeper = StationKeeper({"site": "clinic"}, store)
    assert keeper.station.value.site == "clinic"
    keeper.set("site", "school")
    assert keeper.station.value.site == "school"
    assert StationKeeper({"site": "clinic"}, store).station.value.site == "school"


def test_what_cannot_be_is_refused_and_changes_nothing() -> None:
    store = MemoryStore()
    keeper = StationKeeper({}, store)
    with pytest.raises(ValueError, match="one of"):
        keeper.set("site", "moon")
    assert keeper.station.value.site == "library"
    assert store.load("station") == {}


def test_damaged_changes_are_as_if_there_were_none() -> None:
    store = MemoryStore()
    store.save("station", {"site": ["odd"], "gone": "x"})
    assert StationKeeper({"site": "clinic"}, store).station.value.site == "clinic"
