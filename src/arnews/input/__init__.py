"""What comes in: bytes to text, HTML or not, wrongly decoded words, markup that is too complex."""
