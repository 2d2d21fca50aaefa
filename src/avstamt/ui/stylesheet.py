"""The style sheet of the window, written from a theme: everything that has the focus has a ring two pixels wide."""

from __future__ import annotations

from string import Template

from avstamt.resources import resource
from avstamt.ui.theme import COLOURS, Theme


def stylesheet(theme: Theme) -> str:
    """Return the whole style sheet in the colours of `theme`."""
    tick = resource("icons", "ticks", "mork.svg" if theme.is_dark else "ljus.svg")
    return _SHEET.substitute({name: getattr(theme, name) for name in COLOURS}, tick=tick.as_posix())


_SHEET = Template("""
QToolTip { background: $page; color: $text; border: 1px solid $control; padding: 4px 6px; }

QMainWindow, QDialog { background: $window; }
QMenuBar { background: $window; padding: 0 4px; }
QMenuBar::item { padding: 4px 8px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $page; border: 1px solid $line; padding: 4px; menu-scrollable: 1; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accent_fill; }
QMenu::item:disabled { color: $quiet; }
QMenu::icon { padding-left: 8px; }
QMenu::icon:checked { background: $selection; border-radius: 4px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

QToolBar { background: $window; border: none; border-bottom: 1px solid $line; padding: 4px 8px; spacing: 2px; }
QToolBar::separator { width: 1px; background: $line; margin: 6px 6px; }
QStatusBar { background: $window; border-top: 1px solid $line; color: $quiet; }
QStatusBar::item { border: none; }
QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $control; }

QToolButton { background: transparent; border: 2px solid transparent; border-radius: 6px; padding: 4px 6px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed { background: $selection; }
QToolButton:checked { background: $accent_fill; }
QToolButton:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; width: 0; }

QPushButton { background: $page; border: 1px solid $control; border-radius: 6px; padding: 6px 14px; margin: 1px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $selection; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 13px; }
QPushButton:disabled { background: transparent; color: $quiet; border-color: $line; }
QPushButton[look="primary"], QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[look="primary"]:hover, QPushButton:default:hover { background: $accent_strong; }
QPushButton[look="primary"]:focus, QPushButton:default:focus { border: 2px solid $text; }
QPushButton[look="primary"]:disabled, QPushButton:default:disabled {
  background: $hover; color: $quiet; border-color: $line; }
QPushButton[look="quiet"] { background: transparent; border: 2px solid transparent; color: $accent; padding: 4px 8px; margin: 0; }
QPushButton[look="quiet"]:hover { background: $accent_fill; }
QPushButton[look="quiet"]:focus { border: 2px solid $accent; }
QPushButton[look="quiet"]:disabled { color: $quiet; }
QPushButton[look="row"] { background: transparent; border: 2px solid transparent; border-radius: 6px; text-align: left; padding: 8px 12px; margin: 0; }
QPushButton[look="row"]:hover { background: $hover; }
QPushButton[look="row"]:focus { border: 2px solid $accent; }

QLineEdit, QSpinBox, QComboBox, QPlainTextEdit, QTextEdit {
  background: $page; color: $text; border: 1px solid $control; border-radius: 4px; padding: 5px 7px;
  selection-background-color: $selection; selection-color: $text; }
QLineEdit { placeholder-text-color: $quiet; }
QLineEdit:focus, QSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus, QTextEdit:focus {
  border: 2px solid $accent; padding: 4px 6px; }
QLineEdit:read-only { color: $quiet; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox QAbstractItemView { background: $page; border: 1px solid $control; selection-background-color: $accent_fill; }
QSpinBox QLineEdit, QSpinBox QLineEdit:focus { border: none; padding: 0 4px; background: transparent; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }

QLineEdit[paper="true"], QTextEdit[paper="true"], QComboBox[paper="true"] { background: transparent; border: 2px solid transparent; border-radius: 4px; padding: 3px 6px; }
QLineEdit[paper="true"]:hover, QTextEdit[paper="true"]:hover, QComboBox[paper="true"]:hover { border-color: $line; }
QLineEdit[paper="true"][empty="true"], QTextEdit[paper="true"][empty="true"], QComboBox[paper="true"][empty="true"] { background: $field; }
QLineEdit[paper="true"]:focus, QTextEdit[paper="true"]:focus, QComboBox[paper="true"]:focus { background: $page; border: 2px solid $accent; padding: 3px 6px; }
QLineEdit[paper="true"], QLineEdit[paper="true"]:focus { padding: 3px 4px; }
QComboBox[paper="true"] { padding-right: 24px; }
QLineEdit[paper="true"][locked="true"], QTextEdit[paper="true"][locked="true"], QComboBox[paper="true"][locked="true"] { background: transparent; color: $text; }
QLineEdit[paper="true"][locked="true"]:hover, QTextEdit[paper="true"][locked="true"]:hover, QComboBox[paper="true"][locked="true"]:hover { border-color: transparent; }
QLineEdit[paper="true"][locked="true"]:focus, QTextEdit[paper="true"][locked="true"]:focus, QComboBox[paper="true"][locked="true"]:focus { border-color: $control; }

QScrollArea, #sheet { background: $page; border: none; }
#panel { background: $panel; }
QLabel[tone="quiet"] { color: $quiet; }
QLabel[tone="accent"] { color: $accent; }

#floating { background: $page; border: 1px solid $control; border-radius: 10px; }
#floating QListView { background: $page; }
#foot { background: $window; border-top: 1px solid $line; }
QTreeView, QListView { background: $panel; border: none; outline: none; show-decoration-selected: 0; }
QListWidget { border: 2px solid transparent; border-radius: 4px; }
QListWidget::item { padding: 6px 8px; }
QListWidget::item:selected { background: $accent_fill; color: $text; }
QListWidget:focus { border: 2px solid $accent; }
QTreeView { selection-background-color: transparent; selection-color: $text; }
QTreeView::item { border: none; }
QTreeView::branch { background: transparent; border-image: none; image: none; }
QHeaderView { background: $page; border: none; }
QHeaderView::section { background: $accent_fill; color: $text; border: none; border-bottom: 1px solid $control; padding: 4px 6px; }
QTableView { background: $page; border: none; gridline-color: $line; outline: none;
  selection-background-color: $accent_fill; selection-color: $text; }
QTableView QLineEdit, QTableView QPlainTextEdit, QTableView QLineEdit:focus, QTableView QPlainTextEdit:focus { border: 2px solid $accent; border-radius: 0; padding: 1px; background: $page; }
QTableView::indicator { width: 13px; height: 13px; border: 1px solid $control; border-radius: 3px; background: $page; }
QTableView::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QTableCornerButton::section { background: $accent_fill; border: none; }

QTabBar { background: $window; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $quiet; border: 2px solid transparent; border-bottom: 2px solid transparent;
  padding: 6px 12px; margin: 2px 2px 0 2px; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:hover:!selected { background: $hover; border-radius: 4px; }
QTabBar::tab:focus { border: 2px solid $accent; border-radius: 4px; }

QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $control; border-radius: 8px; background: $page; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $accent; }
QCheckBox::indicator, QListView::indicator { width: 14px; height: 14px; border: 1px solid $control; border-radius: 4px; background: $page; }
QCheckBox::indicator:checked, QListView::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QRadioButton, QCheckBox { spacing: 8px; padding: 3px 6px; border: 2px solid transparent; border-radius: 6px; }
QRadioButton:focus, QCheckBox:focus { border: 2px solid $accent; }
QRadioButton[tile="true"] { border: 1px solid $line; padding: 5px 12px 5px 8px; margin: 1px; }
QRadioButton[tile="true"]::indicator { width: 0; height: 0; border: none; }
QRadioButton[tile="true"]:hover { background: $hover; }
QRadioButton[tile="true"]:checked { background: $accent_fill; border-color: $accent; }
QRadioButton[tile="true"]:focus { border: 2px solid $accent; padding: 4px 11px 4px 7px; }
QToolButton[small="true"] { padding: 2px; border-radius: 4px; }

QPushButton[look="quiet"][small="true"] { padding: 0 6px; }
#popup { background: $page; border: 1px solid $control; border-radius: 8px; }
#popup QListView { background: $page; }

#card-error { background: $error_fill; border-radius: 8px; }
#card-deviation { background: $deviation_fill; border-radius: 8px; }
#card-tip { background: $tip_fill; border-radius: 8px; }
#tour { background: $tip_fill; border: 1px solid $control; border-radius: 8px; }
#message { background: $accent_fill; border-bottom: 1px solid $line; }
#message[tone="trouble"] { background: $deviation_fill; }
#ruled-above { border-top: 1px solid $line; }
QLabel[tone="error"] { color: $error; }
QLabel[tone="deviation"] { color: $deviation; }
QLabel[tone="tip"] { color: $tip; }
QProgressBar { background: $line; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: $line; border-radius: 4px; min-height: 32px; margin: 2px; }
QScrollBar::handle:vertical:hover { background: $control; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:horizontal { background: $line; border-radius: 4px; min-width: 32px; margin: 2px; }
QScrollBar::handle:horizontal:hover { background: $control; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")
