"""Words on the screen: broken into lines, shaped in both directions, drawn with Pillow and Raqm."""

from kiosk.ui.text.block import Align, TextBlock
from kiosk.ui.text.fonts import Fonts
from kiosk.ui.text.setter import TextSetter

__all__ = ["Align", "Fonts", "TextBlock", "TextSetter"]
