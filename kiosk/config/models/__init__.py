"""The shape of every file that installers write, as pydantic models."""
