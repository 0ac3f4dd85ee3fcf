"""What holds for all tests: how hypothesis looks for counterexamples."""

from hypothesis import settings

# A machine that is busy with something else is no failure, so there is no limit on the time of one example.
settings.register_profile("aloud", deadline=None, print_blob=True)
settings.load_profile("aloud")
