"""The documents of privacy."""

from privacy.models.seals import BEGINNING, Evidence, Mark, Seal, SealEvidence

__all__ = ["BEGINNING", "Evidence", "Mark", "Seal", "SealEvidence"]
