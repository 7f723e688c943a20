"""What others send back, read with care: answers on their way into a portfolio."""
