"""What to do about each kind of finding, in one sentence; ``docs/check.md`` says the same."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from kiosk.config.problems import Problem

REMEDIES: Final[Mapping[str, str]] = {
    "captions-unreadable": "Save the captions anew as SRT or WebVTT, in UTF-8.",
    "captions-outside": "Take the captions of this very file, timed from its beginning and not from the in point.",
    "captions-twice": "Name each language's own file.",
    "captions-encoding": "Save the file as UTF-8; until then look whether its accents and letters are right.",
    "captions-dropped": "Open the file in a subtitle editor and give these captions words and times.",
    "captions-script": "Look whether two files were exchanged, or write the language that it is in.",
    "captions-past-end": "Look whether the captions belong to this cut of the film.",
    "captions-overlap": "Let each caption end before the next one begins; the kiosk shows at most two lines at once.",
    "captions-cut": "Move the out point behind the sentence, or before it.",
    "captions-gap": "Look whether something is said there; if nothing is, all is well.",
    "captions-fast": "Shorten these captions, or let them stand longer.",
    "captions-short": "Let these captions stand for at least 0.8 seconds, or join them with their neighbours.",
    "captions-lines": "Divide these captions; the kiosk sets them anew in two lines, one after the other.",
    "captions-wide": "Break these lines where the sentence pauses; the kiosk breaks them where they are full.",
    "still-small": "Ask for a larger picture, best as wide as the screen.",
    "still-cropped": "Crop the picture yourself to the shape in which it is shown, so that you choose what stays.",
    "still-huge": "Save the picture at twice the screen's size at most.",
    "still-turned": "Save the picture upright, because other programs may pass over the camera's note.",
    "still-cmyk": "Save the picture in RGB with an sRGB profile.",
    "still-transparent": "Put the picture on a ground of your choice, and save it without transparency.",
    "still-moves": "Save the one picture that you want to show.",
    "language-missing": "Write the text in this language, too, or write it without a language if it serves all.",
    "glyph-missing": "Write it with other letters, or name a font that has them under fonts.",
    "glyph-borrowed": "If it looks odd, choose a font that has these letters.",
    "text-placeholder": "Write what is to be read there, or take the key out.",
    "text-script": "Look whether the text stands under the right language.",
    "text-isolates": "Put U+2068 before the name and U+2069 after it, in the same paragraph.",
    "text-jumps": "Put U+2068 before the name and U+2069 after it, or take all isolates out: the kiosk sets them.",
    "text-spaces": "Take the spaces out.",
    "text-quotes": "Write ’ and “ ” (or the quotes of your language).",
    "synopsis-length": "Write 50 to 75 words, and the rest under more.",
    "page-long": "Shorten the synopsis by that much, or move a part of it to more.",
    "title-long": "Shorten the title, or write its second half into the synopsis.",
    "word-divided": "Write a soft hyphen (U+00AD) where the word may be divided.",
    "rights-over": "Renew the rights and change until, or take the film out.",
    "rights-ending": "Renew the rights and change until, or plan what is shown instead.",
    "rights-later": "Nothing, if that is meant; else change from.",
    "rights-one-play": "Allow two plays or more, if the loop shall show the film.",
    "screenings-over": "Take the screenings out, or write the next ones.",
    "screening-without-film": "Add the whole film as an excerpt of kind: film, or write the place of the screening.",
    "screening-closed": "Change the screening or the hours of that day, if somebody has to let visitors in.",
    "screenings-overlap": "Move one of the two, or give it another place.",
    "special-days-over": "Take the days out, or write those to come.",
    "loop-never": "Change on, or take the item out.",
    "strong-in-loop": "Choose an excerpt for people who did not choose to watch, or show the film's still instead.",
    "note-empty": "Write into seen and heard what a visitor should know.",
}


def with_remedies(problems: Iterable[Problem]) -> list[Problem]:
    """The problems, those of a known kind with what to do about them."""
    return [
        replace(each, remedy=REMEDIES[each.code]) if each.code in REMEDIES and not each.remedy else each
        for each in problems
    ]
