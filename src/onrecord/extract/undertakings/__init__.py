"""Words by which somebody takes an act on, or rules it out, and what they govern.

Each yields an undertaking: how strong, by whom, which act. "Pledged to", "is ready to", "a plan
to", "will not", "has begun to"; a negation turns most of them round.
"""

from onrecord.extract.undertakings.read import undertakings
from onrecord.extract.undertakings.undertaking import Undertaking

__all__ = ["Undertaking", "undertakings"]
