"""Who speaks: every choice can be reached and left, and every change is said by one who is heard."""

from itertools import product

import pytest

from kiosk.core.settings import Profile, renamed, resolve
from kiosk.core.speaker import Speaker, says_change, speaker_after, speakers


def test_a_public_kiosk_has_no_assistive_technology_to_leave_it_to() -> None:
    assert set(speakers(Profile.HOME)) == set(Speaker)
    assert set(speakers(Profile.PUBLIC)) == {Speaker.SELF, Speaker.TEXT}
    assert resolve(Profile.PUBLIC, {"speaker": "screen-reader"}).speaker == "self"
    assert resolve(Profile.HOME, {"speaker": "screen-reader"}).speaker == "screen-reader"


@pytest.mark.parametrize("profile", Profile)
def test_one_key_goes_through_all_of_them_and_around(profile: Profile) -> None:
    first = Speaker(resolve(profile, {}).speaker)
    walked = [first]
    for _press in speakers(profile):
        walked.append(speaker_after(walked[-1], profile))
    assert walked[-1] is first
    assert set(walked) == set(speakers(profile))


def test_the_first_press_at_home_leads_to_a_voice_that_is_there() -> None:
    assert speaker_after(Speaker(resolve(Profile.HOME, {}).speaker), Profile.HOME) is Speaker.SELF


@pytest.mark.parametrize(
    ("before", "after"), [pair for pair in product(Speaker, Speaker) if pair[0] is not pair[1]]
)
def test_a_change_is_said_by_one_of_the_two_and_by_the_own_voice_if_it_is_one(
    before: Speaker, after: Speaker
) -> None:
    says = says_change(before, after)
    assert says in (before, after)
    assert says is not Speaker.TEXT
    assert (says is Speaker.SELF) is (Speaker.SELF in (before, after))


@pytest.mark.parametrize(
    ("profile", "was", "now"),
    [
        (Profile.HOME, "on", "self"),
        (Profile.HOME, "off", "screen-reader"),
        (Profile.PUBLIC, "on", "self"),
        (Profile.PUBLIC, "off", "text"),
    ],
)
def test_what_an_earlier_version_kept_is_understood(profile: Profile, was: str, now: str) -> None:
    assert renamed(profile, "interface_voice", was) == ("speaker", now)
    assert renamed(profile, "theme", was) == ("theme", was)
