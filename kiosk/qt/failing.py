"""What becomes of a program that cannot be put together behind its first page. Imports next to nothing."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication


def end_on_failure(application: QApplication, finish: Callable[[], None]) -> None:
    """Do what follows the first page; where that fails, the program ends: a page that hangs is worse than none."""
    try:
        finish()
    except Exception:
        from kiosk.app.uptime import ExitCode

        application.exit(ExitCode.BROKEN)
        raise
