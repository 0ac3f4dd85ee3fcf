"""Turkish quantities: plain numbers, ordinals, money, percent, units, fractions and ranges."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from kiosk.core.spoken.shapes import Shape, instead
from kiosk.core.spoken.turkish_numbers import WRITTEN, amount, cardinal, ordinal
from kiosk.core.spoken.turkish_suffixes import ENDING, behind_ordinal, is_ordinal, joined
from kiosk.core.spoken.turkish_words import CURRENCIES, NAMED_BY_NUMBER, RATES, UNITS
from kiosk.core.spoken_form import Respelling


def _either(forms: Iterable[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))


# A number whose thousands are parted by plain spaces: never a telephone number's last groups.
_SPACED = r"[1-9]\d{0,2}(?: \d{3}){1,5}(?:,\d{1,3})?(?![.,]?\d| \d)"
_WITH_COINS = r"(?P<number>(?:[1-9]\d{0,2}(?:[. \u00a0\u202f]\d{3}){1,5}|\d{1,9})[.,]\d\d)"
_NUMBER = rf"(?P<number>{_SPACED}|{WRITTEN})"
_START = r"(?<![\w.,])"
_MAGNITUDE = r"(?:\s(?P<magnitude>bin|milyon|milyar|trilyon)(?P<made>l[ıiuü]k[a-zçğıöşü]{0,6})?(?!\w))?"
_BEHIND_NUMBER = (
    r"(?:(?<=\d)|(?<=\d[ \u00a0\u202f])|(?<=[½¼¾])|(?<=[½¼¾] )"
    r"|(?<=bin )|(?<=milyon )|(?<=milyar )|(?<=trilyon )|(?<=buçuk ))"
)
# The point of a shortened unit, where the sentence goes on.
_POINT = r"(?:\.(?=,? [a-zçğıöşü]))?"
_SIGNS = _either(CURRENCIES)
_UNITS = _either(UNITS)
_RATES = _either(RATES)
_GLUED_ENDING = r"(?P<glued>[dt][ae]n?|l[ae]r[a-zçğıöşü]{0,8}|[ıiuü]?nc[ıiuü][a-zçğıöşü]{0,6}|l[ıiuü]k?)"
# Where a point behind digits ends no sentence: small letters follow, or another ordinal, or a name counted so.
_GOES_ON = rf"(?=,?\s+[a-zçğıöşüâîû]|[a-zçğıöşü]{{2}}|[-–]\d{{1,4}}\.\s|,\s\d{{1,4}}\.|\s{NAMED_BY_NUMBER}\b)"


def _with_ending(said: str, match: re.Match[str]) -> str:
    return joined(said, match["ending"])


def number_words(written: str, ending: str | None) -> str:
    """Say a number with its ending, which may make it an ordinal ("5'inci")."""
    if ending and is_ordinal(ending) and written.isdigit():
        return joined(ordinal(int(written)), behind_ordinal(ending))
    return joined(amount(written), ending)


def _plain(match: re.Match[str]) -> Sequence[Respelling]:
    return instead(match, number_words(match["number"], match["ending"] or match["glued"]))


def _ordinal(match: re.Match[str]) -> Sequence[Respelling]:
    is_glued = match.string[match.end() : match.end() + 1].isalpha()
    return instead(match, ordinal(int(match["number"])) + " " * is_glued)


def _ordinal_with_ending(match: re.Match[str]) -> Sequence[Respelling]:
    """Say an ordinal whose ending stands behind a point or a space: "2.'si", "1.lik", "5 inci"."""
    ending = match["ending"] or behind_ordinal(match["behind"])
    return instead(match, joined(ordinal(int(match["number"])), ending))


def _money(match: re.Match[str]) -> Sequence[Respelling]:
    """Say an amount of money whose sign stands before it, or that has a decimal part of two digits."""
    name, hundredth = CURRENCIES[match["sign"]]
    found = match.groupdict()
    number, magnitude, upto = match["number"], found.get("magnitude"), found.get("upto")
    coins = re.fullmatch(r"(.+)[.,](\d\d)", number)
    if coins and hundredth and not magnitude and not upto:
        whole, part = coins[1], int(coins[2])
        said = [f"{amount(whole)} {name}"] if int(re.sub(r"\D", "", whole)) or not part else []
        said += [f"{cardinal(part)} {hundredth}"] if part else []
        return instead(match, _with_ending(" ".join(said), match))
    said = [amount(number) + ("," if upto else ""), amount(upto) if upto else "", magnitude or "", name]
    ending = found.get("made") or match["ending"]
    return instead(match, joined(" ".join(word for word in said if word), ending))


def _sign_behind(match: re.Match[str]) -> Sequence[Respelling]:
    return _behind(match, CURRENCIES[match["sign"]][0])


def _unit(match: re.Match[str]) -> Sequence[Respelling]:
    return _behind(match, UNITS[match["unit"]])


def _behind(match: re.Match[str], name: str) -> Sequence[Respelling]:
    """Say a unit on its own: the number before it keeps its place, and is lit by itself."""
    is_glued = match.start() > 0 and not match.string[match.start() - 1].isspace()
    return instead(match, " " * is_glued + _with_ending(name, match))


def _rate(match: re.Match[str]) -> Sequence[Respelling]:
    said = RATES[match["rate"]].format(amount(match["number"]))
    is_said_already = (
        match.string[max(0, match.start() - 12) : match.start()].rstrip().lower().endswith(said.split()[0])
    )
    return instead(match, _with_ending(said.split(" ", 1)[1] if is_said_already else said, match))


def _percent(match: re.Match[str]) -> Sequence[Respelling]:
    share = "binde" if match["sign"] == "‰" else "yüzde"
    return instead(match, f"{share} {_with_ending(amount(match['number']), match)}")


def fraction(above: int, below: int) -> str:
    """Say a fraction: by its denominator's place where that has one of the common names, else as a division."""
    if (above, below) == (1, 2):
        return "yarım"
    if 0 < above < below <= 10 and below > 2:
        return f"{joined(cardinal(below), 'de')} {cardinal(above)}"
    return f"{cardinal(above)} bölü {cardinal(below)}"


def _fraction(match: re.Match[str]) -> Sequence[Respelling]:
    above, below = int(match["above"]), int(match["below"])
    if {above, below} == {7, 24}:
        return instead(match, _with_ending(f"{cardinal(above)} {cardinal(below)}", match))
    is_address = re.search(r"\b[Nn]o:? ?$", match.string[max(0, match.start() - 4) : match.start()])
    if match["ending"] or is_address or not below:
        return instead(match, _with_ending(f"{cardinal(above)} bölü {cardinal(below)}", match))
    return instead(match, _mixed(match["whole"], above, below))


def _mixed(whole: str | None, above: int, below: int) -> str:
    if not whole:
        return fraction(above, below)
    is_half = above * 2 == below
    return f"{cardinal(int(whole))} buçuk" if is_half else f"{cardinal(int(whole))} tam {fraction(above, below)}"


def _sign_of_fraction(match: re.Match[str]) -> Sequence[Respelling]:
    above, _, below = unicodedata.normalize("NFKC", match["sign"]).partition("⁄")
    return instead(match, _with_ending(_mixed(match["whole"], int(above), int(below)), match))


def _between(match: re.Match[str]) -> Sequence[Respelling]:
    said = {"/": " bölü ", ":": " "}.get(match[0], ", ")
    is_season = match[0] == "/" and match.string[max(0, match.start() - 4) : match.start()].isdigit()
    return instead(match, ", " if is_season and match.start() >= 4 else said)


def amounts() -> tuple[Shape, ...]:
    """Return how Turkish writes amounts of money, shares and measures, the most particular first."""
    return (
        Shape(
            re.compile(
                rf"(?<![\w$€£₺/])(?P<sign>{_SIGNS}) ?{_NUMBER}(?:[-–](?P<upto>{WRITTEN}))?(?!\w)"
                rf"{_MAGNITUDE}{ENDING}"
            ),
            _money,
        ),
        Shape(re.compile(rf"{_START}{_WITH_COINS}\s?(?P<sign>{_SIGNS})(?!\w){ENDING}"), _money),
        Shape(re.compile(rf"(?P<sign>[%‰٪])\s?{_NUMBER}(?!\w){ENDING}"), _percent),
        Shape(re.compile(rf"{_START}{_NUMBER}\s?(?P<sign>[%‰٪])(?!\w){ENDING}"), _percent),
        Shape(re.compile(rf"{_START}{_NUMBER}\s?(?P<rate>{_RATES})(?!\w){ENDING}"), _rate),
        Shape(re.compile(rf"{_BEHIND_NUMBER}(?P<sign>{_SIGNS})(?!\w){ENDING}"), _sign_behind),
        Shape(
            re.compile(rf"(?:{_BEHIND_NUMBER}|(?<!\w)(?=k?m[²³]))(?P<unit>{_UNITS})(?!\w){_POINT}{ENDING}"), _unit
        ),
    )


def numbers() -> tuple[Shape, ...]:
    """Return how Turkish writes ordinals, fractions and ranges."""
    return (
        Shape(
            re.compile(
                r"(?<![\w.,:/])(?P<number>\d{1,4})(?:\.['’]?(?P<ending>(?:l[ıiuü][kğ]|s[ıiuü])[a-zçğıöşü]{0,8})"
                r"| (?P<behind>[ıiuü]?nc[ıiuü][a-zçğıöşü]{0,6}))(?!\w)"
            ),
            _ordinal_with_ending,
        ),
        Shape(re.compile(rf"(?<![\w.,:/])(?P<number>\d{{1,4}})\.{_GOES_ON}"), _ordinal),
        Shape(
            re.compile(
                r"(?<![\w./,])(?:(?P<whole>\d{1,3}) )?(?P<above>\d{1,3})[/⁄](?P<below>\d{1,3})(?!\w|[/.,]\d)"
                + ENDING
            ),
            _fraction,
        ),
        Shape(
            re.compile(rf"(?:(?<!\w)(?P<whole>\d{{1,3}}) ?)?(?P<sign>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]){ENDING}"),
            _sign_of_fraction,
        ),
        Shape(re.compile(r"(?<=\d)[/:](?=\d)|(?<=[\d%])[-–](?=[%₺$€£]?\d)"), _between),
    )


def plain_number() -> Shape:
    """Return how Turkish writes any other number; a unit or an ending may be written to it without a space."""
    behind = rf"(?:(?=(?:{_UNITS}|{_SIGNS})(?!\w))|{_GLUED_ENDING}(?!\w)|(?!\w){ENDING})"
    return Shape(re.compile(rf"(?<!\w){_NUMBER}{behind}"), _plain)
