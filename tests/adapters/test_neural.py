"""The neural voice: what it loads and when, that it never reaches out, and where its words are."""

import json
import subprocess
import sys
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from statistics import median

import hibari.voices
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.adapters.voices import neural as module
from kiosk.adapters.voices.neural import NeuralSynthesizer
from kiosk.adapters.voices.neural_phonemes import stand_in
from kiosk.app.ports import Speech
from kiosk.core.errors import VoiceError
from kiosk.core.rate import Rate
from kiosk.core.text import words
from kiosk.core.timeline import frames_to_ms, ms_to_frames
from tests.contracts.real_voices import neural

ROOT = Path(__file__).parents[2]
TEXT = "The quick brown fox jumps over the lazy dog."


def say(text: str, words_per_minute: int = 160) -> Speech:
    return neural().synthesize(text, "en", neural().voices()[0], Rate(words_per_minute))


# Watches a process that lists the voice, loads it and speaks: what it imports, opens and connects to.
WATCHER = """
import json, os, sys

seen = {"telemetry": None, "sockets": [], "written": []}

class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == "onnxruntime":
            seen["telemetry"] = os.environ.get("ORT_DISABLE_TELEMETRY")

def watch(event, arguments):
    if event.startswith("socket."):
        seen["sockets"].append(event)
    if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        seen["written"].append(str(arguments[0]))

os.environ.pop("ORT_DISABLE_TELEMETRY", None)
sys.dont_write_bytecode = True
sys.meta_path.insert(0, Finder())
sys.addaudithook(watch)

from kiosk.adapters.voices.neural import NeuralSynthesizer
from kiosk.core.rate import Rate

engine = NeuralSynthesizer()
(voice,) = engine.voices()
seen["loaded to list"] = sorted({"onnxruntime", "hibari", "numpy"} & set(sys.modules))
engine.load(voice)
seen["frames"] = engine.synthesize("Hello.", "en", voice, Rate(160)).frame_count
print(json.dumps(seen))
"""


@pytest.fixture(scope="module")
def watched() -> dict[str, object]:
    done = subprocess.run([sys.executable, "-c", WATCHER], cwd=ROOT, check=True, capture_output=True, text=True)
    seen: dict[str, object] = json.loads(done.stdout)
    assert seen["frames"]
    return seen


def test_the_report_to_its_maker_is_off_before_the_runtime_is_imported(watched: dict[str, object]) -> None:
    assert watched["telemetry"] == "1"


def test_no_socket_is_opened_and_no_file_written(watched: dict[str, object]) -> None:
    assert watched["sockets"] == []
    assert watched["written"] == []


def test_listing_the_voice_loads_nothing(watched: dict[str, object]) -> None:
    assert watched["loaded to list"] == []


def test_the_versions_are_those_whose_insides_are_known() -> None:
    told = "the names inside the model and the engine are facts about these versions: check them, then change this"
    assert (version("hibari-tts"), version("onnxruntime")) == ("0.2.1", "1.28.0"), told


def test_the_model_has_the_durations_that_the_marks_come_from() -> None:
    model = Path(hibari.voices.voice_path("heart", download_missing=False)).read_bytes()
    told = f"the model has no tensor {module._DURATIONS!r}: the word marks need another way to its durations"
    assert module._DURATIONS in model, told
    say("a")
    outputs = [output.name for output in neural()._hibari.sess.get_outputs()]
    assert outputs[-1] == module._DURATIONS.decode(), told


def test_the_output_entry_is_a_tensor_s_name_in_a_graph_in_a_model() -> None:
    name = b"/Clip_output_0"
    value_info = b"\x0a" + bytes([len(name)]) + name
    graph = b"\x62" + bytes([len(value_info)]) + value_info
    assert module._output_entry(name) == b"\x3a" + bytes([len(graph)]) + graph


def test_durations_last_as_long_as_the_sound() -> None:
    say("a")
    engine = neural()._hibari
    ids = np.asarray([[0, *(engine.vocab[letter] for letter in "hoʊ" if letter in engine.vocab), 0]], np.int64)
    *spectrum, durations = engine.sess.run(None, {"ids": ids, "speed": np.asarray([1.0], np.float32)})
    samples = hibari.dsp.synth(*(part[0] for part in spectrum), np.random.default_rng(0))
    assert durations.size == ids.size
    assert durations.sum() * ms_to_frames(module._DURATION_MS) == pytest.approx(len(samples), rel=0.02)


@pytest.mark.conforms("CF-01")
def test_no_voice_is_ever_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, bool]] = []

    def voice_path(name: str, download_missing: bool = True) -> str:
        asked.append((name, download_missing))
        raise FileNotFoundError(name)

    monkeypatch.setattr(hibari.voices, "voice_path", voice_path)
    engine = NeuralSynthesizer()
    with pytest.raises(VoiceError, match="cannot be loaded"):
        engine.load(engine.voices()[0])
    assert asked == [("heart", False)]


def test_a_model_that_cannot_be_read_is_a_voice_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "heart.onnx"
    broken.write_bytes(b"not a model")
    monkeypatch.setattr(hibari.voices, "voice_path", lambda *_, **__: str(broken))
    engine = NeuralSynthesizer()
    with pytest.raises(VoiceError, match="cannot be loaded"):
        engine.synthesize("a", "en", engine.voices()[0], Rate(160))


@pytest.mark.parametrize("missing", ["hibari", "onnxruntime", "numpy"])
def test_with_a_part_missing_there_is_no_voice(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    monkeypatch.setattr(module, "find_spec", lambda name: None if name == missing else find_spec(name))
    assert NeuralSynthesizer().voices() == ()


def test_it_speaks_english_and_nothing_else() -> None:
    (voice,) = neural().voices()
    assert voice.speaks("en-GB")
    assert not any(voice.speaks(language) for language in ("ru", "uk", "tr", "ar", "es", ""))


# -- marks --------------------------------------------------------------------------------------------------------


def test_the_calibrated_onset_is_taken_off_every_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    calibrated = say(TEXT).marks
    monkeypatch.setattr(module, "_ONSET_BEFORE_BOUNDARY_MS", 0)
    raw = say(TEXT).marks
    shifts = {before.start_frame - after.start_frame for before, after in zip(raw, calibrated, strict=True)}
    monkeypatch.undo()
    assert module._ONSET_BEFORE_BOUNDARY_MS > 0
    assert max(shifts) == ms_to_frames(module._ONSET_BEFORE_BOUNDARY_MS)
    assert median(shift for shift in shifts if shift) == max(shifts)


@pytest.mark.parametrize("words_per_minute", [120, 160, 240, 340])
def test_a_mark_is_where_its_word_is_heard(words_per_minute: int) -> None:
    """After a pause the sound comes back with a word: there its mark is, on the whole; stretched sounds too."""
    errors: list[float] = []
    shortest_pause = min(60, 60 * 160 // words_per_minute) / 5
    for text in (
        "Monday, Berlin, Nigeria, Dover, Madrid, London.",
        "Bread; milk; garlic; beans; dates; lemons.",
        "First: never. Second: always. Third: maybe.",
        "Today, people, cars, birds, trees, gardens, books.",
        "Ten, boys, dogs, cats, parks, gates, tables.",
    ):
        speech = say(text, words_per_minute)
        samples = np.frombuffer(speech.samples, dtype=np.int16).astype(np.float64)
        levels = np.sqrt((samples[: len(samples) // 120 * 120].reshape(-1, 120) ** 2).mean(axis=1))
        loud = np.flatnonzero(levels > levels.max() * 0.03)
        onsets = loud[1:][np.diff(loud) >= shortest_pause] * 120
        for onset in onsets:
            nearest = min(abs(mark.start_frame - int(onset)) for mark in speech.marks)
            errors.append(frames_to_ms(nearest))
    # A stop inside a word ("dates") is silent too, so that not every onset is a word's.
    assert len(errors) >= 12
    assert median(errors) <= 45


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Smith's Secretary-General paid $3.7 million in 2019.",
        "On 25 December 2019, at 10:30 a.m., 1,234 people — no more — left.",
        "He said “no”; she didn't. It’s 99.9% sure, e.g. in the U.S.A.",
        "No. 5 St. James St. costs £20.50 or €18.",
    ],
)
def test_what_the_engine_rewrites_is_marked_where_it_was_written(text: str) -> None:
    speech = say(text)
    assert [mark.span for mark in speech.marks] == list(words(text))
    starts = [mark.start_frame for mark in speech.marks]
    assert starts == sorted(starts)
    # Hardly any two words are told to begin together.
    assert len(set(starts)) >= len(starts) - 1
    longest_ms = max(frames_to_ms(mark.end_frame - mark.start_frame) for mark in speech.marks)
    assert longest_ms < 2600


TOKENS = st.lists(st.tuples(st.integers(0, 500), st.text("abc", max_size=500)), max_size=20)


@given(tokens=TOKENS)
def test_groups_hold_every_token_and_what_the_model_can_take(tokens: list[tuple[int, str]]) -> None:
    groups = module._groups(tokens)
    assert [token for group in groups for token in group] == tokens
    for group in groups:
        assert len(group) <= 1 or sum(len(phonemes) for _, phonemes in group) <= module._MAX_PHONEMES


def test_a_text_of_several_groups_is_said_whole() -> None:
    text = "Unquestionably extraordinary circumstances characterised interdepartmental negotiations, " * 6
    speech = say(text.strip())
    assert len(module._groups(neural()._phonemize(stand_in(text, ()))[1])) > 1
    starts = [mark.start_frame for mark in speech.marks]
    assert starts == sorted(set(starts))
    assert starts[-1] > speech.frame_count * 0.9


def test_brackets_in_a_text_are_no_commands() -> None:
    plain, linked = say("Kiosk machine."), say("[Kiosk](/bɪɡ/) machine.")
    assert linked.marks[0].span.start == 1
    assert plain.frame_count > 0
    assert "[" not in module._plain("[a](/b/)")
