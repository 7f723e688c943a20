"""The MkDocs host of portfolio-gen: it translates events, and decides nothing."""
