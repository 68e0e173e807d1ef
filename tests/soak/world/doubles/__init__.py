"""What stands for Google's services and the payment gateway in the world, all in memory."""
