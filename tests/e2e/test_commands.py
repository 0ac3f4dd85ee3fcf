"""The commands, run as a person runs them: a process, files, an exit code."""

import json
import re
import subprocess
import sys
import wave
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.program import ROOT, environment

ARTICLES = sorted((ROOT / "content").glob("*/*.md"))


def kiosk(*arguments: str | Path, state: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kiosk", *map(str, arguments)],
        env=environment(state, "offscreen"),
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def show(article: Path, state: Path) -> dict[str, Any]:
    done = kiosk("show", article, "--json", state=state)
    assert done.returncode == 0, done.stderr
    document: dict[str, Any] = json.loads(done.stdout)
    return document


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_speak_marks_every_word_exactly_once(article: Path, tmp_path: Path) -> None:
    sound, marks_file = tmp_path / "reading.wav", tmp_path / "reading.json"
    done = kiosk("speak", article, "--out", sound, "--marks", marks_file, state=tmp_path)
    assert done.returncode == 0, done.stderr
    marks = json.loads(marks_file.read_text(encoding="utf-8"))["marks"]
    with wave.open(str(sound)) as file:
        length_ms = file.getnframes() * 1000 / file.getframerate()
    blocks = show(article, tmp_path)["article"]["blocks"]
    for number, block in enumerate(blocks, 1):
        own = [mark for mark in marks if mark["paragraph"] == number]
        assert all(mark["text"] == block["text"][mark["start"] : mark["end"]] for mark in own)
        covered = [position for mark in own for position in range(mark["start"], mark["end"])]
        assert covered == sorted(set(covered)), "a part of the text is marked twice or out of order"
        left_out = "".join(
            character for position, character in enumerate(block["text"]) if position not in set(covered)
        )
        assert not re.search(r"\w", left_out), f"paragraph {number} leaves out {left_out!r}"
    moments = [moment for mark in marks for moment in (mark["start_ms"], mark["end_ms"])]
    assert moments == sorted(moments), "the marks go back in time"
    assert moments[-1] <= length_ms


def test_one_paragraph_and_a_range(tmp_path: Path) -> None:
    article = ROOT / "content/en/how-to-use.md"
    lengths = {}
    for name, words in {"one": ["--paragraph", "2"], "two": ["--from", "2", "--to", "3"]}.items():
        out = tmp_path / f"{name}.wav"
        assert kiosk("speak", article, *words, "--out", out, state=tmp_path).returncode == 0
        lengths[name] = out.stat().st_size
    assert lengths["one"] < lengths["two"]


def test_a_faster_rate_is_a_shorter_sound(tmp_path: Path) -> None:
    article = ROOT / "content/ru/how-to-use.md"
    sizes = []
    for rate in ("100", "200", "400"):
        out = tmp_path / f"{rate}.wav"
        done = kiosk("speak", article, "--paragraph", "1", "--rate", rate, "--out", out, state=tmp_path)
        assert done.returncode == 0, done.stderr
        sizes.append(out.stat().st_size)
    assert sizes[0] > 1.7 * sizes[1] > 2.8 * sizes[2]


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("latin1.txt", "Grüße aus München\n".encode("latin-1"), "byte 2"),
        ("binary.md", bytes(range(256)) * 20, ""),
        ("empty.txt", b"", ""),
        ("blank.txt", b" \n\n \n", ""),
        ("long-line.txt", b"word " * 2_200_000, "line 1"),
    ],
)
def test_bad_input_is_one_clear_line(name: str, content: bytes, place: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    done = kiosk("show", file, state=tmp_path)
    assert done.returncode == 2
    assert name in done.stderr
    assert place in done.stderr
    assert done.stderr.count("\n") == 1, "one error, one line"
    assert "Traceback" not in done.stderr


def test_a_file_of_200_megabytes_is_refused_at_once(tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    with file.open("wb") as sparse:
        sparse.truncate(200 * 2**20)
    done = kiosk("speak", file, "--out", tmp_path / "x.wav", state=tmp_path)
    assert done.returncode == 2
    assert "huge.txt" in done.stderr
    assert not (tmp_path / "x.wav").exists()


@pytest.mark.parametrize(
    "words",
    [
        ["speak", "{article}", "--paragraph", "999", "--out", "{out}"],
        ["speak", "{article}", "--voice", "nobody", "--out", "{out}"],
        ["speak", "{article}", "--voice", "espeak:ru", "--out", "{out}"],
        ["speak", "{article}", "--rate", "20", "--out", "{out}"],
        ["snapshot", "{article}", "--out", "{out}", "--theme", "plaid"],
        ["show", "nothing-there.md"],
        ["say-like"],
        ["say-like", "Idlib"],
        ["say-like", "Idlib", "--language", "en"],
        ["say-like", "Idlib", "x", "--language", "English"],
        ["say-like", "Idlib", "/@/", "--language", "en"],
        ["say-like", "&", "and", "--language", "en"],
        ["say-like", "Idlib", "--language", "en", "--forget"],
        ["say-like", "Idlib", "x", "--language", "en", "--forget"],
        ["say-like", "--list", "--forget"],
        ["keys", "--preset", "nobody's"],
    ],
    ids=[
        *("paragraph", "voice", "language", "rate", "theme", "file"),
        *(f"say-like {what}" for what in ("alone", "no language", "nothing", "no tag", "no sound", "no word")),
        *(f"say-like {what}" for what in ("not known", "forget more", "list more")),
        "keys preset",
    ],
)
def test_what_does_not_exist_is_said(words: list[str], tmp_path: Path) -> None:
    names = {"article": str(ROOT / "content/en/how-to-use.md"), "out": str(tmp_path / "out")}
    done = kiosk(*(word.format(**names) for word in words), state=tmp_path)
    assert done.returncode == 2
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_voices_and_doctor(tmp_path: Path) -> None:
    voices = json.loads(kiosk("voices", "--json", state=tmp_path).stdout)["voices"]
    assert {"neural:heart", "espeak:ru", "espeak:tr", "espeak:ar", "espeak:uk"} <= {
        voice["id"] for voice in voices
    }
    done = kiosk("doctor", "--json", state=tmp_path)
    checks = {check["id"]: check for check in json.loads(done.stdout)["checks"]}
    assert set(checks) == {"screen", "sound", "voices", "fonts", "content", "stock", "station", "disk"}
    for name in ("voices", "fonts", "content", "stock", "station", "disk"):
        assert checks[name]["is_ok"], checks[name]
    assert all(check["remedy"] for check in checks.values() if not check["is_ok"])


def test_a_word_is_said_like_another_and_forgotten(tmp_path: Path) -> None:
    sounds = [tmp_path / f"{name}.wav" for name in ("before", "after", "forgotten")]

    def say_like(*words: str | Path) -> subprocess.CompletedProcess[str]:
        return kiosk("say-like", *words, "--content", tmp_path, state=tmp_path)

    assert say_like("Idlib", "--language", "en", "--preview", sounds[0]).returncode == 0
    done = say_like("Idlib", "Idlib the old town", "--language", "en", "--preview", sounds[1])
    assert done.returncode == 0, done.stderr
    assert say_like("--list").stdout == "en     Idlib: Idlib the old town\n"
    assert say_like("--list", "--language", "ru").stdout == ""
    assert say_like("Idlib", "--language", "en", "--forget").returncode == 0
    assert say_like("Idlib", "--language", "en", "--preview", sounds[2]).returncode == 0
    before, after, forgotten = (sound.stat().st_size for sound in sounds)
    assert before == forgotten
    assert after > 1.5 * before


def test_keys_are_told_taken_and_put_back(tmp_path: Path) -> None:
    def keys(*words: str) -> list[str]:
        done = kiosk("keys", *words, state=tmp_path)
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()

    assert keys() == ["keys: full (nothing was set up; a public kiosk takes arrows)"]
    taken = keys("--preset", "two-switches")
    assert taken[0] == "keys: two-switches"
    assert taken[-1] == "scanning: two"
    assert {line.split()[0] for line in taken[1:-1]} == {"next", "select"}
    assert keys() == taken
    assert keys("--reset") == keys()
    assert "nothing was set up" in keys()[0]


def test_a_broken_pronunciation_list_is_named_by_the_doctor_and_keeps_nobody_from_listening(
    tmp_path: Path,
) -> None:
    content, sound = tmp_path / "content", tmp_path / "a.wav"
    (content / "pronunciation").mkdir(parents=True)
    (content / "a.md").write_text("# Title\n\nText.\n")
    (content / "pronunciation" / "names.pls").write_text("<lexicon")
    done = kiosk("doctor", "--json", "--content", content, state=tmp_path)
    (check,) = (check for check in json.loads(done.stdout)["checks"] if check["id"] == "content")
    assert not check["is_ok"]
    assert check["detail"].startswith("pronunciation/names.pls: line 1, column")
    words = ("Idlib", "--language", "en", "--preview", sound, "--content", content)
    done = kiosk("say-like", *words, state=tmp_path)
    assert done.returncode == 0
    assert "note: pronunciation/names.pls: line 1, column" in done.stdout
    assert sound.stat().st_size > 1000


def recorded_article(folder: Path, state: Path) -> Path:
    """Write an article, and its recording as a publisher makes one: by the speak command."""
    article = folder / "briefing.md"
    text = (ROOT / "content/en/briefing-2019-12-23.md").read_text(encoding="utf-8")
    article.write_text(text.replace("+++\n", '+++\nrecording = "briefing.wav"\n', 1), encoding="utf-8")
    out, times = folder / "briefing.wav", folder / "briefing.json"
    done = kiosk("speak", article, "--voice", "espeak:en-us", "--out", out, "--marks", times, state=state)
    assert done.returncode == 0, done.stderr
    return article


def marks_in(file: Path) -> list[dict[str, Any]]:
    marks: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))["marks"]
    return marks


def test_what_the_speak_command_wrote_is_a_recording_that_is_heard_as_it_was_made(tmp_path: Path) -> None:
    article = recorded_article(tmp_path, tmp_path)
    times = tmp_path / "again.json"
    done = kiosk("speak", article, "--out", tmp_path / "again.wav", "--marks", times, state=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "note:" not in done.stdout
    made, again = marks_in(tmp_path / "briefing.json"), marks_in(times)
    assert [(mark["paragraph"], mark["start"], mark["end"]) for mark in again] == [
        (mark["paragraph"], mark["start"], mark["end"]) for mark in made
    ]
    off_ms = [abs(one["start_ms"] - other["start_ms"]) for one, other in zip(made, again, strict=True)]
    print(f"\n{len(made)} words of {made[-1]['end_ms'] / 1000:.0f} s are at most {max(off_ms):.1f} ms off")
    assert max(off_ms) <= 20
    lengths = [(tmp_path / name).stat().st_size for name in ("briefing.wav", "again.wav")]
    assert lengths[1] == pytest.approx(lengths[0], rel=0.002)


def test_a_recording_is_heard_at_any_rate_and_another_voice_may_be_chosen(tmp_path: Path) -> None:
    article = recorded_article(tmp_path, tmp_path)
    sizes = {}
    for name, words in {
        "fast": ["--rate", "320"],
        "own": ["--voice", "recorded"],
        "other": ["--voice", "neural:heart"],
    }.items():
        out = tmp_path / f"{name}.wav"
        done = kiosk("speak", article, "--to", "4", *words, "--out", out, state=tmp_path)
        assert done.returncode == 0, done.stderr
        sizes[name] = out.stat().st_size
    assert sizes["own"] == pytest.approx(2 * sizes["fast"], rel=0.03)
    assert sizes["other"] != sizes["own"]
    done = kiosk(
        "speak",
        ROOT / "content/en/how-to-use.md",
        "--voice",
        "recorded",
        "--out",
        tmp_path / "x.wav",
        state=tmp_path,
    )
    assert done.returncode == 2
    assert "no voice recorded" in done.stderr


def test_a_broken_recording_is_named_and_a_voice_reads(tmp_path: Path) -> None:
    article = recorded_article(tmp_path, tmp_path / "state")
    times = tmp_path / "briefing.json"
    times.write_text(times.read_text(encoding="utf-8").replace('"Turkey"', '"Utopia"', 1), encoding="utf-8")
    done = kiosk("speak", article, "--paragraph", "1", "--out", tmp_path / "a.wav", state=tmp_path / "state")
    assert done.returncode == 0, done.stderr
    assert "note: the recording is not used: " in done.stdout
    assert "briefing.json, mark " in done.stdout
    done = kiosk("doctor", "--json", "--content", tmp_path, state=tmp_path / "state")
    (check,) = (check for check in json.loads(done.stdout)["checks"] if check["id"] == "content")
    assert not check["is_ok"]
    assert check["detail"].startswith("briefing.json, mark ")
    assert "the text has changed" in check["detail"]


def test_without_a_screen_it_says_so(tmp_path: Path) -> None:
    bare = {
        name: value for name, value in environment(tmp_path).items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")
    }
    done = subprocess.run(
        [sys.executable, "-m", "kiosk"], env=bare, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 3
    assert "no screen" in done.stderr


def test_snapshots_are_pictures(tmp_path: Path) -> None:
    out = tmp_path / "pictures"
    article = ROOT / "content/ar/how-to-use.md"
    done = kiosk("snapshot", article, "--out", out, "--language", "ar", "--theme", "night", state=tmp_path)
    assert done.returncode == 0, done.stderr
    names = {"fitting", "catalog", "reader", "listening", "comfort", "dialog"}
    assert {path.stem for path in out.iterdir()} >= names
    for path in out.iterdir():
        assert path.read_bytes().startswith(b"\x89PNG")
