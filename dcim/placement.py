"""What follows when sites, locations, racks and devices move."""
