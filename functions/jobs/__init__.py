"""What comes due: the alarm, the sweep behind it, and who keeps which promise."""
