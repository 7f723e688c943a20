"""The composers: each reads like the way of the data through all floors, from files to what is made of them."""

from portfolio_gen.build.auditing import audit, audit_beside
from portfolio_gen.build.checking import check
from portfolio_gen.build.exporting import export
from portfolio_gen.build.linked import Linked, linked_portfolio
from portfolio_gen.build.site import Build, build_site

__all__ = ["Build", "Linked", "audit", "audit_beside", "build_site", "check", "export", "linked_portfolio"]
