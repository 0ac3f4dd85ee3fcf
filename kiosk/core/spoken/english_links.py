"""How English says addresses of the net, of mail, and names of files.

Who listens wants to know whose page it is, and may want to type a short address; nobody can follow a long one by
ear, and hearing it takes as long as a paragraph. So "https://" and "www." are not said, a path is said while the
whole stays short, and of a longer one the host is said and "and so on", so that it is known that more is written.
Mail addresses are always said in full: each sign counts.
"""

from re import Match

from kiosk.core.spoken.english_numbers import digits
from kiosk.core.spoken.english_text import NOTHING, Found, compiled, piece, word_set
from kiosk.core.spoken_form import Respelling

_LONGEST_SAID = 40
# Ends of hosts that are no English words; others count only with a path or "www." as well.
_DOMAINS = word_set(
    "com org net edu gov mil int info biz io co uk eu de fr ru ua tr nl pl cz es pt ch se fi dk jp cn kr br "
    "ca au nz za ie ir il ae sa eg kz ge tv fm ai app dev news online site xyz blog shop"
)
_FILES = word_set(
    "pdf doc docx xls xlsx ppt pptx odt ods txt md rtf csv json xml yaml toml html htm css js ts py sh bat "
    "ini cfg log jpg jpeg png gif svg webp bmp tif tiff mp3 mp4 wav ogg flac avi mov mkv webm zip rar gz tar "
    "exe dmg apk iso epub mobi ttf otf"
)
# Ends that people say as a word; the rest by letter.
_SAID_AS_WORDS = word_set(
    "com org net edu gov mil info biz co app dev news online site blog shop doc zip tar log gif jpeg iso mov int"
)
_SIGNS = {
    ".": "dot", "/": "slash", "-": "dash", "_": "underscore", "&": "ampersand", "+": "plus", "~": "tilde",
    "%": "percent", "=": "equals", "?": "question mark", "#": "hash", ":": "colon", "@": "at",
    "!": "exclamation mark",
}  # fmt: skip
_MAIL = r"[\w.+&%-]{1,64}@[A-Za-z\d-]{1,63}(?:\.[A-Za-z\d-]{1,63}){1,6}(?:/[\w/-]{0,60})?"
_PAGE = (
    r"(?i)(?P<begin>(?:https?|ftp)://(?:www\.)?|www\.)?"
    r"(?P<host>(?:[a-z\d][a-z\d-]{0,62}\.){1,6}(?P<end>[a-z]{2,12}))(?P<port>:\d{2,5})?(?P<path>/\S{0,2000})?"
)
_FILE = r"(?:file://)?(?P<name>(?:[a-zA-Z]:)?[\w./\\-]{1,200})\.(?P<end>[A-Za-z\d]{2,5})"
_ENDING = r"\.(?P<end>[A-Za-z\d]{2,5})"
_PART = r"[^\W\d_]+|\d+|[^\w]|_"
_OPENING = "([{<\"'“‘«"
_CLOSING = ".,;:!?)]}>\"'”’»/"
_VOWELS = frozenset("aeiouy")
_LONGEST_SPELLED = 5
# Not read letter by letter where they stand in capitals.
_READ_AS_WORDS = word_set("AU UA RU IN ME IO BE AT NO TO IS AE")


def links(text: str) -> Found:
    """Return how the addresses and file names of a text are said, in order."""
    if not compiled(r"[.@:/]\w").search(text):
        return NOTHING
    found = (
        _link(text, token.start(), token.end())
        for token in compiled(r"[^\s—…]+").finditer(text)
        if "." in token[0] or "@" in token[0]
    )
    return tuple(own for own in found if own)


def _link(text: str, start: int, end: int) -> Respelling | None:
    while start < end and text[start] in _OPENING:
        start += 1
    while end > start and text[end - 1] in _CLOSING:
        end -= 1
    if text[end - 2 : end] in ("'s", "’s"):
        end -= 2
    said = ""
    for pattern, say in ((_MAIL, _said_mail), (_PAGE, _said_page), (_FILE, _said_file), (_ENDING, _said_ending)):
        found = compiled(pattern).fullmatch(text, start, end)
        if found and (said := say(found)):
            return piece(start, end, said.replace("A- ", "A-").removesuffix("-"))
    return None


def _said_mail(found: Match[str]) -> str:
    name, _, host = found[0].partition("@")
    return f"{_spelled(name)} at {_said_host(host)}"


def _said_page(found: Match[str]) -> str:
    host, end, path = found["host"], found["end"], found["path"] or ""
    # "went home.de" has no path; "t.me/name" and "www.x.it" need no list.
    is_page = found["begin"] or (path and len(end) <= 4 and end.islower()) or end.lower() in _DOMAINS
    if not is_page or end.istitle():
        return ""
    said = _said_host(host) + (f" colon {digits(found['port'])}" if found["port"] else "")
    path = path.rstrip("/")
    if not path:
        return said
    if len(host) + len(path) > _LONGEST_SAID or set(path) & set("?=%&#;"):
        return f"{said} and so on"
    return f"{said} {_spelled(path)}"


def _said_file(found: Match[str]) -> str:
    name, end = found["name"], found["end"]
    if end.lower() not in _FILES or not any(character.isalpha() for character in name):
        return ""
    # Of a long path only the file's own name is said.
    short = name if len(name) <= _LONGEST_SAID else name.replace("\\", "/").rpartition("/")[2]
    return f"{_spelled(short)} dot {_said_end(end)}"


def _said_ending(found: Match[str]) -> str:
    end = found["end"].lower()
    return f"dot {_said_end(end)}" if end in _FILES or end in _DOMAINS or end == "net" else ""


def _said_host(host: str) -> str:
    *labels, end = host.split("/", 1)[0].split(".")
    said = " dot ".join((*(_spelled(label) for label in labels), _said_end(end)))
    path = host.partition("/")[2]
    return f"{said} slash {_spelled(path)}" if path else said


def _said_end(end: str) -> str:
    if not end.isalpha():
        return _spelled(end.upper())
    if end.lower() in _SAID_AS_WORDS or len(end) > _LONGEST_SPELLED:
        return end.lower()
    letters = end.upper()
    return ".".join(letters) + "." if letters in _READ_AS_WORDS else letters


def _spelled(name: str) -> str:
    """Say a name sign by sign where it has signs or digits, and by letter where no voice could read it."""
    said = []
    for part in compiled(_PART).findall(name):
        if part.isdecimal():
            said.append(digits(part))
        elif part in _SIGNS or part == "\\":
            said.append(_SIGNS.get(part, "backslash"))
        elif len(part) <= _LONGEST_SPELLED and not _VOWELS & set(part.lower()):
            said.append(part.upper())
        else:
            # Alone, "a" would be read as the article.
            said.append("A-" if part in ("a", "A") else part)
    return " ".join(said)
