"""Physical inventory: sites, racks, devices, their components and the cables between them."""
