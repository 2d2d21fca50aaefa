"""How a report becomes an outline: what is printed, in which words and which order, decided once for every paper."""
