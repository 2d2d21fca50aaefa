"""A second place beside the page: of the same report, or the same goal in another one."""
