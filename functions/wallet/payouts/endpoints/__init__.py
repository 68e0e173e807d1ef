"""The callables of payouts: those of labs, those of admins, and the one that needs the key.

That one is served by the function that has the gateway's key. What they do is in the modules beside
this folder.
"""
