"""The case check: what a laboratory would send back, told before the order.

What is measured on each file, and between two, is recorded when a file becomes ready; findings
follow from that. No finding refuses anything: the clinic signs them off.

Below: `gate`.
"""
