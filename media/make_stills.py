"""Draws the six stills of the sample exhibition into stills/: ``python media/make_stills.py``."""

from pathlib import Path

from making.illustrations import draw_all

FOLDER = Path(__file__).parent / "stills"


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, illustration in draw_all().items():
        illustration.still.save(FOLDER / f"{name}.jpg", quality=88)
        print(f"stills/{name}.jpg")


if __name__ == "__main__":
    main()
