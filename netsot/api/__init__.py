"""What all REST views share: rendering, parsing, paging, errors, permissions, and the schema."""
