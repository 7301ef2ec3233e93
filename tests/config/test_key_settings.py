"""What keys do, as installers write it."""

from collections.abc import Callable, Mapping

from kiosk.config.load import Loaded

KIOSK = """
exhibition: {title: Keys}
languages: [en]
playlist: playlists/films.yaml
"""
FILMS = "films: [{id: homs, title: Homs}]"


def test_keys_and_what_is_wrong_with_them(load: Callable[[Mapping[str, str]], Loaded]) -> None:
    keys = "keys: {Space: play, Enter: homs, spcae: back, f1: plya, 1: language}\n"
    loaded = load({"kiosk.yaml": KIOSK + keys, "playlists/films.yaml": FILMS})

    assert loaded.exhibition is not None
    assert loaded.exhibition.keys == {"space": "play", "return": "homs", "1": "language"}
    assert [str(each) for each in loaded.problems] == [
        "kiosk.yaml:5:34  keys.spcae: spcae is no key. It is left out. Did you mean space?",
        "kiosk.yaml:5:51  keys.f1: must be a film's id or one of play, back, next, previous, language, captions, more, "
        "back-10, volume-up, volume-down, larger-text, high-contrast, reach, not plya. The key does nothing. "
        "Did you mean play?",
    ]
