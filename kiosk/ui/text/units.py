"""Units, which stay on the line of their number."""

# Of length, time, weight, film and sound, as signs and as words: Latin ones, English, French, Arabic, Kurdish (Sorani).
_NAMES = (
    "mm cm m km in ft g kg t s sec min h hrs hr fps Hz kHz dB LUFS K MB GB TB px p € $ £ % °C °F "
    "minute minutes hour hours second seconds year years day days metre metres meter meters "
    "heure heures seconde secondes an ans jour jours mètre mètres "
    "دقيقة دقائق دقيقتان دقيقتين ثانية ثوانٍ ثوان ساعة ساعات سنة سنوات سنين عام أعوام يوم أيام شهر أشهر د ث س "
    "متر أمتار مترًا كيلومتر كيلومترًا كم سم مم ملم كغ غرام ٪ "
    "خولەک چرکە کاتژمێر ساڵ ڕۆژ مەتر"
)
UNITS = frozenset(_NAMES.split())


def keeps_its_unit(before: str, after: str) -> bool:
    """Whether a line must not end between two words that a space divides: a number and its unit.

    ``before`` ends with the first word, ``after`` begins with the second.
    """
    return before[-1:].isdigit() and _first_word(after) in UNITS


def _first_word(text: str) -> str:
    word = text.split(None, 1)[0] if text.strip() else ""
    return word.strip("\u2066\u2067\u2068\u2069").rstrip(".,;:!?…،؛؟)]}»”’\u2069") if word not in UNITS else word
