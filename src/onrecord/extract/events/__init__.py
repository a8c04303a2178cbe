"""Happenings coded by PLOVER: triggers, roles, types, status, one entry a happening."""
