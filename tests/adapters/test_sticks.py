"""Sticks: where they are mounted, what on them is taken, and what they cannot do to the program."""

from pathlib import Path

import pytest

from kiosk.adapters.sticks import FOLDER, MountedSticks
from tests.fakes.made_delivery import article, write


def names(root: Path, *mounts: Path) -> list[tuple[str, str]]:
    found = MountedSticks([root], set(mounts).__contains__).places()
    return [(place.name, str(Path(place.path).relative_to(root))) for place in found]


def test_a_stick_without_the_folder_is_looked_through_as_a_whole(tmp_path: Path) -> None:
    write(tmp_path / "KEY", {"news/monday/a.md": article("A")})
    assert names(tmp_path, tmp_path / "KEY") == [("KEY", "KEY")]


def test_several_sticks_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("ZOO", "ALPHA"):
        write(tmp_path / name, {"a.txt": article("A")})
    assert [name for name, _ in names(tmp_path, tmp_path / "ZOO", tmp_path / "ALPHA")] == ["ALPHA", "ZOO"]


def test_what_is_not_plugged_in_is_no_stick(tmp_path: Path) -> None:
    write(tmp_path / "KEY", {"a.md": article("A")})
    assert names(tmp_path) == []
    assert MountedSticks([tmp_path / "nowhere"]).places() == []


@pytest.mark.parametrize("name", ["README.md", ".hidden.md", "film.mp4", ".Trash/a.md"])
def test_a_stick_without_articles_is_not_offered(tmp_path: Path, name: str) -> None:
    write(tmp_path / "KEY", {name: b"x"})
    assert names(tmp_path, tmp_path / "KEY") == []


def test_no_link_is_followed(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside", {"a.md": article("A")})
    root = tmp_path / "media"
    (root / "KEY").mkdir(parents=True)
    (root / "KEY" / FOLDER).symlink_to(outside)
    (root / "KEY" / "a.md").symlink_to(outside / "a.md")
    (root / "LINK").symlink_to(outside)
    assert names(root, root / "KEY", root / "LINK") == []


def test_a_name_cannot_turn_the_screen_around(tmp_path: Path) -> None:
    write(tmp_path / "K\u202eEY", {"a.md": article("A")})
    ((name, _),) = names(tmp_path, tmp_path / "K\u202eEY")
    assert name == "K\N{REPLACEMENT CHARACTER}EY"


def test_looking_ends_on_a_stick_with_folders_without_end(tmp_path: Path) -> None:
    write(tmp_path / "KEY", {"d/" * 250 + "a.md": article("A")})
    assert names(tmp_path, tmp_path / "KEY") == []
