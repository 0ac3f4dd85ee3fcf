"""How English says amounts of money."""

from re import Match
from typing import NamedTuple

from kiosk.core.spoken.english_numbers import bare, cardinal, whole
from kiosk.core.spoken.english_quantities import Quantity, quantity
from kiosk.core.spoken.english_text import GAP, NOTHING, Found, compiled, is_adjective, piece
from kiosk.core.spoken.english_units import per_words


class Currency(NamedTuple):
    """How a currency is called."""

    one: str
    """By one: "dollar"."""
    many: str
    """By many: "dollars"."""
    cent: str = ""
    """Its hundredth by one; empty: nobody counts it."""
    cents: str = ""
    """Its hundredths by many."""


_DOLLAR = Currency("dollar", "dollars", "cent", "cents")
_EURO = Currency("euro", "euros", "cent", "cents")
_POUND = Currency("pound", "pounds", "penny", "pence")
_RUBLE = Currency("ruble", "rubles", "kopeck", "kopecks")
_HRYVNIA = Currency("hryvnia", "hryvnias", "kopeck", "kopecks")
_LIRA = Currency("lira", "liras", "kurush", "kurush")
_RUPEE = Currency("rupee", "rupees", "paisa", "paise")
_YEN = Currency("yen", "yen")
_WON = Currency("won", "won")
_YUAN = Currency("yuan", "yuan")
_SHEKEL = Currency("shekel", "shekels")
_FRANC = Currency("franc", "francs", "cent", "cents")

_SIGNS = {
    "$": _DOLLAR, "€": _EURO, "£": _POUND, "¥": _YEN, "₽": _RUBLE, "₴": _HRYVNIA, "₺": _LIRA, "₹": _RUPEE,
    "₩": _WON, "₪": _SHEKEL, "₫": Currency("dong", "dong"), "₦": Currency("naira", "naira"),
    "₱": Currency("peso", "pesos"), "฿": Currency("baht", "baht"), "₸": Currency("tenge", "tenge"),
    "₾": Currency("lari", "lari"), "₿": Currency("bitcoin", "bitcoins"), "¢": Currency("cent", "cents"),
}  # fmt: skip
_LANDS = {
    "US": "US", "C": "Canadian", "CA": "Canadian", "A": "Australian", "AU": "Australian", "NZ": "New Zealand",
    "HK": "Hong Kong", "S": "Singapore", "NT": "Taiwan",
}  # fmt: skip


def _of_land(land: str) -> Currency:
    return Currency(f"{land} dollar", f"{land} dollars", "cent", "cents")


CODES = {
    "USD": _of_land("US"), "CAD": _of_land("Canadian"), "AUD": _of_land("Australian"),
    "NZD": _of_land("New Zealand"), "HKD": _of_land("Hong Kong"), "SGD": _of_land("Singapore"), "EUR": _EURO,
    "GBP": _POUND, "JPY": _YEN, "CNY": _YUAN, "RMB": _YUAN, "RUB": _RUBLE, "UAH": _HRYVNIA, "TRY": _LIRA,
    "INR": _RUPEE, "KRW": _WON, "ILS": _SHEKEL, "CHF": Currency("Swiss franc", "Swiss francs", "cent", "cents"),
    "PLN": Currency("zloty", "zlotys"), "SEK": Currency("Swedish krona", "Swedish kronor"),
    "NOK": Currency("Norwegian krone", "Norwegian kroner"), "DKK": Currency("Danish krone", "Danish kroner"),
    "CZK": Currency("Czech koruna", "Czech korunas"), "HUF": Currency("forint", "forints"),
    "RON": Currency("Romanian leu", "Romanian lei"), "BGN": Currency("lev", "leva"),
    "BYN": Currency("Belarusian ruble", "Belarusian rubles"), "KZT": Currency("tenge", "tenge"),
    "EGP": Currency("Egyptian pound", "Egyptian pounds"), "SAR": Currency("Saudi riyal", "Saudi riyals"),
    "AED": Currency("dirham", "dirhams"), "MXN": Currency("Mexican peso", "Mexican pesos", "centavo", "centavos"),

    "BRL": Currency("Brazilian real", "Brazilian reals"), "ZAR": Currency("rand", "rand"),
    "BTC": Currency("bitcoin", "bitcoins"),
}  # fmt: skip
"""Currencies by the codes of ISO 4217, and two that are written like them."""

_SCALES = {"k": "thousand", "m": "million", "mn": "million", "mln": "million", "mm": "million", "b": "billion"}
_SCALES |= {"bn": "billion", "t": "trillion", "tn": "trillion", "trn": "trillion"}
_SIGN = "[$€£¥₽₴₺₹₩₪₫₦₱฿₸₾₿¢]"
_BEFORE = rf"(?P<land>US|CA?|AU?|NZ|HK|S|NT|R)?(?P<sign>{_SIGN}){GAP}?(?=[\d.])|(?P<code>[A-Z]{{3}}){GAP}?(?=\d)"
_AFTER = rf"({GAP}?)(?:(?P<sign>{_SIGN})(?!\d)|(?P<code>[A-Z]{{3}})\b)"
_RANGE = rf"[-–—]{_SIGN}?(?=\d)|{GAP}[–—]{GAP}(?=\d)"
_SCALE = (
    rf"(?P<join>{GAP}|-)?(?P<word>hundred|thousand|million|billion|trillion)\b"
    rf"|{GAP}?(?P<letter>k|K|mn|mln|MM|[mM]|bn|Bn|BN|[bB]|tn|trn|[tT])\b(?![.'’]\w)"
)
_PER = r"/([a-z]{1,9})\b"


def money(text: str, start: int) -> Found:
    """Say an amount whose currency stands before it: "$3.7 million", "US$5", "EUR 20", "£10/wk"."""
    found = compiled(_BEFORE).match(text, start)
    currency = _currency(found)
    first = quantity(text, found.end()) if found and currency else None
    if not found or not currency or not first:
        return NOTHING
    second = _second(text, first)
    last = second or first
    scale = compiled(_SCALE).match(text, last.end)
    end = scale.end() if scale else last.end
    is_one = bool(scale and scale["join"] == "-") or is_adjective(text, start, end)
    if scale or second or not first.is_decimal:
        amount = f"{first.spoken} to {second.spoken}" if second else first.spoken
        is_one = is_one or (not scale and not second and first.is_one)
        said = " ".join((amount, *_scale_word(scale), currency.one if is_one else currency.many))
    else:
        said = in_cents(first, currency, is_one)
    per = compiled(_PER).match(text, end)
    over = per_words(per[1]) if per else ""
    if per and over:
        said, end = f"{said} {over}", per.end()
    pieces = (piece(start, end, said),)
    # "$250-$300": the next amount has a sign of its own.
    onwards = compiled(rf"{GAP}?([-–—]){GAP}?(?={_SIGN}\d)").match(text, end)
    return (*pieces, piece(*onwards.span(1), "to")) if onwards else pieces


def _second(text: str, first: Quantity) -> Quantity | None:
    """Return the other end of a stretch: "$5–10", and "$5–$10 million", where both are millions."""
    spread = compiled(_RANGE).match(text, first.end)
    second = quantity(text, spread.end()) if spread else None
    if spread and second and spread[0][-1] in _SIGNS and not compiled(_SCALE).match(text, second.end):
        return None
    return second


def _currency(found: Match[str] | None) -> Currency | None:
    if not found:
        return None
    if found["code"]:
        return CODES.get(found["code"])
    if found["land"] == "R" and found["sign"] == "$":
        return CODES["BRL"]
    if found["land"] and found["sign"] == "$":
        return _of_land(_LANDS[found["land"]])
    return _SIGNS[found["sign"]] if not found["land"] else None


def _scale_word(found: Match[str] | None) -> tuple[str, ...]:
    if not found:
        return ()
    return (found["word"] or _SCALES[found["letter"].lower()],)


def in_cents(amount: Quantity, currency: Currency, is_one: bool = False) -> str:
    """Say "20.50" of a currency: "twenty dollars and fifty cents"; finer parts are said as decimals."""
    before, _, after = bare(amount.written).partition(".")
    name = currency.one if is_one or before == "1" else currency.many
    if not currency.cent or len(after) > 2:
        return f"{amount.spoken} {currency.one if is_one else currency.many}"
    small = int(after.ljust(2, "0"))
    cents = f"{cardinal(small)} {currency.cent if small == 1 else currency.cents}"
    large = f"{whole(before or '0')} {name}"
    if not small:
        return large
    return f"{large} and {cents}" if before.strip("0") else cents


def money_after(text: str, start: int, last: Quantity, is_single: bool) -> Found:
    """Say the currency that follows an amount: "5 €", "20 USD".

    Args:
        text: the text.
        start: where the number begins.
        last: the number; ends where the currency may begin.
        is_single: whether the number is all of the amount: no stretch, no "million".
    """
    found = compiled(_AFTER).match(text, last.end)
    currency = (_SIGNS.get(found["sign"] or "") or CODES.get(found["code"] or "")) if found else None
    if not found or not currency:
        return NOTHING
    if last.is_decimal and is_single:
        return (piece(start, found.end(), in_cents(last, currency)),)
    return (piece(found.end(1), found.end(), currency.one if last.is_one and is_single else currency.many),)
