"""The kiosk on a screen that is not there, driven and looked at as a visitor would."""
