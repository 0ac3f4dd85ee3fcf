"""Articles and words for walks through every screen: written here, so that a test knows what must be found."""

import gettext
from pathlib import Path

from markdown_it import MarkdownIt

from tests.e2e.program import ROOT

LANGUAGES = ("en", "ru", "tr", "ar", "uk")
TITLES = {
    "en": "A short walk",
    "ru": "Короткая прогулка",
    "tr": "Kısa bir yürüyüş",
    "ar": "نزهة قصيرة",
    "uk": "Коротка прогулянка",
}
BLOCKS = {
    "en": ("We walk to the sea.", "The way", "First to the mill", "then along the river.", "It is not far."),
    "ru": ("Мы идём к морю.", "Дорога", "Сначала к мельнице,", "потом вдоль реки.", "Это недалеко."),
    "tr": ("Denize yürüyoruz.", "Yol", "Önce değirmene,", "sonra ırmak boyunca.", "Uzak değil."),
    "ar": ("نمشي إلى البحر.", "الطريق", "إلى الطاحونة أولًا،", "ثم بمحاذاة النهر.", "ليس بعيدًا."),
    "uk": ("Ми йдемо до моря.", "Дорога", "Спочатку до млина,", "потім уздовж річки.", "Це недалеко."),
}
"""A paragraph, a heading, two items of a list, and a paragraph."""
CAMPAIGN = """id = "test"
publisher = "The Daily Example"
address = "https://give.example.org/aloud"
minimum = "2"
currency = "USD"
interval = "month"
[message]
en = "Reading aloud is free. Help us keep it so."
ru = "Чтение вслух бесплатно. Помогите нам сохранить это."
tr = "Sesli okuma ücretsizdir. Böyle kalmasına yardım edin."
ar = "القراءة بصوت مسموع مجانية. ساعدونا على إبقائها كذلك."
uk = "Читання вголос безкоштовне. Допоможіть нам зберегти це."
"""


def written_content(folder: Path) -> Path:
    """Write a short article and the guide in each language, and a campaign; return the folder."""
    content = folder / "content"
    content.mkdir(parents=True)
    for language in LANGUAGES:
        first, heading, one, other, last = BLOCKS[language]
        head = f'+++\nid = "short-{language}"\ntitle = "{TITLES[language]}"\nlanguage = "{language}"\n+++\n'
        body = f"{first}\n\n## {heading}\n\n- {one}\n- *{other}*\n\n{last}\n"
        (content / f"a-short-{language}.md").write_text(head + body, encoding="utf-8")
        guide = (ROOT / "content" / language / "how-to-use.md").read_text(encoding="utf-8")
        (content / f"how-to-use-{language}.md").write_text(guide, encoding="utf-8")
    (content / "campaign.toml").write_text(CAMPAIGN, encoding="utf-8")
    return content


def guide_texts(language: str) -> list[str]:
    """Return the title and the texts of the guide, read with no more than a Markdown parser."""
    _, head, body = (ROOT / "content" / language / "how-to-use.md").read_text(encoding="utf-8").split("+++\n", 2)
    title = next(line.partition("=")[2].strip().strip('"') for line in head.splitlines() if line[:5] == "title")
    inline = [token.children or () for token in MarkdownIt().parse(body) if token.type == "inline"]
    return [
        title,
        *("".join(part.content or " " * (part.type == "softbreak") for part in line) for line in inline),
    ]


def words(language: str) -> gettext.NullTranslations:
    """Return the words of the interface in a language, as translators wrote them."""
    return gettext.translation("kiosk", ROOT / "assets" / "locale", [language], fallback=language == "en")
