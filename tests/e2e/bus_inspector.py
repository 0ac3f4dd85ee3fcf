"""An assistive technology of the tests: it judges whatever program is on the accessibility bus.

Runs on the system's Python, which has the bindings, and knows nothing of the program: what it asks for holds for
any program whose windows people are to use by ear. It reads one JSON object a line from its input and answers each
with one on its output; ``{"do": "judge"}`` for instance. What can be done are the methods of ``Inspector``.
"""

import json
import subprocess
import sys
import time
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  # the version must be chosen first

Path = tuple[int, ...]

MOST_CHILDREN = 400
MOST_DEPTH = 40
PATIENCE_S = 10.0
MOVED_S = 8.0
"""Within this time a key that moves the focus has moved it."""
STAYED_S = 0.15
"""After this time a key that need not move the focus has not moved it."""
NAMELESS_ROLES = ("invalid", "unknown")
CONTROL_ROLES = frozenset(
    {"push button", "button", "toggle button", "check box", "radio button", "spin button", "slider", "combo box"}
)
FOCUSABLE_ROLES = CONTROL_ROLES | {
    *("text", "entry", "label", "link", "list item", "menu item", "page tab", "heading", "paragraph", "static"),
    *("document frame", "document text", "document web", "tree item", "table cell", "image"),
}
RANGED_ROLES = ("slider", "scroll bar", "progress bar")
WANTED_EVENTS = (
    "object:state-changed:focused",
    "object:announcement",
    "object:state-changed:showing",
    "object:text-caret-moved",
)


def states_of(thing: Any) -> list[str]:
    """Return the names of an object's states, as the bus knows them."""
    return [state.value_nick.upper() for state in thing.get_state_set().get_states()]


def path_of(thing: Any) -> Path:
    """Return the numbers of the children that lead from the application to an object."""
    found: list[int] = []
    while thing is not None and thing.get_role() != Atspi.Role.APPLICATION and len(found) < MOST_DEPTH:
        found.append(thing.get_index_in_parent())
        thing = thing.get_parent()
    return tuple(reversed(found))


def children_of(thing: Any) -> list[Any]:
    """Return an object's children."""
    count = min(thing.get_child_count(), MOST_CHILDREN)
    return [thing.get_child_at_index(number) for number in range(count)]


def extents_of(thing: Any) -> tuple[int, int, int, int] | None:
    """Return left, top, width and height on the screen, in pixels."""
    if thing.get_component_iface() is None:
        return None
    box = Atspi.Component.get_extents(thing, Atspi.CoordType.SCREEN)
    return box.x, box.y, box.width, box.height


def text_of(thing: Any) -> str | None:
    """Return the whole text of an object that has one."""
    if thing.get_text_iface() is None:
        return None
    return str(Atspi.Text.get_text(thing, 0, Atspi.Text.get_character_count(thing)))


def value_of(thing: Any) -> dict[str, float] | None:
    """Return the value of an object that is a number, and its range."""
    if thing.get_value_iface() is None:
        return None
    return {
        "now": float(Atspi.Value.get_current_value(thing)),
        "least": float(Atspi.Value.get_minimum_value(thing)),
        "most": float(Atspi.Value.get_maximum_value(thing)),
        "step": float(Atspi.Value.get_minimum_increment(thing)),
    }


def actions_of(thing: Any) -> list[str]:
    """Return the names of what can be done to an object."""
    if thing.get_action_iface() is None:
        return []
    count = Atspi.Action.get_n_actions(thing)
    return [str(Atspi.Action.get_action_name(thing, number)) for number in range(count)]


def describe(thing: Any, path: Path) -> dict[str, Any]:
    """Return what an object says of itself."""
    return {
        "path": list(path),
        "role": thing.get_role_name(),
        "name": thing.get_name() or "",
        "description": thing.get_description() or "",
        "states": states_of(thing),
        "extents": extents_of(thing),
        "actions": actions_of(thing),
        "value": value_of(thing),
        "text": text_of(thing),
        "attributes": dict(thing.get_attributes() or {}),
        "locale": thing.get_object_locale() or "",
    }


class Faults(list[str]):
    """What is wrong, in words."""

    def unless(self, is_right: object, thing: Any, words: str) -> None:
        """Note what is wrong with an object."""
        if not is_right:
            self.append(f"{thing.get_role_name()} {thing.get_name()!r}: {words}")


def judge_place_in_tree(parent: Any, number: int, thing: Any, faults: Faults) -> None:
    """An object must be its parent's child, and under the number that it is asked for."""
    faults.unless(thing.get_parent() == parent, thing, "its parent is another object")
    faults.unless(thing.get_index_in_parent() == number, thing, f"is child {number} and says otherwise")


def judge(thing: Any, faults: Faults) -> None:
    """Judge one object that is shown."""
    states, role = states_of(thing), thing.get_role_name()
    faults.unless(role not in NAMELESS_ROLES, thing, "has no role")
    faults.unless("VISIBLE" in states or "SHOWING" not in states, thing, "is showing and not visible")
    faults.unless("FOCUSABLE" in states or role not in CONTROL_ROLES, thing, "no key leads to this control")
    if "FOCUSABLE" in states:
        judge_focusable(thing, states, role, faults)
    value = value_of(thing)
    faults.unless(value is not None or role not in RANGED_ROLES, thing, "has no value")
    if value is not None:
        faults.unless(value["least"] < value["most"], thing, f"has no range: {value}")
        faults.unless(value["least"] <= value["now"] <= value["most"], thing, f"is beyond its range: {value}")
    if role == "heading":
        level = (thing.get_attributes() or {}).get("level", "")
        faults.unless(level.isdigit() and int(level) >= 1, thing, f"a heading without a level: {level!r}")


def judge_focusable(thing: Any, states: list[str], role: str, faults: Faults) -> None:
    """What a key leads to must say what it is, where it is, and what can be done."""
    faults.unless((thing.get_name() or "").strip(), thing, "has no name")
    # A dialog may take all keys itself, but then it has the keyboard.
    is_taking_keys = role == "dialog" and "FOCUSED" in states
    faults.unless(role in FOCUSABLE_ROLES or is_taking_keys, thing, "is nothing that one expects under a key")
    faults.unless("ENABLED" in states and "SENSITIVE" in states, thing, f"does nothing: {states}")
    box = extents_of(thing)
    faults.unless(box is not None and box[2] > 0 and box[3] > 0, thing, f"is nowhere: {box}")
    if role in CONTROL_ROLES:
        faults.unless(actions_of(thing), thing, "nothing can be done to it")
    if role in ("toggle button", "check box"):
        faults.unless("CHECKABLE" in states, thing, "is switched and does not say how")


def judge_text(thing: Any, faults: Faults, is_thorough: bool) -> None:
    """A text must be whole, its words and lines must lie in it in order, and so must its caret."""
    count = Atspi.Text.get_character_count(thing)
    text = Atspi.Text.get_text(thing, 0, count)
    faults.unless(Atspi.Text.get_text(thing, 0, -1) == text, thing, "-1 is not its end")
    caret = Atspi.Text.get_caret_offset(thing)
    faults.unless(0 <= caret <= count, thing, f"its caret is at {caret} of {count}")
    for offset in sorted({0, count // 2, max(0, count - 1)}):
        run, start, end = Atspi.Text.get_text_attributes(thing, offset)
        is_sane = isinstance(run, dict) and 0 <= start <= offset and offset <= end <= count
        faults.unless(is_sane, thing, f"attributes at {offset} hold from {start} to {end} of {count}")
    if is_thorough and count:
        for granularity in (Atspi.TextGranularity.WORD, Atspi.TextGranularity.LINE):
            judge_pieces(thing, text, granularity, faults)
        box = Atspi.Text.get_character_extents(thing, 0, Atspi.CoordType.SCREEN)
        faults.unless(box.width > 0 and box.height > 0, thing, "its first letter is nowhere")


def judge_pieces(thing: Any, text: str, granularity: Any, faults: Faults) -> None:
    """Ask for the piece at each offset in turn: they must lie there in order, and hold all that is no space."""
    offset, reached = 0, 0
    while offset < len(text):
        piece = Atspi.Text.get_string_at_offset(thing, offset, granularity)
        start, end = piece.start_offset, piece.end_offset
        # Of the space after a word it may be said that it belongs to no word, or to the one before.
        if not (start <= offset <= end <= len(text)) or start == end or piece.content != text[start:end]:
            faults.unless(
                False, thing, f"{granularity.value_nick} at {offset} is {piece.content!r}, {start}-{end}"
            )
            return
        missed = "".join(letter for letter in text[reached:start] if letter.isalnum())
        faults.unless(not missed, thing, f"{missed!r} before {start} is in no {granularity.value_nick}")
        offset, reached = max(end, offset + 1), max(end, reached)
    missed = "".join(letter for letter in text[reached:] if letter.isalnum())
    faults.unless(not missed, thing, f"{missed!r} at its end is in no {granularity.value_nick}")


def judge_caret(thing: Any, faults: Faults) -> None:
    """A caret that an assistive technology has placed must stay there."""
    count = Atspi.Text.get_character_count(thing)
    for offset in (count // 2, 0):
        faults.unless(Atspi.Text.set_caret_offset(thing, offset), thing, f"its caret cannot go to {offset}")
        now = Atspi.Text.get_caret_offset(thing)
        faults.unless(now == offset, thing, f"its caret was put at {offset} and is at {now}")


class Inspector:
    """Answers questions about one program."""

    def __init__(self, wanted: str) -> None:
        Atspi.init()
        self._apart_s = 0.0
        self._application = self._find(wanted)
        # What is remembered might be old, and is not what the program says.
        self._application.set_cache_mask(Atspi.Cache.NONE)
        self._events: list[dict[str, Any]] = []
        self._focused: Any = None
        self._listener = Atspi.EventListener.new(self._heard)
        for event in WANTED_EVENTS:
            self._listener.register(event)

    def _find(self, wanted: str) -> Any:
        end_s = time.monotonic() + PATIENCE_S
        while time.monotonic() < end_s:
            desktop = Atspi.get_desktop(0)
            desktop.clear_cache()
            for child in children_of(desktop):
                if child is not None and wanted in (child.get_name() or "").casefold() and child.get_child_count():
                    return child
            time.sleep(0.05)
        raise SystemExit(f"no {wanted!r} on the accessibility bus")

    def _heard(self, event: Any) -> None:
        source = event.source
        if source is None:
            return
        self._events.append(
            {
                "type": event.type,
                "role": source.get_role_name(),
                "name": source.get_name() or "",
                "detail": event.detail1,
                "data": event.any_data if isinstance(event.any_data, str) else None,
                "s": time.monotonic(),
            }
        )
        if event.type == "object:state-changed:focused" and event.detail1:
            self._focused = source

    def _listen(self, seconds: float = 0.0) -> None:
        """Take in what has happened, for at least some time."""
        context, end_s = GLib.MainContext.default(), time.monotonic() + seconds
        while context.iteration(False) or time.monotonic() < end_s:
            if not context.pending():
                time.sleep(0.002)

    # -- the screen that is in front --------------------------------------------------------------------------

    def _root(self) -> tuple[Any, Path]:
        """Return the window, or what is modal in it: nothing else can be reached."""
        windows = [(child, (number,)) for number, child in enumerate(children_of(self._application))]
        shown = [pair for pair in windows if "SHOWING" in states_of(pair[0])]
        root, path = (shown or windows)[-1]
        return self._modal(root, path) or (root, path)

    def _modal(self, thing: Any, path: Path) -> tuple[Any, Path] | None:
        for number, child in enumerate(children_of(thing)):
            states = states_of(child)
            if "SHOWING" not in states:
                continue
            inner = self._modal(child, (*path, number))
            if inner is not None:
                return inner
            if "MODAL" in states:
                return child, (*path, number)
        return None

    def _walk(self) -> list[tuple[Any, Path]]:
        """Return what is shown on the screen in front, in order."""
        root, path = self._root()
        found = [(root, path)]
        for thing, where in found:
            for number, child in enumerate(children_of(thing)):
                if child is not None and "VISIBLE" in states_of(child):
                    found.append((child, (*where, number)))
        return sorted(found, key=lambda pair: pair[1])

    def tree(self) -> list[dict[str, Any]]:
        """Return everything that is shown on the screen in front."""
        return [describe(thing, path) for thing, path in self._walk()]

    def judge(self, most_texts: int = 3) -> list[str]:
        """Return what is wrong with the screen in front; of ``most_texts`` texts each word and line is judged."""
        faults = Faults()
        self._stop_in_focus_soon(self._stops())
        self._judge_numbers(faults)
        shown = [thing for thing, _path in self._walk()]
        for thing in shown:
            judge(thing, faults)
        texts = [thing for thing in shown if thing.get_text_iface() is not None]
        for number, thing in enumerate(texts):
            judge_text(thing, faults, is_thorough=number < most_texts)
        focused = [thing for thing in shown if {"FOCUSED", "FOCUSABLE"} <= set(states_of(thing))]
        if len(focused) != 1:
            faults.append(f"{len(focused)} objects have the keyboard")
        return faults

    def _judge_numbers(self, faults: Faults) -> None:
        todo = [self._application]
        for thing in todo:
            for number, child in enumerate(children_of(thing)):
                if child is None:
                    faults.unless(False, thing, f"has no child {number}")
                    continue
                judge_place_in_tree(thing, number, child, faults)
                todo.append(child)

    def carets(self, texts: list[str]) -> list[str]:
        """Return what is wrong with placing the caret in these texts."""
        faults = Faults()
        for thing, _path in self._walk():
            if text_of(thing) in texts:
                judge_caret(thing, faults)
        return faults

    # -- the keyboard -----------------------------------------------------------------------------------------

    def _stops(self) -> dict[Path, Any]:
        return {path: thing for thing, path in self._walk() if "FOCUSABLE" in states_of(thing)}

    def _stop_in_focus(self, stops: dict[Path, Any]) -> Path | None:
        """Return where the keyboard is: at an object that can have it, or at a part of one."""
        focused = [path for path, thing in stops.items() if "FOCUSED" in states_of(thing)]
        return focused[-1] if focused else None

    def _press(self, key: str, stops: dict[Path, Any], must_move: bool) -> Path | None:
        """Press a key and return where the keyboard is then."""
        self._listen(self._apart_s)
        self._focused = None
        subprocess.run(["xdotool", "key", key], check=True)
        end_s = time.monotonic() + (MOVED_S if must_move else STAYED_S)
        while time.monotonic() < end_s:
            self._listen(0.002)
            told = self._stop_of(self._focused, stops)
            if told is not None and "FOCUSED" in states_of(stops[told]):
                return told
        return self._stop_in_focus_soon(stops)

    def _stop_in_focus_soon(self, stops: dict[Path, Any]) -> Path | None:
        """Return where the keyboard is; on its way it is nowhere, which a busy machine lets one see."""
        end_s = time.monotonic() + MOVED_S
        found = self._stop_in_focus(stops)
        while found is None and time.monotonic() < end_s:
            self._listen(0.01)
            found = self._stop_in_focus(stops)
        return found

    @staticmethod
    def _stop_of(thing: Any, stops: dict[Path, Any]) -> Path | None:
        """Return the stop that an object is, or is a part of."""
        for _ in range(2):
            found = [path for path, stop in stops.items() if stop == thing]
            if found or thing is None:
                return found[0] if found else None
            thing = thing.get_parent()
        return None

    def keys(
        self, around: list[str], other: list[str], apart_s: float = 0.0, left_alone: str = ""
    ) -> dict[str, Any]:
        """Press keys at every object that the keyboard can be at.

        Args:
            around: keys of which each must go round through all of them: it is pressed until it is back.
            other: keys that may go anywhere; each is pressed once at each object.
            left_alone: where a name begins with this the other keys are not pressed; empty for nowhere.
            apart_s: so long at least before a key is pressed again: a public kiosk ignores one that trembles.

        Returns:
            ``stops``: path, role and name of the objects; ``edges``: for each key where it led from where, as
            numbers of stops, None for an object that is none of them.
        """
        self._apart_s = apart_s
        stops = self._stops()
        paths = list(stops)
        number_of: dict[Path | None, int] = {path: number for number, path in enumerate(paths)}
        edges: dict[str, list[tuple[int | None, int | None]]] = {}
        for key in around:
            edges[key] = []
            here = self._stop_in_focus(stops)
            for _ in range(2 * len(paths)):
                there = self._press(key, stops, must_move=len(paths) > 1)
                edges[key].append((number_of.get(here), number_of.get(there)))
                if there == here:
                    # It is caught here, and would be at the next press.
                    break
                here = there
                if len({edge[0] for edge in edges[key]}) == len(paths) and len(edges[key]) >= len(paths):
                    break
        for key in other:
            edges[key] = []
            for path, thing in stops.items():
                if left_alone and (thing.get_name() or "").startswith(left_alone):
                    continue
                self._focus(thing, stops, path)
                there = self._press(key, stops, must_move=False)
                edges[key].append((number_of[path], number_of.get(there)))
        return {
            "stops": [(list(path), stops[path].get_role_name(), stops[path].get_name()) for path in paths],
            "edges": edges,
        }

    def _focus(self, thing: Any, stops: dict[Path, Any], path: Path) -> bool:
        Atspi.Component.grab_focus(thing)
        end_s = time.monotonic() + MOVED_S
        while time.monotonic() < end_s:
            if self._stop_in_focus(stops) == path:
                return True
            self._listen(0.004)
        return False

    def focus_each(self) -> list[str]:
        """Put the keyboard at each object; return those where it did not go."""
        stops = self._stops()
        return [str(thing.get_name()) for path, thing in stops.items() if not self._focus(thing, stops, path)]

    def focus(self, name: str) -> bool:
        """Put the keyboard at the object with a name."""
        stops = self._stops()
        named = [path for path, thing in stops.items() if thing.get_name() == name]
        return bool(named) and self._focus(stops[named[0]], stops, named[0])

    # -- what can be done -------------------------------------------------------------------------------------

    def act(self, name: str, action: str = "Press", patience_s: float = 5.0) -> bool:
        """Do something to the object with a name, once it is there."""
        end_s = time.monotonic() + patience_s
        while time.monotonic() < end_s:
            for thing, _path in self._walk():
                names = actions_of(thing) if thing.get_name() == name else []
                if action in names:
                    return bool(Atspi.Action.do_action(thing, names.index(action)))
            self._listen(0.05)
        return False

    def set_value(self, name: str, value: float) -> bool:
        """Set the number of the object with a name."""
        for thing, _path in self._walk():
            if thing.get_name() == name and thing.get_value_iface() is not None:
                return bool(Atspi.Value.set_current_value(thing, value))
        return False

    def wait(self, name: str, patience_s: float = 20.0) -> bool:
        """Wait until an object with a name or a text is on the screen in front."""
        end_s = time.monotonic() + patience_s
        while time.monotonic() < end_s:
            if any(name in (thing.get_name(), text_of(thing)) for thing, _path in self._walk()):
                return True
            self._listen(0.1)
        return False

    def events(self, seconds: float = 0.1) -> list[dict[str, Any]]:
        """Return what the program has told since this was asked last."""
        self._listen(seconds)
        told, self._events = self._events, []
        return told


def main() -> None:
    """Answer until there are no more questions."""
    inspector = Inspector(sys.argv[1])
    print(json.dumps(True), flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        answer = getattr(inspector, asked.pop("do"))(**asked)
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
