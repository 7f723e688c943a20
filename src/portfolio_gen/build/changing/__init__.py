"""Composers of what changes sources: an entry's fields, a place, a name, what is mended, what is sorted."""
