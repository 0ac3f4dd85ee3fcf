"""The catalogs of the interface: every string is there in every language, and the type faces can show it.

"make messages" brings the catalogs up to date with the source.
"""

import gettext
import os
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

# Before the first import of Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po
from PySide6.QtGui import QRawFont

from kiosk.adapters.font_files import font_files
from kiosk.i18n import DOMAIN, LANGUAGES, SOURCE_LANGUAGE
from kiosk.qt.fonts import script_of

ROOT = Path(__file__).parents[2]
LOCALE = ROOT / "assets" / "locale"
TRANSLATED = [tag for tag in LANGUAGES if tag != SOURCE_LANGUAGE]

# As in the Makefile: which arguments of which function are collected.
KEYWORDS = {"_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
PLACEHOLDER = re.compile(r"\{[^{}]*\}")
# What "pybabel init" leaves for people to fill in.
UNFILLED_HEADER = ("EMAIL@ADDRESS", "FULL NAME", "FIRST AUTHOR", "ORGANIZATION", "PROJECT", "li.org")
COUNTS = range(201)

APPEAL_BUTTONS = ("Show how to donate", "Remind me later", "No thanks", "Don't ask again")
BAR_BUTTONS = ("Previous", "Slower", "Play", "Pause", "Faster", "Next", "Colours")
THEMES = ("Paper", "Night", "Yellow on black", "White on black", "Soft light")

MessageKey = tuple[str, tuple[str, ...]]
"""Context (empty for none) and the source's one or two strings."""


def forms_of(strings: object) -> tuple[str, ...]:
    """Return the strings of a message: one, or one for each plural form."""
    if isinstance(strings, str):
        return (strings,)
    return tuple(strings) if isinstance(strings, tuple | list) else ()


def key_of(message: Message) -> MessageKey:
    """Return what a message is known by."""
    return message.context or "", forms_of(message.id)


def messages_of(catalog: Catalog) -> dict[MessageKey, Message]:
    """Return the messages of a catalog but its header."""
    return {key_of(message): message for message in catalog if message.id}


@cache
def source_keys() -> frozenset[MessageKey]:
    """Return the strings that the source code asks translations for."""
    collected = Catalog()
    for path in sorted((ROOT / "kiosk").rglob("*.py")):
        for _line, strings, _notes, context in extract_from_file("python", path, keywords=KEYWORDS):
            collected.add(strings, context=context)
    return frozenset(messages_of(collected))


def file_of(tag: str, suffix: str) -> Path:
    """Return where a catalog lies."""
    return LOCALE / tag / "LC_MESSAGES" / f"{DOMAIN}{suffix}"


def parsed(po: bytes) -> Catalog:
    """Read a catalog as translators write it; its own header says how plurals are formed."""
    return read_po(BytesIO(po), abort_invalid=True)


@cache
def catalog_of(tag: str) -> Catalog:
    """Return the catalog of a language as translators write it."""
    return parsed(file_of(tag, ".po").read_bytes())


def faults_of(catalog: Catalog, source: Iterable[MessageKey]) -> list[str]:
    """Say what is wrong with the messages of a catalog."""
    found, wanted = messages_of(catalog), set(source)
    faults = [f"missing: {key}" for key in sorted(wanted - found.keys())]
    faults += [f"not in the source: {key}" for key in sorted(found.keys() - wanted)]
    faults += [f"obsolete: {key}" for key in catalog.obsolete]
    for key, message in found.items():
        faults += [f"{fault}: {key[1][0]!r}" for fault in _message_faults(message, catalog.num_plurals)]
    return faults


def _message_faults(message: Message, plural_forms: int) -> list[str]:
    ids, forms = forms_of(message.id), forms_of(message.string)
    faults = ["fuzzy"] if message.fuzzy else []
    if len(forms) != (plural_forms if message.pluralizable else 1) or not all(form.strip() for form in forms):
        return [*faults, "untranslated"]
    wanted = sorted(PLACEHOLDER.findall(ids[-1]))
    for number, form in enumerate(forms):
        found = sorted(PLACEHOLDER.findall(form))
        # Arabic has forms of their own for none, one and two, which say the number in words.
        says_number = message.pluralizable and len(forms) == 6 and number < 3
        if found != wanted and not (says_number and found in _without_one(wanted)):
            faults.append("other placeholders")
        if _edges(form) != _edges(ids[-1]):
            faults.append("other space at the ends")
    return faults


def _without_one(placeholders: list[str]) -> list[list[str]]:
    return [placeholders[:number] + placeholders[number + 1 :] for number in range(len(placeholders))]


def _edges(text: str) -> tuple[bool, bool]:
    return text[:1].isspace(), text[-1:].isspace()


# -- the check itself ----------------------------------------------------------------------------------------

SMALL_SOURCE: list[MessageKey] = [("", ("Play {x}",)), ("size", ("Larger",)), ("", ("{n} day", "{n} days"))]
SMALL_PO = """
msgid ""
msgstr ""
"Language: ru\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 ? 0 : n<5 ? 1 : 2);\\n"
"Content-Type: text/plain; charset=utf-8\\n"

msgid "Play {x}"
msgstr "Слушать {x}"

msgctxt "size"
msgid "Larger"
msgstr "Крупнее"

msgid "{n} day"
msgid_plural "{n} days"
msgstr[0] "{n} день"
msgstr[1] "{n} дня"
msgstr[2] "{n} дней"
"""


@pytest.mark.parametrize(
    ("before", "after", "faults"),
    [
        ("", "", []),
        ("Слушать {x}", "Слушать {y}", ["other placeholders: 'Play {x}'"]),
        ("Слушать {x}", "Слушать", ["other placeholders: 'Play {x}'"]),
        ("Слушать {x}", "Слушать {x} ", ["other space at the ends: 'Play {x}'"]),
        ("Слушать {x}", "", ["untranslated: 'Play {x}'"]),
        ("{n} дня", "", ["untranslated: '{n} day'"]),
        ("{n} дней", "дней", ["other placeholders: '{n} day'"]),
        ('msgstr[2] "{n} дней"\n', "", ["untranslated: '{n} day'"]),
        ('msgid "Play', '#, fuzzy\nmsgid "Play', ["fuzzy: 'Play {x}'"]),
        ('msgid "Play {x}"\nmsgstr "Слушать {x}"', "", ["missing: ('', ('Play {x}',))"]),
        (
            'msgctxt "size"',
            "",
            ["missing: ('size', ('Larger',))", "not in the source: ('', ('Larger',))"],
        ),
        ('msgctxt "size"', '#~ msgid "Old"\n#~ msgstr "Старое"\n\nmsgctxt "size"', ["obsolete: Old"]),
    ],
)
def test_the_check_of_catalogs_itself(before: str, after: str, faults: list[str]) -> None:
    catalog = parsed(SMALL_PO.replace(before, after, 1).encode())
    assert faults_of(catalog, SMALL_SOURCE) == faults


def test_strings_of_the_source_are_found() -> None:
    assert ("", ("Remind me later",)) in source_keys()
    assert ("text size", ("Larger",)) in source_keys()
    assert ("", ("{minutes} minute", "{minutes} minutes")) in source_keys()


# -- the catalogs --------------------------------------------------------------------------------------------


def test_every_catalog_is_of_a_language_that_is_offered() -> None:
    assert sorted(path.name for path in LOCALE.iterdir() if path.is_dir()) == sorted(TRANSLATED)


@pytest.mark.conforms("SW-32")
@pytest.mark.parametrize("tag", TRANSLATED)
def test_every_string_is_translated(tag: str) -> None:
    faults = faults_of(catalog_of(tag), source_keys())
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("tag", TRANSLATED)
def test_the_header_is_filled_in(tag: str) -> None:
    head = file_of(tag, ".po").read_text("utf-8").split("\n\n")[0]
    assert f'"Language: {tag}\\n"' in head
    assert '"Project-Id-Version: aloud-kiosk ' in head
    assert [left for left in UNFILLED_HEADER if left in head] == []
    assert "@" not in head


@pytest.mark.parametrize("tag", TRANSLATED)
def test_the_compiled_catalog_is_that_of_the_translators(tag: str) -> None:
    anew = BytesIO()
    write_mo(anew, catalog_of(tag))
    anew.seek(0)
    with file_of(tag, ".mo").open("rb") as opened:
        shipped = read_mo(opened)
    expected = read_mo(anew)
    assert texts_of(shipped) == texts_of(expected)
    assert shipped.plural_forms == expected.plural_forms


def texts_of(catalog: Catalog) -> Mapping[MessageKey, tuple[str, ...]]:
    """Return what a catalog says for each message."""
    return {key: forms_of(message.string) for key, message in messages_of(catalog).items()}


@pytest.mark.parametrize("tag", TRANSLATED)
def test_every_plural_form_is_used_by_some_number(tag: str) -> None:
    spoken = gettext.translation(DOMAIN, LOCALE, [tag])
    for message in messages_of(catalog_of(tag)).values():
        if message.pluralizable:
            singular, plural = forms_of(message.id)
            used = {spoken.ngettext(singular, plural, count) for count in COUNTS}
            assert used == set(forms_of(message.string))


@pytest.mark.parametrize(
    ("tag", "forms"),
    [
        ("ru", {1: "минута", 2: "минуты", 5: "минут", 11: "минут", 12: "минут", 21: "минута", 104: "минуты"}),
        (
            "uk",
            {1: "хвилина", 2: "хвилини", 5: "хвилин", 11: "хвилин", 12: "хвилин", 21: "хвилина", 104: "хвилини"},
        ),
        ("tr", {1: "dakika", 2: "dakika"}),
        ("ar", {3: "دقائق", 10: "دقائق", 11: "دقيقة", 99: "دقيقة", 100: "دقيقة", 103: "دقائق"}),
    ],
)
def test_a_number_takes_its_form(tag: str, forms: dict[int, str]) -> None:
    spoken = gettext.translation(DOMAIN, LOCALE, [tag])
    for count, form in forms.items():
        text = spoken.ngettext("{minutes} minute", "{minutes} minutes", count)
        assert text == f"{{minutes}} {form}", count


@pytest.mark.parametrize("tag", LANGUAGES)
def test_numbers_take_the_same_form_as_unicode_says(tag: str) -> None:
    """Source: https://cldr.unicode.org/index/cldr-spec/plural-rules, as Babel ships them."""
    spoken = gettext.translation(DOMAIN, LOCALE, [tag], fallback=tag == SOURCE_LANGUAGE)
    category_of = Locale.parse(tag).plural_form
    # A message of the catalog whose forms all differ would be luck: the rule itself is asked.
    rule: Callable[[int], int] = getattr(spoken, "plural", lambda count: count != 1)
    form_of = {count: int(rule(count)) for count in COUNTS}
    pairs = {(category_of(count), form_of[count]) for count in COUNTS}
    assert len(pairs) == len({category for category, _form in pairs}) == len({form for _category, form in pairs})


# -- the guided tour names what is on the screen ---------------------------------------------------------------


@pytest.mark.conforms("DS-1")
@pytest.mark.parametrize("tag", TRANSLATED)
def test_the_tour_calls_things_as_the_screen_does(tag: str) -> None:
    tour = (ROOT / "content" / tag / "how-to-use.md").read_text("utf-8").casefold()
    spoken = gettext.translation(DOMAIN, LOCALE, [tag])
    labels = [spoken.gettext(label) for label in (*APPEAL_BUTTONS, *BAR_BUTTONS, *THEMES)]
    labels.append(spoken.gettext("Continue: {title}").partition(":")[0])
    labels += [spoken.pgettext("text size", label) for label in ("Smaller", "Larger")]
    assert [label for label in labels if label.casefold() not in tour] == []


# -- letters -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def faces(qapp: object) -> dict[str, list[QRawFont]]:
    """Every bundled face, by its family."""
    found: dict[str, list[QRawFont]] = {}
    for path in font_files():
        face = QRawFont(str(path), 32)
        found.setdefault(face.familyName(), []).append(face)
    return found


def unseen_letters(faces: Mapping[str, list[QRawFont]], text: str, language: str) -> set[str]:
    """Return the characters of a text that one of the faces it is set in cannot show."""
    families = [faces[family] for family in script_of(text, language).value]
    return {
        letter
        for letter in text
        if not any(all(face.supportsCharacter(ord(letter)) for face in family) for family in families)
    }


def test_the_check_of_letters_itself(faces: Mapping[str, list[QRawFont]]) -> None:
    assert unseen_letters(faces, "Play слушать استمع", "en") == set()
    assert unseen_letters(faces, "Play 听", "en") == {"听"}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_letter_can_be_shown(faces: Mapping[str, list[QRawFont]], tag: str) -> None:
    if tag == SOURCE_LANGUAGE:
        shown = [form for _context, forms in source_keys() for form in forms]
    else:
        shown = [form for forms in texts_of(catalog_of(tag)).values() for form in forms]
    unseen = {text: unseen_letters(faces, text, tag) for text in [LANGUAGES[tag], *shown]}
    assert {text: letters for text, letters in unseen.items() if letters} == {}
