"""The installer's panel as values: what is on it, and what a touch does. Pure."""
