"""What the program has to tell about itself, as data: views show it and the interface voice says it in words."""

from dataclasses import dataclass

from kiosk.core.errors import SayingFault
from kiosk.core.locator import Locator
from kiosk.core.navigation import Level
from kiosk.core.pause import Ending
from kiosk.core.settings import PreferenceValue


@dataclass(frozen=True, slots=True)
class LevelChosen:
    """One step of a move covers something else now."""

    level: Level


@dataclass(frozen=True, slots=True)
class NothingThere:
    """There is nothing further in the direction of a move."""

    level: Level
    by: int
    """1 when it was on, -1 when it was back."""


@dataclass(frozen=True, slots=True)
class WhereAmI:
    """Where the listener is."""

    passage: int
    """0 is the title."""
    last: int
    """Number of the last passage."""
    heading: str
    """The heading that the passage stands under, or the title."""
    minutes_left: int
    """Whole minutes to the end."""


@dataclass(frozen=True, slots=True)
class BookmarkSet:
    """A sentence was marked."""

    at: Locator


@dataclass(frozen=True, slots=True)
class BookmarkRemoved:
    """The mark of a sentence was taken away."""

    at: Locator


@dataclass(frozen=True, slots=True)
class NoWayBack:
    """Nobody has jumped anywhere, so there is no place to go back to."""


@dataclass(frozen=True, slots=True)
class SleepSet:
    """The reading will fall silent by itself."""

    minutes: int
    """After so many; 0 means that it will not."""


@dataclass(frozen=True, slots=True)
class FellAsleep:
    """The time is over after which the reading was to fall silent."""


@dataclass(frozen=True, slots=True)
class StopAfterSet:
    """The reading falls silent after something else now."""

    unit: Ending


@dataclass(frozen=True, slots=True)
class RateSet:
    """The reading is faster or slower now."""

    words_per_minute: int
    offers_fast_voice: bool = False
    """Whether the voice cannot be that fast, and another one can."""


@dataclass(frozen=True, slots=True)
class VolumeSet:
    """The reading is louder or softer now."""

    percent: int


@dataclass(frozen=True, slots=True)
class PitchSet:
    """The voice is higher or lower now."""

    percent: int
    """-50 to 50; 0 is the voice's own."""


@dataclass(frozen=True, slots=True)
class VoiceSet:
    """Another voice reads now."""

    name: str


@dataclass(frozen=True, slots=True)
class PausesSet:
    """The pauses between sentences and paragraphs are longer or shorter now."""

    percent: int
    """0 to 300; 100 is as usual."""


@dataclass(frozen=True, slots=True)
class ResumeBackSet:
    """A reading that was paused for long goes on some sentences earlier now, or does not."""

    is_on: bool


@dataclass(frozen=True, slots=True)
class AppearanceSet:
    """Something looks different now."""

    name: str
    """An option of the settings."""
    value: PreferenceValue
    """What it is set to."""


@dataclass(frozen=True, slots=True)
class AppearanceReset:
    """Everything looks as it did at first."""

    is_taken_back: bool = False
    """Whether it looks as it did before that instead."""


@dataclass(frozen=True, slots=True)
class BarSet:
    """The bar that is compared with a bank card is wider or narrower now."""

    pixels: int


@dataclass(frozen=True, slots=True)
class LargestText:
    """Somebody wants larger text than there is room for."""

    points: int


@dataclass(frozen=True, slots=True)
class SayingKept:
    """A word is said differently from now on."""

    term: str
    is_saved: bool = True
    """Whether it will be after a restart, too."""


@dataclass(frozen=True, slots=True)
class SayingForgotten:
    """A word is said as ever from now on."""

    term: str


@dataclass(frozen=True, slots=True)
class SayingRefused:
    """A word cannot be said as somebody wrote."""

    fault: SayingFault
    reason: str
    """A technical line in English."""


@dataclass(frozen=True, slots=True)
class SentencePassedOver:
    """No voice could say a sentence."""

    at: Locator


@dataclass(frozen=True, slots=True)
class VoiceGaveWay:
    """A voice failed too often; another one reads, or only the text is left."""

    name: str
    """Who reads now; empty when nobody can."""


@dataclass(frozen=True, slots=True)
class RecordingLeftOut:
    """An article's recording cannot be used; a voice reads instead."""


Note = (
    LevelChosen
    | NothingThere
    | WhereAmI
    | BookmarkSet
    | BookmarkRemoved
    | NoWayBack
    | SleepSet
    | FellAsleep
    | StopAfterSet
    | RateSet
    | VolumeSet
    | PitchSet
    | VoiceSet
    | PausesSet
    | ResumeBackSet
    | AppearanceSet
    | AppearanceReset
    | LargestText
    | BarSet
    | SayingKept
    | SayingForgotten
    | SayingRefused
    | SentencePassedOver
    | VoiceGaveWay
    | RecordingLeftOut
)
