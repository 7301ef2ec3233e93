"""The installer's panel on the glass."""
