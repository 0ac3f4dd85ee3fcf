"""Use cases: they hold state and run the effects of the core through ports. Knows nothing of Qt."""
