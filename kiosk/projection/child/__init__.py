"""What runs in the projection's own processes. Nobody imports it: ``spawning.enter`` names its modules."""
