"""The status of a machine: which kinds of things it can hold, and when the machine is well."""

import json
import re
from datetime import UTC, datetime
from typing import get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.status import LEAST_FREE_MIB, Condition, Status, status_document, to_the_minute

NOON = datetime(2026, 3, 1, 12, 0, 59, 7, tzinfo=UTC)
WELL = Status(Condition.RUNNING, NOON, NOON, None, 3, True, True, None, 12, 0, 5000, 0)
ALLOWED = {Condition, datetime, int, bool, type(None)}
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?:\+\d\d:\d\d)?")


def test_no_field_can_hold_a_text_of_a_persons_or_of_an_articles() -> None:
    for name, hint in get_type_hints(Status).items():
        kinds = set(get_args(hint)) or {hint}
        assert kinds <= ALLOWED, f"{name} can hold {kinds}"


def test_every_field_is_named_here_so_that_a_new_one_is_thought_about() -> None:
    assert Status._fields == (
        "condition",
        "started_at",
        "written_at",
        "well_at",
        "uptime_minutes",
        "is_voice_ok",
        "is_sound_ok",
        "is_watchdog_ok",
        "article_count",
        "broken_article_count",
        "disk_free_mib",
        "crashes_today",
    )


@given(st.builds(Status, condition=st.sampled_from(Condition)))
def test_what_is_written_is_numbers_times_yes_or_no_and_the_version(status: Status) -> None:
    document = json.loads(json.dumps(status_document(status, "1.2.3")))
    assert set(document) == {"version", "is_well", *Status._fields}
    for name, value in document.items():
        is_told = value is None or isinstance(value, int)
        is_word = value in ("1.2.3", "running", "ended")
        assert is_told or is_word or TIME.fullmatch(value), f"{name}: {value}"


def test_times_are_told_to_the_minute() -> None:
    assert status_document(WELL._replace(written_at=to_the_minute(NOON)), "1")["written_at"] == (
        "2026-03-01T12:00+00:00"
    )


@pytest.mark.parametrize(
    "amiss",
    [
        WELL._replace(is_voice_ok=False),
        WELL._replace(is_sound_ok=False),
        WELL._replace(is_watchdog_ok=False),
        WELL._replace(article_count=0),
        WELL._replace(disk_free_mib=LEAST_FREE_MIB - 1),
    ],
)
def test_one_thing_that_is_amiss_is_enough(amiss: Status) -> None:
    assert WELL.is_well
    assert not amiss.is_well


def test_what_nobody_knows_is_no_fault() -> None:
    assert WELL._replace(disk_free_mib=None, is_watchdog_ok=True).is_well
