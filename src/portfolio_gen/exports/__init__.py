"""What programs read: a portfolio as data, and as a project for another engine."""
