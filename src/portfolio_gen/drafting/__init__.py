"""What a writer starts from: templates, the place of a new entry, the inbox, and a new project."""
