"""What every store promises, and what the one on disk does with files that it cannot use."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.adapters.store_folder import SCHEMA, FolderStore, MemoryStore
from kiosk.app.ports import Store
from kiosk.core.errors import NewerRecordError, StoreError
from tests.fakes.fake_store import FakeStore

NewStore = Callable[[Path], Store]


def folder(path: Path) -> Store:
    return FolderStore(path / "state")


def memory(_: Path) -> Store:
    return MemoryStore()


def fake(_: Path) -> Store:
    return FakeStore()


def unwritable_folder(path: Path) -> Store:
    (path / "file").write_text("in the way")
    return FolderStore(path / "file" / "state")


def unwritable_memory(_: Path) -> Store:
    return MemoryStore(is_writable=False)


def unwritable_fake(_: Path) -> Store:
    store = FakeStore()
    store.is_writable = False
    return store


every_store = pytest.mark.parametrize("make", [folder, memory, fake])

# All text, halves of surrogate pairs included: a file's name that is not UTF-8 comes out like that.
TEXTS = st.text(st.characters(), max_size=20)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=10,
)


@every_store
def test_a_record_that_was_never_saved_is_empty(make: NewStore, tmp_path: Path) -> None:
    assert make(tmp_path).load("nothing") == {}


@every_store
@settings(max_examples=30)
@given(record=st.dictionaries(TEXTS, VALUES, max_size=4))
def test_a_record_comes_back_as_it_was_saved(
    make: NewStore, record: dict[str, object], tmp_path_factory: pytest.TempPathFactory
) -> None:
    store = make(tmp_path_factory.getbasetemp())
    store.save("record", record)
    assert store.load("record") == record


@every_store
def test_a_record_is_replaced_as_a_whole(make: NewStore, tmp_path: Path) -> None:
    store = make(tmp_path)
    store.save("record", {"one": 1, "two": 2})
    store.save("record", {"two": 3})
    assert store.load("record") == {"two": 3}


@every_store
def test_records_do_not_know_each_other(make: NewStore, tmp_path: Path) -> None:
    store = make(tmp_path)
    store.save("one", {"a": 1})
    store.save("other", {"a": 2})
    assert (store.load("one"), store.load("other")) == ({"a": 1}, {"a": 2})


@every_store
def test_what_was_saved_does_not_change_with_what_was_given(make: NewStore, tmp_path: Path) -> None:
    store = make(tmp_path)
    record: dict[str, object] = {"list": [1]}
    store.save("record", record)
    record["more"] = 2
    assert isinstance(record["list"], list)
    record["list"].append(2)
    assert store.load("record") == {"list": [1]}


@pytest.mark.parametrize("make", [unwritable_folder, unwritable_memory, unwritable_fake])
def test_a_record_that_cannot_be_written_is_an_error(make: NewStore, tmp_path: Path) -> None:
    store = make(tmp_path)
    with pytest.raises(StoreError):
        store.save("record", {"a": 1})


# -- on disk ------------------------------------------------------------------------------------------------------


def test_a_record_outlives_the_store(tmp_path: Path) -> None:
    FolderStore(tmp_path).save("record", {"Größe": "صفحة"})
    assert FolderStore(tmp_path).load("record") == {"Größe": "صفحة"}
    assert [path.name for path in tmp_path.iterdir()] == ["record.json"]


def test_the_file_names_its_schema(tmp_path: Path) -> None:
    FolderStore(tmp_path).save("record", {"a": 1})
    assert json.loads((tmp_path / "record.json").read_bytes()) == {"schema": SCHEMA, "record": {"a": 1}}


def test_the_record_is_untouched_when_it_cannot_be_replaced(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    store.save("record", {"a": 1})
    with pytest.raises(TypeError):
        store.save("record", {"a": object()})
    assert store.load("record") == {"a": 1}
    assert [path.name for path in tmp_path.iterdir()] == ["record.json"]


UNREADABLE = {
    "empty": b"",
    "cut off": b'{"schema": 1, "record": {"a": ',
    "not UTF-8": b'{"schema": 1, "record": {"a": "\xff"}}',
    "zeros, as after a power cut": bytes(4096),
    "a list": b"[1, 2]",
    "a number": b"7",
    "without a record": b'{"schema": 1}',
    "a record that is none": b'{"schema": 1, "record": [1]}',
    "an older schema": b'{"schema": 0, "record": {"a": 1}}',
    "no schema": b'{"record": {"a": 1}}',
    "endless nesting": b"[" * 200_000,
    "an endless number": b'{"schema": 1, "record": {"a": ' + b"9" * 10_000 + b"}}",
}


@pytest.mark.parametrize("data", UNREADABLE.values(), ids=UNREADABLE)
def test_a_file_that_cannot_be_used_is_an_error_and_is_set_aside(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "record.json"
    path.write_bytes(data)
    store = FolderStore(tmp_path)
    with pytest.raises(StoreError):
        store.load("record")
    assert not path.exists()
    assert (tmp_path / "record.json.unreadable").read_bytes() == data
    with pytest.raises(StoreError):  # that nothing is there is not the same as that nothing ever was
        FolderStore(tmp_path).load("record")
    store.save("record", {"a": 2})
    assert store.load("record") == {"a": 2}
    assert (tmp_path / "record.json.unreadable").read_bytes() == data


def test_a_second_misfortune_does_not_cost_what_the_first_one_saved(tmp_path: Path) -> None:
    for data in (b"first", b"second"):
        (tmp_path / "record.json").write_bytes(data)
        with pytest.raises(StoreError):
            FolderStore(tmp_path).load("record")
    assert {path.read_bytes() for path in tmp_path.iterdir()} == {b"first", b"second"}


@pytest.mark.parametrize("is_loaded", [True, False])
def test_what_a_newer_version_wrote_is_neither_used_nor_touched(tmp_path: Path, is_loaded: bool) -> None:
    path, data = tmp_path / "record.json", b'{"schema": 2, "record": {"a": 1}, "more": [1]}'
    path.write_bytes(data)
    store = FolderStore(tmp_path)
    if is_loaded:
        with pytest.raises(NewerRecordError):
            store.load("record")
    for _ in range(2):
        with pytest.raises(NewerRecordError):
            store.save("record", {"a": 2})
    store.save("other", {"a": 3})
    assert path.read_bytes() == data
    assert sorted(own.name for own in tmp_path.iterdir()) == ["other.json", "record.json"]


def test_what_was_begun_when_the_program_was_killed_is_swept_away(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    store.save("record", {"a": 1})
    (tmp_path / ".record.json.abc123").write_bytes(b"half")
    (tmp_path / "record.json.unreadable").write_bytes(b"old")
    store.sweep()
    assert sorted(own.name for own in tmp_path.iterdir()) == ["record.json", "record.json.unreadable"]
    FolderStore(tmp_path / "nothing").sweep()


def test_a_folder_where_the_file_should_be_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "record.json").mkdir()
    with pytest.raises(StoreError):
        FolderStore(tmp_path).load("record")
