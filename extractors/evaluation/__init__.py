"""How good the reader is: annotated articles of our own, and how readings are scored against them."""
