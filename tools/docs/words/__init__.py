"""The words for apps: what can be said to people, in every language, with the places to fill.

English stands where each thing is declared. Hindi is in `hi/`, except for what the functions
themselves say in it: notices and findings of the case check.

What is shorter than a sentence, the names of values and fields, is in `names/` in both languages.
"""
