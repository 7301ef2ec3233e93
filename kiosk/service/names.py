"""Names that the service's files have in common."""

from typing import Final

NAME: Final = "film-kiosk"
"""Of the user, its group, and the folders of state and cache."""
UNIT: Final = f"{NAME}.service"
DISPLAY_UNIT: Final = f"{NAME}-display.service"
"""The X server, where there is no Wayland compositor."""
GROUPS: Final = ("video", "render", "input", "audio", "seat")
"""What the user belongs to where it exists: screen, graphics processor, touch, sound, seatd."""
