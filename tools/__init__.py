"""Development tools: nothing in here is deployed."""
