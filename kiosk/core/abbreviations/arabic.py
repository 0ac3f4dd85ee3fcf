"""Arabic short forms. Single letters with a point are titles and initials, and need no list."""

from kiosk.core.abbreviations.lists import Abbreviations, listed

ABBREVIATIONS = Abbreviations(
    leading=listed("أ.د أ.م أ.م.د د.م م.د ص.ب ص.ص صص ج.م تح مج نق mr mrs ms dr n.b e.g i.e vs"),
    short=listed("ج.م.ع ش.م ش.م.م ش.م.ل ذ.م.م رض inc ltd co jr sr"),
    closing=listed("إلخ الخ آلخ etc a.m p.m"),
    dated=listed("م هـ ه ق.م ق.ه ق.هـ ب.م"),
    starters=listed("""
        ثم لكن ولكن وقد وكان وكانت وقال وقالت وفي ومن هذا هذه وهذا وهذه هو هي وهو وهي هم وهم إن لقد بعد وبعد
        بعدها وقبل عندما وعندما منذ كما أما وأما لا ولا لم ولم لن ولن ما وما ماذا هل كيف أين متى لماذا نعم كلا
        ذلك تلك وذلك هناك وهناك اليوم واليوم غدا أمس ربما إذا وإذا لذلك ولذلك كل وكل بل وعلى وإلى ومع
    """),
    openings=listed("عام سنة في منذ قبل بعد حوالي نحو حتى"),
    followers=listed("في من إلى على عن مع بين حتى"),
    speaking=listed("""
        قال قالت قالوا سأل سألت سأله سألها أجاب أجابت أجابه رد ردت أضاف أضافت صاح صاحت هتف هتفت همس همست يقول
        تقول
    """),
)
