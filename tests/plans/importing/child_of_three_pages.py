"""A reader process that reads any file as a plan of three pages."""

from plans.importing import reader_process


def read_source(data, name, *, limit, progress):
    for page in (1, 2, 3):
        progress(page, 3)
    return read_text(data, name)


if __name__ == "__main__":
    read_text = reader_process.read_source.__globals__["read_text"]
    reader_process.read_source = read_source
    reader_process.main()
