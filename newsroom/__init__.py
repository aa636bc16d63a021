"""A small newsroom on the loopback: pages built as the Disway network builds them, for demo and tests.

The sample articles are written for this project, over true and public facts. Reporters and editors are
invented, and no words are put in the mouth of a real person: what officials said is told indirectly.
"""
