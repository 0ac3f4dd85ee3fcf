"""What the interface voice may say, and when. Pure: knows no voice, no widget and no clock.

Prompts never sound over the reading. What a person asked for by a key, button or touch makes the reading give way
and is said at once; what nobody asked for waits until the reading is silent.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from enum import Enum

# After these a voice rests by itself.
STOPS = ".,;:!?…؟،؛"


class Purpose(Enum):
    """Why something is said."""

    FOCUS = "focus"
    """Another control has the focus, or it says something else now."""
    SCREEN = "screen"
    """Another screen is shown: where one is, and what can be done."""
    ANSWER = "answer"
    """What a key or a button did."""
    STEP = "step"
    """What a key or a button did, where the reading itself lets it be heard: faster, louder."""
    WARNING = "warning"
    """Something is amiss, or happened by itself."""


class Turn(Enum):
    """When a saying gets its turn."""

    NOW = "now"
    """In place of what is being said."""
    NEXT = "next"
    """After what is being said."""
    WAIT = "wait"
    """When the reading is silent; only the latest such saying waits."""
    NEVER = "never"
    """Not at all: the screen shows it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a saying that one voice can say."""

    text: str
    """Plain words."""
    language: str
    """BCP 47 tag: the interface's, or the text's own where it is somebody else's."""


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """Something to be said."""

    pieces: tuple[Piece, ...]
    """In order, with a short silence between them."""
    purpose: Purpose
    """Why."""
    is_asked: bool = True
    """Whether a person did something for it just now."""
    shown: tuple[Piece, ...] | None = None
    """What of it is shown as a caption; None for all of it. The rest stands on the screen anyway."""
    has_tone: bool = False
    """Whether a short tone comes before it, which is understood in every language."""

    @property
    def caption(self) -> tuple[Piece, ...]:
        """What is shown of it."""
        return self.pieces if self.shown is None else self.shown


def turn_of(saying: Saying, being_said: Set[Purpose], is_reading: bool) -> Turn:
    """Decide when something is said.

    Args:
        saying: what is to be said.
        being_said: the purposes of what is being said or has its turn next; empty in silence.
        is_reading: whether the reading sounds, is about to, or has given way to a prompt.
    """
    if is_reading:
        if saying.purpose in (Purpose.SCREEN, Purpose.STEP):
            # The reading itself tells what is open, and how fast and loud it is.
            return Turn.NEVER
        if not saying.is_asked:
            return Turn.NEVER if saying.purpose is Purpose.FOCUS else Turn.WAIT
    if not being_said:
        return Turn.NOW
    match saying.purpose:
        case Purpose.WARNING:
            return Turn.NEXT
        case Purpose.FOCUS:
            return Turn.NOW if being_said <= {Purpose.FOCUS} else Turn.NEXT
        case Purpose.SCREEN | Purpose.ANSWER | Purpose.STEP:
            # A key would have cut the warning: whatever comes now is not worth losing it.
            return Turn.NEXT if Purpose.WARNING in being_said else Turn.NOW


def ended(pieces: Pieces) -> Pieces:
    """Return pieces of which the last one ends as a sentence does, so that another sentence can follow."""
    if not pieces or pieces[-1].text.rstrip()[-1:] in STOPS:
        return pieces
    return (*pieces[:-1], Piece(f"{pieces[-1].text}.", pieces[-1].language))


def comma(language: str) -> str:
    """Return the comma of a language and the blank after it; they are seen in captions too.

    Args:
        language: BCP 47 tag.
    """
    return "، " if language.split("-")[0] in ("ar", "fa", "ur") else ", "


# -- a control that has the focus -----------------------------------------------------------------------------


class Role(Enum):
    """What kind of control it is, as far as it tells what one can do with it."""

    BUTTON = "button"
    CHOICE = "choice"
    """One of some of which one holds."""
    ARTICLE = "article"
    SETTING = "setting"
    TEXT_FIELD = "text field"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Control:
    """What there is to say about a control, as data."""

    name: tuple[Piece, ...]
    """What it is called."""
    role: Role
    """What it is."""
    is_on: bool | None = None
    """For what can be switched on and off: which of both; else None."""
    is_unavailable: bool = False
    """Whether it does nothing now."""
    description: tuple[Piece, ...] = ()
    """What it is set to, and more about it."""


def joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return pieces of which neighbours differ in language: what one voice says is one piece. None is empty."""
    made: list[Piece] = []
    for piece in pieces:
        text = piece.text.strip()
        if not text:
            continue
        if made and made[-1].language == piece.language:
            before = made[-1].text
            text = before + (" " if before[-1] in STOPS else comma(piece.language)) + text
            made.pop()
        made.append(Piece(text, piece.language))
    return tuple(made)
