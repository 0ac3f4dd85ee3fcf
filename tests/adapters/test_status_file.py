"""The file that monitoring reads: whole at every moment, and named when it cannot be read."""

import json
from pathlib import Path

import pytest

from kiosk.adapters.status_file import free_mib, read_status, status_path, write_status
from kiosk.core.errors import StoreError


def test_what_was_written_last_is_read(tmp_path: Path) -> None:
    path = status_path(tmp_path / "state")
    write_status(path, {"is_well": True})
    write_status(path, {"is_well": False})
    assert read_status(path) == {"is_well": False}
    assert json.loads(path.read_text()) == {"is_well": False}
    assert [file.name for file in path.parent.iterdir()] == ["status.json"]


def test_one_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    path = status_path(tmp_path)
    write_status(path, {"is_well": True})
    with pytest.raises(TypeError):
        write_status(path, {"is_well": object()})
    assert read_status(path) == {"is_well": True}
    blocked = tmp_path / "file"
    blocked.touch()
    with pytest.raises(StoreError):
        write_status(status_path(blocked), {})


@pytest.mark.parametrize("text", ["", "{", "[1]", '"running"', "[" * 100_000])
def test_what_is_no_status_is_named(tmp_path: Path, text: str) -> None:
    path = status_path(tmp_path)
    path.write_text(text)
    with pytest.raises(StoreError, match=r"status\.json"):
        read_status(path)


def test_where_none_is_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no public kiosk has run here"):
        read_status(status_path(tmp_path))


def test_room_is_told_of_the_disk_on_which_a_folder_is_or_will_be(tmp_path: Path) -> None:
    here = free_mib(tmp_path)
    assert here
    assert abs((free_mib(tmp_path / "not" / "yet") or 0) - here) < 100
