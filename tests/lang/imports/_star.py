public = 1
also = 2
_hidden = 3
