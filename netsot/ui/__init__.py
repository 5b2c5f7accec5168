"""Pages for people: generic views, navigation and what they share. Contents come from the resources."""
