"""What a visitor does: events in, states and effects out. Pure; no input or output."""
