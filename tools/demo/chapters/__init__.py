"""The chapters of the story, in the order in which `tools.demo.story` plays them."""
