"""Markdown: what becomes of each construct, front matter, and the quick reader against the library."""

import re
import time
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from kiosk.adapters.formats import markdown
from kiosk.adapters.formats.decoding import decode
from kiosk.adapters.formats.markdown_blocks import read_markdown
from kiosk.adapters.formats.markdown_tokens import read_blocks
from kiosk.adapters.formats.raw_block import RawBlock
from kiosk.adapters.simple_toml import read_simple_toml
from kiosk.core.article import Article, BlockKind, ParsedArticle
from kiosk.core.errors import ContentError

FRONT = '+++\ntitle = "A walk"\nlanguage = "en"\n+++\n'


def parsed(text: str, source: str = "a-walk.md") -> ParsedArticle:
    return markdown.parse(text.encode(), source)


def article(text: str) -> Article:
    return parsed(FRONT + text).article


def kinds_and_texts(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in article(text).blocks]


def refused(text: str) -> ContentError:
    with pytest.raises(ContentError) as caught:
        parsed(text, "bad.md")
    return caught.value


# -- blocks --------------------------------------------------------------------------------------------------


@pytest.mark.conforms("CF-08", "CF-27")
@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("One.\nStill one.\n\nTwo.", [("paragraph", "One. Still one."), ("paragraph", "Two.")]),
        ("## Head\nText.", [("heading", "Head"), ("paragraph", "Text.")]),
        ("Head\n----\nText.", [("heading", "Head"), ("paragraph", "Text.")]),
        ("> Said\n> she.", [("quote", "Said she.")]),
        ("- a\n- b", [("list_item", "a"), ("list_item", "b")]),
        ("3. a\n3. b", [("list_item", "3. a"), ("list_item", "4. b")]),
        ("1. a\n\n   more", [("list_item", "1. a"), ("paragraph", "more")]),
        ("1. - a", [("list_item", "1. a")]),
        ("2. # a", [("heading", "2. a")]),
        ("    x = 1\n    y = 2", [("paragraph", "x = 1"), ("paragraph", "y = 2")]),
        ("```py\nx = 1\n\ny = 2\n```", [("paragraph", "x = 1"), ("paragraph", "y = 2")]),
        ("![A cat on a mat](cat.png)", [("figure", "A cat on a mat")]),
        ("![](line.png)\n\nText.", [("paragraph", "Text.")]),
        ("See ![the cat](cat.png) here.", [("paragraph", "See the cat here.")]),
        ("A [link](http://a.example) and <http://b.example>.", [("paragraph", "A link and http://b.example.")]),
        ("*so* **very** `odd` a\\\nb  \nc", [("paragraph", "so very odd a b c")]),
        ("One.\n\n***\n\nTwo.", [("paragraph", "One."), ("paragraph", "Two.")]),
        ("Salt &amp; pepper&nbsp;&shy;mill", [("paragraph", "Salt & pepper mill")]),
        ("a <b>c</b>", [("paragraph", "a <b>c</b>")]),
        ("[a]\n\n[a]: http://a.example", [("paragraph", "a")]),
        ("e\N{COMBINING ACUTE ACCENT}t*e*\N{COMBINING ACUTE ACCENT}", [("paragraph", "étété"[:2] + "é")]),
    ],
)
def test_constructs_become_blocks(written: str, expected: list[tuple[str, str]]) -> None:
    assert kinds_and_texts(written) == expected


@pytest.mark.conforms("CF-27")
def test_levels_are_kept() -> None:
    blocks = article("## Two\n\n### Three\n\n- one\n  - *two*").blocks
    assert [block.level for block in blocks] == [2, 3, 1, 2]


def test_blocks_are_numbered_in_order() -> None:
    assert [block.id for block in article("One.\n\nTwo.\n\n*Three.*").blocks] == ["b1", "b2", "b3"]


# -- tables --------------------------------------------------------------------------------------------------


@pytest.mark.conforms("CF-27", "SW-39")
@pytest.mark.parametrize(
    ("written", "rows"),
    [
        (
            "| Day | Opens |\n|:--|--:|\n| Mo | 9:00 |\n| Tu | *10*:00 |",
            ["Day: Mo; Opens: 9:00", "Day: Tu; Opens: 10:00"],
        ),
        ("Day | Opens\n--|--\nMo | 9", ["Day: Mo; Opens: 9"]),
        ("| Day | Opens |\n|--|--|\n| Mo |\n| | 9 |", ["Day: Mo", "Opens: 9"]),
        ("| | Opens |\n|--|--|\n| Mo | 9 |", ["Mo; Opens: 9"]),
        ("| Who? | How: |\n|--|--|\n| We | So |", ["Who? We; How: So"]),
        ("| a |\n|--|\n| x \\| y |", ["a: x | y"]),
        ("> | a | b |\n> |--|--|\n> | 1 | 2 |", ["a: 1; b: 2"]),
        ("1. | a | b |\n   |--|--|\n   | 1 | 2 |", ["1. a: 1; b: 2"]),
        ("| اليوم | يفتح |\n|--|--|\n| الاثنين | التاسعة |", ["اليوم: الاثنين؛ يفتح: التاسعة"]),
        # No name of a column is lost: what no row has comes at the end.
        ("| a | b |\n|--|--|", ["a; b"]),
        ("| a | b |\n|--|--|\n| 1 | |\n\nText.", ["a: 1", "b"]),
    ],
)
def test_a_table_is_read_row_by_row_each_cell_after_the_name_of_its_column(written: str, rows: list[str]) -> None:
    blocks = article(written).blocks
    assert [block.text for block in blocks if block.kind is BlockKind.TABLE_ROW] == rows


def test_marks_and_languages_in_a_table_are_kept() -> None:
    written = (
        '{lang=ru}\n| [Кто]{say="Имя"} | Что |\n|--|--|\n| [Merkel]{lang=de} | [ООН]{say="о о эн"} |\n\nText.'
    )
    row, after = article(written).blocks
    assert (row.language, row.text, after.language) == ("ru", "Кто: Merkel; Что: ООН", "en")
    assert foreign_of(written) == [("de", "Merkel")]
    assert [own[:2] for own in said_of(written)] == [("Кто", "Имя"), ("ООН", "о о эн")]


def test_a_cell_that_has_no_column_is_refused_with_its_line() -> None:
    error = refused("Text.\n\n| a | b |\n|--|--|\n| 1 | 2 |\n| 1 | 2 | 3 |")
    assert (error.place, error.problem) == ("line 6", "a row of a table has more cells than its first row")


def test_a_long_table_takes_little_time() -> None:
    started = time.perf_counter()
    assert len(article("| a | b |\n|--|--|\n" + "| 1 | 2 |\n" * 3000).blocks) == 3000
    assert time.perf_counter() - started < 3


# -- languages -----------------------------------------------------------------------------------------------


@pytest.mark.conforms("CF-27")
@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("{lang=ru}\nПривет.\n\nHello.", [("ru", "Привет."), ("en", "Hello.")]),
        ("{lang=ru}\n\nПривет.\n\nHello.", [("ru", "Привет."), ("en", "Hello.")]),
        ("Привет. {lang=ru}", [("ru", "Привет.")]),
        ('## Привет {lang="ru"}', [("ru", "Привет")]),
        ("{lang=ru}\n> Привет.\n>\n> Ещё.", [("ru", "Привет."), ("ru", "Ещё.")]),
        ("- Привет. {lang=ru}\n- Hello.", [("ru", "Привет."), ("en", "Hello.")]),
        ("He said [привет]{lang=ru}.", [("en", "He said привет.")]),
        ("A set {a, b} and {lang}.", [("en", "A set {a, b} and {lang}.")]),
    ],
)
def test_a_block_may_have_its_own_language(written: str, expected: list[tuple[str, str]]) -> None:
    assert [(block.language, block.text) for block in article(written).blocks] == expected


# -- marks inside a line ---------------------------------------------------------------------------------------


def foreign_of(written: str) -> list[tuple[str, str]]:
    return [(own.language, own.span.of(block.text)) for block in article(written).blocks for own in block.foreign]


def said_of(written: str) -> list[tuple[str, str, str]]:
    return [
        (own.span.of(block.text), own.spoken, own.ipa) for block in article(written).blocks for own in block.said
    ]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("He met [Angela Merkel]{lang=de} there.", [("de", "Angela Merkel")]),
        ('[Merkel]{lang="de_AT"}, [Лавров]{lang=ru}', [("de-AT", "Merkel"), ("ru", "Лавров")]),
        ("He said *so*: [ **Guten**  Tag ]{lang=de} .", [("de", "Guten Tag")]),
        ("3. [Eins]{lang=de}\n3. zwei [drei]{lang=de}", [("de", "Eins"), ("de", "drei")]),
        ("## Über\n\n> Ein [mot]{lang=fr}.", [("fr", "mot")]),
        ("[a [b]{lang=de} c]{lang=fr}", [("fr", "a"), ("de", "b"), ("fr", "c")]),
        ("[[b]{lang=de}]{lang=fr}", [("de", "b")]),
        ("[Merkel](https://de.example){lang=de} said", [("de", "Merkel")]),
        ("See ![die Katze](cat.png){lang=de} here.", [("de", "die Katze")]),
        ("[same]{lang=en}", []),
        ("{lang=de}\nDas [Team]{lang=en} und [so]{lang=de}.", [("en", "Team")]),
        ("x [e\N{COMBINING ACUTE ACCENT}te\N{COMBINING ACUTE ACCENT}]{lang=fr} y", [("fr", "été")]),
        ("x&nbsp;[&shy;a&nbsp;b\tc]{lang=fr}&nbsp; y", [("fr", "a b c")]),
        ("Ein [Wort]{lang=de} davor. {lang=de}", []),
    ],
)
def test_words_may_have_a_language_of_their_own(written: str, expected: list[tuple[str, str]]) -> None:
    assert foreign_of(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('The [WHO]{say="World Health Organization"} met.', [("WHO", "World Health Organization", "")]),
        ('[Idlib]{ipa="ˈɪdlɪb"}.', [("Idlib", "Idlib", "ˈɪdlɪb")]),
        ('[Idlib]{say="Id lib" ipa="ˈɪdlɪb"}', [("Idlib", "Id lib", "ˈɪdlɪb")]),
        ('[Idlib]{ipa="ˈɪdlɪb"}’s north', [("Idlib’s", "Idlib’s", "ˈɪdlɪbz")]),
        ("[WHO]{say=Who}'s plan", [("WHO", "Who", "")]),
        ('a [→]{say=""} b', [("→", "", "")]),
        ("**[WHO]{say=Who}** - *x*\n[UN]{say=You-en}", [("WHO", "Who", ""), ("UN", "You-en", "")]),
        ("[x]{.note #one say=y}", [("x", "y", "")]),
        ("[x]{lang=de}{say=y}", [("x", "y", "")]),
        ('[x]{say="a \\"b\\""}', [("x", 'a "b"', "")]),
    ],
)
def test_words_may_be_said_otherwise(written: str, expected: list[tuple[str, str, str]]) -> None:
    assert said_of(written) == expected


@pytest.mark.conforms("CF-08")
def test_a_picture_s_language_is_that_of_its_block() -> None:
    (block,) = article("![die Katze](cat.png){lang=de}").blocks
    assert (block.kind, block.language, block.foreign) == (BlockKind.FIGURE, "de", ())


def test_marks_do_not_change_what_is_shown() -> None:
    plain = article("1. The WHO and  *die* Katze\n  slept.").blocks
    marked = article('1. The [WHO]{say="x"} and  *[die]{lang=de}* [Katze\n  slept]{lang=de}.').blocks
    assert [block[:5] for block in plain] == [block[:5] for block in marked]


@pytest.mark.parametrize(
    ("written", "line", "problem"),
    [
        ("One.\n\nTwo\n[x]{lang=english!} y", 8, "{lang=de}"),
        ('One.\n\nTwo\n[x]{lang="english!"} y', 8, 'lang must be a tag such as "de" or "pt-BR", not "english!"'),
        ("One [x]{land=de}.", 5, 'a mark cannot say "land"; it can say lang, say, ipa'),
        ('One [x]{ipa="Id@"}.', 5, 'ipa: "I" is not a letter'),
        ('One [x]{ipa=""}.', 5, "ipa: it holds no letter"),
        ("One [x]{say=two words}.", 5, "a mark in braces is written"),
        ("One [x]{say='two words'}.", 5, "a mark in braces is written"),
        ("One [x]{ lang = de }.", 5, "a mark in braces is written"),
        ("One [x]{lang}.", 5, "a mark in braces is written"),
        ('One\n[x]{say="two\nlines"}.', 6, "must stand on one line"),
        ("One []{lang=de}.", 5, "nothing in its brackets"),
        ("One [ ]{say=x}.", 5, "nothing in its brackets"),
        ("[a [b]{say=x} c]{say=y}", 5, "says it twice"),
        (f'[a]{{say="{"x" * 301}"}}', 5, "longer than 300"),
        ("e[\N{COMBINING ACUTE ACCENT}]{say=x}", 5, "inside a letter"),
        ("![Katze](x.png){lang=1}", 5, "lang must be a tag"),
    ],
)
def test_a_mark_that_cannot_be_used_names_its_line(written: str, line: int, problem: str) -> None:
    error = refused(FRONT + written)
    assert problem in error.problem
    assert error.place.startswith("line ")
    assert abs(int(error.place.split()[1]) - line) <= ("\n" in written)


def test_links_and_pictures_may_have_attributes_of_other_kinds() -> None:
    assert kinds_and_texts("[x](y){target=_blank} ![z](y){width=50}") == [("paragraph", "x z")]


def test_braces_that_are_no_marks_are_text() -> None:
    written = "`[x]{lang=de}` and a[1]{2} {lang=de} x"
    assert kinds_and_texts("`x[lang]` and a[1]{2}") == [("paragraph", "x[lang] and a[1]{2}")]
    assert foreign_of(written.replace("`[x]{lang=de}`", "y")) == []


def test_marks_in_a_title_are_left_out_and_noted() -> None:
    found = parsed("# The [WHO]{say=x} warns\n\nText.")
    assert found.article.title == "The WHO warns"
    assert found.notes == (markdown.TITLE_MARKS,)


def test_marks_go_with_the_text_before_an_appeal_and_not_with_the_appeal() -> None:
    found = parsed(
        FRONT
        + "The [WHO]{say=x} met on Monday. **A message from The [Daily]{lang=de} Example:** Dear readers, we "
        "need you.\n\n*Support us* monthly from just $2.\n\n- Support us\n- Remind me later.\n"
    )
    (block,) = found.article.blocks
    assert block.text == "The WHO met on Monday."
    assert [own.span.of(block.text) for own in block.said] == ["WHO"]
    assert block.foreign == ()


def one_paragraph(parts: list[str]) -> str:
    """Put pieces together so that no line begins a block of its own."""
    return "w" + re.sub(r"\n *(?=\n)", "", "".join(parts))


mark_pieces = st.lists(
    st.sampled_from(
        (
            *("a", "é", "e", "\N{COMBINING ACUTE ACCENT}", " ", "  ", "\n", "\u00a0", "\u00ad", "b", "ё", "."),
            *("[x]{lang=de}", "[ y ]{say=z}", "[q]{ipa=a}", "[r [s]{lang=fr} t]{lang=de}", "['s]{say=z}"),
        )
    ),
    max_size=16,
).map(one_paragraph)


def read_or_refused(written: str, problem: str) -> list[RawBlock]:
    try:
        return read_blocks(written, "x.md", 0)
    except ContentError as error:
        if problem not in error.problem:
            raise
        reject()


@given(mark_pieces)
def test_places_of_marks_are_places_in_the_text(written: str) -> None:
    marked = read_or_refused(written, "inside a letter")
    plain = read_blocks(re.sub(r"\{[a-z]+=[a-z]+\}", "", written).replace("[", "").replace("]", ""), "x.md", 0)
    assert [block.text for block in marked] == [block.text for block in plain]
    for block in marked:
        found = [own.span.of(block.text) for own in block.foreign]
        assert set(found) <= {"x", "r", "s", "t"}
        assert {own.span.of(block.text) for own in block.said} <= {"y", "q", "'s"}
        spans = [own.span for own in block.foreign]
        assert all(before.end <= after.start for before, after in pairwise(spans))


def test_many_marks_take_little_time() -> None:
    written = " ".join(["[a]{lang=de} [b]{say=c}"] * 1900)
    started = time.perf_counter()
    (block,) = article(written).blocks
    assert len(block.foreign) == len(block.said) == 1900
    assert time.perf_counter() - started < 3


def test_language_comes_from_the_front_matter_then_the_caller_then_the_text() -> None:
    assert markdown.parse(b'+++\nlang = "pt-br"\n+++\nOi.', "a.md", "en").article.language == "pt-BR"
    assert markdown.parse(b"Oi.", "a.md", "pt").article.language == "pt"
    assert parsed("Это просто текст.").article.language == "ru"


# -- front matter --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "written",
    [
        '+++\nid = "x"\ntitle = "T"\nlang = "uk"\nauthor = ["A", "B"]\nsource = "S"\ndate = 2019-12-23\n'
        'summary = """One\nsentence."""\ntranslation_of = "y"\nunknown = 3\n+++\nText.',
        "---\nid: x\ntitle: T\nlanguage: uk\nauthor:\n- A\n- B\nsource: S\ndate: 2019-12-23\n"
        "summary: >\n  One\n  sentence.\ntranslation_of: y\nunknown: [3]\n---\nText.",
    ],
    ids=["TOML", "YAML"],
)
def test_front_matter_says_what_the_article_is(written: str) -> None:
    found = parsed(written).article
    assert (found.id, found.title, found.language, found.author) == ("x", "T", "uk", "A, B")
    assert (found.source, found.date, found.translation_of) == ("S", "2019-12-23", "y")
    assert found.summary == "One sentence."


@pytest.mark.parametrize("fence", [("+++", '= "sounds/a.ogg"'), ("---", ": sounds/a.ogg")], ids=["TOML", "YAML"])
def test_front_matter_names_a_recording(fence: tuple[str, str]) -> None:
    text = f"{fence[0]}\nrecording {fence[1]}\n{fence[0]}\nText."
    assert parsed(text).article.recording == "sounds/a.ogg"
    assert parsed("Text.").article.recording == ""


def test_a_recording_that_is_no_name_keeps_nobody_from_reading() -> None:
    found = parsed("+++\nrecording = 7\n+++\nText.")
    assert found.article.recording == ""
    assert found.notes == ("The recording must be a file name in quotes, not a number, and was left out.",)


def test_yaml_does_not_guess_types() -> None:
    assert parsed("---\ntitle: No\nauthor: 12:30\n---\nText.").article.title == "No"


@pytest.mark.parametrize(
    ("written", "place", "problem"),
    [
        ('+++\ntitle = "T"\nlanguage = 3\n+++\nx', "line 3", "language must be text in quotes, not a number"),
        ("+++\n# c\n\ntitle = [1]\n+++\nx", "line 4", "title must be text in quotes, not a list"),
        ('+++\nlang = "English"\n+++\nx', "line 2", "language must be a tag"),
        ('+++\ntitle = "T\n+++\nx', "line 2", "not TOML"),
        ('+++\ntitle = "T"\nx', "line 1", "not closed"),
        (f'+++\ntitle = "{"T" * 60_000}"\n+++\nx', "line 1", "longer than"),
        ("---\nid: x\ntitle: [T\n---\nx", "line 3", "not YAML"),
        ('+++\n[appeal]\ncurrency = "dollars"\n+++\nx', "line 3", "currency must be a code"),
        ('+++\n[appeal]\ninterval = "week"\n+++\nx', "line 3", "interval must be"),
        ('+++\ntitle = "T"\n+++\n\n', "line 4", "no text"),
        ("***\n", "line 1", "no text"),
        ("One.\n\nTwo.\n\n" + "[" * 60_000, "line 5", "longer than 50000"),
    ],
)
def test_an_error_names_the_line(written: str, place: str, problem: str) -> None:
    error = refused(written)
    assert (error.source, error.place) == ("bad.md", place)
    assert problem in error.problem


@pytest.mark.conforms("B-56")
@pytest.mark.parametrize("opening", ["+++\na = ", "---\na: "], ids=["TOML", "YAML"])
def test_a_value_nested_without_end_is_refused(opening: str) -> None:
    assert refused(f"{opening}{'[' * 30_000}\n{opening[:3]}\nx").place.startswith("line ")


def test_a_line_across_the_page_is_no_front_matter() -> None:
    found = parsed("---\nSome text.\n\n---\nMore.").article
    assert [block.text for block in found.blocks] == ["Some text.", "More."]


def test_a_date_of_another_form_is_left_out_and_noted() -> None:
    found = parsed('+++\ntitle = "T"\ndate = "23 December"\n+++\nText.')
    assert found.article.date == ""
    assert "23 December" in found.notes[0]


def test_an_appeal_in_the_front_matter_is_the_campaign_and_the_text_stays() -> None:
    found = parsed(
        '+++\n[appeal]\npublisher = "P"\nmessage = ["Dear readers,", "give."]\nmin_amount = "2"\n'
        'currency = "usd"\ncurrency_assumed = true\ninterval = "month"\n'
        'buttons = [{role="donate", label="Give"}, "Later"]\n+++\nText.\n\nSupport us monthly from just $2.'
    )
    campaign = found.campaign
    assert campaign is not None
    assert campaign.message == ("Dear readers,", "give.")
    assert campaign[2:] == ("2", "USD", True, "month", ("Give", "Later"))
    assert len(found.article.blocks) == 2


simple_lines = st.lists(
    st.sampled_from(
        (
            *('a = "b"', 'title="ю" ', "d = 2019-12-23", "d = 2019-02-30", "d = 2020-02-29", "# c", "", "  "),
            *(
                'a = "c"',
                "a = 'b'",
                'k = "x\\n"',
                "[t]",
                "[u] ",
                'b = "x" # c',
                "e = 1",
                "2 = 3",
                "f = true",
                "g = 01",
                "h = 0",
                "t = 1",
                " a = 1",
                'q = "\t"',
            ),
            "d = 0000-01-01",
        )
    ),
    max_size=6,
)


@given(simple_lines)
def test_simple_toml_is_read_as_the_library_reads_it(lines: list[str]) -> None:
    import tomllib

    simple = read_simple_toml(lines)
    if simple is not None:
        assert simple == without_dates(tomllib.loads("\n".join(lines)))


def without_dates(value: object) -> object:
    if isinstance(value, dict):
        return {key: without_dates(inner) for key, inner in value.items()}
    return value.isoformat() if isinstance(value, date) else value


# -- titles --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "title", "texts"),
    [
        ("# Head\n\nText.", "Head", ["Text."]),
        ("Before.\n\n# Head\n\nText.", "Head", ["Before.", "Text."]),
        (FRONT + "# A walk\n\nText.", "A walk", ["Text."]),
        (FRONT + "# Other\n\nText.", "A walk", ["Other", "Text."]),
        ("Text.\n\nMore.", "A walk", ["Text.", "More."]),
        ("# Head", "A walk", ["Head"]),
    ],
)
def test_title(written: str, title: str, texts: list[str]) -> None:
    found = parsed(written).article
    assert (found.title, [block.text for block in found.blocks]) == (title, texts)


# -- appeals -------------------------------------------------------------------------------------------------


def test_an_appeal_at_the_end_is_cut_off_by_the_same_rules() -> None:
    found = parsed(
        FRONT + "The ferry sails on Monday. **A message from The Daily Example:** Dear readers, we need you.\n\n"
        "*Support us* monthly from just $2.\n\n- [Support us](https://give.example)\n- Remind me later.\n"
    )
    assert [block.text for block in found.article.blocks] == ["The ferry sails on Monday."]
    assert found.campaign is not None
    assert found.campaign.publisher == "The Daily Example"
    assert found.campaign.buttons == ("Support us", "Remind me later.")


# -- the quick reader and the library ------------------------------------------------------------------------

# fmt: off
PIECES = [
    "word", "Слово", "كلمة", "İ", "é", "5", "\u200f", "“", "—", "‘", "(", "!", "|", ":", "]: x",
    "a*b*", "*a*", "**b**", "*", "_a_", "`c`", "[x](y)", "![", "<b>", "&amp;", "\\", "\\*", "{lang=ru}",
    "- ", "-", "* ", "+ ", "1. ", "12) ", "9.", "٣. ", "> ", ">",
    "# ", "## ", "####### ", "#", "=", "===", "---", "***", "```", "~~~",
    "| word | Слово |\n|--|:-:|\n", "| كلمة |", "|-|\n",
    " ", "  ", "    ", "\t", "\n", "\n", "\n\n", "\n\n",
]
# fmt: on
markdown_like = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)


def both_ways(written: str) -> tuple[list[RawBlock] | str, ...]:
    found: list[list[RawBlock] | str] = []
    for read in (read_markdown, read_blocks):
        try:
            found.append(read(written, "x.md", 0))
        except ContentError as error:
            found.append(str(error))
    return tuple(found)


@settings(max_examples=500)
@given(markdown_like)
def test_the_quick_reader_and_the_library_agree(written: str) -> None:
    quick, slow = both_ways(written)
    assert quick == slow


@settings(max_examples=200)
@given(
    st.text(alphabet="ab *_-+#>1.)`~[]{}=\\\n\t ", max_size=60) | st.text(alphabet="aб *\n.ٌ1-€😀,", max_size=30)
)
def test_the_quick_reader_and_the_library_agree_on_noise(written: str) -> None:
    quick, slow = both_ways(written)
    assert quick == slow


def test_plain_passages_need_no_library() -> None:
    import subprocess
    import sys

    program = (
        "import sys; from kiosk.adapters.formats import markdown;"
        f"markdown.parse({(FRONT + '## Head' + chr(10) * 2 + '- a' + chr(10) * 2 + 'Text.').encode()!r}, 'a.md');"
        "sys.exit(any(name in sys.modules for name in ('markdown_it', 'tomllib', 'yaml', 'dataclasses')))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.conforms("B-56")
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for start in (b"", b"+++\n", b"---\n", b"+++\n+++\n"):
        try:
            found = markdown.parse(start + data, "x.md").article
        except ContentError:
            continue
        assert found.title
        assert found.blocks
        assert all(block.text and block.text == " ".join(block.text.split()) for block in found.blocks)


@pytest.mark.conforms("CF-27")
@given(markdown_like)
def test_nothing_of_the_words_is_lost(written: str) -> None:
    try:
        found = parsed(written)
    except ContentError:
        return
    shown = " ".join([found.article.title, *(block.text for block in found.article.blocks)])
    for word in ("word", "Слово", "كلمة"):
        # A word in the destination of a link or in a reference is not text.
        if "(" not in written and "]:" not in written and "```" not in written and "~~~" not in written:
            assert shown.count(word) >= decode(written.encode(), "x").count(word)


@pytest.mark.parametrize("path", sorted((Path(__file__).parents[2] / "content").glob("*/*.md")), ids=str)
def test_the_articles_that_ship_are_read_whole(path: Path) -> None:
    data = path.read_bytes()
    found = markdown.parse(data, path.name)
    assert found.campaign is None
    assert found.notes == ()
    assert found.article.language == path.parent.name
    body = data.decode().split("+++\n", 2)[2]
    assert read_markdown(body, "x", 0) == read_blocks(body, "x", 0)
    assert not any(block.kind is BlockKind.TITLE for block in found.article.blocks)
