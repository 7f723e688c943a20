"""What a gentle second reader would say of an entry: rules and word lists, no score."""
