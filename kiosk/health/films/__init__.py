"""What is wrong with the films of an exhibition, found by decoding all that is played of them."""
