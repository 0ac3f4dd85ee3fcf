"""What the questions about comfort say, in plain words of the interface's language. Knows no widget, no voice."""

from kiosk import i18n
from kiosk.app.narration import in_interface_language
from kiosk.core.article import Article, Block, BlockKind
from kiosk.core.fitting import QUESTIONS, Fitting, Pace, Question
from kiosk.core.narration import Piece
from kiosk.i18n import _, ngettext, pgettext

SAMPLE_ID = "comfort-sample"
"""The sample's id; no article's place is ever remembered under it."""


def sample_article() -> Article:
    """Return what is shown and read aloud to try things out, in the interface's language."""
    # Translators: two or three short sentences in plain words, shown large and read aloud while somebody tries
    # sizes, colours and voices. Short words come first: at large sizes only the first ones are seen.
    text = _("This is how an article looks. Take your time and choose what suits you. Nothing here can go wrong.")
    language = i18n.language()
    return Article(SAMPLE_ID, text, language, (Block("b1", BlockKind.PARAGRAPH, text, language),))


def fitting_name() -> str:
    """Return what the three questions together are called; also on the button that leads to them."""
    # Translators: button and name of a screen: three questions about text size, colours and the voice.
    return _("Make reading comfortable")


def question_words(question: Question) -> str:
    """Return the question itself."""
    return {
        # Translators: the first of three questions to somebody who has just come.
        Question.SIZE: _("How large should the text be?"),
        # Translators: the second of three questions to somebody who has just come.
        Question.COLOURS: _("Which colours are good for your eyes?"),
        # Translators: the last of three questions to somebody who has just come. A voice reads articles aloud.
        Question.VOICE: _("How should the voice read?"),
    }[question]


def title_words(fitting: Fitting) -> str:
    """Return the question with its number."""
    # Translators: title of a screen. {number} and {count} are numbers, {question} is a whole question.
    title = _("Question {number} of {count}: {question}")
    question = question_words(fitting.question)
    return title.format(number=fitting.number + 1, count=len(QUESTIONS), question=question)


def hint_words(question: Question) -> str:
    """Return how one answers a question."""
    if question is Question.SIZE:
        # Translators: below the first of three questions about text size, colours and voice: which keys to use.
        return _("Three short questions. The arrow keys move, Enter chooses, Escape skips.")
    if question is Question.COLOURS:
        # Translators: below the question which colours somebody likes. The sample is a text in large type.
        return _("The sample text shows your choice at once.")
    # Translators: below the question how fast the voice should read. A sample is read aloud after each choice.
    return _("You hear each choice. Choose it once more to hear it again.")


def size_names() -> tuple[str, ...]:
    """Return what the five sizes are called, the smallest first."""
    return (
        # Translators: size of the text; one of five.
        pgettext("text size", "Small"),
        # Translators: size of the text; one of five. It is the size that most people have.
        pgettext("text size", "Usual"),
        # Translators: size of the text; one of five.
        pgettext("text size", "Large"),
        # Translators: size of the text; one of five.
        pgettext("text size", "Very large"),
        # Translators: size of the text; the largest of five.
        pgettext("text size", "Huge"),
    )


def points_words(points: int) -> str:
    """Return a size of text in words."""
    # Translators: how large text is; a point is a printers' unit, 1/72 inch.
    return ngettext("{count} point", "{count} points", points).format(count=points)


def pace_name(pace: Pace) -> str:
    """Return what a speed of reading is called."""
    return {
        # Translators: speed of the voice; one of four.
        Pace.SLOW: pgettext("speed", "Slow"),
        # Translators: speed of the voice; one of four.
        Pace.USUAL: pgettext("speed", "Usual"),
        # Translators: speed of the voice; one of four.
        Pace.FAST: pgettext("speed", "Fast"),
        # Translators: speed of the voice; one of four.
        Pace.VERY_FAST: pgettext("speed", "Very fast"),
    }[pace]


def pace_words(pace: Pace) -> str:
    """Return a speed of reading in numbers."""
    count = pace.value
    # Translators: how fast the voice reads.
    return ngettext("{count} word per minute", "{count} words per minute", count).format(count=count)


def next_voice_words(name: str) -> str:
    """Return what stands on the button for another voice."""
    # Translators: button: let another voice read. {name} is the name of the one that reads now.
    return _("Another voice. Now: {name}").format(name=name)


def put_back_words() -> str:
    """Return that all is as it was."""
    # Translators: said and shown when somebody has taken back all answers about size, colours and voice.
    return _("Everything is as it was before.")


def orientation(fitting: Fitting) -> tuple[Piece, ...]:
    """Return what is said when a question comes: where one is, what is asked, what can be done.

    Who does not know the interface's language hears at the first question that there are others, each by its own
    name and in its own voice.
    """
    asked = [in_interface_language(f"{title_words(fitting)} {hint_words(fitting.question)}")]
    if not fitting.is_first:
        return tuple(asked)
    name = in_interface_language(f"{fitting_name()}.")
    # Translators: said before the names of the languages, each in its own language and voice. Up is an arrow key.
    languages = in_interface_language(_("Up leads to the languages:"))
    others = [Piece(f"{own}.", tag) for tag, own in i18n.LANGUAGES.items() if tag != i18n.language()]
    return (name, *asked, languages, *others)
