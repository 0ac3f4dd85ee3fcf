"""Aloud: an offline kiosk that shows an article in very large type and reads it aloud.

The rooms, from the inside out: ``core`` decides, ``app`` runs, ``adapters`` touch the world, ``qt`` shows.
"""

__version__ = "0.1.0"
