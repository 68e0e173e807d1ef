"""The gate decides, by a file's bytes, whether it is let into the clean zone.

It identifies STL files and photographs, examines and cleans them, makes pictures, and says why it
refuses one. It knows no Firebase, no case and no slot: bytes go in, a verdict comes out. Moving
files is done in `intake`.
"""
