"""A catalogue is what a lab offers: its services, with prices and materials.

It holds the lab's profile and working days, its services as clinics read them under the rules, and
the vocabulary of dental work: teeth, shades, kinds of work, materials. An order copies what it
needs of a service, so a change here changes no order.
"""
