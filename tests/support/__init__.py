"""What test folders share: fresh ids, people with tokens, real documents, plain requests."""
