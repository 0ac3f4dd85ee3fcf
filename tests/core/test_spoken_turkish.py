"""How Turkish says what is written in signs, digits and short forms."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.spoken.turkish import respellings
from kiosk.core.spoken.turkish_numbers import cardinal, ordinal, roman
from kiosk.core.spoken.turkish_suffixes import joined
from kiosk.core.spoken_form import spell_out
from kiosk.core.text import TextSpan
from tests.core.respelling_checks import assert_leads_back

NUMBER_WORDS = Path(__file__).parents[3] / "shared" / "data" / "number-words" / "cases.json"

SAID = [
    ("Köyde 47 hane vardı.", "Köyde kırk yedi hane vardı."),
    ("Salona 1.250 kişi sığıyor.", "Salona bin iki yüz elli kişi sığıyor."),
    (
        "Ülkenin nüfusu 84.339.067 oldu.",
        "Ülkenin nüfusu seksen dört milyon üç yüz otuz dokuz bin altmış yedi oldu.",
    ),
    ("Bütçe 2.500.000.000 lirayı aştı.", "Bütçe iki milyar beş yüz milyon lirayı aştı."),
    ("Bir turda 42,195 kilometre koştular.", "Bir turda kırk iki virgül yüz doksan beş kilometre koştular."),
    ("Deprem 6,8 büyüklüğündeydi.", "Deprem altı virgül sekiz büyüklüğündeydi."),
    ("Oran 0,05 olarak ölçüldü.", "Oran sıfır virgül sıfır beş olarak ölçüldü."),
    ("Program 2.5 sürümüne geçti.", "Program iki nokta beş sürümüne geçti."),
    ("Listede 007 numaralı dosya eksik.", "Listede sıfır sıfır yedi numaralı dosya eksik."),
    ("Yardım 10 000 aileye ulaştı.", "Yardım on bin aileye ulaştı."),
    ("Dışarısı -12 dereceydi.", "Dışarısı eksi on iki dereceydi."),
    ("Hava −3,5 °C'ye düştü.", "Hava eksi üç virgül beş santigrat dereceye düştü."),
    ("Sıcaklık 38°C'yi buldu.", "Sıcaklık otuz sekiz santigrat dereceyi buldu."),
    ("Dairesi 3. katta.", "Dairesi üçüncü katta."),
    ("Müze 19. yüzyılda yapıldı.", "Müze on dokuzuncu yüzyılda yapıldı."),
    ("Okulda 1., 2. ve 3. sınıflar var.", "Okulda birinci, ikinci ve üçüncü sınıflar var."),
    ("II. Dünya Savaşı'nda yıkıldı.", "ikinci Dünya Savaşı'nda yıkıldı."),
    ("Kale XVI. yüzyıldan kalma.", "Kale on altıncı yüzyıldan kalma."),
    ("V. Murad kısa süre tahtta kaldı.", "beşinci Murad kısa süre tahtta kaldı."),
    ("Dünyaya V. Hugo diye bir yazar geldi.", "Dünyaya V. Hugo diye bir yazar geldi."),
    ("Kraliçe Elizabeth II konuştu.", "Kraliçe Elizabeth iki konuştu."),
    ("Yarışta 1'inci oldu, kardeşi 2'nci.", "Yarışta birinci oldu, kardeşi ikinci."),
    ("Kanunun 5 inci maddesi değişti.", "Kanunun beşinci maddesi değişti."),
    ("Ödülde 2.'lik aldı.", "Ödülde ikincilik aldı."),
    ("Maç 5. dakikada başladı.", "Maç beşinci dakikada başladı."),
    ("Otobüs durağında saat 5. Sonra yağmur başladı.", "Otobüs durağında saat beş. Sonra yağmur başladı."),
    ("2019'da taşındılar.", "iki bin on dokuzda taşındılar."),
    ("Çocukların 5'i geldi, 4'ü gelmedi.", "Çocukların beşi geldi, dördü gelmedi."),
    ("Halkın %20'si oy verdi.", "Halkın yüzde yirmisi oy verdi."),
    ("Sayı 100'den 250'ye çıktı.", "Sayı yüzden iki yüz elliye çıktı."),
    ("1990’lı yıllarda, 80'lerde büyüdü.", "bin dokuz yüz doksanlı yıllarda, seksenlerde büyüdü."),
    ("Sayfanın 3'te 1'i boş.", "Sayfanın üçte biri boş."),
    ("Onlara 5'er elma verdik, bize 2'şer.", "Onlara beşer elma verdik, bize ikişer."),
    ("Tören 25 Aralık 2019'da yapıldı.", "Tören yirmi beş Aralık iki bin on dokuzda yapıldı."),
    ("Toplantı 25.12.2019'da bitti.", "Toplantı yirmi beş Aralık iki bin on dokuzda bitti."),
    ("Kayıtlar 01/03/2020 tarihinde açılır.", "Kayıtlar bir Mart iki bin yirmi tarihinde açılır."),
    ("Dosya 2021-07-15 günü silindi.", "Dosya on beş Temmuz iki bin yirmi bir günü silindi."),
    ("Tren saat 17.30'da kalkar.", "Tren saat on yedi otuzda kalkar."),
    ("Dükkân 09:00-18:30 arası açık.", "Dükkân dokuz, on sekiz otuz arası açık."),
    ("Saat 9.05'te uyandı.", "Saat dokuz sıfır beşte uyandı."),
    ("Uçak 00.45'te indi.", "Uçak sıfır sıfır kırk beşte indi."),
    ("Kronometre 12:30:45 gösterdi.", "Kronometre on iki otuz kırk beş gösterdi."),
    ("Ekmek ₺7 oldu.", "Ekmek yedi lira oldu."),
    ("Bilet 12,50 TL tuttu.", "Bilet on iki lira elli kuruş tuttu."),
    (
        "Kirası 4.500 TL'den 6.250 TL'ye çıktı.",
        "Kirası dört bin beş yüz liradan altı bin iki yüz elli liraya çıktı.",
    ),
    ("Şirket $3,7 milyon kazandı.", "Şirket üç virgül yedi milyon dolar kazandı."),
    ("Borç 5 milyar $'ı geçti.", "Borç beş milyar doları geçti."),
    ("Kahve €2,75'ti.", "Kahve iki avro yetmiş beş sentti."),
    ("Fon €5–10 milyonluk destek arıyor.", "Fon beş, on milyon avroluk destek arıyor."),
    ("Bahşiş 0,50 TL.", "Bahşiş elli kuruş."),
    ("Ceza 250 bin ₺'dir.", "Ceza iki yüz elli bin liradır."),
    ("Enflasyon %12,3 oldu.", "Enflasyon yüzde on iki virgül üç oldu."),
    ("Fiyatlar % 5 arttı.", "Fiyatlar yüzde beş arttı."),
    ("Katılım 85% dolayında.", "Katılım yüzde seksen beş dolayında."),
    ("Hasta %5-10 arası iyileşti.", "Hasta yüzde beş, on arası iyileşti."),
    ("Tuz oranı ‰35.", "Tuz oranı binde otuz beş."),
    ("Köy 12 km uzakta.", "Köy on iki kilometre uzakta."),
    ("Rüzgâr 80 km/sa hızla esti.", "Rüzgâr saatte seksen kilometre hızla esti."),
    ("Saatte 120 km/s ile gitti.", "Saatte yüz yirmi kilometre ile gitti."),
    ("Evi 95 m²'lik.", "Evi doksan beş metrekarelik."),
    ("Havuzda 300 m³ su var.", "Havuzda üç yüz metreküp su var."),
    ("Paket 5kg geliyor.", "Paket beş kilogram geliyor."),
    ("İlaç 250 mg'lık.", "İlaç iki yüz elli miligramlık."),
    ("Santral 200 MW üretir.", "Santral iki yüz megavat üretir."),
    ("Bellek 16 GB'tan fazla.", "Bellek on altı gigabayttan fazla."),
    ("10 dk. sonra döndü.", "on dakika sonra döndü."),
    (
        "Beni +90 212 555 44 33'ten ara.",
        "Beni artı doksan iki yüz on iki beş yüz elli beş kırk dört otuz üçten ara.",
    ),
    (
        "Danışma hattı 0850 222 07 07.",
        "Danışma hattı sıfır sekiz yüz elli iki yüz yirmi iki sıfır yedi sıfır yedi.",
    ),
    ("Cep telefonu 05321234567.", "Cep telefonu sıfır beş yüz otuz iki, yüz yirmi üç, kırk beş, altmış yedi."),
    ("Acilde 112'yi arayın.", "Acilde yüz on ikiyi arayın."),
    ("Yazışma info@ornek.org adresinden olur.", "Yazışma info et ornek nokta org adresinden olur."),
    ("Ayrıntı https://www.un.org/tr sayfasında.", "Ayrıntı ve ve ve nokta un nokta org bölü te re sayfasında."),
    ("Haber tbmm.gov.tr sitesinde.", "Haber te be me me nokta gov nokta te re sitesinde."),
    ("Dr. Yılmaz ile Prof. Dr. Kaya geldi.", "Doktor Yılmaz ile Profesör Doktor Kaya geldi."),
    ("Sn. Vali ve Doç. Dr. Ak konuştu.", "Sayın Vali ve Doçent Doktor Ak konuştu."),
    ("Elma, armut vb. ürünler satılır.", "Elma, armut ve benzeri ürünler satılır."),
    ("Kalem, defter vs. Sonra çıktı.", "Kalem, defter vesaire. Sonra çıktı."),
    ("Konu için bkz. s. 45.", "Konu için bakınız sayfa kırk beş."),
    (
        "Adres: Lale Cad. No: 12/3, Gül Mah. Işık Apt.",
        "Adres: Lale Caddesi Numara on iki bölü üç, Gül Mahallesi Işık Apartmanı.",
    ),
    ("M.Ö. 500 ile MS 200 arası.", "Milattan önce beş yüz ile milattan sonra iki yüz arası."),
    (
        "T.C. Sağlık Bakanlığı ve Deniz Ltd. Şti. anlaştı.",
        "Türkiye Cumhuriyeti Sağlık Bakanlığı ve Deniz Limitet Şirketi anlaştı.",
    ),
    ("BM ve ABD, NATO'nun çağrısına uydu.", "be me ve a be de, NATO'nun çağrısına uydu."),
    ("DSÖ'ye ve UNESCO'ya yazıldı.", "de se öye ve uneskoya yazıldı."),
    ("AB'nin, TBMM'nin ve STK'ların raporu.", "a benin, te be me menin ve se te kaların raporu."),
    ("AFAD ekipleri ve İHH yola çıktı.", "AFAD ekipleri ve i he he yola çıktı."),
    ("AK Parti ile CHP'li üyeler.", "ak Parti ile ce he peli üyeler."),
    ("BÜYÜK İSTANBUL DEPREMİ VE ABD", "BÜYÜK İSTANBUL DEPREMİ VE ABD"),
    (
        "Savaş 1914–1918 yıllarında sürdü.",
        "Savaş bin dokuz yüz on dört, bin dokuz yüz on sekiz yıllarında sürdü.",
    ),
    ("Toplantıya 10-15 kişi geldi.", "Toplantıya on, on beş kişi geldi."),
    ("Takım 3-1 kazandı.", "Takım üç, bir kazandı."),
    ("2019-2020 sezonu bitti.", "iki bin on dokuz, iki bin yirmi sezonu bitti."),
    ("Tarif 1/2 litre süt, 3/4 bardak yağ ister.", "Tarif yarım litre süt, dörtte üç bardak yağ ister."),
    ("Yolun 2/3'ü bitti.", "Yolun iki bölü üçü bitti."),
    ("1½ saat ve ¼ elma.", "bir buçuk saat ve dörtte bir elma."),
    ("Eczane 7/24 açık.", "Eczane yedi yirmi dört açık."),
    ("Bu bilgi doğrudur.[12] Öteki de[3][4].", "Bu bilgi doğrudur. Öteki de."),
    ("Suyun yarısı⁵ kayıp.", "Suyun yarısı kayıp."),
    ("F-16 ile G20, A4 ve 5G.", "ef on altı ile ge yirmi, a dört ve beş ge."),
    ("F1 tuşuna basın.", "ef bir tuşuna basın."),
    ("COVID-19 salgını.", "kovid on dokuz salgını."),
    ("Ali & Veli, 2 + 3 = 5.", "Ali ve Veli, iki artı üç eşittir beş."),
    ("Tahta 4x6 ölçüsünde.", "Tahta dört çarpı altı ölçüsünde."),
    ("Sanık ~50 kişiydi.", "Sanık yaklaşık elli kişiydi."),
    ("Kur.an değil, kuran.", "Kur.an değil, kuran."),
    ("12. Cumhurbaşkanı göreve başladı.", "on ikinci Cumhurbaşkanı göreve başladı."),
    ("Yol 10 KM uzar.", "Yol on kilometre uzar."),
    ("19.yüzyıl ile 18. yy'da.", "on dokuzuncu yüzyıl ile on sekizinci yüzyılda."),
    ("2 No'lu kapıdan girin.", "iki numaralı kapıdan girin."),
    ("KDV'li fiyat 1.250,75 TL'dir.", "ke de veli fiyat bin iki yüz elli lira yetmiş beş kuruştur."),
]


def said(text: str) -> str:
    return spell_out(text, respellings(text)).text


@pytest.mark.parametrize(("written", "spoken"), SAID)
def test_a_sentence_is_said_as_people_say_it(written: str, spoken: str) -> None:
    assert said(written) == spoken


@pytest.mark.parametrize(("written", "_"), SAID)
def test_every_spoken_word_leads_back_to_a_written_one(written: str, _: str) -> None:
    assert_leads_back(written, respellings(written))


@pytest.mark.parametrize(
    ("text", "spoken", "lit"),
    [
        ("Dr. Yılmaz geldi.", "Doktor", "Dr."),
        ("Dr. Yılmaz geldi.", "Yılmaz", "Yılmaz"),
        ("25 Aralık 2019'da", "beş", "25"),
        ("25 Aralık 2019'da", "Aralık", "Aralık"),
        ("25 Aralık 2019'da", "dokuzda", "2019'da"),
        ("Yaklaşık 3,7 milyon kişi", "virgül", "3,7"),
        ("Yaklaşık 3,7 milyon kişi", "milyon", "milyon"),
        ("Zarar $3,7 milyon oldu.", "dolar", "$3,7 milyon"),
        ("Fiyatı 50 TL'dir.", "elli", "50"),
        ("Fiyatı 50 TL'dir.", "liradır", "TL'dir"),
        ("Köye 12 km kaldı.", "kilometre", "km"),
        ("1914–1918 yılları", "sekiz", "1918"),
        ("+90 212 555 44 33", "elli", "555"),
        ("3. katta oturur.", "üçüncü", "3."),
        ("Hava -12 dereceydi.", "eksi", "-12"),
        ("Borç 5 milyar $ oldu.", "dolar", "milyar $"),
        ("Ali & Veli geldi.", "ve", "Ali &"),
    ],
)
def test_what_is_lit_stays_on_the_written_word(text: str, spoken: str, lit: str) -> None:
    form = spell_out(text, respellings(text))
    start = form.text.index(spoken)
    assert form.alignment.to_written(TextSpan(start, start + len(spoken))).of(text) == lit


@pytest.mark.parametrize(
    "text",
    [
        "Bugün hava çok güzel, dışarı çıkalım.",
        "Erdoğan'ın ve Türkiye'nin sözleri; \"evet\" dedi!",
        "Bunu bul. Sonra ona bak. Yaya kal. Bu bir av.",
        "A. Kaya ile M. K. Atatürk’ün mektubu",
        "KRAL VE AİLE GELDİ",
        "NATO ve TÜBİTAK toplandı",
        "",
    ],
)
def test_plain_words_stay_as_they_are(text: str) -> None:
    assert respellings(text) == ()


@pytest.mark.parametrize(
    ("word", "ending", "spoken"),
    [
        ("lira", "ye", "liraya"),
        ("lira", "nin", "liranın"),
        ("lira", "lik", "liralık"),
        ("kilogram", "ye", "kilograma"),
        ("kilogram", "nin", "kilogramın"),
        ("dolar", "si", "doları"),
        ("avro", "un", "avronun"),
        ("saat", "te", "saatte"),
        ("metre", "den", "metreden"),
        ("gigabayt", "dan", "gigabayttan"),
        ("dokuz", "daki", "dokuzdaki"),
        ("dokuz", "dakiler", "dokuzdakiler"),
        ("dört", "ü", "dördü"),
        ("on", "ken", "onken"),
        ("iki", "ydi", "ikiydi"),
        ("kilogram", "ydi", "kilogramdı"),
        ("litre", None, "litre"),
    ],
)
def test_an_ending_joins_the_word_that_is_said(word: str, ending: str | None, spoken: str) -> None:
    assert joined(word, ending) == spoken


ENDINGS = {
    0: ("ı", "a", "da", "dan", "ın"), 1: ("i", "e", "de", "den", "in"), 2: ("yi", "ye", "de", "den", "nin"),
    3: ("ü", "e", "te", "ten", "ün"), 5: ("i", "e", "te", "ten", "in"), 6: ("yı", "ya", "da", "dan", "nın"),
    7: ("yi", "ye", "de", "den", "nin"), 8: ("i", "e", "de", "den", "in"), 9: ("u", "a", "da", "dan", "un"),
    10: ("u", "a", "da", "dan", "un"), 40: ("ı", "a", "ta", "tan", "ın"), 100: ("ü", "e", "de", "den", "ün"),
    1000: ("i", "e", "de", "den", "in"),
    10**6: ("u", "a", "da", "dan", "un"), 10**9: ("ı", "a", "da", "dan", "ın"),
}  # fmt: skip


@pytest.mark.parametrize("number", ENDINGS)
def test_an_ending_that_was_right_stays_as_written(number: int) -> None:
    written = f"{number:,}".replace(",", ".")
    assert [said(f"{written}'{ending}") for ending in ENDINGS[number]] == [
        cardinal(number) + ending for ending in ENDINGS[number]
    ]


def test_numbers_agree_with_the_library_they_are_made_of() -> None:
    from num2words.lang_TR import Num2Word_TR

    # Its own 101,372 lacks the "bir" before "bin": larger numbers are put together from words of its small ones.
    for number in [
        *range(1, 1200),
        *range(1201, 100_000, 919),
        120_034,
        2_000_000,
        10**9,
        10**15 + 1,
        123_456_789_012,
    ]:
        assert cardinal(number).replace(" ", "") == Num2Word_TR().to_cardinal(number)
        assert ordinal(number).replace(" ", "") == Num2Word_TR().to_ordinal(number)


def test_large_numbers_lose_nothing() -> None:
    assert cardinal(101_372) == "yüz bir bin üç yüz yetmiş iki"
    assert cardinal(1_001_001_001) == "bir milyar bir milyon bin bir"


def test_numbers_are_those_that_others_expect() -> None:
    if not NUMBER_WORDS.is_file():
        pytest.skip("the cases of number words are not beside the project")
    make = {"cardinal": cardinal, "ordinal": ordinal}
    checked = 0
    for case in json.loads(NUMBER_WORDS.read_text("utf-8")):
        if case.get("lang") == "tr" and isinstance(case["n"], int) and case["n"] >= 0 and case.get("to") in make:
            assert make[case["to"]](case["n"]).replace(" ", "") == case["expected"]
            checked += 1
    assert checked > 20


def test_roman_numerals() -> None:
    told = {"I": 1, "IV": 4, "IX": 9, "XIV": 14, "XIX": 19, "XLII": 42, "MCMXCIV": 1994}
    assert {numeral: roman(numeral) for numeral in told} == told
    assert [roman(wrong) for wrong in ("", "IIII", "VX", "IC")] == [None] * 4


PIECES = st.sampled_from(
    [
        *"0123456789.,:;/%$€₺-–’'()[]½°²³&+ \u00a0ıİ",
        "TL",
        "km",
        "milyon",
        "Dr.",
        "vb.",
        "XIX.",
        "ABD",
        "saat",
        "@",
    ],
)


@given(text=st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=60)))
def test_whatever_is_written_respellings_are_in_order_and_inside(text: str) -> None:
    found = respellings(text)
    assert all(len(own.span) and own.span.end <= len(text) for own in found)
    assert all(before.span.end <= after.span.start for before, after in pairwise(found))
    form = spell_out(text, found)
    assert all(len(form.alignment.to_written(TextSpan(place, place + 1))) for place in range(len(form.text)))


@given(text=st.text("abcçğıöşü ,;!?", max_size=80))
def test_small_letters_are_never_respelled(text: str) -> None:
    assert [own.span.of(text) for own in respellings(text) if own.span.of(text) not in {"vb", "vs", "yy"}] == []
