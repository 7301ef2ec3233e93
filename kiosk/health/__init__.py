"""What is wrong with a kiosk, as findings for the people who look after it."""
