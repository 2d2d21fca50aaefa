"""Help in the window: pages by task, a page for each rule, the keys, and a short first tour. All of it offline."""
