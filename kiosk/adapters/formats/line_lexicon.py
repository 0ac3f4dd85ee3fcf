"""Words that tell a line of a news page for what it is: byline, credit, date, link. Data only."""

BYLINES = (
    "by", "from our correspondent", "text", "text by", "words by", "story by", "reporting by",
    "written by", "edited by", "additional reporting", "author", "authors", "editor", "correspondent",
    "staff", "updated", "published", "posted", "last updated", "last modified", "автор", "авторы",
    "текст", "редактор", "корреспондент", "обновлено", "опубликовано", "автори", "кореспондент",
    "оновлено", "опубліковано", "yazan", "haber", "yazar", "muhabir", "editör", "güncelleme",
    "güncellendi", "yayınlanma", "yayın tarihi", "بقلم", "كتب", "كتبت", "تقرير", "المصدر", "المحرر",
    "تحرير", "نشر في", "آخر تحديث",
)  # fmt: skip
"""A line that begins with one of these and a name, a date or a colon says who wrote it, or when."""

CREDITS = (
    "photo", "photos", "photograph", "photography", "image", "images", "picture", "pictures", "caption",
    "video", "getty", "shutterstock", "reuters", "afp", "tass", "ria novosti", "ap photo", "file photo",
    "wikimedia", "wikipedia", "фото", "фотография", "изображение", "видео", "тасс", "риа", "зображення",
    "відео", "укрінформ", "foto", "fotoğraf", "fotoğraflar", "görsel", "arşiv", "صورة", "صور", "الصورة",
    "تصوير", "فيديو", "رويترز", "الأناضول",
)  # fmt: skip
"""A short line that begins or ends with one of these, or holds "©" or "/", is the credit of a picture."""

LINKS = (
    "read more*", "read also*", "read next*", "see also*", "also read*", "related*", "more on this*",
    "more from*", "more stories*", "advertisement*", "share*", "follow us*", "sign up*", "subscribe*",
    "newsletter*", "comments", "leave a comment*", "most read*", "recommended*", "tags", "topics",
    "click here*", "listen to this*", "watch*", "skip to*", "читайте также*", "читать также*",
    "читайте больше*", "по теме*", "реклама*", "поделиться*", "подпис*", "комментарии",
    "материалы по теме*", "теги", "смотрите также*", "читайте також*", "читати також*", "за темою*",
    "поділитися*", "підпис*", "коментарі", "дивіться також*", "ayrıca okuyun*", "ilgili haber*",
    "ilginizi çekebilir*", "reklam*", "paylaş*", "abone ol*", "yorumlar", "etiketler", "devamını oku*",
    "اقرأ أيضا*", "اقرأ المزيد*", "اقرأ ايضا*", "إعلان*", "شارك*", "اشترك*", "تعليقات",
    "مواضيع ذات صلة*", "ذات صلة*", "تابعونا*", "تابعنا*", "وسوم", "كلمات مفتاحية*",
)  # fmt: skip
"""A short line that begins with one of these belongs to the page, not to the article."""

FOOTERS = (
    *LINKS,
    "facebook", "twitter", "instagram", "telegram", "whatsapp", "youtube", "email", "print",
    "copy link", "link copied", "tweet", "вконтакте", "одноклассники", "фейсбук", "телеграм", "твиттер",
    "واتساب", "فيسبوك", "تويتر",
    "read more about*", "copyright*", "all rights reserved*", "©*", "(c)*", "topics*", "tags*",
    "filed under*", "all contents*", "terms of use*", "privacy policy*", "cookie*",
    "все права защищены*", "теги*", "усі права захищені*", "всі права захищені*",
    "tüm hakları saklıdır*", "etiketler*", "جميع الحقوق محفوظة*", "الوسوم*",
)  # fmt: skip
"""What may stand on the page below everything else."""

CALENDAR = (
    "jan*", "feb*", "march", "mar", "apr*", "may", "june", "jun", "july", "jul", "aug*", "sept*", "sep",
    "oct*", "nov*", "dec*", "mon", "monday", "tue*", "wed*", "thu*", "fri", "friday", "sat", "saturday",
    "sun", "sunday", "январ*", "феврал*", "март*", "апрел*", "мая", "май", "июн*", "июл*", "август*",
    "сентябр*", "октябр*", "ноябр*", "декабр*", "понедельник*", "вторник*", "сред*", "четверг*",
    "пятниц*", "суббот*", "воскресень*", "січ*", "лют*", "берез*", "квіт*", "трав*", "черв*", "лип*",
    "серп*", "верес*", "жовт*", "листопад*", "груд*", "понеділ*", "вівтор*", "серед*", "четвер*",
    "пятниц*", "субот*", "неділ*", "ocak", "şubat", "mart", "nisan", "mayıs", "haziran", "temmuz",
    "ağustos", "eylül", "ekim", "kasım", "aralık", "pazartesi", "salı", "çarşamba", "perşembe", "cuma",
    "cumartesi", "pazar", "يناير", "فبراير", "مارس", "أبريل", "ابريل", "مايو", "يونيو", "يوليو",
    "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر", "كانون", "شباط", "آذار", "نيسان", "أيار", "حزيران",
    "تموز", "آب", "أيلول", "تشرين", "الأول", "الثاني", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس",
    "الجمعة", "السبت", "الأحد",
)  # fmt: skip
"""Months and days of the week."""

DATE_WORDS = (
    "am", "pm", "a", "p", "m", "at", "on", "of", "st", "nd", "rd", "th", "gmt", "utc", "bst", "est",
    "edt", "et", "cet", "msk", "updated", "published", "posted", "last", "modified", "date", "time",
    "г", "года", "в", "мск", "обновлено", "опубликовано", "дата", "р", "року", "о", "оновлено",
    "опубліковано", "tarihi", "tarih", "saat", "güncelleme", "güncellendi", "yayınlanma", "son", "م",
    "ص", "هـ", "الساعة", "في", "تاريخ", "بتوقيت", "آخر", "تحديث", "نشر", "min", "read", "minutes",
    "мин", "dk",
)  # fmt: skip
"""What else may stand in a line that only tells a date or a time."""
