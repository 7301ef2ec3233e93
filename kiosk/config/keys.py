"""``keys:`` what USB buttons and keyboards do, by the names that SDL gives their keys."""

import string
from collections.abc import Mapping
from typing import Final

from kiosk.config.notebook import Notebook
from kiosk.config.problems import did_you_mean, quoted
from kiosk.config.tree import Fields
from kiosk.exhibition.film import NO_FILMS, Playlist
from kiosk.visit.keys import ACTIONS

KEY_NAMES: Final = frozenset(
    (
        *string.ascii_lowercase,
        *string.digits,
        *(f"f{number}" for number in range(1, 25)),
        *(f"keypad {number}" for number in range(10)),
        *("keypad +", "keypad -", "keypad *", "keypad /", "keypad enter", "keypad ."),
        *("space", "return", "escape", "tab", "backspace", "insert", "delete", "home", "end", "pageup", "pagedown"),
        *("left", "right", "up", "down", "pause", "menu", "help", "power", "sleep"),
        *("volumeup", "volumedown", "mute", "audioplay", "audiostop", "audionext", "audioprev", "mediaselect"),
    )
)
"""What an installer may call a key; SDL's names in small letters."""

_ALSO: Final = {"enter": "return", "esc": "escape", "del": "delete", "page up": "pageup", "page down": "pagedown"}


def keys_of(
    written: Mapping[str, str], root: Fields, notebook: Notebook, playlist: Playlist = NO_FILMS
) -> Mapping[str, str]:
    """What each key does: a film's ``id`` or one of the actions. What is neither is left out, with a problem."""
    films = [film.id for film in playlist.films]
    keys: dict[str, str] = {}
    for name, action in written.items():
        way = ("keys", name)
        key = name.strip().lower()
        key = _ALSO.get(key, key)
        if key not in KEY_NAMES:
            message = f"{quoted(name)} is no key. It is left out.{did_you_mean(key, (*KEY_NAMES, *_ALSO))}"
            notebook.note(root, way, message, of_key=True)
        elif action not in (*ACTIONS, *films):
            message = f"must be a film's id or one of {', '.join(ACTIONS)}, not {quoted(action)}. The key does nothing."
            notebook.note(root, way, message + did_you_mean(action, (*ACTIONS, *films)))
        else:
            keys[key] = action
    return keys
