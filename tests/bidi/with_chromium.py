"""Records how headless Chromium sets the page: ``python -m tests.bidi.with_chromium``. Needs Chromium; tests do not.

``breaks`` are Chromium's own; ``order`` is that of the same lines as the kiosk's, so that it can be compared also where
the kiosk breaks elsewhere on purpose.
"""

import base64
import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from kiosk.ui.text.fonts import Fonts
from tests.bidi.page import RECORDED, WIDTH, Entry, Seen, bare, by_kiosk, entries, held, letters, size_of

FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--virtual-time-budget=8000", "--dump-dom"),
)
_FONT = Path(sys.modules[Fonts.__module__].__file__ or "").parents[2] / "assets/fonts/IBMPlexSansArabic_400Regular.ttf"

_PAGE = """<!doctype html><meta charset="utf-8"><style>
@font-face {{ font-family: Kiosk; src: url(data:font/ttf;base64,{font}) }}
p {{ font-family: Kiosk; width: {width}px; line-height: 2; margin: 0; text-rendering: geometricPrecision }}
</style>{paragraphs}<pre id="found"></pre><script>
document.fonts.load("35px Kiosk", "Aحمص").then(() => document.fonts.ready).then(() => {{
  const found = [...document.querySelectorAll("p")].map(paragraph => {{
    const node = paragraph.firstChild, range = document.createRange();
    return [...node.data].map((character, at) => {{
      range.setStart(node, at); range.setEnd(node, at + 1);
      const box = [...range.getClientRects()].find(each => each.width > 0);
      return box ? [box.left, Math.round(box.top)] : null;
    }});
  }});
  document.getElementById("found").textContent = JSON.stringify(found);
}});
</script>"""


def chromium() -> str | None:
    """The program, None where there is none."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def record(program: str, page: list[Entry]) -> dict[str, Seen]:
    """How Chromium sets every entry, by its text; where it breaks one elsewhere, in the order of the kiosk's lines."""
    free = _measured(program, [(each, each.prepared) for each in page])
    kept = _measured(program, [(each, held(each)) for each in page])
    found: dict[str, Seen] = {}
    for entry, places, other in zip(page, free, kept, strict=True):
        seen = _seen(entry.prepared, places)
        order = seen.order if seen.breaks == by_kiosk(entry).breaks else _seen(held(entry), other).order
        found[entry.text] = Seen(seen.breaks, order)
    return found


def load() -> dict[str, Seen]:
    """What was recorded."""
    recorded = json.loads(RECORDED.read_text(encoding="utf-8"))
    return {each["text"]: Seen(tuple(each["breaks"]), tuple(each["order"])) for each in recorded}


def _measured(program: str, page: list[tuple[Entry, str]]) -> list[list[tuple[float, int] | None]]:
    """Left edge and top of every character of every entry, None where it has no width."""
    paragraphs = "".join(
        f'<p dir="{each.direction}" lang="{each.wording.language}" style="font-size: {size_of(each)}px">'
        f"{html.escape(text)}</p>"
        for each, text in page
    )
    font = base64.b64encode(_FONT.read_bytes()).decode()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(_PAGE.format(font=font, width=WIDTH, paragraphs=paragraphs), encoding="utf-8")
        command = [program, *FLAGS, f"--user-data-dir={folder}/profile", file.as_uri()]
        done = subprocess.run(command, capture_output=True, timeout=120, check=True)
    answer = re.search(r'<pre id="found">(.+?)</pre>', done.stdout.decode())
    if answer is None:
        raise RuntimeError(f"Chromium measured nothing: {done.stderr.decode()[-500:]}")
    return json.loads(html.unescape(answer[1]))


def _seen(text: str, places: list[tuple[float, int] | None]) -> Seen:
    """Lines by the tops of their characters, each in both orders."""
    lines: list[list[tuple[float, str]]] = []
    written: list[str] = []
    top: int | None = None
    for character, place in zip(text, places, strict=True):
        if place is not None and letters(character) and (top is None or place[1] > top + 10):
            top = place[1]
            lines.append([])
            written.append("")
        if not lines:
            continue
        written[-1] += character
        if place is not None:
            lines[-1].append((place[0], character))
    order = ["".join(letters(each) for _, each in sorted(line, key=lambda at: at[0])) for line in lines]
    return Seen(tuple(bare(each) for each in written), tuple(order))


def main() -> int:
    """Record the page anew."""
    program = chromium()
    if program is None:
        print("There is no Chromium here.", file=sys.stderr)
        return 1
    recorded: list[dict[str, Any]] = [
        {"text": text, "breaks": seen.breaks, "order": seen.order} for text, seen in record(program, entries()).items()
    ]
    RECORDED.write_text(json.dumps(recorded, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
