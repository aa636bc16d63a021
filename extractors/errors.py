"""The one tree of errors.

PiagamError
├── InputError            a line, page, file or value from outside is bad
│   ├── PageError         an archived page cannot be read as an article
│   └── LexiconError      a YAML entry of an award, index or alias is wrong
├── SourceError           a source file is wrong, or no source has that name
├── CrawlError           a crawl ended before it was done
├── ArchiveError          the archive on disk cannot be read or written
└── StoreError            the store cannot be opened, read or written

Each message says what happened, to which input, and what to do.
"""


class PiagamError(Exception):
    """Root of all errors that Piagam raises on purpose."""


class InputError(PiagamError):
    """A line, page, file or value from outside is bad; the rest goes on."""


class PageError(InputError):
    """An archived page cannot be read as an article."""


class LexiconError(InputError):
    """An entry of a YAML lexicon is wrong; the message names file, entry and field."""


class SourceError(PiagamError):
    """A source file is wrong, or no source has that name."""


class CrawlError(PiagamError):
    """A crawl ended before it was done; what it fetched is archived."""


class ArchiveError(PiagamError):
    """The archive on disk cannot be read or written."""


class StoreError(PiagamError):
    """The store cannot be opened, read or written."""
