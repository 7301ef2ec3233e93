"""From what is at hand, a folder of films, a list or a table, to a playlist to be filled in."""
