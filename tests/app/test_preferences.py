"""What people asked for: it holds at once, is remembered at home, and never stops anybody."""

import pytest

from kiosk.app.preferences import PreferenceKeeper
from kiosk.core.settings import Profile, Settings, Wishes
from tests.fakes.fake_store import FakeStore


def test_a_wish_holds_at_once_and_is_told() -> None:
    told: list[Settings] = []
    keeper = PreferenceKeeper(FakeStore(), Profile.HOME)
    keeper.settings.subscribe(told.append)
    keeper.set("text_size", 48)
    assert keeper.settings.value.text_size == 48
    assert [settings.text_size for settings in told] == [48]


def test_at_home_wishes_outlive_the_program() -> None:
    store = FakeStore()
    PreferenceKeeper(store, Profile.HOME).set("theme", "night")
    PreferenceKeeper(store, Profile.HOME).set("rate", 220)
    settings = PreferenceKeeper(store, Profile.HOME).settings.value
    assert (settings.theme, settings.rate) == ("night", 220)


def test_at_a_public_kiosk_nothing_is_written_or_read() -> None:
    store = FakeStore({"preferences": {"text_size": 96}})
    keeper = PreferenceKeeper(store, Profile.PUBLIC)
    assert keeper.settings.value.text_size == 40
    keeper.set("text_size", 72)
    assert keeper.settings.value.text_size == 72
    assert store.saves == []


def test_what_the_command_line_asks_holds_for_this_run_only() -> None:
    store = FakeStore({"preferences": {"theme": "night", "rate": 200}})
    keeper = PreferenceKeeper(store, Profile.HOME, {"theme": "paper"})
    assert keeper.settings.value.theme == "paper"
    keeper.set("rate", 240)
    assert store.records["preferences"] == {"theme": "night", "rate": 240}
    assert PreferenceKeeper(store, Profile.HOME).settings.value.theme == "night"


def test_what_somebody_chooses_in_the_window_outweighs_the_command_line() -> None:
    store = FakeStore({"preferences": {"theme": "night"}})
    keeper = PreferenceKeeper(store, Profile.HOME, {"theme": "paper"})
    keeper.set("theme", "night")
    assert keeper.settings.value.theme == "night"
    keeper.set("theme", "low-glare")
    assert store.records["preferences"] == {"theme": "low-glare"}


def test_the_same_wish_again_writes_nothing() -> None:
    store = FakeStore()
    keeper = PreferenceKeeper(store, Profile.HOME)
    keeper.set("rate", 200)
    keeper.set("rate", 200)
    assert store.saves == ["preferences"]


def test_a_disk_that_is_full_stops_nobody_from_changing_the_size() -> None:
    store = FakeStore()
    store.is_writable = False
    keeper = PreferenceKeeper(store, Profile.HOME)
    keeper.set("text_size", 72)
    assert keeper.settings.value.text_size == 72


def test_preferences_that_cannot_be_read_are_as_if_there_were_none() -> None:
    store = FakeStore()
    store.unreadable.add("preferences")
    keeper = PreferenceKeeper(store, Profile.HOME)
    assert keeper.settings.value.text_size == 32
    keeper.set("text_size", 48)
    assert store.records["preferences"] == {"text_size": 48}


@pytest.mark.parametrize("junk", [{"text_size": "big"}, {"text_size": [1]}, {"text_size": None}, {"other": {}}])
def test_a_damaged_wish_is_as_if_nobody_had_asked(junk: dict[str, object]) -> None:
    keeper = PreferenceKeeper(FakeStore({"preferences": {**junk, "rate": 200}}), Profile.HOME)
    assert (keeper.settings.value.text_size, keeper.settings.value.rate) == (32, 200)


def test_what_an_earlier_version_kept_holds_by_its_name_of_now() -> None:
    store = FakeStore({"preferences": {"interface_voice": "on"}})
    keeper = PreferenceKeeper(store, Profile.HOME)
    assert keeper.settings.value.speaker == "self"
    keeper.set("speaker", "text")
    assert store.records["preferences"] == {"speaker": "text"}
    both = FakeStore({"preferences": {"speaker": "text", "interface_voice": "on"}})
    assert PreferenceKeeper(both, Profile.HOME).settings.value.speaker == "text"


def test_the_former_name_may_still_be_asked_for() -> None:
    keeper = PreferenceKeeper(FakeStore(), Profile.PUBLIC, {"interface_voice": "off"})
    assert keeper.settings.value.speaker == "text"
    keeper.set("interface_voice", "on")
    assert keeper.settings.value.speaker == "self"


def test_what_was_asked_for_can_be_put_back_key_by_key() -> None:
    store = FakeStore({"preferences": {"text_size": 36, "rate": 200}})
    keeper = PreferenceKeeper(store, Profile.HOME, {"theme": "night"})
    keys = ("text_size", "theme", "rate", "rate.ru")
    before, held = keeper.settings.value, keeper.wishes(keys)
    keeper.set("text_size", 72)
    keeper.set("theme", "paper")
    keeper.set("rate", 300, "ru")
    keeper.set("volume", 90)
    keeper.restore(keys, held)
    assert keeper.settings.value == before._replace(volume=90)
    assert keeper.settings_for("ru").rate == 200
    # The theme was asked for this run alone, and still is.
    assert store.records["preferences"] == {"text_size": 36, "rate": 200, "volume": 90}


def test_putting_back_what_still_holds_writes_nothing() -> None:
    store = FakeStore({"preferences": {"text_size": 36}})
    keeper = PreferenceKeeper(store, Profile.HOME)
    keeper.restore(["text_size", "theme"], keeper.wishes(["text_size", "theme"]))
    assert (store.saves, keeper.settings.value.text_size) == ([], 36)


def test_it_knows_whether_anything_is_remembered() -> None:
    store = FakeStore()
    keeper = PreferenceKeeper(store, Profile.HOME, {"theme": "night"})
    assert not keeper.is_anything_kept
    keeper.set("text_size", 48)
    assert PreferenceKeeper(store, Profile.HOME).is_anything_kept


def test_what_was_measured_of_a_screen_is_kept_for_it() -> None:
    store = FakeStore()
    keeper = PreferenceKeeper(store, Profile.HOME)
    keeper.use_screen("one")
    keeper.set("card_px", 324)
    assert keeper.settings.value.card_px == 324
    keeper.use_screen("other")
    assert keeper.settings.value.card_px == 0
    again = PreferenceKeeper(store, Profile.HOME)
    again.use_screen("one")
    assert again.settings.value.card_px == 324
    # A screen is no language.
    assert again.languages() == frozenset()


def test_a_public_kiosk_takes_over_the_screen_and_nothing_else() -> None:
    store = FakeStore({"preferences": {"card_px@one": 324, "text_size": 96, "rate.en": 300}})
    keeper = PreferenceKeeper(store, Profile.PUBLIC)
    keeper.use_screen("one")
    assert (keeper.settings.value.card_px, keeper.settings.value.text_size) == (324, 40)
    keeper.set("card_px", 400)
    assert keeper.settings.value.card_px == 400
    assert store.records["preferences"] == {"card_px@one": 324, "text_size": 96, "rate.en": 300}


@pytest.mark.parametrize("profile", Profile)
def test_what_is_forgotten_is_as_at_first_and_can_be_asked_for_again(profile: Profile) -> None:
    store = FakeStore()
    keeper = PreferenceKeeper(store, profile, {"focus": "mask"})
    first = keeper.settings.value._replace(focus="off")
    keeper.set("text_size", 96)
    asked = keeper.settings.value
    names = ("text_size", "focus", "typeface")
    before = keeper.wishes(names)
    keeper.restore(names, Wishes({}, {}))
    assert keeper.settings.value == first
    assert "text_size" not in store.records.get("preferences", {})
    keeper.restore(names, before)
    assert keeper.settings.value == asked
    assert ("preferences" in store.records) is (profile is Profile.HOME)
