"""Those who are written about and are no part of the portfolio: their names, and how they could be reached."""
