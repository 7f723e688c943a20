"""Text to model: files, front matter, fields and the links in texts, with every mistake at its place."""
