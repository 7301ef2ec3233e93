"""Captions: read from files of many kinds, timed by the film's clock, broken into lines that can be read."""
