"""The retention schedule says, for each collection, when what it holds has to go.

Once a day a job looks at each row of the schedule and promises the rows that have something due;
each of these jobs takes it page by page. How long each rule keeps something is in `core.periods`.
What goes because somebody asks is `erasure`.

Below: `erasure`, `holds`, `inventory`, `models`.
"""
