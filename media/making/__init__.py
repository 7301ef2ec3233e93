"""How the sample exhibition's stills, clips and captions are made. Not part of the kiosk: it only plays the results."""
