"""What can be stepped through in the Listening panel: words, values and steps of each. Knows no widget."""

from collections.abc import Callable

from kiosk.app.prompts import level_name
from kiosk.app.reading import Reading
from kiosk.app.sleep import SLEEP_MINUTES
from kiosk.app.speech_settings import MOST_PITCH, SpeechSettings
from kiosk.core.navigation import Level
from kiosk.core.pause import PAUSES_PERCENT, Ending
from kiosk.core.settings import FASTEST_WPM, SLOWEST_WPM
from kiosk.core.volume import LOUDEST_PERCENT, SOFTEST_PERCENT, STEP_PERCENT
from kiosk.i18n import _, ngettext, pgettext
from kiosk.qt.setting import Range, Setting, ring_words
from kiosk.qt.views.stepper import StepWords


def level_setting(reading: Reading) -> Setting:
    """Return what one step of a move covers."""
    navigation = reading.navigation

    def words() -> StepWords:
        # Translators: name of a setting: what one step covers. Its value is "words", "sentences", "headings" ...
        return ring_words(_("Move by"))

    return Setting(
        words,
        lambda: level_name(navigation.level),
        lambda: [level_name(level) for level in Level],
        navigation.choose_level,
    )


def move_words(level: Level, by: int) -> str:
    """Return what stands on the button for the next unit of a level (1), or for the one before (-1)."""
    onward = {
        # Translators: button: move on by what is chosen under "Move by".
        Level.WORD: _("Next word"),
        # Translators: button: move on by what is chosen under "Move by".
        Level.SENTENCE: _("Next sentence"),
        # Translators: button: move on by what is chosen under "Move by".
        Level.PARAGRAPH: _("Next paragraph"),
        # Translators: button: move on by what is chosen under "Move by".
        Level.HEADING: _("Next heading"),
        # Translators: button: move on by what is chosen under "Move by".
        Level.ARTICLE: _("Next article"),
        # Translators: button: move on by what is chosen under "Move by".
        Level.BOOKMARK: _("Next bookmark"),
        # Translators: button: move on by what is chosen under "Move by".
        Level.HALF_MINUTE: _("Half a minute on"),
    }
    return onward[level] if by > 0 else _backward_words(level)


def _backward_words(level: Level) -> str:
    return {
        # Translators: button: move back by what is chosen under "Move by".
        Level.WORD: _("Previous word"),
        # Translators: button: move back by what is chosen under "Move by".
        Level.SENTENCE: _("Previous sentence"),
        # Translators: button: move back by what is chosen under "Move by".
        Level.PARAGRAPH: _("Previous paragraph"),
        # Translators: button: move back by what is chosen under "Move by".
        Level.HEADING: _("Previous heading"),
        # Translators: button: move back by what is chosen under "Move by".
        Level.ARTICLE: _("Previous article"),
        # Translators: button: move back by what is chosen under "Move by".
        Level.BOOKMARK: _("Previous bookmark"),
        # Translators: button: move back by what is chosen under "Move by".
        Level.HALF_MINUTE: _("Half a minute back"),
    }[level]


def voice_settings(reading: Reading) -> list[Setting]:
    """Return what can be chosen about the voice, in order."""
    speech = reading.speech
    return [_rate(reading), _volume(speech), _pitch(speech), _pauses(reading), _voice(speech)]


def silence_settings(reading: Reading) -> list[Setting]:
    """Return what can be chosen about when the reading falls silent, in order."""
    return [_stop_after(reading.speech), _sleep(reading)]


def _rate(reading: Reading) -> Setting:
    def words() -> StepWords:
        # Translators: name of a setting: how fast the voice reads.
        label = _("Speed")
        # Translators: button: let the voice read more slowly. One short word.
        slower = _("Slower")
        # Translators: button: let the voice read faster. One short word.
        return StepWords(label, slower, _("Faster"))

    def told(count: int) -> str:
        # Translators: how fast the voice reads.
        return ngettext("{count} word per minute", "{count} words per minute", count).format(count=count)

    def now() -> int:
        return reading.player.rate.words_per_minute

    return Setting(
        words,
        lambda: told(now()),
        lambda: [told(FASTEST_WPM)],
        _either(reading.speech.faster, reading.speech.slower),
        Range(now, SLOWEST_WPM, FASTEST_WPM, 10),
    )


def _volume(speech: SpeechSettings) -> Setting:
    def words() -> StepWords:
        # Translators: name of a setting: how loud the voice is.
        label = _("Volume")
        # Translators: button: make the voice softer. One short word.
        softer = _("Softer")
        # Translators: button: make the voice louder. One short word.
        return StepWords(label, softer, _("Louder"))

    return Setting(
        words,
        lambda: _percent(speech.own().volume),
        lambda: [_percent(LOUDEST_PERCENT)],
        _either(speech.louder, speech.softer),
        Range(lambda: speech.own().volume, SOFTEST_PERCENT, LOUDEST_PERCENT, STEP_PERCENT),
    )


def _pitch(speech: SpeechSettings) -> Setting:
    def words() -> StepWords:
        # Translators: name of a setting: how high or low the voice sounds.
        label = _("Pitch")
        # Translators: button: let the voice sound lower. One short word.
        lower = pgettext("pitch", "Lower")
        # Translators: button: let the voice sound higher. One short word.
        return StepWords(label, lower, pgettext("pitch", "Higher"))

    def told(percent: int) -> str:
        if percent == 0:
            # Translators: the voice sounds neither higher nor lower than usual.
            return pgettext("pitch", "as usual")
        if percent > 0:
            # Translators: the voice sounds higher than usual; {percent} is a number, 10 to 50.
            return _("{percent} percent higher").format(percent=percent)
        # Translators: the voice sounds lower than usual; {percent} is a number, 10 to 50.
        return _("{percent} percent lower").format(percent=-percent)

    def is_formant() -> bool:
        voice = speech.voice()
        return voice is not None and voice.is_formant

    return Setting(
        words,
        lambda: told(speech.own().pitch),
        lambda: [told(MOST_PITCH), told(-MOST_PITCH), told(0)],
        _either(speech.higher, speech.lower),
        Range(lambda: speech.own().pitch, -MOST_PITCH, MOST_PITCH, 10),
        is_formant,
    )


def _pauses(reading: Reading) -> Setting:
    def words() -> StepWords:
        # Translators: name of a setting: how long the silence between sentences and paragraphs is.
        label = _("Pauses")
        # Translators: button: make pauses shorter. One short word.
        shorter = _("Shorter")
        # Translators: button: make pauses longer. One short word.
        return StepWords(label, shorter, _("Longer"))

    def told(percent: int) -> str:
        # Translators: there are no pauses between sentences.
        return _percent(percent) if percent else pgettext("pauses", "none")

    def now() -> int:
        return reading.settings.value.pause

    return Setting(
        words,
        lambda: told(now()),
        lambda: [told(percent) for percent in PAUSES_PERCENT],
        _either(reading.speech.longer_pauses, reading.speech.shorter_pauses),
        Range(now, PAUSES_PERCENT[0], PAUSES_PERCENT[-1], 50),
    )


def _voice(speech: SpeechSettings) -> Setting:
    def words() -> StepWords:
        # Translators: name of a setting: which voice reads.
        return ring_words(_("Voice"))

    def value() -> str:
        voice = speech.voice()
        # Translators: no voice reads this language.
        return voice.name if voice is not None else pgettext("voice", "none")

    return Setting(words, value, lambda: [voice.name for voice in speech.own_voices()], speech.next_voice)


def _stop_after(speech: SpeechSettings) -> Setting:
    def words() -> StepWords:
        # Translators: name of a setting: after what the reading falls silent by itself.
        return ring_words(_("Stop after"))

    def names() -> dict[Ending, str]:
        return {
            # Translators: "Stop after: the whole article".
            Ending.ARTICLE: _("the whole article"),
            # Translators: "Stop after: each paragraph".
            Ending.PARAGRAPH: _("each paragraph"),
            # Translators: "Stop after: each sentence".
            Ending.SENTENCE: _("each sentence"),
        }

    return Setting(
        words, lambda: names()[speech.stop_after], lambda: list(names().values()), speech.next_stop_after
    )


def _sleep(reading: Reading) -> Setting:
    def words() -> StepWords:
        # Translators: name of a setting: after how many minutes the reading falls silent by itself.
        return ring_words(_("Sleep timer"))

    def told(minutes: int) -> str:
        if not minutes:
            # Translators: the sleep timer is switched off.
            return pgettext("sleep timer", "off")
        # Translators: after how many minutes the reading falls silent.
        return ngettext("{minutes} minute", "{minutes} minutes", minutes).format(minutes=minutes)

    return Setting(
        words,
        lambda: told(reading.sleep.minutes),
        lambda: [told(minutes) for minutes in SLEEP_MINUTES],
        reading.sleep.next,
    )


def _percent(percent: int) -> str:
    # Translators: how loud the voice is, or how long pauses are; {percent} is a number.
    return _("{percent} percent").format(percent=percent)


def _either(more: Callable[[], None], less: Callable[[], None]) -> Callable[[int], None]:
    return lambda by: more() if by > 0 else less()
