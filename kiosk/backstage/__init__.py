"""What the panel asks for, done: PINs checked, changes written and taken back, the machine asked."""
