"""Entry point of ``python -m tools.scannerctl``."""

from tools.scannerctl.app import app

if __name__ == "__main__":
    app(prog_name="scannerctl")
