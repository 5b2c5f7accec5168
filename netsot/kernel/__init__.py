"""The framework: one declaration per model, one way in, one way out. No models live here, no app is imported."""
