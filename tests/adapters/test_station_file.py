"""The station file: read when it is there, and every mistake named with its line."""

from pathlib import Path

import pytest

from kiosk.adapters.station_file import load_station, parse_station, station_path
from kiosk.core.errors import ContentError


def test_a_file_that_is_not_there_decides_nothing(tmp_path: Path) -> None:
    assert load_station(tmp_path / "station.toml") == {}


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "station.toml"
    path.write_text('# ours\nsite = "clinic"\n', encoding="utf-8")
    assert load_station(path) == {"site": "clinic"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('# a\nsite = "moon"\n', "line 2"),
        ("site = \n", "line 1"),
        ('site = "clinic"\n\ncolour = "red"\n', "line 3"),
        ("[site]\n", "line 1"),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, place: str) -> None:
    with pytest.raises(ContentError) as raised:
        parse_station(text, "station.toml")
    assert (raised.value.source, raised.value.place) == ("station.toml", place)


def test_a_file_that_is_no_text_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "station.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ContentError, match="cannot be read"):
        load_station(path)


def test_the_environment_says_where_it_lies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_STATION", "/somewhere/station.toml")
    assert station_path() == Path("/somewhere/station.toml")
    monkeypatch.delenv("KIOSK_STATION")
    assert station_path() == Path("/etc/aloud-kiosk/station.toml")
