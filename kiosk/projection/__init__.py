"""Film onto the screen: projectors in child processes, and the booth that runs two of them."""
