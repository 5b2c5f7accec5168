"""Networks to try things with: one that is generated in three sizes, and one that a community published."""
