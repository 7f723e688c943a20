"""What is new, for people who read it in two minutes: one value, and a module for each form of it."""
