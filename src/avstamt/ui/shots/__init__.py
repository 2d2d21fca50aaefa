"""Pictures of every screen, drawn without a screen: `python -m avstamt.ui.shots FOLDER [REPORT …]`."""
