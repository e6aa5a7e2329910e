"""Claims: cutting sentences into assertions, filling readings, finding repeats."""
