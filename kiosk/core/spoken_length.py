"""How long a text is when it is said, in letters: what is written short may take long. Knows no voice.

"$98,765.43" are ten signs, and five seconds. What is given to a voice at once is measured by this, so that no
more than a minute of sound waits to be heard, however slow the reading is and whatever it reads.
"""

import re
import unicodedata
from collections.abc import Sequence
from itertools import accumulate

from kiosk.core.spoken_form import Respelling
from kiosk.core.text import TextSpan

# Letters that are said for one sign, where no rule tells: about the most that five voices were measured to say.
_DIGIT, _SIGN, _SPELLED_LETTER = 8, 8, 5
# Letters that are said by their names: in short words of capitals, and where several stand alone in a row.
_SPELLED = re.compile(r"(?:\b[^\W\d_]\b\W*){3,}|\b[^\W\d_]{2,6}\b")
_READ_SIGNS = frozenset("%‰°+=&@#§№*/\\~^")


def lengths_until(text: str, span: TextSpan, respellings: Sequence[Respelling]) -> list[int]:
    """Return how long a part of a text is until each of its places, its end included.

    Args:
        text: the written text.
        span: the part.
        respellings: what of the text is said in other words, in order, without overlaps.

    Returns:
        Letters from the part's start to each of its code points, rising, one more than the part has.
    """
    written = span.of(text)
    lengths = [_length_of(sign) for sign in written]
    for match in _SPELLED.finditer(written):
        if match.group().isupper() or " " in match.group():
            lengths[match.start() : match.end()] = [
                _SPELLED_LETTER if sign.isalpha() else 1 for sign in match.group()
            ]
    for own in respellings:
        if span.start <= own.span.start and own.span.end <= span.end:
            first, count = own.span.start - span.start, len(own.span)
            # Evenly over its place: the rest of it to its first sign.
            each, rest = divmod(len(own.spoken), count)
            lengths[first : first + count] = [each + rest, *[each] * (count - 1)]
    return [0, *accumulate(lengths)]


def _length_of(sign: str) -> int:
    if sign.isdigit():
        return _DIGIT
    if sign in _READ_SIGNS or unicodedata.category(sign) == "Sc":
        return _SIGN
    return 1
