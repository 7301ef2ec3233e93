"""One module for each film: how its illustration is drawn, and how it lives in the clip."""
