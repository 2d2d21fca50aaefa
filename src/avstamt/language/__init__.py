"""Swedish in prose: figures, sentences, word forms and what a text claims. It reads plain text and knows no report."""
