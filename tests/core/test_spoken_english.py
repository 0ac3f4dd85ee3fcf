"""How English is said: what is written, what is heard, and which written words are lit meanwhile."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.spoken.rules import respellings
from kiosk.core.spoken_form import spell_out
from kiosk.core.text import words


def said(text: str) -> str:
    """Return the spoken form of an English text."""
    return spell_out(text, respellings(text, "en")).text


def lit(text: str) -> list[tuple[str, str]]:
    """Return (written, spoken) of every respelling."""
    return [(found.span.of(text), found.spoken) for found in respellings(text, "en")]


NUMBERS = (
    ("All 12 sheep slept.", "All twelve sheep slept."),
    ("The dam holds 1,250,000 tons.", "The dam holds one million two hundred fifty thousand tons."),
    ("About 101 came.", "About one hundred one came."),
    ("The village has 2500 people.", "The village has two thousand five hundred people."),
    ("In 1500 ships sailed.", "In fifteen hundred ships sailed."),
    ("We counted 1500 ships.", "We counted one thousand five hundred ships."),
    ("It fell to -7 at night.", "It fell to minus seven at night."),
    ("It fell to −7 at night.", "It fell to minus seven at night."),
    ("Pi is 3.14159.", "Pi is three point one four one five nine."),
    ("It grew .5 inches.", "It grew point five inches."),
    ("The mark was 4.50.", "The mark was four point five zero."),
    ("Agent 007 left.", "Agent zero zero seven left."),
    ("She came 1st, he 22nd, I 113th.", "She came first, he twenty-second, I one hundred thirteenth."),
    ("Cut 3/4 off, add 1½ cups.", "Cut three quarters off, add one and a half cups."),
    ("He ate 2 1/3 pies and ⅔ of mine.", "He ate two and one third pies and two thirds of mine."),
    ("It is open 24/7.", "It is open twenty-four seven."),
    ("Between 10–12 were hurt.", "Between ten to twelve were hurt."),
    ("A 5-10 minute walk.", "A five to ten minute walk."),
    ("They won 3-1 and drew 2-2.", "They won three to one and drew two two."),
    ("Of 12 500 voters, 1 234 567 stayed.", "Of twelve thousand five hundred voters, one million two hundred "
     "thirty-four thousand five hundred sixty-seven stayed."),
    ("It grew by 10,5%.", "It grew by ten point five percent."),
    ("More than 2 million left.", "More than two million left."),
    ("A 12-year-old boy.", "A twelve-year-old boy."),
    ("One in 10,000.", "One in ten thousand."),
    ("We need 2+2=4 and 7-4=3.", "We need two plus two equals four and seven minus four equals three."),
    ("So 6 × 7 = 42.", "So six times seven equals forty-two."),
    ("A 3x4 m room.", "A three by four meter room."),
    ("It was 10⁶ and x².", "It was ten to the power of six and x squared."),
)  # fmt: skip

DATES = (
    ("It began on 25 December 2019.", "It began on the twenty-fifth of December twenty nineteen."),
    ("It began on December 25, 2019.", "It began on December twenty-fifth, twenty nineteen."),
    ("On the 3rd of May 1808 it ended.", "On the third of May eighteen oh eight it ended."),
    ("Since Jan. 15 nobody came.", "Since January fifteenth nobody came."),
    ("Since Sept. 2001 nobody came.", "Since September two thousand one nobody came."),
    ("It is due on 2021-04-09.", "It is due on April ninth twenty twenty-one."),
    ("It is due on 31/01/2021.", "It is due on the thirty-first of January twenty twenty-one."),
    ("It is due on 01/31/2021.", "It is due on January thirty-first twenty twenty-one."),
    ("It is due on 04/09/2021.", "It is due on four slash nine slash twenty twenty-one."),
    ("It is due on 04.09.2021.", "It is due on the fourth of September twenty twenty-one."),
    ("Open 10–12 May.", "Open the tenth to the twelfth of May."),
    ("On 1 and 2 March we rest.", "On the first and the second of March we rest."),
    ("May 5–7, 2020 was hot.", "May fifth to seventh, twenty twenty was hot."),
    ("In May 10 people came.", "In May ten people came."),
    ("You may 5 times.", "You may five times."),
    ("Born in 1905, died in 2000.", "Born in nineteen oh five, died in two thousand."),
    ("From 2007 to 2019.", "From two thousand seven to twenty nineteen."),
    ("The 1980s and the '90s.", "The nineteen eighties and the nineties."),
    ("She is in her 20s.", "She is in her twenties."),
    ("The class of '05.", "The class of oh five."),
    ("The war of 1939–1945.", "The war of nineteen thirty-nine to nineteen forty-five."),
    ("The years 1990-95.", "The years nineteen ninety to ninety-five."),
    ("In mid-1944 they fled.", "In mid-nineteen forty-four they fled."),
    ("In 2019 protests began.", "In twenty nineteen protests began."),
    ("Rome fell in 476 and in 44 BC.", "Rome fell in four hundred seventy-six and in forty-four BC."),
    ("The year 1066 and 1020 men.", "The year ten sixty-six and one thousand twenty men."),
    ("From March–May 2020.", "From March to May twenty twenty."),
    ("On Mon., Oct. 5, and Tue. we met.", "On Monday, October fifth, and Tuesday we met."),
    ("Open Mon–Fri.", "Open Monday to Friday."),
    ("We sat in the Sun. It was warm.", "We sat in the Sun. It was warm."),
)

TIMES = (
    ("At 5:30 p.m. it rang.", "At five thirty PM it rang."),
    ("At 17:05 it rang.", "At seventeen oh five it rang."),
    ("At 9am it rang.", "At nine a.m. it rang."),
    ("At 5 p.m. EST it rang.", "At five PM EST it rang."),
    ("At 6.45pm it rang.", "At six forty-five PM it rang."),
    ("At 12:00 it rang.", "At twelve o'clock it rang."),
    ("At 18:00 it rang.", "At eighteen hundred it rang."),
    ("Open 9–11 a.m. and 2pm-4pm.", "Open nine to eleven a.m. and two PM to four PM."),
    ("Open 9:00–17:30.", "Open nine o'clock to seventeen thirty."),
    ("It closed at 5 p.m. The crowd left.", "It closed at five PM. The crowd left."),
    ("She ran 2:01:39.", "She ran two hours one minute and thirty-nine seconds."),
    ("A ratio of 16:9.", "A ratio of sixteen to nine."),
)

MONEY = (
    ("It cost $3.7 million.", "It cost three point seven million dollars."),
    ("A $20 bill and a €5 million deal.", "A twenty dollar bill and a five million euro deal."),
    ("It costs $1, £2.50 or 99¢.", "It costs one dollar, two pounds and fifty pence or ninety-nine cents."),
    ("It fell by -$0.02.", "It fell by minus two cents."),
    ("They owe £1.5bn, ¥300m and $40k.", "They owe one point five billion pounds, three hundred million yen and "
     "forty thousand dollars."),
    ("He has ₽100, ₴200 and ₺1.", "He has one hundred rubles, two hundred hryvnias and one lira."),
    ("Pay US$5, C$6 or USD 7 million.", "Pay five US dollars, six Canadian dollars or seven million US dollars."),
    ("Pay 5 USD, 20 € or 7.50 €.", "Pay five US dollars, twenty euros or seven euros and fifty cents."),
    ("From $250-$300 to $5–10 million.", "From two hundred fifty dollars to three hundred dollars to five to ten "
     "million dollars."),
    ("It is $20/mo or £10/hour.", "It is twenty dollars per month or ten pounds per hour."),
    ("Oil at $78.125 rose.", "Oil at seventy-eight point one two five dollars rose."),
)  # fmt: skip

MEASURES = (
    ("It rose 0.5% or 5–10 %.", "It rose zero point five percent or five to ten percent."),
    ("He ran 1 km, then 5 km.", "He ran one kilometer, then five kilometers."),
    ("A 5-km run, a 10 kg bag.", "A five-kilometer run, a ten kilogram bag."),
    ("It is 20°C or 68 °F at 45°N.",
     "It is twenty degrees Celsius or sixty-eight degrees Fahrenheit at forty-five "
     "degrees north."),
    ("A farm of 20 m², 3 km2 and 5 sq ft.",
     "A farm of twenty square meters, three square kilometers and five square "
     "feet."),
    ("At 90 km/h, 60 mph and 5 m/s.",
     "At ninety kilometers per hour, sixty miles per hour and five meters per second."),
    ("With 8 GB at 2.4 GHz.", "With eight gigabytes at two point four gigahertz."),
    ("He is 5'11\" and 180 lbs.", "He is five feet eleven inches and one hundred eighty pounds."),
    ("Half a million km away.", "Half a million kilometers away."),
    ("Wait 5 min. more, or 10 sec.", "Wait five minutes more, or ten seconds."),
    ("Take 2 in the morning.", "Take two in the morning."),
    ("It weighs 1/2 kg.", "It weighs one half kilogram."),
    ("Two at 5 kg/m³.", "Two at five kilograms per cubic meter."),
)  # fmt: skip

SHORT_FORMS = (
    ("Dr. Smith and Mrs. Jones met Prof. Lee.", "Doctor Smith and Missus Jones met Professor Lee."),
    ("Gen. Clark, Sen. Cruz, Rep. Ro and Lt. Col. Kim.", "General Clark, Senator Cruz, Representative Ro and "
     "Lieutenant Colonel Kim."),
    ("St. Paul lives on Elm St. in St. Louis.", "Saint Paul lives on Elm Street in Saint Louis."),
    ("It ends on Main St. The end.", "It ends on Main Street. The end."),
    ("See No. 5, p. 7, pp. 3–5 and Fig. 2.", "See Number five, page seven, pages three to five and Figure two."),
    ("No. He said no. Nobody came.", "No. He said no. Nobody came."),
    ("Cats vs. dogs, e.g. tigers, i.e. big ones, etc.", "Cats versus dogs, for example tigers, that is big ones, "
     "et cetera."),
    ("Acme Inc. and Fox & Co. Ltd. sued.", "Acme Incorporated and Fox and Company Limited sued."),
    ("The firm is Acme Inc. It sued.", "The firm is Acme Incorporated. It sued."),
    ("The govt. dept. has approx. 9.", "The government department has approximately nine."),
    ("In the U.S. it rained. The U.S. Army left.", "In the U.S. it rained. The U.S Army left."),
    ("Sammy Davis Jr. sang.", "Sammy Davis Junior sang."),
    ("J. K. Rowling and George W. Bush.", "J K Rowling and George W Bush."),
    ("He chose plan B. Nobody came.", "He chose plan B. Nobody came."),
    ("The WHO and the OSCE agree.", "The W.H.O and the O.S.C.E agree."),
    ("MPs of the UN and NATO.", "MPs of the UN and NATO."),
    ("WHO WE ARE", "WHO WE ARE"),
    ("Henry VIII, Louis XIV and Charles I of Spain.",
     "Henry the eighth, Louis the fourteenth and Charles the first "
     "of Spain."),
    ("Chapter IV of World War II.", "Chapter four of World War two."),
    ("Types I and II, Acts III–V.", "Types one and two, Acts three to five."),
    ("I told Peter I would.", "I told Peter I would."),
    ("A CD, a DVD and vitamin C.", "A CD, a DVD and vitamin C."),
    ("In the XIX century.", "In the nineteenth century."),
    ("He lives at 1428 Elm Ave., Austin, TX 73301.", "He lives at fourteen twenty-eight Elm Avenue, Austin, Texas "
     "seven three three zero one."),
)  # fmt: skip

SIGNS_AND_CODES = (
    ("R&D at AT&T, 5 & 6.", "R and D at AT and T, five and six."),
    ("© 2019 Acme™ → § 5", "copyright twenty nineteen Acme to section five"),
    ("• Bread* and #5, ~50, >100, <3.",
     " Bread and number five, about fifty, more than one hundred, less than three."),
    ("It is so.[12] Why?[3]", "It is so. Why?"),
    ("He/she and/or they.", "He or she and or they."),
    ("The A380, a B-52 and COVID-19.", "The A-three eighty, a B-fifty-two and COVID-nineteen."),
    ("Flight BA123, a Boeing 747, 5G.", "Flight B.A. one twenty-three, a Boeing seven forty-seven, five G."),
    ("H2O, CO₂ and MP3.", "H two O, C.O. two and MP three."),
    ("Version 2.1.3 on 10.0.0.1.", "Version two point one point three on one zero dot zero dot zero dot one."),
    ("① Chapter Ⅷ, ⅓ cup", "one Chapter eight, one third cup"),
    ("C++ and C#.", "C plus plus and C sharp."),
    ("Call +44 20 7946 0958.", "Call plus four four, two zero, seven nine four six, zero nine five eight."),
    ("Call (202) 555-0143 or 555-0199.",
     "Call two zero two, five five five, zero one four three or five five five, "
     "zero one nine nine."),
    ("Call 1-800-FLOWERS or 911.", "Call one, eight hundred, FLOWERS or nine hundred eleven."),
    ("A 4-2-3-1 line-up.", "A four two three one line-up."),
    ("My code is 4711.", "My code is four seven one one."),
    ("Mail jo.b_7@example.co.uk now.", "Mail jo dot B underscore seven at example dot co dot UK now."),
    ("See https://www.example.com/news.", "See example dot com slash news."),
    ("See https://example.com/a/very/long-path/to-a-page/2019.html?x=1 now.",
     "See example dot com and so on now."),
    ("Open notes.pdf and Node.js.", "Open notes dot PDF and Node dot JS."),
    ("She went home.he slept.", "She went home.he slept."),
    ("Read #BlackCats by @jo_b.", "Read hashtag Black Cats by at jo underscore b."),
    ("So well-known, e-mail, X-ray — fine…", "So well-known, e-mail, X-ray — fine…"),
    ("Emoji 😀 stay.", "Emoji 😀 stay."),
    ("go <b>home</b> now", "go <b>home</b> now"),
    ("=====", ""),
)  # fmt: skip

TABLE = NUMBERS + DATES + TIMES + MONEY + MEASURES + SHORT_FORMS + SIGNS_AND_CODES


@pytest.mark.parametrize(("written", "spoken"), TABLE)
def test_it_is_said_as_people_say_it(written: str, spoken: str) -> None:
    assert " ".join(said(written).split()) == " ".join(spoken.split())


SPANS: tuple[tuple[str, list[tuple[str, str]]], ...] = (
    ("Dr. Smith left.", [("Dr.", "Doctor")]),
    ("It cost $3.7 million then.", [("$3.7 million", "three point seven million dollars")]),
    ("On 25 December 2019 it", [("25", "the twenty-fifth of"), ("2019", "twenty nineteen")]),
    ("On Dec. 25, 2019 it", [("Dec.", "December"), ("25", "twenty-fifth"), ("2019", "twenty nineteen")]),
    ("He ran 5 km home.", [("5", "five"), ("km", "kilometers")]),
    ("He ran 5km home.", [("5km", "five kilometers")]),
    ("A rise of 10–12% is", [("10–12%", "ten to twelve percent")]),
    ("A rise of 10 – 12 % is", [("10", "ten"), ("–", "to"), ("12", "twelve"), ("%", "percent")]),
    ("At 5:30 p.m. Monday", [("5:30", "five thirty"), ("p.m.", "PM")]),
    ("At 5:30pm we", [("5:30pm", "five thirty PM")]),
    ("No. 5 is", [("No.", "Number"), ("5", "five")]),
    ("It was -5°C.", [("-5°C", "minus five degrees Celsius")]),
    ("AT&T", [("&", " and ")]),
    ("COVID-19 is", [("19", "nineteen")]),
    ("A380", [("A380", "A-three eighty")]),
    ("So.[12] Then", [("[12]", "")]),
    ("Henry VIII was", [("VIII", "the eighth")]),
    ("12text", [("12", "twelve ")]),
    ("May 5th", [("5th", "fifth")]),
    ("5 million USD", [("5", "five"), ("USD", "US dollars")]),
)  # fmt: skip


@pytest.mark.parametrize(("written", "pieces"), SPANS)
def test_the_smallest_stretch_is_respelled(written: str, pieces: list[tuple[str, str]]) -> None:
    assert lit(written) == pieces


@pytest.mark.parametrize(("written", "spoken"), TABLE)
def test_what_is_said_needs_no_more_respelling(written: str, spoken: str) -> None:
    once = said(written)
    assert said(once) == once


def test_plain_words_are_left_alone() -> None:
    text = (
        "The old woman walked along the river, thinking of the years that had passed; “I may come,” she said — "
        "and nobody, not even her well-read daughter-in-law, knew why. A day later it rained in the U.K. again."
    )
    assert respellings(text, "en") == ()


PARTS = (
    "12 1905 3.7 , . : - – / $ € % km m² May Dec. Dr. St. No. p.m. am VIII I A B2 @ # & + = [ ] ( ) ' \" ½ ² x "
    "and in million bn https://a.com/b a@b.ru www. U.S. WHO US 5th '90s 1980s"
)
pieces_of_text = st.lists(
    st.sampled_from([*PARTS.split(), " ", " ", " ", "\u00a0", "\n"]),
    max_size=14,
).map("".join)


def check(text: str) -> None:
    found = respellings(text, "en")
    cursor = 0
    for respelling in found:
        assert cursor <= respelling.span.start < respelling.span.end <= len(text)
        assert respelling.spoken == respelling.spoken.replace("\n", " ")
        assert not any(sign.isdecimal() for sign in respelling.spoken), respelling
        cursor = respelling.span.end
    form = spell_out(text, found)
    for word in words(form.text):
        back = form.alignment.to_written(word)
        assert back.of(text).strip(), (word.of(form.text), back)
    assert not any(sign in "0123456789" for sign in form.text) or "<" in text


@pytest.mark.parametrize(
    "around", ["{}", "${}.50", "-{}%", "{}st", "{}s", "{}-5", "1/{}", "{} km", "1.{}", "A{}", "+{}"]
)
def test_a_number_of_any_length_can_be_said(around: str) -> None:
    check(around.format("9" * 5000))


@given(pieces_of_text)
def test_respellings_are_in_order_and_lead_back(text: str) -> None:
    check(text)


@given(st.text(max_size=40))
def test_any_text_can_be_said(text: str) -> None:
    found = respellings(text, "en")
    form = spell_out(text, found)
    assert all(form.alignment.to_written(word).end <= len(text) for word in words(form.text))


HOSTILE = (
    "1", "1.", "1-", "1:", "1/", "1,111", "1 111 ", "$", "$5-", "a", "A", "A.", "a@", "a.", "http://a/", "[1]",
    "(1", "+1", "+1 111 ", "#a", "@a", "Chapter I, ", "1:00-", "1pm-", "May 5 ", "1x", "'11", "a²", "½", "=", "1=",
    "1km-", "a1",
    "St. ", "/", "a/", "12 Elm Elm ", "2019-12-25-", " ", "\n", "-", "<a ", "1'000", "(111) ", "w/", "A-", "1½-",
    "WHO ", "IV ",
)  # fmt: skip


@pytest.mark.parametrize("part", HOSTILE)
def test_no_text_takes_more_than_linear_time(part: str) -> None:
    def seconds(length: int) -> float:
        text = (part * (length // len(part) + 1))[:length]
        begin = time.process_time()
        respellings(text, "en")
        return time.process_time() - begin

    seconds(500)
    short = min(seconds(2_500) for _ in range(3))
    # Ten times the length takes some ten times as long; a hundred times would be squares.
    assert min(seconds(25_000) for _ in range(2)) < max(0.3, short * 40)
