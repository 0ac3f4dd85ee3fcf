"""What the program tells about itself, in plain words and in the interface's language. Knows no widget, no voice.

The same words are shown and, where the interface voice is on, spoken.
"""

from collections.abc import Callable, Mapping
from typing import Any

from kiosk import i18n
from kiosk.app.appearance_words import APPEARANCE_SAYINGS
from kiosk.app.message import ANOTHER, Message
from kiosk.app.narration import apart
from kiosk.app.note import (
    BookmarkRemoved,
    BookmarkSet,
    FellAsleep,
    LevelChosen,
    Note,
    NothingThere,
    NoWayBack,
    PausesSet,
    PitchSet,
    RateSet,
    RecordingLeftOut,
    ResumeBackSet,
    SayingForgotten,
    SayingKept,
    SayingRefused,
    SentencePassedOver,
    SleepSet,
    StopAfterSet,
    VoiceGaveWay,
    VoiceSet,
    VolumeSet,
    WhereAmI,
)
from kiosk.core.errors import SayingFault
from kiosk.core.navigation import Level
from kiosk.core.pause import Ending
from kiosk.core.reading_events import Problem
from kiosk.i18n import _, ngettext, pgettext


def words_for_note(note: Note) -> str:
    """Return a note as one or two short sentences."""
    return _SAYINGS[type(note)](note)


def words_for_message(message: Message) -> str:
    """Return what is wrong with a reading, and what to do about it."""
    if message.problem is Problem.NO_VOICE:
        # Translators: shown when an article cannot be read aloud. {language} is the name of its language.
        text = _("This machine has no voice for this language: {language}. You can read the text on the screen.")
        return text.format(language=i18n.language_name(message.detail))
    if message.problem is Problem.VOICE_FAILED:
        # Translators: shown when speech failed.
        return _("The voice stopped working. Press Space to try again, or read the text on the screen.")
    if message.problem is Problem.NO_SOUND:
        return _no_sound(message.detail)
    # Translators: shown when an article cannot be opened. {reason} is a technical line with file and place.
    return _("This article cannot be opened. {reason}").format(reason=apart(message.detail))


def _no_sound(detail: str) -> str:
    if not detail:
        # Translators: shown on a computer without sound. The reading is heard when a loudspeaker is there.
        return _(
            "No loudspeaker or headphones were found. Please connect them; the reading then goes on by itself."
        )
    # Translators: shown when the loudspeaker or headphones were unplugged or switched off during a reading.
    text = _("The loudspeaker or headphones are gone. Connect them again and the reading goes on by itself.")
    if detail == ANOTHER:
        # Translators: follows that the loudspeaker is gone: the Space key lets the reading go on from another one.
        text += " " + _("Space uses another loudspeaker.")
    return text


def level_name(level: Level) -> str:
    """Return what a level is called."""
    names = {
        # Translators: what one step of a move covers, chosen by one key: "Move by: words".
        Level.WORD: pgettext("level", "words"),
        # Translators: what one step of a move covers: "Move by: sentences".
        Level.SENTENCE: pgettext("level", "sentences"),
        # Translators: what one step of a move covers: "Move by: paragraphs".
        Level.PARAGRAPH: pgettext("level", "paragraphs"),
        # Translators: what one step of a move covers: "Move by: headings".
        Level.HEADING: pgettext("level", "headings"),
        # Translators: what one step of a move covers: "Move by: articles".
        Level.ARTICLE: pgettext("level", "articles"),
        # Translators: what one step of a move covers: "Move by: bookmarks".
        Level.BOOKMARK: pgettext("level", "bookmarks"),
        # Translators: what one step of a move covers: "Move by: half a minute".
        Level.HALF_MINUTE: pgettext("level", "half a minute"),
    }
    return names[level]


def _level_chosen(note: LevelChosen) -> str:
    # Translators: said when somebody chooses what one step of a move covers. {level} is "words", "sentences", ...
    return _("Move by: {level}").format(level=level_name(note.level))


def _nothing_there(note: NothingThere) -> str:
    if note.level is Level.BOOKMARK:
        # Translators: said when somebody moves to the next or previous bookmark and there is none.
        return _("No bookmark in this direction.")
    if note.level is Level.ARTICLE:
        # Translators: said when somebody moves to the next or previous article and there is none.
        return _("No article in this direction.")
    if note.by > 0:
        # Translators: said when somebody moves on and is at the last paragraph, sentence or word already.
        return _("End of the article.")
    # Translators: said when somebody moves back and is at the very beginning already.
    return _("Beginning of the article.")


def _where(note: WhereAmI) -> str:
    if note.passage == 0:
        # Translators: answer to "where am I?" at the title. {title} is the article's.
        place = _("At the title: {title}.").format(title=apart(note.heading))
    else:
        # Translators: answer to "where am I?". {number} and {last} are numbers of paragraphs, {heading} is the
        # heading above the place.
        place = _("Paragraph {number} of {last}, under: {heading}.").format(
            number=note.passage, last=note.last, heading=apart(note.heading)
        )
    if note.minutes_left == 0:
        # Translators: follows the answer to "where am I?".
        return place + " " + _("Less than a minute left.")
    # Translators: follows the answer to "where am I?". {count} is a number of minutes.
    left = ngettext("{count} minute left.", "{count} minutes left.", note.minutes_left)
    return place + " " + left.format(count=note.minutes_left)


def _bookmark_set(note: BookmarkSet) -> str:
    # Translators: said when a sentence was marked. {words} are its first words.
    return _("Bookmark set at: {words}").format(words=apart(_beginning(note.at.quote)))


def _bookmark_removed(note: BookmarkRemoved) -> str:
    # Translators: said when the mark of a sentence was taken away. {words} are its first words.
    return _("Bookmark removed at: {words}").format(words=apart(_beginning(note.at.quote)))


def _beginning(quote: str) -> str:
    words = quote.split()
    return " ".join(words[:5]) + ("…" if len(words) > 5 else "")


def _no_way_back(note: NoWayBack) -> str:
    # Translators: said when somebody wants to go back to where they were, and has not jumped anywhere.
    return _("There is no earlier place to go back to.")


def _sleep_set(note: SleepSet) -> str:
    if not note.minutes:
        # Translators: said when the sleep timer is switched off.
        return _("Sleep timer off.")
    # Translators: said when the sleep timer is set. {count} is a number of minutes.
    text = ngettext(
        "The reading stops after {count} minute.", "The reading stops after {count} minutes.", note.minutes
    )
    return text.format(count=note.minutes)


def _fell_asleep(note: FellAsleep) -> str:
    # Translators: shown when the sleep timer has ended a reading.
    return _("The sleep timer has stopped the reading. Press Space to go on.")


def _stop_after(note: StopAfterSet) -> str:
    return {
        # Translators: said when the reading is set to pause by itself after each sentence.
        Ending.SENTENCE: _("Stops after every sentence."),
        # Translators: said when the reading is set to pause by itself after each paragraph.
        Ending.PARAGRAPH: _("Stops after every paragraph."),
    }.get(
        note.unit,
        # Translators: said when the reading is set to go on to the end of the article.
        _("Reads on to the end of the article."),
    )


def _rate(note: RateSet) -> str:
    count = note.words_per_minute
    # Translators: said when the reading is made faster or slower. {count} is a number, 80 to 500.
    text = ngettext("{count} word per minute.", "{count} words per minute.", count).format(count=count)
    if note.offers_fast_voice:
        # Translators: follows the speed when it is so high that the natural voice is hard to follow.
        text += " " + _("The plain voice is clearer at this speed. You can choose it under Listening.")
    return text


def _volume(note: VolumeSet) -> str:
    # Translators: said when the reading is made louder or softer. {percent} is a number, 10 to 120.
    return _("Volume {percent} percent.").format(percent=note.percent)


def _pitch(note: PitchSet) -> str:
    if note.percent == 0:
        # Translators: said when the voice has its own pitch again.
        return _("Normal pitch.")
    # Translators: said when the voice is made higher or lower. {percent} is a number, -50 to 50.
    return _("Pitch {percent} percent.").format(percent=note.percent)


def _voice(note: VoiceSet) -> str:
    # Translators: said when another voice was chosen. {name} is its name.
    return _("Voice: {name}").format(name=apart(note.name))


def _pauses(note: PausesSet) -> str:
    if note.percent == 0:
        # Translators: said when the reading makes no pauses between sentences any more.
        return _("No pauses.")
    # Translators: said when pauses between sentences are made longer or shorter. {percent} is a number, 50 to 300.
    return _("Pauses {percent} percent.").format(percent=note.percent)


def _resume_back(note: ResumeBackSet) -> str:
    if note.is_on:
        # Translators: said when a setting was switched on.
        return _("After a long pause the reading goes back a little.")
    # Translators: said when a setting was switched off.
    return _("After a long pause the reading goes on at the same word.")


def _saying_kept(note: SayingKept) -> str:
    if not note.is_saved:
        # Translators: said when somebody told how a word is said, and the disk is full. {word} is the word.
        return _("{word} is said differently until the program ends. It could not be saved.").format(
            word=apart(note.term)
        )
    # Translators: said when somebody told how a word is said. {word} is the word.
    return _("From now on this word is said differently: {word}").format(word=apart(note.term))


def _saying_forgotten(note: SayingForgotten) -> str:
    # Translators: said when somebody took back how a word is said. {word} is the word.
    return _("From now on this word is said as ever: {word}").format(word=apart(note.term))


def _saying_refused(note: SayingRefused) -> str:
    if note.fault is SayingFault.WORD:
        # Translators: said when somebody wants a word to be said differently and has written none.
        return _("Please write one word or one name.")
    if note.fault is SayingFault.SAYING:
        # Translators: said when somebody wants a word to be said differently and has not written how.
        return _("Please write how the word is said, in letters.")
    if note.fault is SayingFault.FULL:
        # Translators: said when somebody wants one word more to be said differently than can be kept.
        return _("No more words can be kept. Please forget some first.")
    # Translators: said when a word was written in the phonetic alphabet and cannot be read. {reason} is technical.
    return _("This cannot be read as a sound. {reason}").format(reason=apart(note.reason))


def _passed_over(note: SentencePassedOver) -> str:
    # Translators: shown when one sentence could not be spoken.
    return _("One sentence could not be read aloud and was passed over. You can read it on the screen.")


def _gave_way(note: VoiceGaveWay) -> str:
    if not note.name:
        # Translators: shown when every voice has failed.
        return _("No voice works any more. The text stays on the screen.")
    # Translators: shown once when a voice has failed and another one goes on. {name} is the name of the other.
    return _("The voice stopped working. Another voice reads on: {name}").format(name=apart(note.name))


def _recording_left_out(note: RecordingLeftOut) -> str:
    # Translators: said once when the recording of an article by a person cannot be used. A voice reads instead.
    return _("The recording of this article cannot be used. A voice of this machine reads instead.")


_SAYINGS: Mapping[type, Callable[[Any], str]] = {
    LevelChosen: _level_chosen,
    NothingThere: _nothing_there,
    WhereAmI: _where,
    BookmarkSet: _bookmark_set,
    BookmarkRemoved: _bookmark_removed,
    NoWayBack: _no_way_back,
    SleepSet: _sleep_set,
    FellAsleep: _fell_asleep,
    StopAfterSet: _stop_after,
    RateSet: _rate,
    VolumeSet: _volume,
    PitchSet: _pitch,
    VoiceSet: _voice,
    PausesSet: _pauses,
    ResumeBackSet: _resume_back,
    **APPEARANCE_SAYINGS,
    SayingKept: _saying_kept,
    SayingForgotten: _saying_forgotten,
    SayingRefused: _saying_refused,
    SentencePassedOver: _passed_over,
    VoiceGaveWay: _gave_way,
    RecordingLeftOut: _recording_left_out,
}
