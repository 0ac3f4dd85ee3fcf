"""Comfort fitting: three questions by ear and eye, in order. Pure: knows no voice, no widget and no clock.

Nothing in it is timed. Each choice holds at once, so nothing has to be confirmed; who leaves, at any question,
keeps what was chosen so far, and one press puts all of it back as it was before the first question.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum, StrEnum

from kiosk.core.settings import SIZE_LADDER_PT, PreferenceValue, Wishes, key_for


class When(StrEnum):
    """When the questions are asked by themselves; the values are the setting's."""

    VISIT = "visit"
    """At the start of every visit."""
    ONCE = "once"
    """At the very first start."""
    NEVER = "never"
    """Only when somebody asks for them."""


class Question(Enum):
    """What is asked, in this order."""

    SIZE = "size"
    COLOURS = "colours"
    VOICE = "voice"


QUESTIONS = tuple(Question)

_OPTIONS: dict[Question, tuple[str, ...]] = {
    Question.SIZE: ("text_size",),
    Question.COLOURS: ("theme",),
    Question.VOICE: ("rate", "voice"),
}

# Against the usual size; five that a glance tells apart.
_SIZES = (0.6, 1.0, 1.6, 2.4, 3.6)


class Pace(Enum):
    """How fast it is read; the values are words per minute."""

    SLOW = 120
    USUAL = 160
    FAST = 220
    VERY_FAST = 300


def text_sizes(usual_pt: int) -> tuple[int, ...]:
    """Return the five sizes that are offered, the smallest first; the second is the one nearest to the usual one.

    Args:
        usual_pt: the profile's default, in points.
    """
    return tuple(min(SIZE_LADDER_PT, key=lambda size: abs(size - usual_pt * part)) for part in _SIZES)


def is_due(when: When, is_article_named: bool, is_anything_remembered: bool) -> bool:
    """Whether the questions are asked now, at the start, without anybody asking for them.

    Args:
        when: the setting.
        is_article_named: whether the program was started with an article to open.
        is_anything_remembered: whether somebody has been here before: preferences or a place.
    """
    if is_article_named:
        return False
    return when is When.VISIT or (when is When.ONCE and not is_anything_remembered)


def keys_about_comfort(languages: Iterable[str]) -> tuple[str, ...]:
    """Return the keys of all preferences that the questions can change.

    Args:
        languages: of the texts for which something of their own was asked for ("ru", without a region).
    """
    spoken = [key_for(name, language) for language in sorted(languages) for name in _OPTIONS[Question.VOICE]]
    return (*(name for question in QUESTIONS for name in _OPTIONS[question]), *spoken)


@dataclass(frozen=True, slots=True)
class Fitting:
    """Where somebody is in the questions."""

    before: Wishes
    """What was asked for before the first question, about all that the questions can change."""
    number: int = 0
    """Of the question that is asked, from 0."""
    is_over: bool = False
    """Whether the last question was answered, or somebody has left."""

    @property
    def question(self) -> Question:
        """The question that is asked."""
        return QUESTIONS[self.number]

    @property
    def is_first(self) -> bool:
        """Whether there is no question before this one."""
        return self.number == 0

    @property
    def is_last(self) -> bool:
        """Whether there is no question after this one."""
        return self.number == len(QUESTIONS) - 1


# -- what happens ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Chosen:
    """Somebody has chosen a value."""

    option: str
    """Its name among the settings."""
    value: PreferenceValue
    """The value."""


@dataclass(frozen=True, slots=True)
class WentOn:
    """On to the next question; from the last one, out."""


@dataclass(frozen=True, slots=True)
class WentBack:
    """Back to the question before; what was chosen stays."""


@dataclass(frozen=True, slots=True)
class PutBack:
    """All is to be as it was before the first question; the question stays."""


@dataclass(frozen=True, slots=True)
class Left:
    """Somebody skips what is left, or has gone elsewhere; what was chosen stays."""


Event = Chosen | WentOn | WentBack | PutBack | Left


# -- what follows ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Hush:
    """Silence the sample."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Let a value hold from now on."""

    option: str
    """Its name among the settings."""
    value: PreferenceValue
    """The value."""


@dataclass(frozen=True, slots=True)
class Restore:
    """Let hold exactly what held before."""

    wishes: Wishes
    """What was asked for then; what is not in it was not asked for."""


@dataclass(frozen=True, slots=True)
class Hear:
    """Let the sample be heard, from its beginning."""


Effect = Hush | Ask | Restore | Hear


def step(fitting: Fitting, event: Event) -> tuple[Fitting, tuple[Effect, ...]]:
    """Return where one is after an event, and what is to be done, in order.

    A choice that belongs to another question than the one asked changes nothing: it was pressed too late. So does
    everything after the end.
    """
    if fitting.is_over:
        return fitting, ()
    match event:
        case Left():
            return replace(fitting, is_over=True), (Hush(),)
        case WentOn() if fitting.is_last:
            return replace(fitting, is_over=True), (Hush(),)
        case WentOn():
            return _at(fitting, fitting.number + 1)
        case WentBack():
            return (fitting, ()) if fitting.is_first else _at(fitting, fitting.number - 1)
        case PutBack():
            return fitting, (Hush(), Restore(fitting.before), *_heard(fitting))
        case Chosen():
            if event.option not in _OPTIONS[fitting.question]:
                return fitting, ()
            return fitting, (Hush(), Ask(event.option, event.value), *_heard(fitting))


def _at(fitting: Fitting, number: int) -> tuple[Fitting, tuple[Effect, ...]]:
    there = replace(fitting, number=number)
    return there, (Hush(), *_heard(there))


def _heard(fitting: Fitting) -> tuple[Effect, ...]:
    """Return that the sample is heard, where the question is about hearing."""
    return (Hear(),) if fitting.question is Question.VOICE else ()
