"""What this machine can do with an exhibition's own films: played on the real kiosk, and measured from inside."""
