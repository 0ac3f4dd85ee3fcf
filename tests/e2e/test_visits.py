"""A whole visit at a public kiosk with real keys and real sound, and what is left of it on the disk: nothing."""

import json
import time
from pathlib import Path

import pytest

from tests.e2e.keyboard import Keyboard
from tests.e2e.program import Program, wait_until
from tests.e2e.recording import Recorder
from tests.e2e.screens import written_content

STATION = "idle_s = 30\nidle_by_ear_s = 60\nidle_paused_s = 60\nwarning_s = 20\nwarning_by_ear_s = 20\n"
# Everything that may lie in the folder of a public kiosk after a visit.
ALLOWED = {"cache", "donation.json", "runs.json", "station.json", "statistics.json", "status.json"}


def focus_on(program: Program, since_s: float, name: str) -> None:
    program.wait_for(
        f"the focus on {name}", lambda entry: entry["what"] == "focus" and name in entry["name"], since_s
    )


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_visit_begins_by_a_key_is_warned_aloud_stays_by_a_key_and_ends(
    language: str, tmp_path: Path, keyboard: Keyboard, loudspeaker: None
) -> None:
    content, state, station = written_content(tmp_path), tmp_path / "state", tmp_path / "station.toml"
    # The short article comes first then, and nothing is said after its end.
    for other in (*content.glob("how-to-use-*"), content / "campaign.toml"):
        other.unlink()
    station.write_text(STATION, encoding="utf-8")
    words = ["run", "--profile", "public", "--language", language, "--content", str(content), "--fitting", "never"]
    with Program(state, words, {"KIOSK_STATION": str(station)}) as program, Recorder() as recorder:
        opened_s = keyboard.press("Return")
        program.wait_for(
            "the article",
            lambda entry: entry["what"] == "opened" and str(entry["id"]).startswith("short"),
            opened_s,
        )
        played_s = keyboard.press("space")
        ended = program.wait_for_state("Ended", played_s, 120)
        # The warning is heard a minute after the last word; what is said of itself in between is not counted.
        time.sleep(3)
        quiet_s = time.monotonic()
        wait_until(lambda: recorder.onset_after(quiet_s + 5), "the warning to be heard", 90)
        heard_s = recorder.onset_after(quiet_s + 5)
        assert heard_s is not None
        last_s = recorder.last_sound_before(heard_s - 0.5) or ended["s"]
        print(
            f"\nended, then silence after {last_s - ended['s']:.1f} s, warning after {heard_s - ended['s']:.1f} s"
        )
        assert 58 <= heard_s - last_s <= 64
        # Any key stays, and does nothing else: the article is still open.
        stayed_s = keyboard.press("Escape")
        time.sleep(25)
        assert not [e for e in program.diary() if e["what"] == "opened" and e["s"] > stayed_s]
        # Nobody answers the next one.
        program.wait_for("the end", lambda entry: entry["what"] == "opened" and not entry["id"], stayed_s, 120)
        gone_s = time.monotonic()
        print(
            f"\nwarning {heard_s - last_s:.1f} s after the last sound, gone {gone_s - stayed_s:.1f} s after a key"
        )
        # Silence, however long.
        time.sleep(3)
        before_s = time.monotonic()
        time.sleep(6)
        assert recorder.onset_after(before_s) is None
        # A key wakes: the questions or the catalog, spoken.
        woken_s = keyboard.press("Down")
        wait_until(lambda: recorder.onset_after(woken_s), "the welcome to be heard", 5)
        assert program.end() == 0
    left = {path.relative_to(state).parts[0] for path in state.rglob("*") if path.is_file()}
    assert {name for name in left if not name.startswith("diary-")} <= ALLOWED
    # The day's sums say how often an article was read, and nothing of who read it or when.
    written = [
        path
        for path in state.rglob("*.json")
        if path.is_file() and path.parts[-2] != "cache" and path.name != "statistics.json"
    ]
    for path in written:
        assert "short-" not in json.dumps(json.loads(path.read_text(encoding="utf-8"))), path


def test_a_kiosk_without_a_visitor_waits_in_silence_and_wakes_by_a_key(
    tmp_path: Path, keyboard: Keyboard, loudspeaker: None
) -> None:
    content = written_content(tmp_path)
    # Named for nobody: it waits.
    words = ["run", "--profile", "public", "--language", "en", "--content", str(content)]
    with Program(tmp_path / "state", words, is_fitting_named=False) as program, Recorder() as recorder:
        started_s = time.monotonic()
        time.sleep(1.5)
        assert recorder.onset_after(started_s) is None
        woken_s = keyboard.press("F2")
        focus_on(program, woken_s, "Usual")
        heard_s = wait_until(lambda: recorder.onset_after(woken_s), "the welcome to be heard", 5)
        print(f"\nfrom the first key to the welcome: {1000 * (heard_s - woken_s):.0f} ms")
        assert program.end() == 0
