"""What people see: pure functions of a portfolio and its links say what each page shows, templates lay it out."""
