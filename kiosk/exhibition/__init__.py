"""What is shown: films, excerpts, texts, loops. Pure data; no input or output."""
