"""Mutants of printing and parsing: `cd tests; python -m mutations.run` tells which no law notices."""
