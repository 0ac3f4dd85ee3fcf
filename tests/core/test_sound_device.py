"""Sound devices: which one is ours, when it has gone, and what counts as a person's choice."""

import pytest

from kiosk.core.sound_device import (
    OwnStream,
    SoundDevice,
    SoundServer,
    adopt,
    another_choice,
    has_gone,
    is_back,
    is_unplugged,
)

SPEAKER, LINE, HEADPHONES, HEADSET = (
    SoundDevice("card", port)
    for port in ("analog-output-speaker", "analog-output-lineout", "analog-output-headphones", "[Out] Headset")
)
PULLED = SoundDevice("card", HEADPHONES.port, is_plugged=False)
HDMI_OFF = SoundDevice("card", "hdmi-output-0", is_plugged=False)
HDMI = SoundDevice("card", "hdmi-output-0")
USB = SoundDevice("usb")


def server(*devices: SoundDevice, default: str = "card", since_s: float = 0.0) -> SoundServer:
    return SoundServer(default, devices, default_since_s=since_s)


@pytest.mark.parametrize(
    ("port", "shape", "is_private"),
    [
        ("analog-output-headphones", "", True),
        ("[Out] Headphones", "", True),
        ("headset-output", "", True),
        ("", "headset", True),
        ("", "headphone", True),
        ("", "hands-free", True),
        ("analog-output-speaker", "", False),
        ("analog-output", "internal", False),
        ("", "", False),
        ("hdmi-output-0", "", False),
    ],
)
def test_what_only_one_person_hears(port: str, shape: str, is_private: bool) -> None:
    assert SoundDevice("x", port, True, shape).is_private == is_private


@pytest.mark.parametrize(
    ("chosen", "now", "gone"),
    [
        (SPEAKER, SPEAKER, False),
        (SPEAKER, HEADPHONES, False),
        (SPEAKER, LINE, False),
        (HEADPHONES, HEADPHONES, False),
        (HEADPHONES, HEADSET, False),
        (HEADPHONES, SPEAKER, True),
        (HEADPHONES, LINE, True),
        (HEADPHONES, PULLED, True),
        (HDMI, HDMI_OFF, False),
        (PULLED, PULLED, False),
        (SPEAKER, USB, True),
    ],
)
def test_a_device_is_gone_when_others_would_hear_or_nobody(
    chosen: SoundDevice, now: SoundDevice, gone: bool
) -> None:
    assert has_gone(chosen, server(now)) == gone


def test_when_the_server_has_gone_so_has_the_device() -> None:
    assert has_gone(SPEAKER, None)


def test_a_device_that_the_server_makes_up_is_none() -> None:
    made_up = SoundDevice("auto_null")
    assert server(made_up, default="auto_null").device("auto_null") is None
    assert has_gone(SPEAKER, server(made_up, default="auto_null"))
    assert server(SoundDevice("")).device("") is None


def test_a_plug_counts_only_when_the_server_knew_of_it() -> None:
    assert is_unplugged(HDMI, HDMI_OFF)
    assert not is_unplugged(HDMI_OFF, HDMI_OFF)
    assert not is_unplugged(HDMI_OFF, HDMI)


@pytest.mark.parametrize(
    ("chosen", "now", "back"),
    [
        (HEADPHONES, HEADPHONES, True),
        (HEADPHONES, SPEAKER, False),
        (HEADPHONES, PULLED, False),
        (HDMI, HDMI_OFF, False),
        (HDMI, HDMI, True),
        (SPEAKER, USB, False),
    ],
)
def test_a_device_is_back_when_it_is_as_it_was(chosen: SoundDevice, now: SoundDevice, back: bool) -> None:
    assert is_back(chosen, server(now)) == back


@pytest.mark.conforms("CF-03")
def test_headphones_that_are_plugged_in_are_adopted_and_then_count() -> None:
    adopted = adopt(SPEAKER, server(HEADPHONES))
    assert adopted == HEADPHONES
    assert adopt(adopted, server(SPEAKER)) == HEADPHONES
    assert adopt(HDMI, server(HDMI_OFF)) == HDMI
    assert adopt(HDMI_OFF, server(HDMI)) == HDMI
    assert adopt(SPEAKER, server(USB)) == SPEAKER


def test_a_default_that_was_changed_among_devices_that_were_there_is_a_choice() -> None:
    choice = server(HEADPHONES, USB, default="usb", since_s=100)
    assert another_choice(HEADPHONES, choice, 101) == USB
    assert another_choice(HEADPHONES, choice, 100.9) is None, "the device may be about to go"
    assert another_choice(USB, choice, 200) is None
    assert another_choice(USB, server(USB, default="lost", since_s=100), 200) is None


@pytest.mark.conforms("FP-11", "CF-11")
def test_a_new_device_does_not_lead_from_headphones_to_something_that_others_hear() -> None:
    new = SoundDevice("monitor", since_s=100)
    headset = SoundDevice("bluetooth", shape="headset", since_s=100)
    assert another_choice(HEADPHONES, server(HEADPHONES, new, default="monitor", since_s=100), 200) is None
    assert (
        another_choice(HEADPHONES, server(HEADPHONES, headset, default="bluetooth", since_s=100), 200) == headset
    )
    assert another_choice(SPEAKER, server(SPEAKER, new, default="monitor", since_s=100), 200) == new
    later = server(HEADPHONES, new, default="monitor", since_s=150)
    assert another_choice(HEADPHONES, later, 200) == new, "somebody chose it afterwards"


def test_streams_are_found_by_number() -> None:
    stream = OwnStream(4, "card", 12.0)
    told = SoundServer("card", (SPEAKER,), (stream,))
    assert told.stream(4) == stream
    assert told.stream(5) is None
