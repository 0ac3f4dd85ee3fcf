"""The station: what an operator decided holds, what staff changed counts more, and nonsense counts as nothing."""

import pytest

from kiosk.core.station import STATION_OPTIONS, Site, Station, resolve_station, station_problem


def test_the_fields_are_the_options() -> None:
    assert list(Station._fields) == [option.name for option in STATION_OPTIONS]


def test_nothing_decided_holds_the_defaults() -> None:
    station = resolve_station({})
    assert {option.name: getattr(station, option.name) for option in STATION_OPTIONS} == {
        option.name: option.default for option in STATION_OPTIONS
    }


def test_every_default_can_be_used() -> None:
    assert [station_problem(option.name, option.default) for option in STATION_OPTIONS] == [""] * len(
        STATION_OPTIONS
    )


def test_what_staff_changed_counts_more_than_the_file() -> None:
    assert resolve_station({"site": Site.CLINIC}, {"site": Site.SCHOOL}).site == Site.SCHOOL
    assert resolve_station({"site": Site.CLINIC}, {"site": "moon"}).site == Site.CLINIC


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("colour", "red", "there is no option colour"),
        ("site", 3, "is a text"),
        ("site", "moon", "is one of library"),
    ],
)
def test_what_cannot_be_used_is_named(name: str, value: object, problem: str) -> None:
    assert problem in station_problem(name, value)
