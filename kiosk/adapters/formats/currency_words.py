"""Signs and words for sums of money, in the languages of the kiosk, folded. Data only.

Each entry is what is written and the ISO 4217 code. A question mark after the code: the sign leaves the country
open, and the code is the likeliest. A star: endings may follow.
"""

BEFORE_OR_AFTER = """
    us$ USD | ca$ CAD | c$ CAD | a$ AUD | au$ AUD | nz$ NZD | hk$ HKD | s$ SGD | r$ BRL | $ USD? | £ GBP
    | € EUR | ₽ RUB | ₺ TRY | ₴ UAH | ¥ JPY? | ₹ INR | ₪ ILS | ₸ KZT | ₼ AZN | ₾ GEL | usd USD | eur EUR
    | gbp GBP | rub RUB | uah UAH | cad CAD | aud AUD | chf CHF | pln PLN
"""

AFTER = """
    try TRY | us dollar* USD | u.s. dollar* USD | american dollar* USD | canadian dollar* CAD |
    australian dollar* AUD | dollar* USD? | buck* USD? | euro* EUR | pounds sterling GBP | pound* GBP |
    russian ruble* RUB | russian rouble* RUB | rouble* RUB | ruble* RUB | hryvnia* UAH | hryvnya* UAH |
    turkish lira* TRY | lira* TRY? | tl TRY | zł PLN | доллар* сша USD | доллар* USD? | долл USD? |
    евро EUR | фунт* GBP | рубл* RUB | руб RUB | р RUB | гривен* UAH | гривн* UAH | грн UAH | лир* TRY?
    | тенге KZT | долар* сша USD | долар* USD? | дол USD? | євро EUR | лір* TRY? | abd dolar* USD |
    amerikan dolar* USD | dolar* USD? | avro* EUR | sterlin* GBP | türk liras* TRY | ruble* RUB |
    grivna* UAH | دولار* امريكي* USD | دولار* USD? | يورو EUR | جنيه* استرليني* GBP | جنيه* مصري* EGP |
    جنيه* EGP? | روبل* RUB | ليره تركيه TRY | ليرات تركيه TRY | ليره* TRY? | ليرات TRY? |
    ريال* سعودي* SAR | ريال* SAR? | درهم* AED? | دراهم AED? | هريفني* UAH | غريفني* UAH
"""

# Arabic says "two dollars" in one word, with "in" or "for" joined before it.
PAIRS = "دولارين امريكيين USD | دولارين USD? | دولاران USD?"

NUMBERS = """
    one 1 | two 2 | three 3 | four 4 | five 5 | six 6 | seven 7 | eight 8 | nine 9 | ten 10 | twenty 20
    | один 1 | одного 1 | два 2 | двух 2 | три 3 | трех 3 | пять 5 | пяти 5 | десять 10 | десяти 10 |
    сто 100 | ста 100 | двести 200 | двухсот 200 | дві 2 | двох 2 | трьох 3 | п'ять 5 | п'яти 5 | bir 1
    | iki 2 | üç 3 | beş 5 | on 10 | yirmi 20 | elli 50 | yüz 100
"""
