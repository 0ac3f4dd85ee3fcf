"""Readers of article files: each turns bytes into an Article or raises ContentError."""
