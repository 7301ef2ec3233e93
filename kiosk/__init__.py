"""A film kiosk for exhibitions: cards, synopses and excerpts on a touchscreen."""
