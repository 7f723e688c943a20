"""The neutral words that stand where something withheld is referred to."""

from __future__ import annotations

from collections.abc import Mapping

NOT_SHARED = "not shared"
"""In English, and wherever programs read it."""

WORDS: Mapping[str, str] = {
    "ar": "غير مشارك",
    "be": "не апублікавана",
    "bg": "не е споделено",
    "ca": "no compartit",
    "cs": "nesdíleno",
    "da": "ikke delt",
    "de": "nicht freigegeben",
    "el": "δεν κοινοποιείται",
    "en": NOT_SHARED,
    "eo": "ne dividita",
    "es": "no compartido",
    "et": "pole jagatud",
    "eu": "partekatu gabe",
    "fa": "به اشتراک گذاشته نشده",
    "fi": "ei jaettu",
    "fr": "non partagé",
    "gl": "non compartido",
    "he": "לא שותף",
    "hi": "साझा नहीं किया गया",
    "hr": "nije podijeljeno",
    "hu": "nincs megosztva",
    "id": "tidak dibagikan",
    "is": "ekki deilt",
    "it": "non condiviso",
    "ja": "非公開",
    "ko": "공유되지 않음",
    "lt": "nebendrinama",
    "lv": "nav kopīgots",
    "mk": "не е споделено",
    "ms": "tidak dikongsi",
    "nb": "ikke delt",
    "nl": "niet gedeeld",
    "nn": "ikkje delt",
    "no": "ikke delt",
    "pl": "nieudostępnione",
    "pt": "não partilhado",
    "pt-br": "não compartilhado",
    "ro": "nedistribuit",
    "ru": "не опубликовано",
    "sh": "nije podijeljeno",
    "sk": "nezdieľané",
    "sl": "ni deljeno",
    "sr": "није подељено",
    "sv": "inte delat",
    "th": "ไม่ได้แชร์",
    "tr": "paylaşılmadı",
    "uk": "не оприлюднено",
    "vi": "không được chia sẻ",
    "zh": "未共享",
    "zh-hant": "未分享",
    "zh-tw": "未分享",
}
"""By language, as themes name it (`theme.language`, `theme.locale`), in small letters."""


def not_shared_in(language: str) -> str:
    """The words in the language of a site ("de", "pt-BR", "zh_Hant"); English if there are none in it."""
    name = language.strip().lower().replace("_", "-")
    return WORDS.get(name) or WORDS.get(name.partition("-")[0]) or NOT_SHARED
