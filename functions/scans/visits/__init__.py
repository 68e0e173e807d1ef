"""Visits of operators to clinics: asked for, assigned, carried out; the operators' rosters."""
