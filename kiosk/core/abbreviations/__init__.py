"""Short forms that end in a point, by language, and the words by which one tells whether a sentence ends there."""
