"""An independent reader of a finished site: it knows the sources and looks for what should not have left them."""
