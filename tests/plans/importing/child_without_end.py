"""A reader process whose parsing never ends, and may take a fifth of a second."""

import time

from plans.importing import reader_process

if __name__ == "__main__":
    reader_process.PARSING_SECONDS = 0.2
    reader_process.parse = lambda lines: time.sleep(20)
    reader_process.main()
