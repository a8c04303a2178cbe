"""The command line: ``onrecord read``, ``add``, ``search`` and what else asks the archive.

Exit code 0 when all went well, 1 when some sources failed (listed at the end), 2 for wrong use.
"""

from onrecord.cli.root import app, main

__all__ = ["app", "main"]
