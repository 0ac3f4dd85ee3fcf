"""The world behind the ports: voices, sound, files, clocks. Knows nothing of Qt."""
