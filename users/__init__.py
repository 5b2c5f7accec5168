"""Accounts, groups, tokens, object permissions, owners and preferences."""
