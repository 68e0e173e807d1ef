"""The callables of support, a module for each subject: parse, authorise, one call.

What they do is in the modules beside this folder.
"""
