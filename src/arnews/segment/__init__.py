"""Source to blocks: the only room that knows whether the input was text or HTML."""
