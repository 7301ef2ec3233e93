"""How buttons of the panel look beside those that visitors know."""

from typing import Final

from kiosk.ui.widgets.buttons import Look

FAINT: Final = Look("clear", "rule", "ink_faint", "ink_faint", dead=True)
"""Of a button that does nothing now."""
