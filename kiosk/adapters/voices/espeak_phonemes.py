"""What eSpeak NG is asked to say when somebody wrote how it sounds: its own phoneme names in double brackets.

Each of its languages has phonemes of its own, partly under the same names; where a table is missing here, a word
stays as it is written. Knows the letters, not the library.

Source: https://github.com/espeak-ng/espeak-ng/blob/1.52.0/docs/phonemes.md and the tables in the library's data.
"""

from collections.abc import Sequence
from functools import cache

from kiosk.core.ipa import Alphabet, pairs, spelled
from kiosk.core.spoken_form import Alignment, Pronounced, each_word
from kiosk.core.text import TextSpan

# Letters of the phonetic alphabet and the library's names for them. These every language inherits.
_COMMON = """
    p=p b=b t=t d=d k=k f=f v=v s=s z=z h=h m=m n=n l=l r=r j=j w=w q=q c=c a=a e=e i=i o=o u=u ɡ=g θ=T ð=D
    ʃ=S ʒ=Z x=x ɣ=Q ŋ=N ɲ=n^ ʎ=l^ ɭ=l. ɫ=L ɬ=l# ɾ=* ɹ=r ʁ=Q" ʀ=r" ɳ=n. β=B ʋ=v# tʃ=tS dʒ=dZ tɕ=tS; dʑ=dZ;
    ɕ=S; ʑ=Z; ʂ=s. ʐ=z. ɟ=J ç=C ʝ=J^ χ=X ʔ=? ə=@ n̩=n- m̩=m- l̩=l- r̩=r-
"""
# These are its own, or written otherwise there.
_OWN = {
    "en": """
        iː=i: ɪ=I e=e eː=eI eɪ=eI ɛ=E æ=a a=A: aː=A: ɑ=A: ɑː=A: ɒ=0 ɔ=O: ɔː=O: o=oU oː=oU oʊ=oU əʊ=oU ʊ=U u=u:
        uː=u: ʌ=V ɐ=a# ɚ=3 ɜ=3: ɜː=3: ɝ=3: ᵻ=I# ɜɹ=3: ɜːɹ=3: ɜr=3: ɜːr=3: əɹ=3 ər=3 ɔɪ=OI aɪ=aI aʊ=aU ai=aI au=aU
        ei=eI oi=OI ɪə=i@ eə=e@ ɛə=e@ ʊə=U@ ɑːɹ=A@ ɑɹ=A@ ɔːɹ=O@ ɔɹ=O@ ɪɹ=i@3 ɛɹ=e@ ʊɹ=U@ ɑ̃=A~ ɔ̃=O~ aɪɚ=aI3 ø=3:
        œ=3: ʔn̩=?|n- ɾ=t# əl=@L
    """,
    "ru": """
        a=A ɑ=A æ=a ɐ=V# ʌ=V# ɛ=E# ɪ=I ɨ=y ɔ=o ɵ=8 ʊ=u# ʉ=u" y=u" ɫ=l ɭ=l ts=ts ʂ=S ʐ=Z tɕ=tS; ɕː=S; ɕ=S; ʑː=Z|Z
        ɲ=n; ʎ=l; ø=Y
    """,
    "uk": """
        t=t[ r=R ɾ=R ɛ=E ɪ=I ɨ=I i=i: iː=i: ɔ=o ɑ=a ʋ=B w=B ɦ=h ʂ=S ʐ=Z lʲ=l^ nʲ=n^ ɫ=l ts=ts
    """,
    "tr": """
        ɛ=E æ=& ɪ=I ɯ=@ ə=@- ɔ=O ʊ=U y=y ʏ=y ø=Y œ=W r=R ɾ=R ɑ=a ts=ts
    """,
    "ar": """
        ħ=H ʕ=A x=X χ=X ɣ=Q ʁ=Q r=R ɾ=R tˤ=t[ dˤ=dH sˤ=s[ ðˤ=Z zˤ=Z ʒ=dZ ɑ=a. æ=a ɪ=i ʊ=u ɛ=e ɔ=o
    """,
    "de": """
        aː=A: ɑ=A: ɑː=A: e=e: eː=e: ɛ=E ɛː=E: ɐ=3 ɜ=3 ɪ=I iː=i: ɔ=O o=o: oː=o: ʊ=U uː=u: ʏ=y y=y: yː=y: œ=W ø=Y:
        øː=Y: aɪ=aI ai=aI aʊ=aU au=aU ɔʏ=OY ɔɪ=OY ɔø=OY ts=ts pf=pF ʁ=r ʀ=r ɑ̃=A~ ɔ̃=O~
    """,
    "fr": """
        ɛ=E ɔ=O y=y ø=Y œ=W ɑ=a ɑ̃=A~ ɔ̃=O~ ɛ̃=E~ œ̃=W~ ʁ=r ʀ=r ɥ=y ɪ=I
    """,
    "es": """
        r=R2 ɾ=** ɛ=E ɔ=O ɑ=a aɪ=aI eɪ=eI aʊ=aU oɪ=oI ts=ts
    """,
    "it": """
        ɛ=E ɔ=O ɑ=a ɪ=I ʊ=U r=R ɾ=* ts=ts dz=dz
    """,
    "pt": """
        ɐ=& ɛ=E ɔ=O ɪ=I ʊ=U ɨ=y ẽ=e~ ĩ=i~ õ=o~ ũ=u~ ɐ̃=&~ ʁ=x ʀ=x h=x ɑ=a aɪ=aI eɪ=eI
    """,
    "nl": """
        aː=a: ɑ=A ɛ=E e=e: eː=e: ɪ=I ɔ=O o=o: oː=o: y=y ø=Y: øː=Y: œy=Wy ɛi=EI ɛɪ=EI ʌu=VU ɑu=VU ʌʊ=VU ʏ=8 ɵ=8
        χ=x
    """,
    "pl": """
        ɛ=E ɔ=O ɨ=y ɔ̃=O~ ɛ̃=E~ r=R ɾ=R ts=ts tɕ=ts; dʑ=dz; ʂ=S ʐ=Z ɑ=a
    """,
}
_SOFTENING = ("ru", "uk", "pl")
_STRESSED_LAST = ("tr", "fr")
_JOINT = "|"
# What opens phonemes in a text; a text's own brackets must not.
_OPENING, _CLOSING = "[[", "]]"
# The library writes beyond its buffer at about 200 phonemes in one word, and cuts a text at about 725 code points
# wherever it is, phonemes included.
_MOST_IN_WORD = 100
_MOST_IN_TEXT = 600


def phonemes(ipa: str, language: str) -> tuple[str, ...]:
    """Spell a pronunciation in eSpeak NG's phonemes.

    Args:
        ipa: one or several words.
        language: language part of a BCP 47 tag.

    Returns:
        One string for each word, to be put into double brackets; nothing when the language has no table here, the
        pronunciation is none, or a word of it is too long for the library.
    """
    alphabet = _alphabet(language)
    found = spelled(ipa, alphabet) if alphabet is not None else ()
    return found if all(word.count(_JOINT) < _MOST_IN_WORD for word in found) else ()


@cache
def _alphabet(language: str) -> Alphabet | None:
    own = _OWN.get(language)
    if own is None:
        return None
    # The bar parts names: "t|s" is two sounds, "ts" may be the name of one.
    return Alphabet(
        letters=pairs(_COMMON) | pairs(own),
        primary="'",
        secondary=",",
        long_vowel=":",
        palatal=";" if language in _SOFTENING else "",
        joint=_JOINT,
        stressed_vowel=-1 if language in _STRESSED_LAST else -2,
    )


def with_phonemes(text: str, pronounced: Sequence[Pronounced], language: str) -> tuple[str, Alignment]:
    """Put phonemes into a text in place of the words that they pronounce.

    Args:
        text: what is to be said; brackets in it stay text.
        pronounced: in order, not overlapping.
        language: language part of a BCP 47 tag.

    Returns:
        What the library is to be given with phonemes switched on, and how its places lead back to the text.
        The text itself when nothing of it can be told in phonemes; what does not fit stays as it is written.
    """
    pieces: list[str] = []
    aligned: list[tuple[TextSpan, TextSpan]] = []
    cursor = length = 0
    room = _MOST_IN_TEXT - len(text)
    for span, ipa in each_word(text, pronounced):
        spelling = " ".join(phonemes(ipa, language))
        told = f"{_OPENING}{spelling}{_CLOSING}"
        if not spelling or len(told) > room:
            continue
        room -= len(told)
        before = _unopened(text[cursor : span.start], is_before_phonemes=True)
        begin = length + len(before)
        length = begin + len(told)
        aligned.append((span, TextSpan(begin, length)))
        pieces += (before, told)
        cursor = span.end
    if not aligned:
        return text, Alignment()
    pieces.append(_unopened(text[cursor:], is_before_phonemes=False))
    return "".join(pieces), Alignment(tuple(aligned))


def _unopened(text: str, is_before_phonemes: bool) -> str:
    """Make round one bracket of each two that would open phonemes: places stay, and a voice reads both alike."""
    while _OPENING in text:
        text = text.replace(_OPENING, "([")
    return f"{text[:-1]}(" if is_before_phonemes and text.endswith("[") else text
