"""``python -m onrecord.cli``."""

from onrecord.cli.root import main

main()
