"""What the analysis shares: tokens, sentences, numbers, dates, names, lexicons."""
