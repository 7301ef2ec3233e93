"""The words under the clips, and the two files in which players expect them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cue:
    """One caption: seconds from the start of the file, and its lines in both languages."""

    start: float
    end: float
    en: str
    ar: str


CUES: dict[str, tuple[Cue, ...]] = {
    "return-to-homs": (
        Cue(1.0, 4.4, "Morning light falls\ninto a street in Homs.", "ضوء الصباح يهبط\nعلى شارع في حمص."),
        Cue(5.0, 8.2, "Nobody walks here now.\nOnly dust moves.", "لا أحد يمشي هنا الآن.\nلا يتحرّك سوى الغبار."),
        Cue(8.7, 11.8, "Someone begins to sing,\nand the walls answer.", "يبدأ أحدهم بالغناء\nفتجيبه الجدران."),
        Cue(12.4, 15.6, "The road leads past rooms\nthat were left as they were.", "تمرّ الطريق بغرف\nبقيت كما تُركت."),
        Cue(
            16.2,
            19.2,
            "Those who went away\nstill know every corner.",
            "من رحلوا عن المدينة\nما زالوا يعرفون كلّ زاوية.",
        ),
        Cue(19.8, 23.0, "One day they will come back\nby this same street.", "سيعودون ذات يوم\nمن هذا الشارع نفسه."),
    ),
    "silvered-water": (
        Cue(
            1.0,
            4.4,
            "Water remembers no one.\nIt only carries the light.",
            "الماء لا يتذكّر أحدًا.\nإنه يحمل الضوء فحسب.",
        ),
        Cue(5.0, 8.2, "From far away a message:\nare you still there?", "تصل رسالة من بعيد:\nهل ما زلتِ هناك؟"),
        Cue(8.8, 11.8, "A thousand small pictures\ncross the dark.", "ألف صورة صغيرة\nتعبر العتمة."),
        Cue(12.3, 15.3, "Each of them trembles.\nEach of them is someone.", "كلّ صورة ترتجف.\nوكلّ صورة إنسان."),
        Cue(15.8, 19.0, "On the surface they become\none silver line.", "وعلى السطح تصير كلّها\nخيطًا واحدًا من فضّة."),
    ),
    "still-recording": (
        Cue(0.8, 3.9, "The picture is not sharp yet.\nWait.", "الصورة ليست واضحة بعد.\nانتظر."),
        Cue(
            4.4, 7.6, "There: roofs, dishes,\na city at the end of the day.", "ها هي: أسطح وصحون\nومدينة في آخر النهار."
        ),
        Cue(8.4, 11.4, "Hold the frame.\nBreathe slowly.", "ثبّت الإطار.\nتنفّس ببطء."),
        Cue(11.9, 15.1, "Above the roofs\nthe pigeons turn once more.", "فوق الأسطح\nيدور الحمام مرّة أخرى."),
        Cue(15.6, 18.8, "Whatever happens now:\nkeep recording.", "مهما حدث الآن:\nواصل التسجيل."),
    ),
    "of-fathers-and-sons": (
        Cue(1.0, 4.2, "Evening comes to the hill\nbehind the village.", "يحلّ المساء على التلّ\nخلف القرية."),
        Cue(4.8, 8.0, "A father and his son\nlook in the same direction.", "أب وابنه\nينظران في الاتجاه نفسه."),
        Cue(8.6, 11.6, "What one of them sees,\nthe other will learn.", "ما يراه أحدهما\nسيتعلّمه الآخر."),
        Cue(12.2, 14.8, "A bird crosses the light.", "طائر يعبر الضوء."),
        Cue(15.4, 18.8, "The boy follows it\nwith his eyes for a long time.", "يتبعه الصبيّ بعينيه\nوقتًا طويلًا."),
    ),
    "the-cave": (
        Cue(1.0, 3.8, "Below the ground\nthere is another day.", "تحت الأرض\nنهار آخر."),
        Cue(4.3, 7.3, "Its sun is a lamp\nat the end of a passage.", "شمسه مصباح\nفي آخر ممرّ."),
        Cue(
            7.8,
            11.0,
            "Above, everything shakes.\nHere, hands stay calm.",
            "كلّ شيء يهتزّ في الأعلى.\nوهنا تبقى الأيدي هادئة.",
        ),
        Cue(11.5, 14.3, "Somebody is waiting.\nSomebody is on the way.", "هناك من ينتظر.\nوهناك من هو في الطريق."),
        Cue(14.8, 17.2, "Keep the light on.", "لا تطفئوا الضوء."),
    ),
    "for-sama": (
        Cue(0.8, 3.6, "This is the window\nof the room where you slept.", "هذه نافذة الغرفة\nالتي كنتِ تنامين فيها."),
        Cue(
            4.0, 6.8, "In the morning the light\ncame in before the noise.", "كان الضوء يدخل صباحًا\nقبل أن يدخل الضجيج."
        ),
        Cue(7.4, 10.4, "The curtain breathed,\nand so did you.", "كانت الستارة تتنفّس\nوكنتِ تتنفّسين معها."),
        Cue(10.9, 14.0, "I filmed it all,\neven what was only light.", "صوّرتُ كلّ شيء،\nحتى ما لم يكن سوى ضوء."),
        Cue(14.5, 17.6, "So that one day\nyou can see it, too.", "كي تريه أنتِ أيضًا\nذات يوم."),
    ),
}


def write_captions(folder: Path, clip: str) -> None:
    """Write ``clip``'s captions in English and Arabic, each as SubRip and as WebVTT."""
    for language in ("en", "ar"):
        (folder / f"{clip}.{language}.srt").write_text(_subrip(CUES[clip], language), encoding="utf-8")
        (folder / f"{clip}.{language}.vtt").write_text(_webvtt(CUES[clip], language), encoding="utf-8")


def _subrip(cues: Sequence[Cue], language: str) -> str:
    blocks = (
        f"{number}\n{_clock(cue.start, ',')} --> {_clock(cue.end, ',')}\n{getattr(cue, language)}\n"
        for number, cue in enumerate(cues, 1)
    )
    return "\n".join(blocks)


def _webvtt(cues: Sequence[Cue], language: str) -> str:
    blocks = (f"{_clock(cue.start, '.')} --> {_clock(cue.end, '.')}\n{getattr(cue, language)}\n" for cue in cues)
    return "WEBVTT\n\n" + "\n".join(blocks)


def _clock(seconds: float, decimal: str) -> str:
    milliseconds = round(seconds * 1000)
    minutes, rest = divmod(milliseconds, 60_000)
    return f"00:{minutes:02}:{rest // 1000:02}{decimal}{rest % 1000:03}"
