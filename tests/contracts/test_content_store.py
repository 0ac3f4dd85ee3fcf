"""What every store of content in versions promises, and every list of sticks."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kiosk.adapters.content_store import VersionedStore
from kiosk.adapters.sticks import FOLDER, MountedSticks
from kiosk.app.content_update import ContentStore, Sticks
from kiosk.core.content_update import (
    Checking,
    Copying,
    Fault,
    Looking,
    Progress,
    StickPlace,
    StockStatus,
    Update,
    UpdateCancelled,
    UpdateError,
)
from kiosk.core.delivery import Refused
from tests.fakes.fake_content_store import FakeContentStore, FakeDelivery, FakeSticks, content_file
from tests.fakes.made_delivery import BROKEN, article, write

# By folder: the articles' ids; "bad" is one that cannot be used.
DELIVERIES: Mapping[str, tuple[str, ...]] = {
    "one": ("a", "b"),
    "two": ("c", "bad"),
    "broken": ("bad",),
    "empty": (),
}
NewStore = Callable[[Path], tuple[ContentStore, Callable[[str], str]]]


def versioned(path: Path) -> tuple[ContentStore, Callable[[str], str]]:
    for folder, ids in DELIVERIES.items():
        (path / folder).mkdir()
        for own in ids:
            write(path / folder, {f"{own}.md": BROKEN if own == "bad" else article(own.capitalize(), own)})
    return VersionedStore(path / "state"), lambda folder: str(path / folder)


def fake(_: Path) -> tuple[ContentStore, Callable[[str], str]]:
    deliveries = {
        folder: FakeDelivery(
            tuple(content_file(own) for own in ids if own != "bad"),
            tuple(Refused("bad.md", "line 2: it is none") for own in ids if own == "bad"),
        )
        for folder, ids in DELIVERIES.items()
    }
    return FakeContentStore(deliveries), str


every_store = pytest.mark.parametrize("make", [versioned, fake])


def unheard(_: Progress) -> None:
    pass


def no() -> bool:
    return False


def take(store: ContentStore, folder: str, is_whole: bool = False) -> Update:
    staged = store.stage(folder, is_whole, unheard, no)
    store.switch(staged)
    return staged.update


@every_store
def test_at_first_what_ships_is_in_use(make: NewStore, tmp_path: Path) -> None:
    store, _ = make(tmp_path)
    assert store.status() == store.status(is_thorough=True) == StockStatus()


@every_store
def test_what_is_taken_is_in_use_and_can_be_taken_back(make: NewStore, tmp_path: Path) -> None:
    store, at = make(tmp_path)
    assert take(store, at("one")) == Update(added=("A", "B"))
    assert store.status() == StockStatus("0001", 2, "", True)
    update = take(store, at("two"))
    assert (update.added, update.unchanged) == (("C",), 2)
    assert [each.path for each in update.refused] == ["bad.md"]
    assert update.refused[0].problem.startswith("line 2: ")
    assert store.status() == StockStatus("0002", 3, "0001", True)
    store.roll_back()
    assert store.status() == StockStatus("0001", 2, "0002", True)
    store.roll_back()
    assert store.status() == StockStatus("0002", 3, "0001", True)


@every_store
def test_a_whole_delivery_takes_the_place_of_all(make: NewStore, tmp_path: Path) -> None:
    store, at = make(tmp_path)
    take(store, at("one"))
    assert take(store, at("two"), is_whole=True).gone == ("A", "B")
    assert store.status().article_count == 1


@every_store
def test_progress_comes_in_order(make: NewStore, tmp_path: Path) -> None:
    store, at = make(tmp_path)
    told: list[Progress] = []
    store.discard(store.stage(at("one"), False, told.append, no))
    kinds = list(dict.fromkeys(map(type, told)))
    assert kinds == [Looking, Copying, Checking]
    assert [each for each in told if isinstance(each, Copying)][-1] == Copying(2, 2, 100)


@every_store
def test_what_is_staged_or_discarded_changes_nothing(make: NewStore, tmp_path: Path) -> None:
    store, at = make(tmp_path)
    staged = store.stage(at("one"), False, unheard, no)
    assert store.status() == StockStatus()
    store.discard(staged)
    assert store.status() == StockStatus()
    take(store, at("one"))


@every_store
@pytest.mark.parametrize(
    ("folder", "fault"),
    [("empty", Fault.NOTHING_FOUND), ("broken", Fault.NOTHING_USABLE), ("nowhere", Fault.GONE)],
)
def test_what_cannot_be_taken_says_why_and_changes_nothing(
    make: NewStore, tmp_path: Path, folder: str, fault: Fault
) -> None:
    store, at = make(tmp_path)
    take(store, at("one"))
    with pytest.raises(UpdateError) as caught:
        store.stage(at(folder), False, unheard, no)
    assert caught.value.fault is fault
    assert [each.path for each in caught.value.refused] == (["bad.md"] if folder == "broken" else [])
    assert store.status() == StockStatus("0001", 2, "", True)
    take(store, at("two"))


@every_store
def test_who_cancels_changes_nothing(make: NewStore, tmp_path: Path) -> None:
    store, at = make(tmp_path)
    with pytest.raises(UpdateCancelled):
        store.stage(at("one"), False, unheard, lambda: True)
    assert store.status() == StockStatus()
    take(store, at("one"))


@every_store
def test_one_at_a_time(make: NewStore, tmp_path: Path) -> None:
    store, at = make(tmp_path)
    staged = store.stage(at("one"), False, unheard, no)
    for change in (lambda: store.stage(at("two"), False, unheard, no), store.roll_back):
        with pytest.raises(UpdateError) as caught:
            change()
        assert caught.value.fault is Fault.BUSY
    store.switch(staged)
    assert store.status().article_count == 2


@every_store
def test_without_a_before_there_is_no_way_back(make: NewStore, tmp_path: Path) -> None:
    store, _ = make(tmp_path)
    with pytest.raises(UpdateError) as caught:
        store.roll_back()
    assert caught.value.fault is Fault.NOTHING_BEFORE


# -- sticks ---------------------------------------------------------------------------------------------------


def mounted(path: Path) -> tuple[Sticks, StickPlace]:
    stick = path / "media" / "somebody" / "KEY"
    write(stick / FOLDER, {"en/a.md": article("A")})
    write(stick, {"other.md": article("Other")})
    write(path / "media" / "MUSIC", {"song.mp3": b"x"})
    write(path / "media" / "plain-folder", {"b.md": article("B")})
    mounts = {stick, path / "media" / "MUSIC"}
    return MountedSticks([path / "media"], mounts.__contains__), StickPlace("KEY", str(stick / FOLDER))


def fake_sticks(_: Path) -> tuple[Sticks, StickPlace]:
    place = StickPlace("KEY", "key")
    return FakeSticks(place), place


@pytest.mark.parametrize("make", [mounted, fake_sticks])
def test_a_stick_with_articles_is_found(make: Callable[[Path], tuple[Sticks, StickPlace]], tmp_path: Path) -> None:
    sticks, place = make(tmp_path)
    assert list(sticks.places()) == [place]
