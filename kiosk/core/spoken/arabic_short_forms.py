"""Arabic short forms: titles, abbreviations, signs, addresses of mail and web, and marks that are no words."""

import re
from collections.abc import Iterator, Sequence

from kiosk.core.spoken.arabic_nouns import LETTERS
from kiosk.core.spoken.arabic_numbers import Agreement, cardinal, ordinal
from kiosk.core.spoken.arabic_words import CURRENCIES, NUMBERED, PHRASES, SIGNS, TITLES
from kiosk.core.spoken.shapes import FOOTNOTE, MAIL_ADDRESS, RAISED, WEB_ADDRESS, Shape, instead, silent
from kiosk.core.spoken_form import Respelling
from kiosk.core.text import TextSpan

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_IN_ADDRESSES = {
    ".": "دوت", "@": "آت", "/": "شرطة مَائِلَة", "-": "شرطة", "_": "شرطة سُفْلِيَة", "?": "علامة استفهام", "=": "يساوي",
    "&": "و", "#": "مربع", "+": "زائد", "%": "في المئة", ":": "نقطتان", "~": "مدة",
}  # fmt: skip
_FOLLOWS_NAME = rf"(?= ?[{LETTERS}])(?! ?[{LETTERS}]\.)"


def _title(match: re.Match[str]) -> Sequence[Respelling]:
    short, rest = match["short"], match.string[match.end() : match.end() + 4]
    # A letter that numbers a list, or stands at its beginning, is no title.
    if short in {"أ", "م"} and (not match.start() or rest.lstrip().startswith("ال")):
        return ()
    title = TITLES[re.sub(r"[.] ?", ".", short)]
    return instead(match, (match["and"] or "") + title + " " * (rest[:1] != " "))


def _phrase(match: re.Match[str]) -> Sequence[Respelling]:
    spoken = PHRASES[match["short"]]
    # The point that ends the text, or follows a form that is written without one, ends a sentence.
    is_end = match[0].endswith(".") and (
        "." not in match["short"] or not match.string[match.end() : match.end() + 9].strip(' "»”)')
    )
    return instead(match, spoken + "." * is_end)


def _numbered(match: re.Match[str]) -> Sequence[Respelling]:
    """Say a page by its number, a volume or an edition by its ordinal."""
    noun, number = NUMBERED[match["short"]], int(match["number"])
    said = (
        cardinal(number, Agreement(is_oblique=True))
        if match["short"] == "ص"
        else ordinal(number, noun.endswith("ة"))
    )
    return instead(match, f"{match['and'] or ''}{noun} {said}")


def _currency(match: re.Match[str]) -> Sequence[Respelling]:
    noun, _ = CURRENCIES[match[0]]
    return instead(match, noun.phrase(""))


def _address(match: re.Match[str]) -> Iterator[Respelling]:
    """Say the signs of an address; its words stay as they are written."""
    written = match[0].rstrip(".-_,?/")
    scheme = re.match(r"https?://(?:www\.)?|www\.", written)
    start = scheme.end() if scheme else 0
    if scheme:
        yield Respelling(TextSpan(match.start(), match.start() + start), "")
    for sign in re.finditer(r"\d{1,9}|[\W_]", written[start:]):
        span = TextSpan(*sign.span()).shifted(match.start() + start)
        said = cardinal(int(sign[0])) if sign[0].isdigit() else _IN_ADDRESSES.get(sign[0], "")
        yield Respelling(span, f" {said} ")


def _sign(match: re.Match[str]) -> Sequence[Respelling]:
    return instead(match, SIGNS[match[0]])


def _constantly(spoken: str, pattern: str) -> Shape:
    return Shape(re.compile(pattern), lambda match: instead(match, spoken))


def addresses() -> tuple[Shape, ...]:
    """Return the shapes of addresses and of marks that only the eye needs."""
    return (
        Shape(re.compile(MAIL_ADDRESS), _address),
        Shape(re.compile(WEB_ADDRESS), _address),
        Shape(re.compile(FOOTNOTE), silent),
        Shape(
            re.compile(r"(?<![\w.])(?P<and>و)?(?P<short>ص|ج|ط)\.? ?(?P<number>\d{1,4})(?!\w|[.,]\d)"), _numbered
        ),
        # Inside a word they make two words of it, or one that no dictionary knows.
        Shape(re.compile(rf"(?<=[{LETTERS}])(?:[{_BIDI}]{{1,9}}|ـ{{1,99}})(?=[{LETTERS}])"), silent),
    )


def shapes() -> tuple[Shape, ...]:
    """Return the shapes of short forms."""
    phrases = "|".join(re.escape(short) for short in sorted(PHRASES, key=len, reverse=True))
    currencies = "|".join(re.escape(sign) for sign in CURRENCIES if "." in sign)
    return (
        Shape(re.compile(rf"(?<!\w)(?:{currencies})(?!\w)"), _currency),
        Shape(re.compile(rf"(?<!\w)(?P<short>{phrases})(?!\w)\.?"), _phrase),
        Shape(
            re.compile(rf"(?<![\w.])(?P<and>و)?(?P<short>أ\. ?د|[دأم])[./]{_FOLLOWS_NAME}"),
            _title,
        ),
        _constantly(" لِلْهِجْرَة", r"(?<=\d)هـ(?!\w)"),
        _constantly("لِلْهِجْرَة", r"(?<=\d )هـ(?!\w)"),
        _constantly(" ", rf"(?<=[{LETTERS}])/(?=[{LETTERS}])"),
        _constantly("وسم ", r"(?<!\w)#(?=[^\W\d])"),
        _constantly("رقم ", r"(?<!\w)[#№] ?(?=\d)"),
        _constantly("نحو ", r"[~≈] ?(?=\d)"),
        _constantly("زائد ", r"(?<![\w)])\+(?=\d)"),
        _constantly("آت ", r"(?<!\w)@(?=\w)"),
        _constantly(" ", r"(?<=[^\W\d_])-(?=\d)"),
        Shape(re.compile(r"(?<=\s)[&+=±≈×÷](?=\s)"), _sign),
        Shape(re.compile(RAISED), silent),
    )
