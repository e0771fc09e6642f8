"""A paragraph of the source, with its emphasis and the lines it stands on."""

from dataclasses import dataclass


@dataclass
class Paragraph:
    """Text with its emphasis, the lines it stands on, and whether the source sets all of it as a heading."""

    text: str
    lines: tuple[int, int]
    emphasised: bool = False
    gap: bool = False  # a blank line stands above
