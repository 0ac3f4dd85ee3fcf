"""What the neural English voice is asked to say when somebody wrote how it sounds: the letters of its model.

The model knows the sounds of American English; all others are said like the nearest. Knows the letters, not the
engine.
"""

from collections.abc import Sequence
from itertools import count
from typing import NamedTuple

from kiosk.core.ipa import Alphabet, pairs, spelled
from kiosk.core.spoken_form import Pronounced, Respelling, SpokenForm, each_word, spell_out

# Its capital letters are diphthongs. Single "e" and "o" are those of other languages.
_LETTERS = pairs("""
    p=p b=b t=t d=d k=k f=f v=v s=s z=z h=h m=m n=n l=l w=w j=j i=i u=u ɡ=ɡ θ=θ ð=ð ʃ=ʃ ʒ=ʒ ŋ=ŋ ɹ=ɹ ə=ə ɪ=ɪ
    ʊ=ʊ ʌ=ʌ æ=æ ɑ=ɑ ɔ=ɔ ɛ=ɛ ᵻ=ᵻ r=ɹ tʃ=ʧ dʒ=ʤ tɕ=ʧ dʑ=ʤ ʈʂ=ʧ ɖʐ=ʤ eɪ=A ei=A eː=A e=ɛ aɪ=I ai=I ɑɪ=I aʊ=W au=W
    oʊ=O əʊ=O ou=O oː=O o=O ɔɪ=Y oɪ=Y oi=Y ɔʏ=Y a=ɑ ɒ=ɑ ɐ=ə ɚ=əɹ ɝ=ɜɹ ɜ=ɜɹ ɜr=ɜɹ ɜɹ=ɜɹ ɜːr=ɜɹ ɜːɹ=ɜɹ ø=ɜɹ
    œ=ɜɹ ɪə=ɪɹ eə=ɛɹ ɛə=ɛɹ ʊə=ʊɹ ɛ̃=æn œ̃=ʌn x=k ç=ʃ l̩=ᵊl n̩=ᵊn m̩=ᵊm r̩=əɹ ɹ̩=əɹ
""")
_ALPHABET = Alphabet(_LETTERS)


def letters(ipa: str) -> str:
    """Spell a pronunciation in the model's letters; empty when it is none."""
    return " ".join(spelled(ipa, _ALPHABET))


class StoodIn(NamedTuple):
    """A text in which a word of its own stands for each stretch whose sound is known."""

    form: SpokenForm
    """The text with the stand-ins, and how it leads back."""
    letters: dict[str, str]
    """What each stand-in sounds like, in the model's letters."""
    written: dict[str, str]
    """What each stand-in stands for."""


def stand_in(text: str, pronounced: Sequence[Pronounced]) -> StoodIn:
    """Put a word that nobody writes in place of each stretch whose sound is known.

    The engine rewrites a text before it reads it, and looks up what it then finds; a word that it can neither
    rewrite nor know goes through unharmed, and is given its sound afterwards. No markup is needed for that.

    Args:
        text: what is to be said.
        pronounced: in order, not overlapping.
    """
    respellings: list[Respelling] = []
    sounds: dict[str, str] = {}
    written: dict[str, str] = {}
    folded = text.casefold()
    names = (name for name in map(_name, count()) if name not in folded)
    for span, ipa in each_word(text, pronounced):
        spelling = letters(ipa)
        if not spelling:
            continue
        own = span.of(text)
        name = next(names)
        # Titles are only told from other words by the capital after them.
        name = name.capitalize() if own[0].isupper() else name
        sounds[name], written[name] = spelling, own
        respellings.append(Respelling(span, name))
    return StoodIn(spell_out(text, respellings), sounds, written)


def _name(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 26)
        digits += chr(ord("a") + digit)
    return f"qz{digits}x"
