"""Tests of the networks to try things with."""
