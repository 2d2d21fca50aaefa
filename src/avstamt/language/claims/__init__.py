"""What a text claims: levels, targets, changes, comparisons, counts, parts, results and how things went."""
