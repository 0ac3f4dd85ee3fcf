"""Data and decisions: pure functions and frozen values, with no clock, thread, file, log or engine."""
