"""When lighting each word that is read would flash, so that another way must be found. Pure; knows no widget.

Nothing may flash more than three times a second over a large place. A flash is a pair of opposing changes of the
light; what is large is a quarter of a field of ten degrees, which is 341 by 256 where an inch has 96 points.
Source: https://www.w3.org/TR/WCAG22/#dfn-general-flash-and-red-flash-thresholds
"""

MOST_FLASHES = 3
"""So many a second may be anywhere."""
FIELD_WIDTH, FIELD_HEIGHT = 341, 256
"""Ten degrees of what one sees, in 96ths of an inch."""
LARGE_SHARE = 0.25
"""Of the field: less than that may flash as often as it will."""

# A word of running text with the blank after it, in parts of the type size: short, since short words are read in a
# row too. A language of longer words has fewer of them in a minute.
_WORD_EM = 3.25
# What is lit is as high as the line of letters.
_LIGHT_EM = 1.3


def flashes_word_by_word(words_per_minute: int, em: float, line_width: float) -> bool:
    """Whether the light on a word would flash, as it goes from word to word.

    A place is lit and dark again once for each line that is read, since the line that is read stands where the one
    before it stood. So it is as many times a second as lines are read.

    Args:
        words_per_minute: how fast it is read.
        em: type size in 96ths of an inch.
        line_width: width of the column of text, likewise.
    """
    words_a_line = max(1, int(line_width / (_WORD_EM * em)))
    flashes_a_second = words_per_minute / 60 / words_a_line
    lit = min(line_width, FIELD_WIDTH) * min(_LIGHT_EM * em, FIELD_HEIGHT)
    return flashes_a_second > MOST_FLASHES and lit >= LARGE_SHARE * FIELD_WIDTH * FIELD_HEIGHT
