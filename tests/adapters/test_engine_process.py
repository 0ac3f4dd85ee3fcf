"""A speech engine in a process of its own: whatever it does, the caller gets speech or a VoiceError, in time."""

import os
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from kiosk.adapters.voices.engine_child import EngineChild
from kiosk.adapters.voices.engine_frames import Frame, Request, request_head, to_bytes
from kiosk.adapters.voices.engine_process import Deadlines, EngineProcess, _environment, worker_command
from kiosk.app.ports import Synthesizer
from kiosk.core.errors import VoiceError
from kiosk.core.pieces import MAX_UTTERANCE
from kiosk.core.rate import Rate
from kiosk.core.spoken_form import Pronounced
from kiosk.core.text import TextSpan
from tests.fakes.broken_engine import (
    LATE_S,
    BrokenEngine,
    CrashingAtLoad,
    HangingAtLoad,
    RefusingToLoad,
    UnmakeableEngine,
)
from tests.fakes.fake_synthesizer import FakeSynthesizer

ROOT = Path(__file__).parents[2]
RATE = Rate(160)
FAKE = FakeSynthesizer()
TEXT = "Said as if nothing had been."
PATIENCE_S = 20.0
# A short text is late soon; a long one may take as long as a busy machine needs.
IMPATIENT = Deadlines(PATIENCE_S, 0.0, 0.05, PATIENCE_S)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are watched in Linux's own ways")


@pytest.fixture
def engine() -> Iterator[EngineProcess]:
    made = EngineProcess(BrokenEngine, Deadlines(least_s=PATIENCE_S))
    yield made
    made.close()


def say(engine: Synthesizer, text: str = TEXT) -> None:
    """Say a text and see that it is what the fake voice makes of it."""
    assert engine.synthesize(text, "en", FAKE.voice, RATE) == FAKE.synthesize(text, "en", FAKE.voice, RATE)


def fails(engine: Synthesizer, text: str) -> str:
    """See that a text is a VoiceError and that the next text is said; return what the error says."""
    with pytest.raises(VoiceError) as raised:
        engine.synthesize(text, "en", FAKE.voice, RATE)
    say(engine)
    return str(raised.value)


def pid_of(engine: EngineProcess) -> int:
    assert engine._child is not None
    assert engine._child.pid is not None
    return engine._child.pid


def is_running(pid: int) -> bool:
    """Whether there is a process, be it a dead one that nobody has buried."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def ends(pid: int, within_s: float = PATIENCE_S) -> bool:
    """Whether a process ends, or has ended; waits for the kernel to say so."""
    try:
        watched = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([watched], [], [], within_s)[0])
    finally:
        os.close(watched)


class Call:
    """A text that is being said on another thread."""

    def __init__(self, engine: EngineProcess, text: str) -> None:
        self._engine, self._text = engine, text
        self.error: BaseException | None = None
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._engine.synthesize(self._text, "en", FAKE.voice, RATE)
        except BaseException as error:
            self.error = error

    def ended_with(self) -> BaseException | None:
        self._thread.join(PATIENCE_S)
        assert not self._thread.is_alive(), "the caller still waits"
        return self.error


def hanging(engine: EngineProcess, folder: Path, way: str = "hang") -> Call:
    """Start saying a text that hangs, and return when it does."""
    pipe = folder / f"{way}-{time.monotonic_ns()}"
    os.mkfifo(pipe)
    call = Call(engine, f"{way} {pipe}")
    assert pipe.read_bytes() == b"here"
    return call


# -- in order -------------------------------------------------------------------------------------------------


def test_its_voices_need_no_child(engine: EngineProcess) -> None:
    assert list(engine.voices()) == [FAKE.voice]
    assert engine._child is None


def test_one_child_serves_every_call(engine: EngineProcess) -> None:
    engine.load(FAKE.voice)
    first = pid_of(engine)
    for text in ("One.", "Two two.", TEXT):
        say(engine, text)
    engine.load(FAKE.voice)
    assert pid_of(engine) == first


def test_a_child_outlives_the_thread_that_asked_for_it_first(engine: EngineProcess) -> None:
    thread = threading.Thread(target=engine.load, args=(FAKE.voice,))
    thread.start()
    thread.join()
    first = pid_of(engine)
    assert not ends(first, within_s=0.2)
    say(engine)
    assert pid_of(engine) == first


def test_speech_is_the_same_to_the_sample(engine: EngineProcess) -> None:
    for text in (TEXT, "İğde ağacı — „мир“ 😀 three", "a", "lone \udc80 surrogate and NUL \0 inside"):
        say(engine, text)


def test_rate_and_voice_arrive(engine: EngineProcess) -> None:
    for words_per_minute in (80, 500):
        rate = Rate(words_per_minute)
        assert engine.synthesize(TEXT, "en", FAKE.voice, rate) == FAKE.synthesize(TEXT, "en", FAKE.voice, rate)


def test_a_huge_text_is_said(engine: EngineProcess) -> None:
    # Many times what a pipe holds, in both directions.
    say(engine, "word " * 20_000)


def test_a_text_that_no_frame_holds_is_a_voice_error(engine: EngineProcess) -> None:
    assert "too long" in fails(engine, "w" * (17 << 20))


def test_a_worker_finds_the_program_from_any_folder(tmp_path: Path) -> None:
    (tmp_path / "kiosk.py").write_text("raise SystemExit('the wrong one')")
    (tmp_path / "json.py").write_text("raise SystemExit('the wrong one')")
    script = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from tests.adapters.test_engine_process import EngineProcess, BrokenEngine, say\n"
        "engine = EngineProcess(BrokenEngine); say(engine); engine.close(); print('said')\n"
    )
    command = [sys.executable, "-P", "-c", script]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout == "said\n", done.stderr


def test_a_worker_finds_the_program_where_it_is_not_installed() -> None:
    # -S: without the folder of installed packages.
    command = (sys.executable, "-P", "-S", "-m", "kiosk", "--engine")
    engine = EngineProcess(BrokenEngine, start_command=lambda name: (*command, name))
    say(engine)
    engine.close()


def test_a_frozen_program_starts_itself() -> None:
    script = (
        "import sys; sys.frozen = True; sys.executable = 'aloud.exe'\n"
        "from kiosk.adapters.voices.engine_process import worker_command\n"
        "print(*worker_command('a.b:C'))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["aloud.exe", "--engine", "a.b:C"]


def test_a_worker_imports_no_more_than_it_needs() -> None:
    script = (
        "import sys, threading; sys.argv = ['kiosk', '--engine', 'x:Y']\n"
        "import kiosk.adapters.voices.engine_worker as worker\n"
        "worker.main = lambda name: print(name, *sorted(sys.modules)) or 0\n"
        "import runpy; runpy.run_module('kiosk', run_name='__main__')\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    name, *modules = done.stdout.split()
    assert name == "x:Y"
    assert not {"argparse", "kiosk.cli", "kiosk.bootstrap", "numpy", "PySide6", "subprocess"} & set(modules)


@pytest.mark.parametrize("make", [lambda: FAKE, type("<local>", (FakeSynthesizer,), {})])
def test_what_a_child_cannot_import_is_refused(make: type[FakeSynthesizer]) -> None:
    with pytest.raises(ValueError, match="cannot be imported"):
        EngineProcess(make)


def test_onnxruntime_keeps_its_switch(engine: EngineProcess) -> None:
    say(engine)
    environment = Path(f"/proc/{pid_of(engine)}/environ").read_bytes().split(b"\0")
    assert b"ORT_DISABLE_TELEMETRY=1" in environment


@pytest.mark.parametrize(
    ("text", "seconds"), [("", 0.4), ("x" * 64, 0.848), ("x" * MAX_UTTERANCE, 2.36), ("x" * 100_000, 20.0)]
)
def test_a_longer_text_may_take_longer(text: str, seconds: float) -> None:
    assert Deadlines().for_text(text) == pytest.approx(seconds)


def test_a_long_pronunciation_may_take_longer_than_the_word_it_is_of() -> None:
    pronounced = [Pronounced(TextSpan(0, 5), "ˈɪdlɪb" * 60)]
    assert Deadlines().for_text("Idlib", pronounced) == pytest.approx(0.4 + 0.007 * (5 + 6 * 60))


# -- failures -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", ["hang", "clutch", "stop"])
def test_an_engine_that_hangs_is_killed_at_its_deadline(way: str) -> None:
    engine = EngineProcess(BrokenEngine, IMPATIENT)
    engine.load(FAKE.voice)
    before = pid_of(engine)
    began_s = time.monotonic()
    with pytest.raises(VoiceError, match="did not answer"):
        engine.synthesize(way, "en", FAKE.voice, RATE)
    assert IMPATIENT.for_text(way) <= time.monotonic() - began_s < 5
    assert ends(before)
    say(engine)
    engine.close()


def test_a_huge_text_for_an_engine_that_takes_nothing_ends_at_the_deadline() -> None:
    engine = EngineProcess(BrokenEngine, Deadlines(PATIENCE_S, 0.3, 0.0, PATIENCE_S))
    engine.load(FAKE.voice)
    os.kill(pid_of(engine), signal.SIGSTOP)
    with pytest.raises(VoiceError, match="did not answer"):
        engine.synthesize("word " * 600_000, "en", FAKE.voice, RATE)
    engine.close()


def test_what_comes_late_is_never_taken_for_another_text() -> None:
    engine = EngineProcess(BrokenEngine, IMPATIENT)
    engine.load(FAKE.voice)
    assert IMPATIENT.for_text("late") < LATE_S
    assert "did not answer" in fails(engine, "late")
    engine.close()


@pytest.mark.parametrize("way", ["exit", "segfault"])
def test_an_engine_that_crashes_is_replaced(engine: EngineProcess, way: str) -> None:
    say(engine)
    before = pid_of(engine)
    assert "died" in fails(engine, way)
    assert pid_of(engine) != before
    assert ends(before)


@pytest.mark.parametrize(
    ("way", "words"),
    [
        ("refuse", "not this text"),
        ("raise", "no such row"),
        ("odd", "OddError"),
        ("quit", "SystemExit"),
        ("nothing", "no speech but NoneType"),
        ("tuple", "no speech but tuple"),
        ("text", "no speech but Speech"),
        ("parts", "TypeError"),
        ("endless", "too long"),
    ],
)
def test_whatever_an_engine_raises_is_a_voice_error_and_costs_no_child(
    engine: EngineProcess, way: str, words: str
) -> None:
    say(engine)
    before = pid_of(engine)
    assert words in fails(engine, f"{way} two words")
    assert pid_of(engine) == before


@pytest.mark.parametrize("way", ["silence", "half", "fewer", "beyond", "backwards", "misplaced", "early"])
def test_a_speech_that_breaks_the_promise_is_not_passed_on(engine: EngineProcess, way: str) -> None:
    say(engine)
    before = pid_of(engine)
    assert "broke its promise" in fails(engine, f"{way} two words")
    assert pid_of(engine) != before


def test_what_an_engine_prints_is_no_answer(engine: EngineProcess, capfd: pytest.CaptureFixture[str]) -> None:
    say(engine, "print this")
    say(engine)
    out, errors = capfd.readouterr()
    assert out == ""
    assert "loaded model" in errors
    assert "a library's own words" in errors


def test_what_an_engine_started_dies_with_it(engine: EngineProcess, tmp_path: Path) -> None:
    say(engine)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    call = Call(engine, f"start {pipe}")
    other = int(pipe.read_text())
    assert "died" in str(call.ended_with())
    assert ends(other)
    say(engine)


def lying_command(name: str) -> Sequence[str]:
    return (sys.executable, "-m", "tests.fakes.lying_worker")


@pytest.fixture
def liar() -> Iterator[EngineProcess]:
    made = EngineProcess(FakeSynthesizer, Deadlines(least_s=PATIENCE_S), start_command=lying_command)
    yield made
    made.close()


@pytest.mark.parametrize("way", ["twice", "stale"])
def test_an_answer_to_another_request_is_dropped(liar: EngineProcess, way: str) -> None:
    for text in (f"{way} one", f"{way} and two", "three", f"{way} and so on"):
        say(liar, text)


def test_only_answers_to_other_requests_are_none() -> None:
    liar = EngineProcess(FakeSynthesizer, IMPATIENT, start_command=lying_command)
    assert "did not answer" in fails(liar, "foreign")
    liar.close()


@pytest.mark.parametrize(
    "way",
    ["garbage", "head", "body", "list", "deep", "broken", "bytes", "cut", "markless", "truth", "words", "odd"],
)
def test_garbage_on_the_pipe_ends_the_child(liar: EngineProcess, way: str) -> None:
    say(liar)
    before = pid_of(liar)
    assert "garbage" in (told := fails(liar, f"{way} two")) or "broke its promise" in told
    assert pid_of(liar) != before
    assert ends(before)


# -- loading --------------------------------------------------------------------------------------------------


def test_an_engine_that_cannot_be_made_is_a_voice_error() -> None:
    engine = EngineProcess(UnmakeableEngine)
    voice = engine.voices()[0]
    for _ in range(2):
        with pytest.raises(VoiceError, match="the library is not there"):
            engine.load(voice)
    engine.close()


@pytest.mark.parametrize(("make", "words"), [(RefusingToLoad, "is damaged"), (CrashingAtLoad, "died")])
def test_a_voice_that_cannot_be_loaded_is_a_voice_error(make: type[FakeSynthesizer], words: str) -> None:
    engine = EngineProcess(make)
    for _ in range(2):
        with pytest.raises(VoiceError, match=words):
            engine.load(FAKE.voice)
        with pytest.raises(VoiceError, match=words):
            engine.synthesize(TEXT, "en", FAKE.voice, RATE)
    engine.close()


def test_a_voice_that_is_never_loaded_ends_at_the_deadline() -> None:
    engine = EngineProcess(HangingAtLoad, Deadlines(load_s=0.5))
    with pytest.raises(VoiceError, match="did not answer"):
        engine.load(FAKE.voice)
    assert ends(pid_of(engine))
    engine.close()


def test_a_program_that_cannot_be_started_is_a_voice_error(tmp_path: Path) -> None:
    engine = EngineProcess(BrokenEngine, start_command=lambda name: [str(tmp_path / "gone")])
    with pytest.raises(VoiceError, match="cannot be started"):
        engine.load(FAKE.voice)
    engine.close()


# -- being killed ---------------------------------------------------------------------------------------------


def test_kill_wakes_the_caller_and_the_next_call_starts_another(engine: EngineProcess, tmp_path: Path) -> None:
    for way in ("hang", "clutch"):
        call = hanging(engine, tmp_path, way)
        before = pid_of(engine)
        engine.kill()
        assert isinstance(call.ended_with(), VoiceError)
        assert ends(before)
        say(engine)


def test_kill_without_a_child_does_nothing(engine: EngineProcess) -> None:
    engine.kill()
    say(engine)
    engine.kill()
    engine.kill()
    say(engine)


def test_a_child_that_is_killed_from_outside_is_replaced(engine: EngineProcess, tmp_path: Path) -> None:
    call = hanging(engine, tmp_path)
    os.kill(pid_of(engine), signal.SIGKILL)
    assert isinstance(call.ended_with(), VoiceError)
    say(engine)


def test_a_child_that_dies_idle_is_buried_and_replaced_without_an_error(engine: EngineProcess) -> None:
    say(engine)
    child, pid = engine._child, pid_of(engine)
    assert child is not None
    os.kill(pid, signal.SIGKILL)
    child.join(PATIENCE_S)
    assert not is_running(pid)
    say(engine)


def test_nothing_is_left_after_close(engine: EngineProcess) -> None:
    say(engine)
    pid = pid_of(engine)
    engine.close()
    # Neither running nor a dead process that waits to be buried.
    assert not is_running(pid)
    engine.close()
    engine.kill()
    with pytest.raises(VoiceError, match="closed"):
        engine.load(FAKE.voice)
    with pytest.raises(VoiceError, match="closed"):
        say(engine)


def test_closing_what_was_never_used_starts_nothing() -> None:
    engine = EngineProcess(BrokenEngine)
    engine.close()
    assert engine._child is None


def test_close_wakes_the_caller_of_an_engine_that_hangs(engine: EngineProcess, tmp_path: Path) -> None:
    call = hanging(engine, tmp_path, "clutch")
    pid = pid_of(engine)
    engine.close()
    assert isinstance(call.ended_with(), VoiceError)
    assert not is_running(pid)


def test_close_while_a_child_is_being_started_leaves_none(tmp_path: Path) -> None:
    for _ in range(5):
        engine = EngineProcess(HangingAtLoad)
        call = Call(engine, TEXT)
        while engine._child is None:
            threading.Event().wait(0.001)
        child = engine._child
        engine.close()
        assert isinstance(call.ended_with(), VoiceError)
        assert child.pid is None or not is_running(child.pid)


def test_a_process_that_is_killed_before_it_has_started_does_not_live_on() -> None:
    for _ in range(5):
        child = EngineChild(["sleep", "1000"], dict(os.environ), "sleeping", {})
        child.kill("was stopped")
        child.join(PATIENCE_S)
        assert not child._keeper.is_alive()
        assert child.pid is None or not is_running(child.pid)


# -- the end of the program -----------------------------------------------------------------------------------

# A shell lets what it starts in the background take no notice of Ctrl+C.
PROGRAM = """
import signal, sys, threading
signal.signal(signal.SIGINT, signal.default_int_handler)
from tests.adapters.test_engine_process import *
engine = EngineProcess(BrokenEngine, Deadlines(least_s=100))
engine.load(FAKE.voice)
print(pid_of(engine), flush=True)
pipe = sys.argv[1].partition(" ")[2]
threading.Thread(target=engine.synthesize, args=(sys.argv[1], "en", FAKE.voice, RATE), daemon=True).start()
if pipe:
    print(open(pipe).read(), flush=True)
"""
WAITING = "threading.Event().wait()"
FAILING = "raise SystemExit('the program broke')"


def program(text: str, then: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM + then, text],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def line_of(parent: "subprocess.Popen[str]") -> str:
    assert parent.stdout is not None
    return parent.stdout.readline().strip()


@pytest.mark.parametrize("way", ["hang", "clutch"])
@pytest.mark.parametrize(
    ("then", "number"),
    [(WAITING, signal.SIGKILL), (WAITING, signal.SIGTERM), (FAILING, None)],
    ids=["kill -9", "SIGTERM", "exception"],
)
def test_no_child_survives_its_program(way: str, then: str, number: int | None, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with program(f"{way} {pipe}", then) as parent:
        child = int(line_of(parent))
        assert line_of(parent) == "here"
        if number is not None:
            parent.send_signal(number)
        assert ends(child)
        parent.communicate(timeout=PATIENCE_S)


def test_a_worker_ends_with_its_pipe_whatever_its_engine_does(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    command = worker_command("tests.fakes.broken_engine:BrokenEngine")
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, env=_environment()) as worker:
        assert worker.stdin is not None
        head = request_head(Request(FAKE.voice, f"hang {pipe}", "en", 160))
        worker.stdin.write(to_bytes(Frame(1, head)))
        worker.stdin.flush()
        assert pipe.read_bytes() == b"here"
        # Its program, this one, lives on: only the pipe tells.
        worker.stdin.close()
        assert worker.wait(PATIENCE_S) == 0


def test_the_spare_does_not_survive_its_program_either() -> None:
    then = "engine._start_spare(FAKE.voice)\nspare = engine._spare\nspare.wait_until_loaded(20)\n"
    with program("hang", f"{then}print(spare.pid, flush=True)\n{WAITING}") as parent:
        children = [int(line_of(parent)), int(line_of(parent))]
        parent.kill()
        assert all(ends(child) for child in children)
        parent.communicate(timeout=PATIENCE_S)


def test_ctrl_c_ends_the_program_without_a_word_from_its_engine() -> None:
    with program("hang", WAITING) as parent:
        child = int(line_of(parent))
        # As a terminal does it: to everybody in the program's group. And to the child too, which takes no notice.
        os.kill(child, signal.SIGINT)
        os.killpg(parent.pid, signal.SIGINT)
        _, errors = parent.communicate(timeout=PATIENCE_S)
        assert ends(child)
    assert errors.count("KeyboardInterrupt") == 1
    assert errors.count("Traceback") == 1


# -- the spare ------------------------------------------------------------------------------------------------


@pytest.fixture
def spared() -> Iterator[EngineProcess]:
    made = EngineProcess(BrokenEngine, Deadlines(least_s=PATIENCE_S), has_spare=True, spare_after_s=0)
    yield made
    made.close()


def spare_of(engine: EngineProcess) -> int:
    """Return the spare's number once it is loaded."""
    assert engine._spare_timer is not None
    engine._spare_timer.join(PATIENCE_S)
    assert engine._spare is not None
    engine._spare.wait_until_loaded(PATIENCE_S)
    assert engine._spare.pid is not None
    return engine._spare.pid


def test_a_spare_takes_over_and_is_replaced(spared: EngineProcess) -> None:
    spared.load(FAKE.voice)
    numbers = [pid_of(spared)]
    for _ in range(3):
        spare = spare_of(spared)
        assert "died" in fails(spared, "exit")
        assert pid_of(spared) == spare
        numbers.append(spare)
    assert len(set(numbers)) == len(numbers)


def test_a_spare_that_died_is_no_spare(spared: EngineProcess) -> None:
    spared.load(FAKE.voice)
    spare = spare_of(spared)
    assert spared._spare is not None
    os.kill(spare, signal.SIGKILL)
    spared._spare.join(PATIENCE_S)
    assert not is_running(spare)
    fails(spared, "exit")
    assert pid_of(spared) != spare


def test_it_is_ready_with_a_child_that_has_loaded_be_it_the_spare(spared: EngineProcess) -> None:
    assert not spared.is_ready(FAKE.voice)
    say(spared)
    assert spared.is_ready(FAKE.voice)
    spare_of(spared)
    spared.kill()
    assert spared.is_ready(FAKE.voice)
    assert spared._spare is not None
    spared._spare.kill("was stopped")
    assert not spared.is_ready(FAKE.voice)


def test_a_child_that_still_loads_is_not_ready() -> None:
    engine = EngineProcess(HangingAtLoad)
    call = Call(engine, TEXT)
    while engine._child is None:
        threading.Event().wait(0.001)
    assert not engine.is_ready(FAKE.voice)
    engine.close()
    assert isinstance(call.ended_with(), VoiceError)


def test_kill_leaves_the_spare(spared: EngineProcess) -> None:
    say(spared)
    spare = spare_of(spared)
    spared.kill()
    say(spared)
    assert pid_of(spared) == spare


def test_no_spare_is_left_after_close(spared: EngineProcess) -> None:
    say(spared)
    spare = spare_of(spared)
    spared.close()
    assert not is_running(spare)


def test_no_spare_is_started_after_close() -> None:
    engine = EngineProcess(BrokenEngine, has_spare=True, spare_after_s=PATIENCE_S)
    say(engine)
    assert engine._spare_timer is not None
    engine.close()
    engine._spare_timer.join(5)
    assert not engine._spare_timer.is_alive()
    engine._start_spare(FAKE.voice)
    assert engine._spare is None


def test_without_the_option_there_is_no_spare(engine: EngineProcess) -> None:
    say(engine)
    assert engine._spare_timer is None
    assert engine._spare is None


# -- the memory of a crash ------------------------------------------------------------------------------------


@pytest.mark.conforms("B-72")
def test_a_crash_leaves_no_image_of_the_memory() -> None:
    # As a developer's shell allows them.
    allowing = ("sh", "-c", 'ulimit -S -c "$(ulimit -H -c)"; exec "$@"', "sh")
    engine = EngineProcess(BrokenEngine, start_command=lambda name: (*allowing, *worker_command(name)))
    say(engine)
    limits = Path(f"/proc/{pid_of(engine)}/limits").read_text("ascii")
    engine.close()
    soft = next(line.split()[4] for line in limits.splitlines() if line.startswith("Max core file size"))
    # 1 byte is less than any image, and tells Linux not to hand it to another program.
    assert soft in ("0", "1")


def test_the_worker_s_command_is_the_hidden_option() -> None:
    assert list(worker_command("a:B"))[-4:] == ["-m", "kiosk", "--engine", "a:B"]
