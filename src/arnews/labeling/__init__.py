"""Labelling: what every block of a page is.

Theory of operation. Evidence (`evidence/`) writes named observations on every block; `weights.toml`
says what each name is worth for each role. The grammar (`grammar.py`) is a layout's template,
compiled to an automaton in which leaving the template has a price. The decoder (`decoder.py`)
finds the cheapest way to take all blocks through the automaton.

Rules of this room: observations do not know roles, weights do not know texts, the grammar knows
neither; nothing here names a publisher. What is to be changed is nearly always a weight, a word
of the lexicon or a layout, not code.
"""
