"""Sticks that bring an exhibition along."""
