"""The gate: what a file is, whether it is sound, its clean copy and pictures. Free of Firebase."""
