"""Switching the screen itself off and on, by whatever way this machine has."""
