"""What a portfolio is built with: the options of its owner."""

from portfolio_gen.settings.options import OPTIONS, Settings, SettingsError, settings_from

__all__ = ["OPTIONS", "Settings", "SettingsError", "settings_from"]
