"""When: calendar expressions of a report, normalised, and what they date."""

from onrecord.resolve.times.governing import govern
from onrecord.resolve.times.reading import read_times

__all__ = ["govern", "read_times"]
