"""Who may see what: everything that a build may show passes through here before it is linked."""
