"""Bằng khen, giấy khen on pre-printed sheets: where each line stands, and the PDF of all recipients of a decision."""
