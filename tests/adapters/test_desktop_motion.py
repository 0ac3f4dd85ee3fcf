"""Whether the desktop wants nothing to move: asked over a real bus, of a portal that answers as desktops do."""

import asyncio
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from dbus_fast import Message, MessageType, Variant
from dbus_fast.aio import MessageBus

from kiosk.adapters.desktop_motion import ask_desktop_motion, said_in
from tests.contracts.private_bus import PrivateBus

PATIENCE_S = 20
ALL, GNOME, KDE = "org.freedesktop.appearance", "org.gnome.desktop.interface", "org.kde.kdeglobals.KDE"


class Portal:
    """Answers on a bus as the settings portal of a desktop does."""

    def __init__(self, address: str, settings: dict[str, dict[str, Variant]]) -> None:
        self._settings = settings
        self.asked: list[list[str]] = []
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._start(address), self._loop).result(PATIENCE_S)

    async def _start(self, address: str) -> None:
        self._bus = await MessageBus(bus_address=address).connect()
        self._bus.add_message_handler(self._answer)
        await self._bus.request_name("org.freedesktop.portal.Desktop")

    def _answer(self, message: Message) -> Message | None:
        is_ours = message.message_type is MessageType.METHOD_CALL and message.member == "ReadAll"
        if not is_ours or message.interface != "org.freedesktop.portal.Settings":
            return None
        self.asked.append(message.body[0])
        return Message.new_method_return(message, "a{sa{sv}}", [self._settings])

    def close(self) -> None:
        async def stop() -> None:
            self._bus.disconnect()

        asyncio.run_coroutine_threadsafe(stop(), self._loop).result(PATIENCE_S)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(PATIENCE_S)
        self._loop.close()


@pytest.fixture
def bus() -> Iterator[PrivateBus]:
    made = PrivateBus()
    yield made
    made.close()


def answer(environment: dict[str, str]) -> bool:
    """Ask, and wait for what is told."""
    told: list[bool] = []
    is_told = threading.Event()

    def tell(is_still: bool) -> None:
        told.append(is_still)
        is_told.set()

    ask_desktop_motion(environment, tell)
    assert is_told.wait(PATIENCE_S)
    assert len(told) == 1
    return told[0]


@pytest.mark.conforms("SW-24", "SW-47")
@pytest.mark.parametrize(
    ("settings", "is_still"),
    [
        ({GNOME: {"enable-animations": Variant("b", False)}}, True),
        ({GNOME: {"enable-animations": Variant("b", True)}}, False),
        ({KDE: {"AnimationDurationFactor": Variant("s", "0")}}, True),
        ({ALL: {"reduced-motion": Variant("u", 1)}}, True),
        ({}, False),
    ],
)
def test_a_desktop_is_asked_over_its_bus(
    bus: PrivateBus, settings: dict[str, dict[str, Variant]], is_still: bool
) -> None:
    portal = Portal(bus.address, settings)
    assert answer({"DBUS_SESSION_BUS_ADDRESS": bus.address}) is is_still
    assert portal.asked == [[ALL, GNOME, KDE]]
    portal.close()


def test_a_bus_without_a_portal_has_not_said_so(bus: PrivateBus) -> None:
    assert answer({"DBUS_SESSION_BUS_ADDRESS": bus.address}) is False


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere/at/all", "tcp:host=localhost,port=1"])
def test_without_a_bus_nothing_is_said(address: str) -> None:
    assert answer({"DBUS_SESSION_BUS_ADDRESS": address}) is False


@pytest.mark.parametrize(
    ("settings", "is_still"),
    [
        ({KDE: {"AnimationDurationFactor": "0.5"}}, False),
        ({KDE: {"AnimationDurationFactor": 0}}, True),
        ({KDE: {"AnimationDurationFactor": "fast"}}, False),
        ({KDE: {"AnimationDurationFactor": None}}, False),
        ({ALL: {"reduced-motion": 0}, GNOME: {"enable-animations": False}}, True),
        ({GNOME: {"enable-animations": "no"}}, False),
    ],
)
def test_what_a_desktop_says_is_read_with_care(settings: dict[str, dict[str, Any]], is_still: bool) -> None:
    assert said_in(settings) is is_still
