"""What is wrong with an exhibition's captions, stills, texts and dates, found without decoding a film."""
