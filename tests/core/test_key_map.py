"""Which key stands for what: maps, presets, records, setting up, runs of one key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.key_map import FIVE, OWN, HardKey, KeyMap, KeyRole, map_of, record_of
from kiosk.core.key_presets import (
    ARROWS,
    DOWN,
    ENTER,
    F13,
    FULL,
    PRESETS,
    RETURN,
    SPACE,
    SWITCHES,
    UP,
    default_for,
)
from kiosk.core.key_runs import KeyRun
from kiosk.core.key_wizard import QUESTIONS, KeyWizard, Outcome, Step
from kiosk.core.settings import Profile

ESCAPE = HardKey(0x01000000, 9)
KEYS = [HardKey(code, code + 8) for code in range(65, 65 + len(QUESTIONS))]


# -- which key it is ----------------------------------------------------------------------------------------------


def test_the_keyboards_own_number_decides_where_both_sides_know_it() -> None:
    keys = KeyMap(OWN, ((KeyRole.SELECT, HardKey(65, 38)), (KeyRole.NEXT, HardKey(66))))
    # Another layout makes another letter of the same key.
    assert keys.role_of(HardKey(0x424, 38)) is KeyRole.SELECT
    assert keys.role_of(HardKey(65, 104)) is None
    assert keys.role_of(HardKey(65, 0)) is KeyRole.SELECT
    assert keys.role_of(HardKey(66, 56)) is KeyRole.NEXT


def test_the_number_pad_is_told_from_the_arrows() -> None:
    arrows = PRESETS["arrows"]
    assert arrows.role_of(HardKey(UP)) is KeyRole.UP
    assert arrows.role_of(HardKey(UP, 0, is_on_pad=True)) is None
    assert arrows.role_of(HardKey(ENTER, 104, is_on_pad=True)) is KeyRole.SELECT


def test_an_entry_without_a_number_of_its_own_matches_no_unknown_key() -> None:
    assert PRESETS["f-block"].role_of(HardKey(0, 0)) is None
    # A layout that makes a multimedia key of F13: what the keyboard sends stays.
    assert PRESETS["f-block"].role_of(HardKey(0x01000081, 191)) is KeyRole.UP
    assert PRESETS["f-block"].role_of(HardKey(F13, 5)) is KeyRole.UP


# -- presets ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("preset", ["arrows", "f-block", "number-pad"])
def test_keypads_have_the_five_keys(preset: str) -> None:
    keys = PRESETS[preset]
    assert all(keys.has(role) for role in FIVE)
    assert keys.scanning == "off"


def test_switches_need_scanning() -> None:
    assert PRESETS["one-switch"].scanning == "one"
    assert PRESETS["two-switches"].scanning == "two"
    assert {name: keys.scanning for name, keys in SWITCHES.items()} == {"one": "one", "two": "two"}
    assert PRESETS["two-switches"].role_of(HardKey(SPACE)) is KeyRole.NEXT
    assert PRESETS["two-switches"].role_of(HardKey(RETURN)) is KeyRole.SELECT


@pytest.mark.parametrize("keys", PRESETS.values(), ids=PRESETS.keys())
def test_no_preset_locks_anybody_out_or_gives_a_key_two_roles(keys: KeyMap) -> None:
    assert keys.is_usable
    own = [key for _role, key in keys.entries]
    assert not any(key.is_same(other) for number, key in enumerate(own) for other in own[:number])
    assert map_of(record_of(keys), PRESETS) == keys


def test_a_keyboard_at_home_keeps_its_keys_and_a_public_kiosk_does_with_five() -> None:
    assert default_for(Profile.HOME) is FULL
    assert FULL.role_of(HardKey(DOWN)) is None
    assert [default_for(Profile.PUBLIC).role_of(HardKey(code)) for code in ARROWS] == [
        KeyRole.UP,
        KeyRole.DOWN,
        KeyRole.BACK,
        KeyRole.NEXT,
    ]


# -- records ------------------------------------------------------------------------------------------------------

ENTRIES = st.lists(
    st.tuples(st.sampled_from(KeyRole), st.builds(HardKey, st.integers(1, 99), st.integers(0, 99), st.booleans())),
    max_size=6,
)


@given(ENTRIES)
def test_what_was_kept_is_read_again_or_refused_as_a_whole(entries: list[tuple[KeyRole, HardKey]]) -> None:
    keys = KeyMap(OWN, tuple(entries))
    read = map_of(record_of(keys), PRESETS)
    assert read in (keys, None)
    if read is not None:
        assert read.has(KeyRole.SELECT)


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"preset": "no such"},
        {"preset": 7},
        {"preset": OWN},
        {"preset": OWN, "keys": []},
        {"preset": OWN, "keys": [["next", 65, 0, False]]},
        {"preset": OWN, "keys": [["select", 65, 0, False], ["jump", 66, 0, False]]},
        {"preset": OWN, "keys": [["select", 65, 0, False], ["next", 65, 0, False]]},
        {"preset": OWN, "keys": [["select", 0, 0, False]]},
        {"preset": OWN, "keys": [["select", "65", 0, False]]},
        {"preset": OWN, "keys": ["select"]},
    ],
)
def test_a_record_that_would_lock_somebody_out_or_makes_no_sense_is_none(record: dict[str, object]) -> None:
    assert map_of(record, PRESETS) is None


# -- setting up ---------------------------------------------------------------------------------------------------


def test_one_key_after_the_other_is_asked_for() -> None:
    wizard = KeyWizard([ESCAPE])
    for number, key in enumerate(KEYS):
        assert (wizard.number, wizard.asked) == (number, QUESTIONS[number])
        assert wizard.press(key) == Step(Outcome.TAKEN, QUESTIONS[number])
    assert wizard.asked is None
    assert wizard.keys == KeyMap(OWN, tuple(zip(QUESTIONS, KEYS, strict=True)))
    with pytest.raises(ValueError, match="asked"):
        wizard.press(HardKey(99))


def test_a_key_is_not_taken_twice() -> None:
    wizard = KeyWizard([])
    for key in KEYS[:3]:
        wizard.press(key)
    assert wizard.press(KEYS[2]) == Step(Outcome.REFUSED, KeyRole.NEXT)
    assert wizard.asked is KeyRole.UP


def test_the_new_keys_pass_over_and_go_back() -> None:
    wizard = KeyWizard([])
    assert wizard.skip() == Step(Outcome.NEEDED, KeyRole.SELECT)
    wizard.press(KEYS[0])
    wizard.press(KEYS[1])
    assert wizard.press(KEYS[0]) == Step(Outcome.PASSED_OVER, KeyRole.NEXT)
    assert wizard.asked is KeyRole.UP
    assert wizard.press(KEYS[1]) == Step(Outcome.WENT_BACK, KeyRole.NEXT)
    assert wizard.press(KEYS[2]) == Step(Outcome.TAKEN, KeyRole.NEXT)
    # Going back frees the key: it may be another one, or be used for something else.
    wizard.back()
    assert not wizard.keys.has(KeyRole.NEXT)
    assert [wizard.back().role for _number in range(2)] == [KeyRole.BACK, KeyRole.SELECT]
    assert wizard.keys.entries == ()
    assert wizard.back() == Step(Outcome.LEFT, KeyRole.SELECT)


def test_the_keys_of_before_leave_at_the_first_question_alone() -> None:
    wizard = KeyWizard([ESCAPE])
    assert wizard.press(ESCAPE) == Step(Outcome.LEFT, KeyRole.SELECT)
    wizard.press(KEYS[0])
    assert wizard.press(ESCAPE) == Step(Outcome.TAKEN, KeyRole.BACK)


@given(st.lists(st.sampled_from([*range(len(KEYS)), "skip", "back"]), max_size=80))
def test_whatever_is_pressed_no_key_stands_for_two_things(presses: list[int | str]) -> None:
    wizard = KeyWizard([])
    for press in presses:
        if wizard.asked is None:
            break
        if isinstance(press, int):
            wizard.press(KEYS[press])
        else:
            (wizard.skip if press == "skip" else wizard.back)()
        keys = wizard.keys
        assert len({key for _role, key in keys.entries}) == len(keys.entries)
        assert wizard.number == 0 or keys.has(KeyRole.SELECT)
    if wizard.asked is None:
        assert map_of(record_of(wizard.keys), PRESETS) == wizard.keys


# -- runs ---------------------------------------------------------------------------------------------------------


def test_only_the_same_key_in_a_row_completes_a_run() -> None:
    run = KeyRun(3)
    assert [run.is_complete(key, counts=True) for key in "aabaaa"] == [False] * 5 + [True]
    assert [run.is_complete("a", counts=True) for _number in range(3)] == [False, False, True]
    assert [run.is_complete("a", counts) for counts in (True, True, False, True, True)] == [False] * 5
