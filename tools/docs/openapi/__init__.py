"""Generates docs/openapi.json: every callable for clients in any language, as OpenAPI 3.1."""
