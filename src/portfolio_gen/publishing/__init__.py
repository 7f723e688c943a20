"""A finished site put in the place of the former one, whole or not at all. Knows files, and no host."""
