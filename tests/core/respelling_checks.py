"""What is true of the respellings of every language, whatever it says."""

from collections.abc import Sequence
from itertools import pairwise

from kiosk.core.spoken_form import Respelling, spell_out
from kiosk.core.text import words


def assert_in_order(text: str, found: Sequence[Respelling]) -> None:
    """They do not overlap, and the words that are said stand for written ones in their order."""
    assert all(0 <= own.span.start < own.span.end <= len(text) for own in found)
    assert all(one.span.end <= following.span.start for one, following in pairwise(found))
    form = spell_out(text, found)
    places = [form.alignment.to_written(word) for word in words(form.text)]
    assert all(place.of(text).strip() for place in places)
    assert all(before.start <= after.start for before, after in pairwise(places))


def assert_leads_back(written: str, found: Sequence[Respelling]) -> None:
    """Every word that is said stands for a written one."""
    form = spell_out(written, found)
    written_words = words(written)
    for word in words(form.text):
        back = form.alignment.to_written(word)
        assert any(own.start < back.end and back.start < own.end for own in written_words), word.of(form.text)
