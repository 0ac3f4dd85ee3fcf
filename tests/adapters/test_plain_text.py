"""Plain text as articles: paragraphs, title, headings, language; nothing of the text is lost."""

import html
import re
import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.adapters.formats import plain_text
from kiosk.adapters.formats.decoding import MOST_BLOCKS, decode
from kiosk.adapters.formats.languages import guess_language
from kiosk.core.article import Article, BlockKind, ParsedArticle
from kiosk.core.errors import ContentError

SAMPLES = Path(__file__).parents[1] / "data" / "articles"
UDHR = Path(__file__).parents[3] / "shared" / "data" / "udhr"

LONG = "The council meets on Monday to decide whether the ferry to the islands will sail this winter."
LONGER = "A vote is expected late in the evening, after the captain has been heard, and nobody knows its outcome."


def parsed(text: str, source: str = "a-walk.txt", language: str = "") -> ParsedArticle:
    return plain_text.parse(text.encode(), source, language)


def article(text: str) -> Article:
    return parsed(text).article


def texts(text: str) -> list[str]:
    return [block.text for block in article(text).blocks]


def headings(text: str) -> list[str]:
    return [block.text for block in article(text).blocks if block.kind is BlockKind.HEADING]


def all_text(found: ParsedArticle, *, has_title: bool) -> str:
    parts = [block.text for block in found.article.blocks]
    if has_title:
        parts.insert(0, found.article.title)
    if found.campaign:
        parts += [*found.campaign.message, *found.campaign.buttons]
    return "".join("".join(parts).split())


# -- paragraphs ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (f"{LONG}\n{LONGER}", [LONG, LONGER]),
        (f"{LONG}\n\n\n{LONGER}", [LONG, LONGER]),
        (f"  {LONG}  \n \t \n{LONGER}", [LONG, LONGER]),
        ("One  two\tthree.\nFour.", ["One two three.", "Four."]),
        # A long line without an end mark that goes on in lower case was only wrapped.
        (
            f"{LONG}\nThe captain told the council on Monday that the old ferry\nneeds repairs.",
            [LONG, "The captain told the council on Monday that the old ferry needs repairs."],
        ),
        # Bullets and bylines begin anew.
        (f"{LONG}\n- one\n- two", [LONG, "- one", "- two"]),
        (
            "Harbour towns wait for a decision on the winter ferry to the islands\nby Jane Doe\n" + LONG,
            ["by Jane Doe", LONG],
        ),
    ],
)
def test_paragraphs(written: str, expected: list[str]) -> None:
    assert texts(written) == expected


def test_hard_wrapped_text_is_joined() -> None:
    found = parsed((SAMPLES / "hard-wrapped.txt").read_text("utf-8")).article
    assert found.title == "The night train"
    assert [block.text.split()[0] for block in found.blocks] == ["The", '"You', "At"]
    assert "Behind the Northport signal box the line" in found.blocks[0].text
    assert "co-operative tea" in found.blocks[2].text


def test_typed_notes_come_out_as_typed() -> None:
    found = parsed((SAMPLES / "typed-notes.txt").read_text("utf-8")).article
    assert found.title == "Shopping for the kitchen"
    assert [block.text[:20] for block in found.blocks] == [
        *("Bring these on Satur", "- flour and yeast", "- two kinds of apple", "- salt", "What is left over go")
    ]
    assert {block.kind for block in found.blocks} == {BlockKind.PARAGRAPH}


def test_indented_paragraphs_of_wrapped_text_begin_anew() -> None:
    wrapped = (
        "    The train left the harbour at ten in the evening, and for the first\n"
        "hour nobody in the carriage said a word. Rain ran down the windows while\n"
        "the conductor came in and asked for the tickets of the early travellers.\n"
        "    She nodded, and looked out at the dark fields, and after a while the\n"
        "lights of the border went on.\n"
    )
    assert [text.split()[0] for text in texts(wrapped)] == ["The", "She"]


def test_lines_of_a_poem_stay_lines() -> None:
    poem = "The sea\n\nThe harbour sleeps\nThe boats are tied\nThe lamp still keeps\nIts watch outside"
    assert texts(poem) == ["The harbour sleeps", "The boats are tied", "The lamp still keeps", "Its watch outside"]


# -- titles --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "title", "first"),
    [
        (f"Harbour towns wait\n{LONG}", "Harbour towns wait", LONG),
        (f"Will the ferry sail?\n\n{LONG}", "Will the ferry sail?", LONG),
        (f"{LONG}\n{LONGER}", "A walk", LONG),
        ("Dear Anna,\n" + LONG, "A walk", "Dear Anna,"),
        ("Hello world", "A walk", "Hello world"),
        (f"* * *\n{LONG}", "A walk", "* * *"),
        (f"By Jane Doe\n{LONG}", "A walk", "By Jane Doe"),
        (f"23 December 2019\n{LONG}", "A walk", "23 December 2019"),
        ("x" * 121 + "\n" + LONG, "A walk", "x" * 121),
    ],
)
def test_title_is_the_first_line_or_the_name_of_the_file(written: str, title: str, first: str) -> None:
    found = article(written)
    assert (found.title, found.blocks[0].text) == (title, first)


@pytest.mark.parametrize(
    ("source", "title", "article_id"),
    [
        ("/home/jo/ferry-hearing_2.txt", "Ferry hearing 2", "ferry-hearing_2"),
        ("паром зимой.txt", "Паром зимой", "паром-зимой"),
        ("---.txt", "Article", "---"),
        ("", "Article", "article"),
    ],
)
def test_title_and_id_from_the_name_of_the_file(source: str, title: str, article_id: str) -> None:
    found = parsed(LONG, source).article
    assert (found.title, found.id) == (title, article_id)


# -- headings ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "Libya also in focus",
        "What happens next?",
        "Ливия тоже в центре внимания",
        "ليبيا أيضا على جدول الأعمال",
        "Libya da gündemde",
        "Elections of May",
        "Article 3.",
        "Стаття 1.",
        "المادة ٣",
        "Chapter IV",
    ],
)
def test_a_short_line_between_paragraphs_is_a_heading(line: str) -> None:
    assert headings(f"Title\n\n{LONG}\n\n{line}\n\n{LONGER}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "He did not come.",
        "They had three demands:",
        "“No comment”",
        "- a first point",
        "— He is late",
        "By Jane Doe",
        "Photo: Jane Doe / The Daily Example",
        "© The Daily Example",
        "Read more: the ferry",
        "24 December 2019",
        "Updated Dec. 24, 2019, 10:15",
        "24 декабря 2019 г.",
        "24 Aralık 2019",
        "٢٤ ديسمبر ٢٠١٩",
        "1,234",
        "Does anybody on all of the islands really know why it is so late?",
        "one two three four five six seven eight nine ten eleven twelve thirteen",
    ],
)
def test_other_short_lines_are_no_headings(line: str) -> None:
    found = f"Title\n\n{LONG}\n\n{line}\n\n{LONGER}"
    assert headings(found) == []
    assert line in texts(found)


def test_the_last_line_and_lines_before_short_ones_are_no_headings() -> None:
    assert headings(f"Title\n\n{LONG}\n\nOne\n\nTwo\n\nThree") == []


def test_a_name_below_the_title_is_no_heading_but_a_preamble_is() -> None:
    assert headings(f"Title of it\n\nJane Doe\n\n{LONG}") == []
    assert headings(f"Title of it\n\nPreamble\n\n{LONG}") == ["Preamble"]


@pytest.mark.skipif(not UDHR.is_dir(), reason="the declarations are not on this machine")
@pytest.mark.parametrize("name", ["eng", "rus", "tur", "arb", "ukr"])
@pytest.mark.parametrize("separator", ["\n", "\n\n"], ids=["a line each", "blank lines"])
def test_headings_of_the_declarations_are_found(name: str, separator: str) -> None:
    page = (UDHR / f"{name}.html").read_text("utf-8")
    lines = [
        (tag, " ".join(html.unescape(re.sub("<[^>]+>", "", inner)).split()))
        for tag, inner in re.findall(r"<(h\d|p|li)[^>]*>(.*?)</\1>", page, re.DOTALL)
    ]
    found = parsed(separator.join(text for _, text in lines))
    wanted = [text for tag, text in lines if tag.startswith("h")]
    got = [block.text for block in found.article.blocks if block.kind is BlockKind.HEADING]
    assert found.article.title == wanted[0]
    assert [text for text in got if text in wanted] == wanted[1:]
    assert len(got) <= len(wanted)
    assert found.campaign is None
    assert found.article.language == {"eng": "en", "rus": "ru", "tur": "tr", "arb": "ar", "ukr": "uk"}[name]


# -- languages -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (LONG, "en"),
        ("", "en"),
        ("12345", "en"),
        ("Это просто текст о пароме.", "ru"),
        ("Це просто текст про пором і його шлях.", "uk"),
        ("Гэта просты тэкст пра паром, які ўчора прыйшоў.", "be"),
        ("Bu yalnızca vapur için bir yazı.", "tr"),
        ("Bu vapur icin bir yazi ve daha.", "tr"),
        ("هذا نص عن العبارة.", "ar"),
        ("این یک متن درباره کشتی است.", "fa"),
        ("Das ist ein Text über die Fähre und nicht mehr.", "de"),
        ("זה טקסט", "he"),
        ("フェリーの話です", "ja"),
        ("这是一篇文章", "zh"),
    ],
)
def test_language_is_guessed(text: str, language: str) -> None:
    assert guess_language(text) == language


def test_a_stated_language_is_taken() -> None:
    found = parsed(f"Title\n{LONG}", language="cy").article
    assert found.language == "cy"
    assert {block.language for block in found.blocks} == {"cy"}


# -- properties ----------------------------------------------------------------------------------------------

# fmt: off
LINES = [
    LONG, LONGER, "Libya also in focus", "By Jane Doe", "Dec. 23, 2019", "- a point", "Support us",
    "A message from The Daily Example:", "Dear readers,", "Support us monthly from just $2.", "We need your help.",
    f"{LONG} A message from The Daily Example: Dear readers, support us from $2 a month. Not now.",
    "The captain told the council on Monday that the old ferry", "needs repairs and-", "more of them.",
    "Remind me later.", "© The Daily Example", "Once", "$5", "* * *",
    "Сообщение от «Пример»:", "Поддержите нас от 200 ₽ в месяц.", "Позже",
    "رسالة من المثال:", "ادعمونا بدولارين في الشهر.",
]
# fmt: on
news_like = st.lists(st.sampled_from(LINES), min_size=1, max_size=12).flatmap(
    lambda lines: st.sampled_from(["\n", "\n\n", "\r\n", "\n \n"]).map(lambda separator: separator.join(lines))
)


@pytest.mark.conforms("CF-27")
@given(news_like | st.text(max_size=200))
def test_nothing_is_lost(text: str) -> None:
    try:
        found = parsed(text)
    except ContentError:
        return
    wanted = "".join(decode(text.encode(), "x").split())
    has_title = len(all_text(found, has_title=False)) < len(wanted)
    # A footer below an appeal moves up to the article, so the letters are compared, not their order.
    assert sorted(all_text(found, has_title=has_title)) == sorted(wanted)
    if found.campaign is None:
        assert all_text(found, has_title=has_title) == wanted


@given(news_like)
def test_reading_what_was_read_changes_nothing(text: str) -> None:
    first = parsed(text)
    wanted = "".join(decode(text.encode(), "x").split())
    has_title = len(all_text(first, has_title=False)) < len(wanted)
    parts = [first.article.title] if has_title else []
    again = parsed(
        "\n\n".join([*parts, *(block.text for block in first.article.blocks)]), language=first.article.language
    )
    assert again.campaign is None
    assert again.article == first.article


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        found = plain_text.parse(data, "x.txt").article
    except ContentError:
        return
    assert found.title.strip()
    assert found.blocks
    assert [block.id for block in found.blocks] == [f"b{number}" for number in range(1, len(found.blocks) + 1)]
    assert all(block.text and block.text == " ".join(block.text.split()) for block in found.blocks)


def test_too_many_paragraphs_are_refused() -> None:
    with pytest.raises(ContentError, match="too long"):
        parsed("a\n" * (MOST_BLOCKS + 1))


def test_a_million_words_are_read_quickly_and_in_little_memory() -> None:
    paragraph = " ".join(["island"] * 49) + " sail."
    data = "\n\n".join(["A title", *[paragraph] * 20_000]).encode()
    times: list[float] = []
    for _ in range(3):
        started = time.perf_counter()
        found = plain_text.parse(data, "x.txt")
        times.append(time.perf_counter() - started)
    assert len(found.article.blocks) == 20_000
    assert min(times) < 0.35
    del found
    tracemalloc.start()
    kept = plain_text.parse(data, "x.txt")
    memory, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept.article.blocks
    assert memory < 2 * len(data)
