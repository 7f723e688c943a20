"""Documents of one file, for those who read no site: packs, reports."""
