"""The statistical forms 0602 and 0603 of TT 02/2023/TT-BNV, counted from the records."""
