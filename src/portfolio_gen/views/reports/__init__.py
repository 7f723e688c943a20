"""Reports: what one person has shown in a time. A new shape is a file of data, a new part a function in `parts`."""
