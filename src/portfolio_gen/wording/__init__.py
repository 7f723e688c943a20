"""The site's own words, dates and numbers in the language of the site."""
