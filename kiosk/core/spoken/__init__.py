"""How each language says what is written in signs, digits and short forms: one module a language, no engine."""
