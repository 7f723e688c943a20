"""Calendars, as files that other programs subscribe to or import (RFC 5545)."""
