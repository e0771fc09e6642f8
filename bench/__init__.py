"""The figures of speed (`make bench`): each module here has `run()`, which yields `Figure`s; __main__ prints them.

Before any `run()`, Django is set up on a database of its own with the rows of dataset.py; nothing is written into
the repository. Ratios are taken within one run, so they hold on any machine; no test depends on a time.
"""
