"""Mutants of printing and parsing: `cd tests; python -m mutations.run` tells what no law sees."""
