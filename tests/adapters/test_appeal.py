"""Appeals: found in whatever form news pages have them, and never found in news about giving."""

from pathlib import Path

import pytest

from kiosk.adapters.formats import plain_text
from kiosk.adapters.formats.appeal_amounts import find_amounts, smallest_asked
from kiosk.adapters.formats.appeal_signals import Signals, signals_for
from kiosk.adapters.formats.appeal_words import LANGUAGES
from kiosk.core.article import CampaignDraft, ParsedArticle

SAMPLES = Path(__file__).parents[1] / "data" / "articles"

NEWS = {
    "en": """Harbour towns wait
The council meets on Monday to decide whether the ferry will sail this winter.
A vote is expected late on Monday, officials said.""",
    "ru": """Города ждут парома
Совет соберётся в понедельник, чтобы решить судьбу зимнего парома на острова.
Голосование ожидается поздно вечером, сообщили чиновники.""",
    "tr": """Kasabalar vapuru bekliyor
Meclis, kış vapurunun geleceğine karar vermek için pazartesi günü toplanıyor.
Oylamanın geç saatlerde yapılması bekleniyor, dedi yetkililer.""",
    "ar": """مدن تنتظر العبارة
يجتمع المجلس يوم الاثنين ليقرر مصير العبارة إلى الجزر هذا الشتاء.
ومن المتوقع أن يجري التصويت مساء الاثنين، كما قال مسؤولون.""",
    "uk": """Міста чекають на пором
Рада збереться в понеділок, щоб вирішити долю зимового порома на острови.
Голосування очікують пізно ввечері, повідомили чиновники.""",
}


def parsed(text: str, language: str = "") -> ParsedArticle:
    return plain_text.parse(text.encode(), "x.txt", language)


def campaign_of(found: ParsedArticle) -> CampaignDraft:
    assert found.campaign is not None, [block.text for block in found.article.blocks]
    return found.campaign


def signals(language: str) -> Signals:
    return signals_for(language)


# -- found ---------------------------------------------------------------------------------------------------

E = "The Daily Example"
# Language, appeal, publisher, smallest sum, currency, interval, buttons.
APPEALS: list[tuple[str, str, str, str, str, str, tuple[str, ...]]] = [
    (
        "en",
        f"A message from {E}: Dear readers, we are few. Support us monthly from just $2.\nRemind me later.",
        *(E, "2", "USD", "month", ("Remind me later.",)),
    ),
    (
        "en",
        f"""A Message from {E}:
Dear readers,
We are facing hard times. The authorities have called us names.
These steps are meant to silence free reporting. The officials claim our work “harms the state.”
We, the journalists of {E}, will not be silenced. But to go on, we need your help.
Your support, no matter how small, matters. If you can, please support us monthly starting from just $2.
By supporting {E}, you are defending free journalism. Thank you for standing with us.
Once
Monthly
Annual
Continue
Not ready to support today?
Remind me later.
×
Remind me next month
Thank you! Your reminder is set.
We will send you one reminder email a month from now. For details, please see our Privacy Policy.""",
        *(E, "2", "USD", "month"),
        ("Once", "Monthly", "Annual", "Continue", "Remind me later.", "×", "Remind me next month"),
    ),
    (
        "en",
        f"Dear readers, if you value our journalism, please consider giving from £1 once or £2 a month to {E}.\n"
        "Support us\nNot now",
        *("", "1", "GBP", "once", ("Support us", "Not now")),
    ),
    (
        "en",
        f"Before you go: independent journalism costs money. Support {E} from €5 a year.\nDonate now",
        *(E, "5", "EUR", "year", ("Donate now",)),
    ),
    (
        "en",
        f"A note from the editors of {E}\nWe rely on readers like you. Become a supporter for $3.50 per month, "
        f"$10 per month or $100 per year.\nSupport {E}\nNo, thanks",
        *(E, "3.50", "USD", "month", (f"Support {E}", "No, thanks")),
    ),
    ("en", f"A message from us at {E}: We have no owner. Please donate.", E, "", "", "", ()),
    (
        "en",
        "If you value our reporting, support us monthly from just $2.\nSupport us",
        *("", "2", "USD", "month", ("Support us",)),
    ),
    (
        "en",
        f"A message from {E}. Dear readers, our work needs you. Contribute from US$5 each month.\nMaybe later",
        *(E, "5", "USD", "month", ("Maybe later",)),
    ),
    (
        "ru",
        f"Сообщение от {E}: Дорогие читатели, нам трудно. Поддержите нас ежемесячно: от 150 ₽.\nНапомнить позже.",
        *(E, "150", "RUB", "month", ("Напомнить позже.",)),
    ),
    (
        "ru",
        "Дорогие читатели!\nМы работаем для вас каждый день и не берём денег у государства.\n"
        "Поддержите «Дейли Экзампл» — разово или ежемесячно, от 100 руб. в месяц.\nПоддержать\nНе сейчас",
        *("Дейли Экзампл", "100", "RUB", "month", ("Поддержать", "Не сейчас")),
    ),
    (
        "ru",
        f"Обращение редакции {E}:\nУважаемые читатели! Нужна ваша поддержка. Даже 2 доллара в месяц помогают нам.",
        *(E, "2", "USD", "month", ()),
    ),
    (
        "tr",
        "Değerli okurlar, bağımsız gazeteciliği sürdürebilmemiz için desteğinize ihtiyacımız var. "
        "Aylık 30 lira ile bize destek olun.\nDestek ol\nŞimdi değil",
        *("", "30", "TRY", "month", ("Destek ol", "Şimdi değil")),
    ),
    (
        "tr",
        "Günlük Örnek'ten bir mesaj: Sevgili okurlarımız, ayda sadece 2 dolar ile bizi destekleyin.\n"
        "Daha sonra hatırlat.",
        *("Günlük Örnek", "2", "USD", "month", ("Daha sonra hatırlat.",)),
    ),
    (
        "ar",
        "رسالة من ديلي إكزامبل: أعزاءنا القراء، نحتاج إلى دعمكم. ادعمونا شهريًا بدءًا من ٢ دولار فقط.\nذكّرني لاحقًا.",
        *("ديلي إكزامبل", "2", "USD", "month", ("ذكّرني لاحقًا.",)),
    ),
    (
        "ar",
        "قبل أن تغادر، نطلب منكم دعم صحافتنا المستقلة. تبرعوا بخمسة: 5 دولارات مرة أو دولارين في الشهر.\nليس الآن",
        *("", "2", "USD", "month", ("ليس الآن",)),
    ),
    (
        "uk",
        f"Звернення від {E}:\nШановні читачі! Ми тримаємося завдяки вам.\nПідтримайте нас від 50 грн на місяць.\n"
        "Нагадати пізніше",
        *(E, "50", "UAH", "month", ("Нагадати пізніше",)),
    ),
    (
        "uk",
        "Дорогі читачі, якщо вам подобається наша робота, підтримайте редакцію одноразово від ₴100 або щомісяця "
        "від ₴50.\nПідтримати",
        *("", "50", "UAH", "month", ("Підтримати",)),
    ),
]


@pytest.mark.parametrize("separator", ["\n", " "], ids=["own paragraph", "glued"])
@pytest.mark.parametrize(
    ("language", "appeal", "publisher", "minimum", "currency", "interval", "buttons"),
    APPEALS,
    ids=[f"{appeal[0]} {number}" for number, appeal in enumerate(APPEALS)],
)
def test_an_appeal_becomes_a_draft_and_is_not_in_the_article(
    language: str,
    appeal: str,
    publisher: str,
    minimum: str,
    currency: str,
    interval: str,
    buttons: tuple[str, ...],
    separator: str,
) -> None:
    found = parsed(NEWS[language] + separator + appeal)
    assert found.article.language == language
    assert [found.article.title, *(block.text for block in found.article.blocks)] == NEWS[language].split("\n")
    draft = campaign_of(found)
    assert (draft.publisher, draft.minimum, draft.currency, draft.interval) == (
        publisher,
        minimum,
        currency,
        interval,
    )
    assert draft.buttons == buttons
    # The message is the appeal, whole and in order, without its buttons.
    assert list(draft.message) == [line for line in appeal.split("\n") if line not in buttons]


@pytest.mark.parametrize(
    ("name", "language", "publisher", "money", "buttons"),
    [
        ("scraped-en", "en", E, ("2", "USD", True, "month"), ("Support us", "Remind me later.")),
        ("scraped-ru", "ru", "Дейли Экзампл", ("200", "RUB", False, "month"), ("Поддержать", "Напомнить позже")),
        ("scraped-uk", "uk", E, ("100", "UAH", False, "month"), ("Підтримати", "Нагадати пізніше.")),
        ("scraped-tr", "tr", E, ("50", "TRY", False, "month"), ("Destek ol", "Daha sonra hatırlat")),
        ("scraped-ar", "ar", "صحيفة المثال اليومي", ("2", "USD", True, "month"), ("ادعمونا", "ذكّرني لاحقًا.")),
    ],
)
def test_scraped_pages(
    name: str, language: str, publisher: str, money: tuple[str, str, bool, str], buttons: tuple[str, ...]
) -> None:
    found = plain_text.parse((SAMPLES / f"{name}.txt").read_bytes(), f"{name}.txt")
    draft = campaign_of(found)
    assert (found.article.language, draft.publisher) == (language, publisher)
    assert (draft.minimum, draft.currency, draft.is_currency_assumed, draft.interval) == money
    assert draft.buttons == buttons
    assert [block.kind.value for block in found.article.blocks].count("heading") == 1


FORMS = {
    "what others did is told before the request": f"""A message from {E}
Dear readers,
Last month the authorities announced that {E} was unwanted, and said that its readers may be fined.
Independent journalism is under pressure everywhere.
Your support, no matter how small, matters. If you can, please support us monthly starting from just $2.
Not ready to support today? Remind me later.
×""",
    "a letter": "Dear readers,\nIndependent journalism is under pressure.\nPlease support us from $2 a month.",
    "signed": f"""A message from {E}: This has been a hard year for small papers. Readers keep us alive.
Please become a member for $2 a month, $30 a year, or give once.
Yours,
Jane Doe, editor
Become a member
Maybe later""",
    "shouted": f"A MESSAGE FROM {E.upper()}: DEAR READERS, SUPPORT US MONTHLY FROM JUST $2. REMIND ME LATER.",
    "marked": f"*A message from {E}:* Dear readers! Support us from two dollars a month. Thank you.",
    "after a dash": f"— A message from {E}: Support us from $2 a month.",
    "in brackets": f"[A message from {E}: support us monthly from just $2. Remind me later.]",
    "a publisher named later": f"A Message From the Publisher\nWe need you. Support {E} with $2/month.\nNo thanks",
    "a favour": f"""… we have a small favor to ask.
As you may have heard, our paper has been called a danger. This is an attack on us all.
We, the journalists of {E}, will not be silent.
Your support, no matter how small, counts. If you can, please support us monthly starting from just $2.
Continue""",
    "a heading above": "Support our work\nDear readers,\nFree journalism needs you. Give $2 monthly.\nNot now",
    "costs are no gift": "Dear readers,\nThis paper costs us $10,000 a month. Support us from $2 a month.",
}


@pytest.mark.parametrize("form", FORMS)
def test_appeals_have_many_forms(form: str) -> None:
    found = parsed(f"{NEWS['en']}\n{FORMS[form]}")
    assert [found.article.title, *(block.text for block in found.article.blocks)] == NEWS["en"].split("\n")
    draft = campaign_of(found)
    assert (draft.minimum, draft.currency, draft.interval) == ("2", "USD", "month")
    assert draft.publisher.casefold() == ("" if E.casefold() not in FORMS[form].casefold() else E.casefold())


def test_an_appeal_in_the_last_paragraph_of_a_page_is_parted_from_it() -> None:
    found = plain_text.parse((SAMPLES / "glued-en.txt").read_bytes(), "glued-en.txt")
    assert found.article.blocks[-1].text.endswith("a vote is expected late on Monday.")
    draft = campaign_of(found)
    assert draft.message[0].startswith(f"A message from {E}: Dear readers,")
    assert (draft.minimum, draft.interval, draft.buttons) == ("2", "month", ("Remind me later.",))


def test_an_opener_glued_without_a_space_is_found() -> None:
    found = parsed(NEWS["en"] + f"A message from {E}: support us from $2 a month.")
    assert found.article.blocks[-1].text == NEWS["en"].split("\n")[-1]
    assert campaign_of(found).publisher == E


def test_a_request_glued_to_news_leaves_the_news_in_the_article() -> None:
    found = parsed(
        NEWS["en"] + " The session is open to all.\nThe town hall opens at six. Support us from $2 a month."
    )
    assert found.article.blocks[-1].text == "The town hall opens at six."
    assert campaign_of(found).message == ("Support us from $2 a month.",)


def test_the_last_sentence_may_be_a_button() -> None:
    draft = campaign_of(parsed(NEWS["en"] + f"\nA message from {E}: Support us from $2 a month. Remind me later."))
    assert draft.message == (f"A message from {E}: Support us from $2 a month.",)
    assert draft.buttons == ("Remind me later.",)


def test_what_stands_below_an_appeal_on_its_page_stays_in_the_article() -> None:
    footers = ["Read more about: ferries, islands", "© 2019 The Daily Example. All rights reserved."]
    found = parsed(
        "\n".join([NEWS["en"], f"A message from {E}: support us from $2 a month.", "Not now", *footers])
    )
    assert [block.text for block in found.article.blocks[-2:]] == footers
    assert campaign_of(found).buttons == ("Not now",)


def test_a_text_that_is_nothing_but_an_appeal_is_kept_and_noted() -> None:
    text = f"To our readers\nA message from {E}:\nDear readers, support us monthly from just $2.\nRemind me later."
    found = parsed(text)
    assert found.campaign is None
    assert [found.article.title, *(block.text for block in found.article.blocks)] == text.split("\n")
    assert "appeal" in found.notes[0]


def test_a_language_without_signals_is_never_split() -> None:
    text = NEWS["en"] + f"\nA message from {E}: support us monthly from just $2."
    assert parsed(text, "cy").campaign is None
    assert parsed(text, "en-GB").campaign is not None
    # Publishers mix English into their pages.
    assert parsed(text, "ru").campaign is not None


# -- not found -----------------------------------------------------------------------------------------------

NEWS_OF_GIVING: dict[str, list[str]] = {
    "en": [
        "To donate, visit the appeal page. The charity says that £5 a month feeds a child for a week.",
        "“Please support us,” she said. “Even $2 a month helps us.”",
        "He asked passers-by for 10 dollars. “I need your help,” he told them every month.",
        "The president thanked his supporters. “Your donations, from $5 to $50 a month, keep us going,” he said.",
        'The group said in a statement: "Support us! Donate from $2 a month."',
        "A message from the king was read out. It asked people to donate to a fund that needs £3 million.",
        "Campaigners say members contribute $10 a month. The union wants to raise its fee to $12 a year later.",
        "The US will support our allies with $5 billion a year, the minister said.\nA vote is due next month.",
        "Dear readers of novels will like the new museum. Tickets cost $5, and an annual pass is $20.",
        "The paper began with the words “Dear readers, support us”. It raised $2 a month from each of them.",
        "We spent a week with the volunteers. They need blankets, and we saw many people donate $10 each month.",
        "Visitors are asked to donate $5.\nOpening hours\nThe museum is open daily, and closed on Mondays.",
        "Subscribers pay $2 a month for the service, and the company plans to raise the price.",
        "Sign up for our newsletter\nSubscribe",
        "Read more: Ferry talks\nShare this article",
        "Support us",
        "Remind me later.",
        "Readers can contribute to the debate. Write to us by the end of the month.",
        "Before you go\nMembers pay $5 a month, and the park is supported by fees. You can rent a bike for $10.",
        "Before you go, think of the volunteers: you can help us on the first Sunday of each month.",
        "A message from the library: please help us keep this room quiet.",
        "Thank you for reading our guide. If you have questions, ask the staff.",
    ],
    "ru": [
        "Пожертвовать можно на сайте фонда. По словам директора, 500 рублей в месяц хватает на корм собаке.",
        "«Поддержите нас, даже 100 рублей в месяц помогут», — сказала директор приюта.",
        "Сообщение от жителей поступило в полицию. Мужчина просил у прохожих 200 рублей.",
        "Фонд собрал 3 млн рублей пожертвований за год. Жители поддержали акцию.",
        "Обращение президента прозвучит в среду. Он попросит поддержать бюджет на следующий год.",
    ],
    "tr": [
        "Vakfa bağış yapmak isteyenler ayda 50 TL ile öğrenciye destek olabiliyor. Vakıf 2 milyon lira topladı.",
        "“Bize destek olun, ayda 10 TL yeter” diyen müdür, bağışların arttığını söyledi.",
        "Adam her gün 10 TL istiyordu. Esnaf durumu polise bildirdi.",
    ],
    "ar": [
        "ويمكن التبرع عبر موقع الجمعية بمبلغ 5 دولارات شهريا. وقالت المديرة إن المبلغ يكفي طفلا واحدا.",
        "رسالة من الملك تليت يوم الأحد. ودعا فيها إلى دعم المستشفى الذي يحتاج إلى 3 ملايين دولار سنويا.",
        "وقال المدير: «ادعمونا ولو بدولارين في الشهر». وأضاف أن التبرعات زادت هذا العام.",
    ],
    "uk": [
        "Пожертвувати можна на сайті фонду. За словами директорки, 500 гривень на місяць вистачає на корм собаці.",
        "«Підтримайте нас, навіть 100 гривень на місяць допоможуть», — сказала директорка притулку.",
    ],
}


@pytest.mark.parametrize(
    ("language", "news"), [(language, news) for language, all_news in NEWS_OF_GIVING.items() for news in all_news]
)
def test_news_of_giving_stays_whole(language: str, news: str) -> None:
    text = f"{NEWS[language]}\n{news}"
    found = parsed(text, language)
    assert found.campaign is None
    assert found.notes == ()
    assert [found.article.title, *(block.text for block in found.article.blocks)] == text.split("\n")


def test_a_story_about_a_charity_stays_whole() -> None:
    text = (SAMPLES / "charity-news.txt").read_text("utf-8").rstrip("\n")
    found = parsed(text)
    assert found.campaign is None
    assert [found.article.title, *(block.text for block in found.article.blocks)] == text.split("\n")


@pytest.mark.parametrize("after", [1, 2, 3])
@pytest.mark.parametrize("language", LANGUAGES)
def test_appeals_in_the_middle_stay(language: str, after: int) -> None:
    appeal = next(each[1] for each in APPEALS if each[0] == language)
    news = NEWS[language].split("\n")
    found = parsed("\n".join([*news, appeal, *[news[1]] * after]), language)
    assert found.campaign is None


# -- sums ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "support us monthly from just $2.", [("2", "USD", True, "month")]),
        (
            "en",
            "Once from £1, or monthly from £2.50",
            [("1", "GBP", False, "once"), ("2.50", "GBP", False, "month")],
        ),
        ("en", "monthly from just $2, or once from $5", [("2", "USD", True, "month"), ("5", "USD", True, "once")]),
        ("en", "raised £1m and $3.7 million, then US$5", [("5", "USD", False, "")]),
        ("en", "two dollars a month", [("2", "USD", True, "month")]),
        ("en", "$2 CAD per year; 1,000 USD", [("2", "CAD", False, "year"), ("1000", "USD", False, "year")]),
        ("en", "$2-a-month", [("2", "USD", True, "month")]),
        ("ru", "от 200 руб. в месяц", [("200", "RUB", False, "month")]),
        ("ru", "1 000 ₽ в год", [("1000", "RUB", False, "year")]),
        ("tr", "ayda yalnızca 50 TL'den başlayan", [("50", "TRY", False, "month")]),
        ("tr", "aylık 2,5 dolarlık; 2 milyon TL", [("2.50", "USD", True, "month")]),
        ("ar", "بدءًا من ٢ دولار شهريًا", [("2", "USD", True, "month")]),
        ("ar", "ولو بدولارين في السنة", [("2", "USD", True, "year")]),
        ("ar", "٢٫٥٠ دولار أمريكي في الشهر", [("2.50", "USD", False, "month")]),
        ("uk", "від 100 гривень на місяць", [("100", "UAH", False, "month")]),
        ("en", "room 2 of 5, article 3", []),
    ],
)
def test_sums(language: str, text: str, expected: list[tuple[str, str, bool, str]]) -> None:
    found = find_amounts(text, signals(language))
    assert [(each.value, each.currency, each.is_assumed, each.interval) for each in found] == expected


def test_the_smallest_sum_is_of_the_currency_named_first() -> None:
    amounts = find_amounts("Support us with 150 UAH, 100 UAH or $2 a month.", signals("uk"))
    smallest = smallest_asked(amounts)
    assert smallest is not None
    assert (smallest.value, smallest.currency) == ("100", "UAH")


def test_a_sum_that_nobody_is_asked_for_does_not_count() -> None:
    amounts = find_amounts("A coffee costs $1. Support us from $2 a month.", signals("en"))
    smallest = smallest_asked(amounts)
    assert smallest is not None
    assert smallest.value == "2"


# -- the tables ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_have_every_list(language: str) -> None:
    found = signals(language)
    for field in Signals.__dataclass_fields__:
        if field not in ("label_nouns", "name_noise"):
            assert getattr(found, field), field
    written = [phrase.words for field in ("asks", "greetings", "hooks", "we") for phrase in getattr(found, field)]
    assert all(words == words.strip() and "|" not in words and "*" not in words for words in written)
