"""Sound devices as the sound server tells of them: which one is ours, and whether it has gone. Knows no server.

Whoever wears headphones must not be betrayed by a loudspeaker that takes over when the plug is pulled. So a
device counts as the same only while its name stays and what is private about it stays private.
"""

from dataclasses import dataclass

# How sound servers name the sockets and the shapes of what only one person hears.
_PRIVATE_PORTS = ("headphone", "headset", "earpiece", "handset")
_PRIVATE_SHAPES = frozenset({"headphone", "headset", "hands-free", "handset"})
# Servers make this one up when there is nothing to sound.
_NOBODY_HEARS = frozenset({"", "auto_null"})
# A server that loses a device names another default in the same moment; a choice stays.
_SETTLED_S = 1.0


@dataclass(frozen=True, slots=True)
class SoundDevice:
    """One device that sound can be sent to."""

    name: str
    """The server's name for it; the same again after it has been away."""
    port: str = ""
    """Which of its sockets sounds; empty when it has no choice."""
    is_plugged: bool = True
    """False when the server knows that nothing is plugged into that socket."""
    shape: str = ""
    """What the server says it looks like ("headset", "internal", ...); empty when it does not know."""
    since_s: float = 0.0
    """When it was first seen, on the machine's monotonic clock."""

    @property
    def is_private(self) -> bool:
        """Whether only the person who wears it hears it, as far as the server knows."""
        port = self.port.casefold()
        return any(word in port for word in _PRIVATE_PORTS) or self.shape in _PRIVATE_SHAPES


@dataclass(frozen=True, slots=True)
class OwnStream:
    """A stream of sound that this program sends."""

    index: int
    """The server's number for it; never used twice."""
    device: str
    """Name of the device that it sounds from."""
    queued_ms: float
    """How long sound that is sent now would wait until it is heard; 0 when the server does not know."""


@dataclass(frozen=True, slots=True)
class SoundServer:
    """What the sound server told last."""

    default: str
    """Name of the device for those who have not chosen."""
    devices: tuple[SoundDevice, ...] = ()
    """All devices."""
    streams: tuple[OwnStream, ...] = ()
    """The streams that this program sends."""
    asked_s: float = 0.0
    """When it was asked, on the machine's monotonic clock: what happened later it may not have told."""
    told_s: float = 0.0
    """When it told, on the same clock."""
    default_since_s: float = 0.0
    """When that default was first told, on the same clock."""

    def device(self, name: str) -> SoundDevice | None:
        """Return the device of that name, or None when there is none, or none that anybody hears."""
        if name in _NOBODY_HEARS:
            return None
        return next((device for device in self.devices if device.name == name), None)

    def stream(self, index: int) -> OwnStream | None:
        """Return the stream of that number, or None when it has ended."""
        return next((stream for stream in self.streams if stream.index == index), None)


def has_gone(chosen: SoundDevice, server: SoundServer | None) -> bool:
    """Whether sound for the chosen device would be heard nowhere, or by others than were meant to hear it.

    Args:
        chosen: the device as it was chosen, or as :func:`adopt` last saw it.
        server: what the server tells now; None when it has gone itself.
    """
    device = server.device(chosen.name) if server is not None else None
    if device is None or (chosen.is_private and not device.is_private):
        return True
    return chosen.is_private and is_unplugged(chosen, device)


def is_unplugged(chosen: SoundDevice, device: SoundDevice) -> bool:
    """Whether the plug was pulled since the device was chosen.

    A server that never knew of a plug is not believed: there are sockets that cannot feel one. For a device that
    is not private this may be so for a moment only, while the server goes over to another socket.
    """
    return chosen.is_plugged and not device.is_plugged


def is_back(chosen: SoundDevice, server: SoundServer) -> bool:
    """Whether a device that had gone can be opened again: it is there, as private and as plugged in as it was."""
    device = server.device(chosen.name)
    return device is not None and not has_gone(chosen, server) and not is_unplugged(chosen, device)


def adopt(chosen: SoundDevice, server: SoundServer) -> SoundDevice:
    """Return the chosen device as it is now, when nothing has gone: headphones may have been plugged in."""
    device = server.device(chosen.name)
    return device if device is not None and is_back(chosen, server) else chosen


def another_choice(chosen: SoundDevice, server: SoundServer, now_s: float) -> SoundDevice | None:
    """Return the device that was made the default while the chosen one was there, or None.

    That is a person's doing, or the server's when a new device is plugged in; the latter must not lead from
    headphones to something that others hear.
    """
    device = server.device(server.default)
    if device is None or device.name == chosen.name or now_s - server.default_since_s < _SETTLED_S:
        return None
    was_there_before = server.default_since_s - device.since_s >= _SETTLED_S
    return device if was_there_before or device.is_private or not chosen.is_private else None
