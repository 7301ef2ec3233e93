"""What changes in an exhibition's files while it is shown."""
