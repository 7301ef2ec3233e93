"""The installer's screens on the kiosk itself."""
