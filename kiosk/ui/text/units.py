"""Units, which stay on the line of their number."""

UNITS = frozenset(
    # Latin, of length, time, weight, film and sound; whole words in English and French.
    "mm cm m km in ft g kg t s sec min h hrs hr fps Hz kHz dB LUFS K MB GB TB px p € $ £ % °C °F "
    "minute minutes hour hours second seconds year years day days metre metres meter meters "
    "heure heures seconde secondes an ans jour jours mètre mètres "
    # Arabic.
    "دقيقة دقائق دقيقتان دقيقتين ثانية ثوانٍ ثوان ساعة ساعات سنة سنوات سنين عام أعوام يوم أيام شهر أشهر د ث س "
    "متر أمتار مترًا كيلومتر كيلومترًا كم سم مم ملم كغ غرام ٪ "
    # Kurdish (Sorani).
    "خولەک چرکە کاتژمێر ساڵ ڕۆژ مەتر".split()
)


def keeps_its_unit(before: str, after: str) -> bool:
    """Whether a line must not end between two words that a space divides: a number and its unit.

    ``before`` ends with the first word, ``after`` begins with the second.
    """
    return before[-1:].isdigit() and _first_word(after) in UNITS


def _first_word(text: str) -> str:
    word = text.split(None, 1)[0] if text.strip() else ""
    return word.strip("\u2066\u2067\u2068\u2069").rstrip(".,;:!?…،؛؟)]}»”’\u2069") if word not in UNITS else word
