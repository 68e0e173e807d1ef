"""The deployed functions of wallet, a module for each subject: parse, authorise, one call."""
