"""Voices: each turns text into samples and word marks, and never plays anything."""
