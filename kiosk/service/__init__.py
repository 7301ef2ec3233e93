"""The kiosk as a service of the machine: what is written where, and how it is taken away again."""
