"""Walks the accessibility bus as an assistive technology does, and prints what it found as JSON.

Runs on the system's Python, which has the bindings; it knows nothing of the program's code.
Usage: python3 bus_walker.py walk | press NAME
"""

import json
import sys
import time
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402  # the version must be chosen first

MOST_CHILDREN = 400


def application() -> Any:
    """Return the kiosk on the bus; it may take some seconds to appear."""
    for _ in range(100):
        desktop = Atspi.get_desktop(0)
        for number in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(number)
            if child is not None and child.get_child_count() and "Aloud" in (child.get_name() or ""):
                return child
            if child is not None and "kiosk" in (child.get_name() or ""):
                return child
        time.sleep(0.1)
    raise SystemExit("the program is not on the accessibility bus")


def states_of(thing: Any) -> list[str]:
    states = thing.get_state_set()
    named = ("FOCUSABLE", "FOCUSED", "SHOWING", "VISIBLE", "ENABLED", "ACTIVE")
    return [name for name in named if states.contains(getattr(Atspi.StateType, name))]


def text_of(thing: Any) -> str | None:
    interface = thing.get_text_iface()
    if interface is None:
        return None
    return str(Atspi.Text.get_text(interface, 0, Atspi.Text.get_character_count(interface)))


def value_of(thing: Any) -> float | None:
    interface = thing.get_value_iface()
    return None if interface is None else float(Atspi.Value.get_current_value(interface))


def describe(thing: Any, depth: int = 0) -> list[dict[str, Any]]:
    attributes = thing.get_attributes() or {}
    rows = [
        {
            "depth": depth,
            "role": thing.get_role_name(),
            "name": thing.get_name(),
            "states": states_of(thing),
            "text": text_of(thing),
            "level": attributes.get("level"),
            "description": thing.get_description(),
            "value": value_of(thing),
        }
    ]
    for number in range(min(thing.get_child_count(), MOST_CHILDREN)):
        child = thing.get_child_at_index(number)
        if child is not None:
            rows.extend(describe(child, depth + 1))
    return rows


def press(thing: Any, name: str) -> bool:
    """Press the first showing thing with a name, through its action interface."""
    if thing.get_name() == name and "SHOWING" in states_of(thing):
        action = thing.get_action_iface()
        if action is not None:
            for number in range(Atspi.Action.get_n_actions(action)):
                if Atspi.Action.get_action_name(action, number).lower() == "press":
                    return bool(Atspi.Action.do_action(action, number))
    for number in range(min(thing.get_child_count(), MOST_CHILDREN)):
        child = thing.get_child_at_index(number)
        if child is not None and press(child, name):
            return True
    return False


if __name__ == "__main__":
    Atspi.init()
    if sys.argv[1] == "walk":
        print(json.dumps(describe(application())))
    else:
        print(json.dumps(press(application(), sys.argv[2])))
