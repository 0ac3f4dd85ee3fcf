"""Plugs that go in and out, as the loudspeaker tells: told once each; what was there before is no news."""

from collections.abc import Iterator

import pytest

from kiosk.app.plug import Plug
from tests.fakes.stage import Stage


@pytest.fixture
def stage() -> Iterator[Stage]:
    made = Stage()
    made.player.open_output()
    made.wait_for_output()
    yield made
    made.close()


def looks(plug: Plug, count: int) -> list[bool | None]:
    return [plug.look() for _ in range(count)]


@pytest.mark.conforms("CF-03")
def test_headphones_that_are_plugged_in_are_told_once(stage: Stage) -> None:
    plug = Plug(stage.player)
    assert looks(plug, 3) == [None] * 3
    stage.output.has_headphones = True
    assert looks(plug, 3) == [True, None, None]


def test_headphones_that_hang_there_for_good_are_no_news(stage: Stage) -> None:
    stage.output.has_headphones = True
    assert looks(Plug(stage.player), 3) == [None] * 3


def test_headphones_that_are_there_when_the_loudspeaker_is_opened_are_no_news() -> None:
    stage = Stage()
    stage.output.has_headphones = True
    plug = Plug(stage.player)
    assert looks(plug, 2) == [None] * 2
    stage.player.open_output()
    stage.wait_for_output()
    assert looks(plug, 2) == [None] * 2
    stage.close()


@pytest.mark.conforms("CF-11", "FP-11")
def test_a_loudspeaker_that_stays_away_is_a_plug_that_was_pulled_and_is_put_back(stage: Stage) -> None:
    plug = Plug(stage.player)
    stage.output.lose()
    assert looks(plug, 7) == [None] * 4 + [False, None, None]
    stage.output.restore()
    plug.look()
    stage.wait_for_output()
    stage.run(10)
    assert looks(plug, 2) == [True, None]


def test_one_that_is_away_for_a_moment_is_no_plug(stage: Stage) -> None:
    plug = Plug(stage.player)
    stage.output.lose()
    assert looks(plug, 3) == [None] * 3
    stage.output.restore()
    plug.look()
    stage.wait_for_output()
    stage.run(10)
    assert looks(plug, 2) == [None] * 2


def test_who_comes_next_is_told_nothing_of_what_the_last_one_pulled(stage: Stage) -> None:
    plug = Plug(stage.player)
    stage.output.lose()
    looks(plug, 5)
    plug.forget_loss()
    stage.output.restore()
    plug.look()
    stage.wait_for_output()
    stage.run(10)
    assert looks(plug, 2) == [None] * 2
