"""The letters of a language, for those who choose them one by one. Pure data."""

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_LETTERS = {
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةى",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "tr": "abcçdefgğhıijklmnoöprsştuüvyz",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
}
SIGNS = (" ", "-", "’")
"""What else stands in words and names, in every language."""


def letters_of(tag: str) -> tuple[str, ...]:
    """Return the letters of a language in its own order, in small type; Latin ones for a language not known here.

    Args:
        tag: BCP 47 tag.
    """
    return tuple(_LETTERS.get(tag.split("-")[0].lower(), _LATIN))
