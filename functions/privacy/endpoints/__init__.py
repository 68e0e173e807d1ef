"""The callables of privacy, a module for each subject: parse, authorise, one service call."""
