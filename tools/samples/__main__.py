"""Writes a sample file: ``python -m tools.samples``."""

import sys

from tools.samples.commands import main

sys.exit(main())
