"""The neural English voice: hibari's model, with word marks taken from the durations inside it.

Knows nothing of other engines. onnxruntime must never report home: its switch is set before it is imported,
and only the voice inside the wheel is used (any other name would be fetched from the network).
"""

import os
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from importlib.util import find_spec
from typing import Any

from kiosk.adapters.speech_rates import engine_rate
from kiosk.adapters.voices.neural_phonemes import StoodIn, stand_in
from kiosk.app.ports import Speech
from kiosk.core.errors import VoiceError
from kiosk.core.rate import Rate
from kiosk.core.spoken_form import Pronounced
from kiosk.core.text import words
from kiosk.core.timeline import WordMark, ms_to_frames
from kiosk.core.voice import Tracking, Voice
from kiosk.core.word_marks import marks_of_words

ENGINE = "neural"
VOICE_NAME = "heart"

# The tensor that holds one duration for each input id, in units of 25 ms; not an output as shipped.
_DURATIONS = b"/Clip_output_0"
_DURATION_MS = 25
# The model was made for sentences up to this many phonemes.
_MAX_PHONEMES = 400
# Words are heard this long before the model's boundary: the median of 367 words after a silence is 45 ms by
# their energy (5 to 95 %: 15 to 80), of 849 words in running speech 85 ms by a forced aligner.
_ONSET_BEFORE_BOUNDARY_MS = 65
# The engine takes a factor; the table of rates holds it as words per minute, in multiples of this.
_WPM_AT_SPEED_1 = 160.0


class NeuralSynthesizer:
    """One American English voice.

    1. ``load`` reads the model and appends an output entry to its bytes, so that durations come out with the
       sound (serialised protocol buffers may be merged by concatenation).
    2. ``synthesize`` gives the text to the engine's reader as it is: numbers and short forms are spelled out.
    3. Words whose sound is known get their phonemes from there, all others from the engine's lexicons.
    4. Rewritten words are matched with the written ones; each token's phonemes become ids, and the ids'
       durations give the frame at which each word begins.
    5. Above its natural rates the sound is stretched, silence at the ends is trimmed, and every written word gets
       one mark.
    """

    def __init__(self, thread_count: int = 1) -> None:
        self._thread_count = thread_count
        self._hibari: Any = None
        self._voice = Voice(f"{ENGINE}:{VOICE_NAME}", "Heart", ("en-us", "en"), Tracking.WORD, 3)

    def voices(self) -> Sequence[Voice]:
        """Return the one voice inside the wheel; none when a part is missing."""
        is_installed = all(find_spec(name) is not None for name in ("hibari", "onnxruntime", "numpy"))
        return (self._voice,) if is_installed else ()

    def load(self, voice: Voice) -> None:
        """Load the model and say one word, so that the next call is quick; about a second."""
        if self._hibari is None:
            self._hibari = self._open()
            self.synthesize("Ready.", "en", voice, Rate(160))

    def is_ready(self, voice: Voice) -> bool:
        """Whether the model is loaded."""
        return self._hibari is not None

    def synthesize(
        self,
        text: str,
        language: str,
        voice: Voice,
        rate: Rate,
        pronounced: Sequence[Pronounced] = (),
        pitch_percent: int = 0,
    ) -> Speech:
        """Say a text; takes about a hundredth of the time that it sounds."""
        if self._hibari is None:
            self.load(voice)
        import numpy as np

        from kiosk.adapters.samples import from_floats, trimmed
        from kiosk.adapters.stretch import stretched

        stood_in = stand_in(text, pronounced)
        try:
            normalized, tokens = self._phonemize(stood_in)
        except Exception as error:
            # The engine's reader of numbers raises whatever its tables raise on ones that it did not expect.
            raise VoiceError(f"the neural voice cannot read {text[:40]!r}: {error!r}") from error
        given, stretch = engine_rate(voice.id, rate.words_per_minute)
        parts, token_frames = self._render_all(tokens, given / _WPM_AT_SPEED_1)
        if not any(len(part) for part in parts):
            raise VoiceError(f"the neural voice made no sound for {text[:40]!r}")
        kept, cut_frames = trimmed(stretched(from_floats(np.concatenate(parts)), stretch))
        before = ms_to_frames(_ONSET_BEFORE_BOUNDARY_MS)
        onsets = [(place, round((start - before) / stretch) - cut_frames) for place, start in token_frames]
        heard = [(place, min(max(onset, 0), len(kept))) for place, onset in onsets]
        # Where the speech begins is where the sound was trimmed to: no calibration is nearer than that.
        heard[:1] = [(place, 0) for place, _ in heard[:1]]
        form = stood_in.form
        marks = [
            WordMark(form.alignment.to_written(mark.span), mark.start_frame, mark.end_frame)
            for mark in _marks_of_written(form.text, normalized, heard)
        ]
        return Speech(kept.tobytes(), marks_of_words(text, marks, len(kept)))

    def close(self) -> None:
        """Let go of the model."""
        self._hibari = None

    def _open(self) -> Any:
        os.environ["ORT_DISABLE_TELEMETRY"] = "1"
        try:
            import hibari
            from hibari.voices import voice_path

            with open(voice_path(VOICE_NAME, download_missing=False), "rb") as file:  # noqa: PTH123
                model = file.read()
            engine = hibari.Hibari(VOICE_NAME, model=model + _output_entry(_DURATIONS), threads=self._thread_count)
            # The lexicons are read at the first use of this property.
            engine.g2p  # noqa: B018
        except Exception as error:
            # The engine raises whatever its parts raise; a voice that cannot be loaded is one kind of failure.
            raise VoiceError(f"the neural voice cannot be loaded: {error}") from error
        return engine

    def _phonemize(self, stood_in: StoodIn) -> tuple[str, list[tuple[int, str]]]:
        """Return the text as the engine rewrote it, and (place in it, phonemes with their space) of each token."""
        g2p = self._hibari.g2p
        normalized = _plain(stood_in.form.text)
        read = g2p.tokenize(normalized)
        for token in read:
            # None: the engine finds out by itself.
            token.phonemes = stood_in.letters.get(token.text)
            if token.phonemes is None:
                token.text = _as_written(token.text, stood_in.written)
        tokens: list[tuple[int, str]] = []
        place = 0
        for token in g2p.phonemize_tokens(read):
            found = normalized.find(token.text, place)
            place = found if found >= 0 else place
            tokens.append((place, (token.phonemes or "") + (" " if token.whitespace else "")))
            place += len(token.text) if found >= 0 else 0
        return normalized, tokens

    def _render_all(
        self, tokens: Sequence[tuple[int, str]], speed: float
    ) -> tuple[list[Any], list[tuple[int, int]]]:
        """Run the model on tokens; return its samples in parts, and (place in the text, frame) of each token."""
        parts: list[Any] = []
        token_frames: list[tuple[int, int]] = []
        frame = 0
        for group in _groups(tokens):
            samples, starts = self._render(group, speed)
            token_frames.extend((place, frame + start) for (place, _), start in zip(group, starts, strict=True))
            parts.append(samples)
            frame += len(samples)
        return parts, token_frames

    def _render(self, group: Sequence[tuple[int, str]], speed: float) -> tuple[Any, list[int]]:
        """Run the model on one group of tokens; return its samples and the frame at which each token begins."""
        import numpy as np
        from hibari import dsp

        engine = self._hibari
        ids = [0]
        first_ids: list[int] = []
        for _, phonemes in group:
            first_ids.append(len(ids))
            ids.extend(engine.vocab[phoneme] for phoneme in phonemes if phoneme in engine.vocab)
        ids.append(0)
        if len(ids) < 3:
            return np.zeros(0, np.float32), [0] * len(first_ids)
        inputs = {"ids": np.asarray([ids], np.int64), "speed": np.asarray([speed], np.float32)}
        try:
            *spectrum, durations = engine.sess.run(None, inputs)
            samples = dsp.synth(*(part[0] for part in spectrum), np.random.default_rng(0))
        except Exception as error:
            raise VoiceError(f"the neural voice failed: {error}") from error
        ends = np.concatenate(([0.0], np.cumsum(durations.reshape(-1)))) * ms_to_frames(_DURATION_MS)
        return samples, [int(ends[first]) for first in first_ids]


def _output_entry(tensor: bytes) -> bytes:
    """Return the bytes that, appended to a serialised ModelProto, make a tensor of its graph an output.

    Source: field numbers of https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
    """

    def field(number: int, payload: bytes) -> bytes:
        # Field number and "length-delimited", then the length; all of them fit in seven bits.
        return bytes((number << 3 | 2, len(payload))) + payload

    value_info = field(1, tensor)
    graph = field(12, value_info)
    return field(7, graph)


def _as_written(token: str, written: Mapping[str, str]) -> str:
    """Take stand-ins out of a token that the engine did not part at their ends."""
    for name, own in written.items():
        if name in token:
            token = token.replace(name, own)
    return token


# The engine reads "[name](/phonemes/)" as a command; an article's brackets are only text. It knows one apostrophe
# and one long dash.
_SIGNS = str.maketrans({"[": "(", "]": ")", "’": "'", "‒": "-", "―": "—"})


def _plain(text: str) -> str:
    """Return a text in the signs that the engine knows.

    Its own rewriting is not asked for: what is said otherwise than it is written has been spelled out by the rules
    of ``kiosk.core.spoken``, and it takes "King Charles" for "King the zeroth Charles", and "He said no." for one
    that tells a number.
    """
    return " ".join(text.translate(_SIGNS).split())


def _groups(tokens: Sequence[tuple[int, str]]) -> list[list[tuple[int, str]]]:
    """Cut tokens into groups that the model takes at once."""
    groups: list[list[tuple[int, str]]] = [[]]
    length = 0
    for token in tokens:
        if length + len(token[1]) > _MAX_PHONEMES and groups[-1]:
            groups.append([])
            length = 0
        groups[-1].append(token)
        length += len(token[1])
    return groups


def _marks_of_written(text: str, normalized: str, token_frames: Sequence[tuple[int, int]]) -> list[WordMark]:
    """Match the words that were spoken with those that were written, and mark the written ones.

    Words that the engine rewrote are matched in order within the stretch that changed.
    """
    written = words(text)
    spoken = words(normalized)
    starts: list[int] = []
    number = 0
    for word in spoken:
        while number + 1 < len(token_frames) and token_frames[number + 1][0] <= word.start:
            number += 1
        starts.append(token_frames[number][1] if token_frames else 0)
    matcher = SequenceMatcher(
        None,
        [word.of(text).casefold() for word in written],
        [word.of(normalized).casefold() for word in spoken],
        autojunk=False,
    )
    marks: list[WordMark] = []
    for kind, from_written, to_written, from_spoken, to_spoken in matcher.get_opcodes():
        if kind == "insert" or from_spoken == to_spoken:
            continue
        share = (to_spoken - from_spoken) / (to_written - from_written)
        for position in range(from_written, to_written):
            start = starts[from_spoken + int((position - from_written) * share)]
            marks.append(WordMark(written[position], start, start))
    return marks
