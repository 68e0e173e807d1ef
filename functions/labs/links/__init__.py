"""Links to the files of an order, each on record as a share."""
