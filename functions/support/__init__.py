"""Support: tickets that people open, and what they and the admins write to one another."""
