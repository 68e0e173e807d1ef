"""Cases: the clinic's truth about one patient's scans, their files and timelines."""
