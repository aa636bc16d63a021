"""A small newsroom on the loopback: pages built as the Disway network builds them, for demo and tests.

The sample articles are written for this project, over true and public facts. Reporters, editors and
residents are invented, and no quotation is put in the mouth of a real person: what officials said is told
indirectly.
"""
