"""Meetings: encounters of actors, one entry each, however often and however they are named."""

from onrecord.extract.meetings.reader import read_meetings

__all__ = ["read_meetings"]
