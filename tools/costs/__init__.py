"""What running Scanner costs: a model of a month's bill, from what a case uses and list prices."""
