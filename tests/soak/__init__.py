"""Long stories with all that goes wrong in them."""
