"""What Markdown text means, as Python-Markdown reads it: code, headings, links; and how to write it safely."""
