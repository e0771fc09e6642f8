"""What one text of a plan says otherwise than another: versions, amendments, a file read anew. Knows no Django.

`entries` lists pieces and items with the words for where they stand, `pairing` finds which is which on both sides,
`words` marks single words, `facts` tells of units, deadlines and places, `changes` puts it together.
"""
