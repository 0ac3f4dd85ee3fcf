"""Arabic quantities: plain numbers, money, percent, units, fractions and ranges."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from kiosk.core.spoken.arabic_nouns import LETTERS, Noun, agreement, bare, counted, governs, is_plural
from kiosk.core.spoken.arabic_numbers import (
    WRITTEN,
    Agreement,
    Amount,
    amount_words,
    cardinal,
    definite,
    fraction,
    ordinal,
    read,
)
from kiosk.core.spoken.arabic_words import CURRENCIES, MONTH_NAMES, ORDINAL_HEADS, RATES, SCALES, UNITS
from kiosk.core.spoken.shapes import Shape, instead
from kiosk.core.spoken_form import Respelling
from kiosk.core.text import TextSpan

PREFIX = r"(?<!\w)(?P<prefix>[وف]?(?:بال|كال|لل|ال|[بلك])?ـ{0,3})"
"""Particles that are written together with what follows: "and", "in", "the"; a stretched stroke may join them."""
_VOWELLED = {"ب": "بِ", "ل": "لِ", "ك": "كَ", "و": "وَ", "ف": "فَ"}


def _either(forms: Iterable[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))


_NUMBER = rf"(?P<number>{WRITTEN})"
_SCALE = rf"(?:\s(?P<scale>{_either(SCALES)})(?!\w))?"
_SIGNS = f"(?i:{_either(CURRENCIES)})"
_BEFORE = re.compile(rf"([{LETTERS}]+)[ \u00a0]+$")
_AFTER = re.compile(rf"(?:[-–]\d{{1,9}})?[ \u00a0]+([{LETTERS}ـ]+)")
# Earlier in the same list: "between 18 and 24".
_LISTED = re.compile(rf"([{LETTERS}]+) \d[\d.,٫]*(?: [{LETTERS}]+){{0,2}} ?$")
_LATEST_YEAR = 2100
_MONTH_ENDS = frozenset(name.split()[-1] for name in MONTH_NAMES)


def prefixed(prefix: str, words: str) -> str:
    """Join particles and the article to the words behind them; the stretched stroke is not said."""
    plain = prefix.replace("ـ", "")
    if plain.endswith(("ال", "لل")):
        words = words if words.startswith("ال") else definite(words)
        plain = plain[:-1] if plain.endswith("لل") else plain[:-2]
    if not plain:
        return words
    if words.startswith("اِ"):
        words = "ا" + words[2:]
    if words.startswith("ال") and plain[-1] == "ل":
        return "".join(_VOWELLED[letter] for letter in plain[:-1]) + "لِل" + words[2:]
    return "".join(_VOWELLED[letter] for letter in plain) + words


def word_before(text: str, place: int) -> str:
    """Return the Arabic word before a place; empty where something else stands."""
    found = _BEFORE.search(text[max(0, place - 30) : place])
    return found[1] if found else ""


def word_after(text: str, place: int) -> str:
    """Return the Arabic word behind a place; empty where something else stands."""
    found = _AFTER.match(text[place : place + 50])
    return found[1] if found else ""


def _is_oblique(match: re.Match[str]) -> bool:
    """Whether what stands before a number puts it into the oblique case."""
    text, start, prefix = match.string, match.start(), match["prefix"].replace("ـ", "")
    if prefix.removeprefix("و").removeprefix("ف"):
        return True
    before = text[max(0, start - 40) : start]
    if prefix == "و":
        listed = _LISTED.search(before)
        return bool(listed and governs(listed[1]))
    return governs(word_before(text, start)) or bool(re.search(r"(?:\d[-–]|[~≈] ?)$", before))


def _plain(match: re.Match[str]) -> Sequence[Respelling]:
    amount = read(match["number"])
    prefix = match["prefix"].replace("ـ", "")
    text, start = match.string, match.start()
    before, after = "" if prefix[:1] in {"و", "ف"} else word_before(text, start), word_after(text, match.end())
    if not amount.is_whole or len(amount.whole) > 15:
        words = amount_words(amount, Agreement(is_oblique=_is_oblique(match)))
    elif prefix.endswith(("ال", "لل")):
        words = _with_article(amount.number, before, after)
    else:
        is_year = _is_year(match["number"], amount.number, before, after)
        asked = agreement(amount.number, before, "" if is_year else after)
        words = amount_words(amount, asked._replace(is_oblique=asked.is_oblique or is_year or _is_oblique(match)))
    return instead(match, prefixed(prefix, words))


def _is_year(written: str, number: int, before: str, after: str) -> bool:
    """Whether a number is a year by its looks: years are said in the oblique wherever they stand."""
    if bare(after) == "ه" or (before in _MONTH_ENDS and number > 1000):
        return True
    return len(written) == 4 and 1500 < number <= _LATEST_YEAR and number % 100 > 0


def _with_article(number: int, before: str, after: str) -> str:
    """Say "the 15": the fifteenth behind a definite singular, else the fifteen."""
    is_behind_noun = before.startswith(("ال", "لل", "بال", "وال"))
    if is_behind_noun and number < 100 and not is_plural(before):
        return ordinal(number, bare(before).endswith(("ة", "ى")))
    noun = bare(before).removeprefix("ال") if is_behind_noun else after
    return definite(cardinal(number, Agreement(agreement(number, "", noun).is_feminine, is_oblique=True)))


def _ordinal_behind_noun(match: re.Match[str]) -> Sequence[Respelling]:
    return instead(match, ordinal(int(match["number"]), match["head"].endswith(("ة", "ى"))), "said")


def _scale(match: re.Match[str]) -> Sequence[Respelling]:
    spoken = SCALES.get(bare(match["scale"]))
    return instead(match, spoken) if spoken and spoken != match["scale"] else ()


def _percent(match: re.Match[str]) -> Sequence[Respelling]:
    words = amount_words(read(match["number"], is_share=True), Agreement(is_oblique=_is_oblique(match)))
    whole = "الأَلْف" if "‰" in match[0] else "المِئَة"
    return instead(match, f"{prefixed(match['prefix'], words)} في {whole}")


def _money(match: re.Match[str]) -> Sequence[Respelling]:
    currency, hundredth = CURRENCIES.get(match["sign"]) or CURRENCIES[match["sign"].upper()]
    amount, is_oblique = read(match["number"]), _is_oblique(match)
    amount = amount._replace(whole=amount.whole.lstrip("0") or "0")
    part = 0 if match["scale"] or amount.others or len(amount.fraction) > 2 else int(amount.fraction.ljust(2, "0"))
    if part and hundredth.one:
        sums = [(Amount(amount.whole), currency)] if amount.number else []
        said = [_in_full(own, noun, is_oblique) for own, noun in [*sums, (Amount(str(part)), hundredth)]]
        return instead(match, prefixed(match["prefix"], " وَ".join(said)))
    if not match["scale"] and len(amount.fraction) <= 2 and not amount.others and not part:
        amount = Amount(amount.whole)
    if match.start("sign") < match.start("number"):
        words = _in_full(amount, currency, is_oblique, _scale_word(match))
        return instead(match, prefixed(match["prefix"], words))
    return _number_and_noun(match, amount, currency, "sign")


def _in_full(amount: Amount, noun: Noun, is_oblique: bool, scale: str = "") -> str:
    return " ".join(part for part in counted(amount, noun, is_oblique, scale) if part)


def _scale_word(match: re.Match[str]) -> str:
    return SCALES[bare(match["scale"])] if match["scale"] else ""


def _number_and_noun(
    match: re.Match[str], amount: Amount, noun: Noun, group: str, behind: str = ""
) -> Sequence[Respelling]:
    """Say a number and a unit, each in its place where both are words of their own: each is then lit by itself."""
    number, name = counted(amount, noun, _is_oblique(match), _scale_word(match))
    end = match.end("scale" if match["scale"] else "number")
    if not number or end == match.start(group):
        return instead(match, prefixed(match["prefix"], f"{number} {name}{behind}".strip()))
    return (
        Respelling(TextSpan(match.start(), end), prefixed(match["prefix"], number)),
        *instead(match, name + behind, group),
    )


def _unit(match: re.Match[str]) -> Sequence[Respelling]:
    amount = read(match["number"])
    if match["unit"] == "م" and len(match["number"]) == 4 and amount.is_whole and amount.number <= _LATEST_YEAR:
        number = prefixed(match["prefix"], cardinal(amount.number, Agreement(is_oblique=True)))
        return instead(match, f"{number} ميلادية")
    return _number_and_noun(match, amount, UNITS[match["unit"]], "unit")


def _rate(match: re.Match[str]) -> Sequence[Respelling]:
    noun, per = RATES[match["rate"]]
    return _number_and_noun(match, read(match["number"]), noun, "rate", per)


def _fraction(match: re.Match[str]) -> Sequence[Respelling]:
    above, below = int(match["above"]), int(match["below"])
    if not below:
        return ()
    return instead(match, prefixed(match["prefix"], _mixed(match["whole"], above, below)))


def _mixed(whole: str | None, above: int, below: int) -> str:
    part = fraction(above, below)
    return f"{cardinal(int(whole))} وَ{part}" if whole else part


def _sign_of_fraction(match: re.Match[str]) -> Sequence[Respelling]:
    above, _, below = unicodedata.normalize("NFKC", match["sign"]).partition("⁄")
    return instead(match, prefixed(match["prefix"], _mixed(match["whole"], int(above), int(below))))


def _between(match: re.Match[str]) -> Sequence[Respelling]:
    """Say a stroke between two numbers: "to" when they rise, a short rest when they do not (a score)."""
    if match[0] in "-–":
        first = re.search(r"(\d{1,9})[%٪]?$", match.string[max(0, match.start() - 10) : match.start()])
        second = re.match(r"[%٪$€]?(\d{1,9})", match.string[match.end() : match.end() + 10])
        rises = first and second and int(first[1]) < int(second[1])
        return instead(match, " إلى " if rises else "، ")
    return instead(match, "، ")


def _product(match: re.Match[str]) -> Sequence[Respelling]:
    return instead(match, " في ".join(cardinal(int(digits)) for digits in re.findall(r"\d+", match[0])))


def _behind_letters(match: re.Match[str]) -> Sequence[Respelling]:
    return instead(match, f" {cardinal(int(match['number']))}", "number")


def shapes() -> tuple[Shape, ...]:
    """Return how Arabic writes quantities, the most particular first."""
    heads = "|".join(ORDINAL_HEADS)
    amount = rf"{PREFIX}{_NUMBER}"
    return (
        Shape(re.compile(rf"{PREFIX}(?P<sign>{_SIGNS}) ?{_NUMBER}{_SCALE}(?!\w)"), _money),
        Shape(re.compile(rf"{amount}{_SCALE}\s?(?P<sign>{_SIGNS})(?!\w)"), _money),
        Shape(re.compile(rf"{PREFIX}[%‰٪] ?{_NUMBER}(?!\w)"), _percent),
        Shape(re.compile(rf"{amount} ?[%‰٪](?!\w)"), _percent),
        Shape(re.compile(rf"{amount}{_SCALE}\s?(?P<rate>{_either(RATES)})(?!\w)"), _rate),
        Shape(re.compile(rf"{amount}{_SCALE}\s?(?P<unit>{_either(UNITS)})(?!\w|/)"), _unit),
        Shape(
            re.compile(
                rf"(?<!\w)(?P<head>[وفبك]{{0,2}}(?:ال|لل)(?:{heads})) "
                r"(?P<said>(?:الـ?)?(?P<number>[1-9]\d?))(?!\w|[.,٫/]\d)"
            ),
            _ordinal_behind_noun,
        ),
        Shape(
            re.compile(
                rf"(?<![./,]){PREFIX}(?:(?P<whole>\d{{1,3}}) )?(?P<above>\d{{1,3}})[/⁄](?P<below>\d{{1,3}})"
                r"(?!\w|[/.,]\d)"
            ),
            _fraction,
        ),
        Shape(re.compile(rf"{PREFIX}(?:(?P<whole>\d{{1,3}}) ?)?(?P<sign>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])"), _sign_of_fraction),
        Shape(re.compile(r"(?<=[\d%٪])[-–](?=[%٪$€]?\d)|(?<=\d)[/:](?=\d)"), _between),
        Shape(re.compile(r"(?<![\w.,])\d{1,4}(?: ?[x×] ?\d{1,4}){1,3}(?!\w|[.,]\d)"), _product),
        Shape(re.compile(r"(?<![\w)\]%.,/-])[-−](?=[\d$€])"), lambda match: instead(match, "سالب ")),
        Shape(re.compile(rf"{PREFIX}{_NUMBER}(?!\w)"), _plain),
        Shape(re.compile(r"(?<!\w)[A-Za-z]{1,4}(?P<number>\d{1,4})(?!\w|[.,]\d)"), _behind_letters),
        Shape(re.compile(rf"(?<=\d[ \u00a0])(?P<scale>[{LETTERS}]{{3,12}})(?!\w)"), _scale),
    )
