"""The few calls of PulseAudio's client library that tell of devices and streams; PipeWire answers them too.

Knows no loudspeaker of ours. Structures are as in the library's public headers since version 2.0; only fields that
are read have names that matter, the others keep the places.
"""

import ctypes
from ctypes import POINTER, Structure, c_char_p, c_int, c_uint8, c_uint32, c_uint64, c_void_p
from typing import Any

CHANNELS_MAX = 32

CONTEXT_READY = 4
CONTEXT_FAILED = 5
NO_AUTOSPAWN = 1
ABOUT_SINKS, ABOUT_SINK_INPUTS, ABOUT_SERVER = 0x1, 0x4, 0x80
PORT_UNPLUGGED = 1

# (context, what happened, index, user data)
ChangeCallback = ctypes.CFUNCTYPE(None, c_void_p, c_int, c_uint32, c_void_p)
# (context, information or null, user data)
ServerCallback = ctypes.CFUNCTYPE(None, c_void_p, c_void_p, c_void_p)
# (context, information or null, 0 / end of list / error, user data)
ListCallback = ctypes.CFUNCTYPE(None, c_void_p, c_void_p, c_int, c_void_p)


class SampleSpec(Structure):
    """Format of samples."""

    _fields_ = (("format", c_int), ("rate", c_uint32), ("channels", c_uint8))


class ChannelMap(Structure):
    """Where channels are heard."""

    _fields_ = (("channels", c_uint8), ("map", c_int * CHANNELS_MAX))


class ChannelVolume(Structure):
    """Volume of each channel."""

    _fields_ = (("channels", c_uint8), ("values", c_uint32 * CHANNELS_MAX))


class ServerInfo(Structure):
    """The server."""

    _fields_ = (
        ("user_name", c_char_p),
        ("host_name", c_char_p),
        ("server_version", c_char_p),
        ("server_name", c_char_p),
        ("sample_spec", SampleSpec),
        ("default_sink_name", c_char_p),
    )


class PortInfo(Structure):
    """A socket of a device."""

    _fields_ = (
        ("name", c_char_p),
        ("description", c_char_p),
        ("priority", c_uint32),
        ("available", c_int),
    )


class SinkInfo(Structure):
    """A device that sound can be sent to."""

    _fields_ = (
        ("name", c_char_p),
        ("index", c_uint32),
        ("description", c_char_p),
        ("sample_spec", SampleSpec),
        ("channel_map", ChannelMap),
        ("owner_module", c_uint32),
        ("volume", ChannelVolume),
        ("mute", c_int),
        ("monitor_source", c_uint32),
        ("monitor_source_name", c_char_p),
        ("latency_us", c_uint64),
        ("driver", c_char_p),
        ("flags", c_int),
        ("properties", c_void_p),
        ("configured_latency_us", c_uint64),
        ("base_volume", c_uint32),
        ("state", c_int),
        ("volume_step_count", c_uint32),
        ("card", c_uint32),
        ("port_count", c_uint32),
        ("ports", c_void_p),
        ("active_port", POINTER(PortInfo)),
    )


class SinkInputInfo(Structure):
    """A stream that somebody sends to a device."""

    _fields_ = (
        ("index", c_uint32),
        ("name", c_char_p),
        ("owner_module", c_uint32),
        ("client", c_uint32),
        ("sink", c_uint32),
        ("sample_spec", SampleSpec),
        ("channel_map", ChannelMap),
        ("volume", ChannelVolume),
        ("buffer_us", c_uint64),
        ("sink_us", c_uint64),
        ("resample_method", c_char_p),
        ("driver", c_char_p),
        ("mute", c_int),
        ("properties", c_void_p),
    )


# Name after "pa_": result, arguments.
_CALLS: dict[str, tuple[Any, tuple[Any, ...]]] = {
    "mainloop_new": (c_void_p, ()),
    "mainloop_get_api": (c_void_p, (c_void_p,)),
    "mainloop_iterate": (c_int, (c_void_p, c_int, c_void_p)),
    "mainloop_wakeup": (None, (c_void_p,)),
    "mainloop_free": (None, (c_void_p,)),
    "context_new": (c_void_p, (c_void_p, c_char_p)),
    "context_connect": (c_int, (c_void_p, c_char_p, c_int, c_void_p)),
    "context_get_state": (c_int, (c_void_p,)),
    "context_set_subscribe_callback": (None, (c_void_p, ChangeCallback, c_void_p)),
    "context_subscribe": (c_void_p, (c_void_p, c_int, c_void_p, c_void_p)),
    "context_get_server_info": (c_void_p, (c_void_p, ServerCallback, c_void_p)),
    "context_get_sink_info_list": (c_void_p, (c_void_p, ListCallback, c_void_p)),
    "context_get_sink_input_info_list": (c_void_p, (c_void_p, ListCallback, c_void_p)),
    "context_disconnect": (None, (c_void_p,)),
    "context_unref": (None, (c_void_p,)),
    "operation_unref": (None, (c_void_p,)),
    "proplist_gets": (c_char_p, (c_void_p, c_char_p)),
}


class LibPulse:
    """The library, its calls as attributes without ``pa_``."""

    def __init__(self) -> None:
        """Load the library.

        Raises:
            OSError: this machine has none.
        """
        library = ctypes.CDLL("libpulse.so.0")
        self._calls: dict[str, Any] = {}
        for name, (result, arguments) in _CALLS.items():
            call = getattr(library, f"pa_{name}")
            call.restype, call.argtypes = result, arguments
            self._calls[name] = call

    def __getattr__(self, name: str) -> Any:
        """Return a call."""
        try:
            return self._calls[name]
        except KeyError:
            raise AttributeError(name) from None


def text(value: bytes | None) -> str:
    """Return a string of the library, empty for none."""
    return value.decode("utf-8", "replace") if value else ""
