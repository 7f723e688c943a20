"""What feed readers read: one value, and a module for each form of it."""
