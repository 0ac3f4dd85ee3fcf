"""Respelled texts: what is said, and the written words it leads back to."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.spoken_form import Pronounced, Respelling, each_word, merged, spell_out
from kiosk.core.text import TextSpan


def respell(text: str, written: str, spoken: str) -> Respelling:
    start = text.index(written)
    return Respelling(TextSpan(start, start + len(written)), spoken)


def test_what_is_said_leads_back_to_what_is_written() -> None:
    text = "Dr. Lee paid $3."
    form = spell_out(text, [respell(text, "Dr.", "Doctor"), respell(text, "$3", "three dollars")])
    assert form.text == "Doctor Lee paid three dollars."
    for spoken, written in (("Doctor", "Dr."), ("Lee", "Lee"), ("three", "$3"), ("dollars", "$3"), (".", ".")):
        start = form.text.rindex(spoken)
        back = form.alignment.to_written(TextSpan(start, start + len(spoken)))
        assert back.of(text) == written


def test_a_span_over_several_respellings_covers_them_all() -> None:
    text = "a b c"
    form = spell_out(text, [respell(text, "a", "alpha"), respell(text, "c", "gamma")])
    assert form.alignment.to_written(TextSpan(0, len(form.text))) == TextSpan(0, 5)


def test_a_part_counts_from_its_own_start_and_leaves_what_it_cuts_through() -> None:
    text = "No. 5 and No. 6"
    respellings = [respell(text, "No. 5", "number five"), respell(text, "No. 6", "number six")]
    form = spell_out(text, respellings, TextSpan(6, 15))
    assert form.text == "and number six"
    assert form.alignment.to_written(TextSpan(4, 10)) == TextSpan(4, 9)
    assert spell_out(text, respellings, TextSpan(2, 9)).text == text[2:9]


def test_an_empty_respelling_says_nothing() -> None:
    text = "a*b"
    form = spell_out(text, [respell(text, "*", "")])
    assert form.text == "ab"
    assert form.alignment.to_written(TextSpan(1, 2)) == TextSpan(2, 3)


def test_where_two_overlap_the_higher_rank_stays() -> None:
    low = [Respelling(TextSpan(0, 4), "low"), Respelling(TextSpan(6, 8), "also")]
    high = [Respelling(TextSpan(3, 5), "high")]
    assert [own.spoken for own in merged(high, low)] == ["high", "also"]


def test_how_a_respelling_sounds_is_told_at_its_place_in_what_is_said() -> None:
    text = "Dr. Lee in Idlib"
    sounding = Respelling(TextSpan(11, 16), "Idlib", "ˈɪdlɪb")
    silent = Respelling(TextSpan(4, 7), "", "liː")
    form = spell_out(text, [respell(text, "Dr.", "Doctor"), silent, sounding])
    assert [(own.span.of(form.text), own.ipa) for own in form.pronounced] == [("Idlib", "ˈɪdlɪb")]
    assert spell_out(text, [sounding], TextSpan(8, 16)).pronounced == (Pronounced(TextSpan(3, 8), "ˈɪdlɪb"),)


def test_as_many_words_as_sounds_are_told_one_by_one() -> None:
    text = "In New Delhi, UN."
    both = [Pronounced(TextSpan(3, 12), "njuː ˈdɛli"), Pronounced(TextSpan(14, 16), "juː ˈɛn")]
    assert [(own.span.of(text), own.ipa) for own in each_word(text, both)] == [
        ("New", "njuː"),
        ("Delhi", "ˈdɛli"),
        ("UN", "juː ˈɛn"),
    ]


respelled_texts = st.text("abc 12", min_size=1, max_size=30).flatmap(
    lambda text: st.tuples(
        st.just(text),
        st.lists(
            st.tuples(st.integers(0, len(text) - 1), st.integers(1, 4), st.text("xyz ", max_size=6)), max_size=5
        ),
    )
)


@given(respelled_texts)
def test_every_spoken_place_leads_into_the_text_and_never_back(
    case: tuple[str, list[tuple[int, int, str]]],
) -> None:
    text, raw = case
    each = ([Respelling(TextSpan(start, min(start + length, len(text))), spoken)] for start, length, spoken in raw)
    form = spell_out(text, merged(*each))
    places = [form.alignment.to_written(TextSpan(place, place + 1)) for place in range(len(form.text))]
    assert all(place.end <= len(text) and len(place) for place in places)
    assert all(before.start <= after.start for before, after in pairwise(places))
