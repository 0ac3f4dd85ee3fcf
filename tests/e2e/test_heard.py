"""The ear of these tests: it knows a sentence again, and it does not take another one for it."""

import numpy as np
import pytest

from kiosk import bootstrap
from kiosk.app.voice_rack import VoiceRack
from kiosk.core.rate import Rate
from kiosk.core.timeline import ms_to_frames
from tests.e2e.heard import ALIKE, Sound, find, from_frames, is_said, likeness, pieces, without_edges

SENTENCES = {
    "en": (
        "The harbour was quiet that evening.",
        "The harbour was quiet that morning.",
        "The garden was quiet that evening.",
        "The harbour was quiet all that evening.",
        "The harbour was quiet.",
        "A boat came in without a light.",
        "harbour",
        "quiet",
    ),
    "ru": (
        "Старая библиотека открылась в понедельник.",
        "Старая библиотека открылась в воскресенье.",
        "Новая библиотека открылась в понедельник.",
        "Старая библиотека открылась.",
        "Лодка вошла в гавань без огней.",
        "лодка",
        "гавань",
    ),
}
VOICES = [("en", "neural:heart"), ("en", "espeak:en-us"), ("ru", "espeak:ru")]


@pytest.fixture(scope="module")
def rack() -> VoiceRack:
    return bootstrap.build_rack()


def said(rack: VoiceRack, language: str, voice: str, is_again: bool) -> list[Sound]:
    if is_again:
        # What a voice has said before changes how it says the next thing.
        rack.synthesize("One. Two.", language, Rate(230), voice)
    return [from_frames(rack.synthesize(text, language, Rate(160), voice).samples) for text in SENTENCES[language]]


@pytest.mark.parametrize(("language", "voice"), VOICES)
def test_the_same_words_are_known_again_and_others_are_not(rack: VoiceRack, language: str, voice: str) -> None:
    expected = said(rack, language, voice, is_again=False)
    heard = [_as_recorded(sound) for sound in said(rack, language, voice, is_again=True)]
    same = [likeness(without_edges(one), without_edges(two)) for one, two in zip(heard, expected, strict=True)]
    others = [
        (likeness(without_edges(one), without_edges(two)), SENTENCES[language][row], SENTENCES[language][column])
        for row, one in enumerate(heard)
        for column, two in enumerate(expected)
        if row != column
    ]
    print(f"\n{voice}: the same {min(same):.2f} and more, others {max(others)[0]:.2f} and less")
    assert all(is_said(one, two) for one, two in zip(heard, expected, strict=True)), same
    assert max(others)[0] < ALIKE, max(others)
    assert not any(
        is_said(one, two) for row, one in enumerate(heard) for column, two in enumerate(expected) if row != column
    )


@pytest.mark.parametrize(("language", "voice"), VOICES)
def test_what_is_cut_short_doubled_or_slower_is_not_the_same(rack: VoiceRack, language: str, voice: str) -> None:
    whole = said(rack, language, voice, is_again=False)[0]
    half = len(whole) // 2
    assert not is_said(whole[: -ms_to_frames(200)], whole)
    assert not is_said(whole[ms_to_frames(200) :], whole)
    assert not is_said(np.concatenate((whole[:half], whole[half - ms_to_frames(150) :])), whole)
    assert not is_said(np.concatenate((whole[: half - ms_to_frames(150)], whole[half:])), whole)
    slower = from_frames(rack.synthesize(SENTENCES[language][0], language, Rate(150), voice).samples)
    assert not is_said(slower, whole)
    assert not is_said(whole[:0], whole)


@pytest.mark.parametrize(("language", "voice"), VOICES)
def test_a_sentence_is_found_where_it_is(rack: VoiceRack, language: str, voice: str) -> None:
    first, second, *_ = said(rack, language, voice, is_again=False)
    silence = np.zeros(ms_to_frames(120), dtype=np.float32)
    sound = np.concatenate((silence, first, silence, silence))
    found = find(sound, first, most_ms=300)
    assert abs(found.frame - len(silence)) <= ms_to_frames(5)
    assert found.likeness > ALIKE
    assert find(sound, second[: len(first)], most_ms=300).likeness < ALIKE


def test_a_sound_is_cut_at_its_silences() -> None:
    tone = 4_000 * np.sin(np.arange(ms_to_frames(300)) / 10).astype(np.float32)
    silence, short = np.zeros(ms_to_frames(700), dtype=np.float32), np.zeros(ms_to_frames(350), dtype=np.float32)
    sound = np.concatenate((silence, tone, short, tone, silence, tone))
    assert [len(piece.sound) // 1_000 for piece in pieces(sound, 600)] == [22, 7]
    assert len(pieces(sound, 200)) == 3
    assert abs(pieces(sound, 600)[1].frame - len(sound) + len(tone)) < ms_to_frames(1)
    assert pieces(silence, 600) == []


def _as_recorded(sound: Sound) -> Sound:
    """Return a sound as a softer loudspeaker gives it that a busy machine keeps waiting for 90 ms."""
    middle = len(sound) // 2
    hole = np.zeros(ms_to_frames(90), dtype=np.float32)
    recorded: Sound = (0.8 * np.concatenate((sound[:middle], hole, sound[middle:]))).round().astype(np.float32)
    return recorded
