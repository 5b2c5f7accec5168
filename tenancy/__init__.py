"""Tenants and contacts."""
