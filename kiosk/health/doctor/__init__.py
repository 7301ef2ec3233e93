"""Looks at the machine: a module for each part of it, which reads facts first and judges them then."""
