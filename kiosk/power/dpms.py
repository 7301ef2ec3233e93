"""Switches the monitors of an X display off and on, as a program of its own: ``dpms.py ask|off|on``.

Xlib ends the whole process when the server refuses something or goes away, which must not be the kiosk's. The display
is the one that ``DISPLAY`` names. Ends with 0, or with 1 and a sentence that says why not.
"""

import ctypes
import sys
from typing import Any

ON, OFF = 0, 3
"""The levels ``DPMSModeOn`` and ``DPMSModeOff``."""


def main(verb: str) -> str | None:
    """Do what ``verb`` says; answers why it cannot be done, None if it was."""
    try:
        x11, xext = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXext.so.6")
    except OSError as error:
        return f"a library is missing: {error}"
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = x11.XOpenDisplay(None)
    if not display:
        return "there is no X display"
    why = _switch(xext, ctypes.c_void_p(display), verb)
    x11.XSync(ctypes.c_void_p(display), 0)
    return why


def _switch(xext: Any, display: ctypes.c_void_p, verb: str) -> str | None:
    event, error = ctypes.c_int(), ctypes.c_int()
    if not xext.DPMSQueryExtension(display, ctypes.byref(event), ctypes.byref(error)):
        return "this X server has no DPMS"
    if not xext.DPMSCapable(display):
        return "this screen has no DPMS"
    if verb == "off":
        # The level can only be forced while DPMS is on; without times of its own it then does nothing by itself.
        xext.DPMSEnable(display)
        xext.DPMSSetTimeouts(display, 0, 0, 0)
        xext.DPMSForceLevel(display, OFF)
    elif verb == "on":
        xext.DPMSEnable(display)
        xext.DPMSForceLevel(display, ON)
        xext.DPMSDisable(display)
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
