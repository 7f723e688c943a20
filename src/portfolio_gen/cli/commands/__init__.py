"""The commands of the core, one module each; `portfolio_gen.cli` lists them."""
