"""Measures what the product costs, beside what PostgreSQL itself needs for the same answer."""
