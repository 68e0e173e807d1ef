"""Labs: catalogues, orders, links to files, figures."""
