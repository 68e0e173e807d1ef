"""What every package uses; knows no domain."""
