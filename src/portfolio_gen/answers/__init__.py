"""What a reader may answer: the questions as data, and the forms that ask them."""
