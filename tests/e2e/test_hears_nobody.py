"""No microphone is opened: the sound server has no stream that listens, whatever the program does."""

from pathlib import Path

import pytest

from tests.e2e.keyboard import Keyboard
from tests.e2e.program import ROOT, Program
from tests.e2e.virtual_sound import pactl


@pytest.mark.conforms("FP-6", "CF-24")
def test_nothing_listens_while_it_speaks_and_reads(tmp_path: Path, keyboard: Keyboard, loudspeaker: None) -> None:
    article = ROOT / "content/en/how-to-use.md"
    with Program(tmp_path / "state", ["run", str(article), "--profile", "public"]) as program:
        program.wait_for_voice()
        keyboard.press("space")
        program.wait_for_state("Speaking")
        streams = pactl("list", "source-outputs").split("Source Output #")[1:]
        assert [
            stream for stream in streams if f'application.process.id = "{program.process.pid}"' in stream
        ] == []
        assert f'application.process.id = "{program.process.pid}"' in pactl("list", "sink-inputs")
