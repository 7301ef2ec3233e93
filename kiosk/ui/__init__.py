"""Pixels and touch. The only place that imports pygame and Pillow."""

import os

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
