"""The rights of people: finding what is theirs, handing it out, correcting and erasing it."""
