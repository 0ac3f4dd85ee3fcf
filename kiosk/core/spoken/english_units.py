"""Short forms of units of measure and how English says them, by one and by many."""

from kiosk.core.spoken.english_text import GAP, NOTHING, Found, compiled, piece, word_after, word_before, word_set

_METRIC = {
    "m": "meter",
    "g": "gram",
    "B": "byte",
    "W": "watt",
    "Wh": "watt hour",
    "Hz": "",
    "V": "volt",
    "L": "liter",
}
_PREFIXES = {"k": "kilo", "M": "mega", "G": "giga", "T": "tera", "m": "milli", "c": "centi", "µ": "micro"}
# Which prefixes people write before which unit.
_COMBINED = {"m": "kmcµ", "g": "kmµ", "B": "kMGT", "W": "kMGTm", "Wh": "kMGT", "V": "kmµ", "L": "mcµ"}

UNITS: dict[str, tuple[str, str]] = {
    prefix + short: (_PREFIXES[prefix] + name, f"{_PREFIXES[prefix]}{name}s")
    for short, name in _METRIC.items()
    for prefix in _COMBINED.get(short, "")
} | {
    short: (one, one if many == "=" else many or f"{one}s")
    for short, one, many in (
        ("m", "meter", ""), ("nm", "nanometer", ""), ("g", "gram", ""), ("t", "ton", ""), ("l", "liter", ""),
        ("L", "liter", ""), ("ml", "milliliter", ""), ("cl", "centiliter", ""), ("dl", "deciliter", ""),
        ("hl", "hectoliter", ""), ("mcg", "microgram", ""), ("ha", "hectare", ""), ("lb", "pound", ""),
        ("lbs", "pound", ""), ("oz", "ounce", ""), ("ft", "foot", "feet"), ("yd", "yard", ""), ("mi", "mile", ""),
        ("in", "inch", "inches"), ("gal", "gallon", ""), ("sqm", "square meter", ""),
        ("cc", "cubic centimeter", ""),
        ("s", "second", ""), ("sec", "second", ""), ("secs", "second", ""), ("ms", "millisecond", ""),
        ("h", "hour", ""), ("hr", "hour", ""), ("hrs", "hour", ""), ("min", "minute", ""), ("mins", "minute", ""),
        ("yr", "year", ""), ("yrs", "year", ""), ("wk", "week", ""), ("wks", "week", ""),
        ("KB", "kilobyte", ""), ("PB", "petabyte", ""), ("MiB", "mebibyte", ""), ("GiB", "gibibyte", ""),
        ("Mb", "megabit", ""), ("Gb", "gigabit", ""), ("kb", "kilobit", ""),
        ("V", "volt", ""), ("W", "watt", ""), ("mA", "milliampere", ""), ("mAh", "milliampere hour", ""),
        ("hp", "horsepower", "="), ("dB", "decibel", ""),
        ("Mbit", "megabit", ""), ("Gbit", "gigabit", ""), ("kbit", "kilobit", ""),
        ("bpm", "beat per minute", "beats per minute"), ("cal", "calorie", ""), ("kcal", "kilocalorie", ""),
        ("kJ", "kilojoule", ""), ("MJ", "megajoule", ""), ("Hz", "hertz", "="), ("kHz", "kilohertz", "="),
        ("MHz", "megahertz", "="), ("GHz", "gigahertz", "="), ("Pa", "pascal", ""), ("hPa", "hectopascal", ""),
        ("kPa", "kilopascal", ""), ("MPa", "megapascal", ""), ("px", "pixel", ""), ("pts", "point", ""),
        ("rpm", "revolution per minute", "revolutions per minute"), ("pct", "percent", "="),
        ("ppm", "part per million", "parts per million"), ("ppb", "part per billion", "parts per billion"),
        ("psi", "pound per square inch", "pounds per square inch"), ("dpi", "dot per inch", "dots per inch"),
        ("mph", "mile per hour", "miles per hour"), ("kph", "kilometer per hour", "kilometers per hour"),
        ("kmh", "kilometer per hour", "kilometers per hour"), ("mpg", "mile per gallon", "miles per gallon"),
        ("fps", "frame per second", "frames per second"), ("bps", "bit per second", "bits per second"),
        ("kbps", "kilobit per second", "kilobits per second"),
        ("mbps", "megabit per second", "megabits per second"),
        ("Mbps", "megabit per second", "megabits per second"),
        ("gbps", "gigabit per second", "gigabits per second"),
        ("Gbps", "gigabit per second", "gigabits per second"), ("knots", "knot", ""), ("Ω", "ohm", ""),
    )
}  # fmt: skip
"""Short form -> (by one, by many)."""

PERIODS = {
    "h": "hour", "hr": "hour", "d": "day", "wk": "week", "w": "week", "mo": "month", "mth": "month", "yr": "year",
    "y": "year", "min": "minute", "s": "second", "sec": "second", "kg": "kilogram", "p": "person",
}  # fmt: skip
"""What may stand after a slash, besides units and whole words: "$20/mo"."""

_DEGREES = {
    "C": " Celsius",
    "F": " Fahrenheit",
    "K": " Kelvin",
    "N": " north",
    "S": " south",
    "E": " east",
    "W": " west",
}
_POWERS = {"2": "square ", "²": "square ", "3": "cubic ", "³": "cubic "}
# One letter alone after a space is read as a unit only where it can hardly be anything else.
_LETTERS_APART = frozenset("mgltLhsVW")
# "5m people" are millions.
_MILLIONS = word_set(
    "people users jobs homes customers viewers voters votes copies barrels tonnes tons children workers "
    "refugees followers subscribers euros pounds dollars rubles residents citizens families households "
    "passengers cases doses deaths tests visitors patients shares years women men students players"
)
_ONE = word_set("a an one per each every half")
_UNIT = (
    rf"({GAP}?)(-?)((?:(?:sq|cu)\.?{GAP})?[A-Za-zµμΩ]{{1,5}}[²³23]?)(?:/([A-Za-zµμ]{{1,6}}[²³23]?))?"
    rf"(?!\w|/\w)(?:\.(?={GAP}[a-z\d(]))?"
)
_DEGREE = rf"({GAP}?)(?:([°º]){GAP}?([CFKNSEW]?)|(℃)|(℉))(?!\w)"
_PERCENT = rf"({GAP}?)(%|‰|pct\b\.?)"
# Long enough, and no English word: said as units after number words too, "a million km".
STANDING = word_set("km kg cm mm kph mph kWh MWh GWh TWh kW MW GW kHz MHz GHz Mbps Gbps km² m² m³")
"""Units that are said in words after number words too."""
# No word at all: said wherever they stand.
_NO_WORDS = word_set("km/h mph kph kWh MWh GWh TWh Mbps Gbps km² m² m³")
_AMOUNT_WORDS = word_set(
    "thousand million billion trillion hundred several many few of per some dozen two three four five six "
    "seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety"
)


def unit_words(short: str, is_one: bool) -> str:
    """Return how a unit is said ("square kilometers"); empty for what is none."""
    single = UNITS.get(short)
    if single:
        return single[not is_one]
    body = short.replace("μ", "µ")
    for begin, power in (("sq", "square "), ("cu", "cubic ")):
        if body.startswith((f"{begin} ", f"{begin}. ", f"{begin}\u00a0")):
            names = UNITS.get(body.split()[-1])
            return power + names[not is_one] if names else ""
    power = _POWERS.get(body[-1:], "")
    names = UNITS.get(body[:-1] if power else body)
    return power + names[not is_one] if names else ""


def per_words(short: str) -> str:
    """Return what is said after a slash: "per hour", "per square meter", "per person"; empty for what is none."""
    if short[-1:] in _POWERS and short[:-1] in PERIODS:
        return f"per {PERIODS[short[:-1]]} {'squared' if _POWERS[short[-1]] == 'square ' else 'cubed'}"
    name = PERIODS.get(short) or unit_words(short, is_one=True)
    if not name and len(short) > 2 and short.isalpha() and short.islower():
        name = short
    return f"per {name}" if name else ""


def unit_after(text: str, place: int, is_one: bool) -> Found:
    """Say the unit, percent sign or degree sign that follows a number which ends at a place."""
    found = compiled(_PERCENT).match(text, place)
    if found:
        said = "per mille" if found[2] == "‰" else "percent"
        return (piece(found.start(2), found.end(), said),)
    found = compiled(_DEGREE).match(text, place)
    if found:
        scale = found[3] or ("C" if found[4] else "F" if found[5] else "")
        said = ("degree" if is_one else "degrees") + _DEGREES.get(scale, "")
        return (piece(found.end(1), found.end(), said),)
    found = compiled(_UNIT).match(text, place)
    if not found or not _is_unit(found[1], found[2], found[3], found[4]):
        return NOTHING
    if found[3] == "m" and word_after(text, found.end()) in _MILLIONS:
        return (piece(found.start(3), found.end(), "million"),)
    # "A 5-km run" is a run of five kilometers, said by one.
    said = unit_words(found[3], is_one or bool(found[2]))
    over = per_words(found[4]) if found[4] else ""
    if not said or (found[4] and not over):
        return NOTHING
    return (piece(found.start(3), found.end(), f"{said} {over}".strip()),)


def _is_unit(gap: str, hyphen: str, short: str, below: str | None) -> bool:
    """Whether what follows a number is meant as a unit: many short ones are words too."""
    if hyphen:
        return not gap and len(short) > 1 and short != "in"
    if len(short) == 1:
        return short in _LETTERS_APART or not gap
    return short != "in" or not gap


def standing_unit(text: str, start: int) -> Found:
    """Say a unit that follows a number word: "half a million km"; among other words it is left alone."""
    found = compiled(r"[A-Za-z]+[²³23]?(?:/h)?(?![\w/])").match(text, start)
    before = word_before(text, start).lower()
    if not found or not (before in _AMOUNT_WORDS or before in _ONE or found[0] in _NO_WORDS):
        return NOTHING
    above, _, below = found[0].partition("/")
    said = unit_words(above, is_one=before in _ONE)
    return (piece(start, found.end(), f"{said} {per_words(below)}" if below else said),)
