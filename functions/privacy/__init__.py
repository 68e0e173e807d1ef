"""What the privacy policy promises: kept, on record, and open to proof."""
