"""Data of portfolio-gen: page templates and the files that a site needs. Found with importlib.resources."""
