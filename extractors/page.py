"""A page as it was fetched: what the archive keeps and what extraction starts from."""

from datetime import datetime

from pydantic import AwareDatetime, BaseModel, ConfigDict


class Page(BaseModel):
    """One capture of one address.

    `content` is the entity body after transfer decoding, undecoded bytes otherwise. `media_type` is the
    Content-Type header as sent (with its charset), or None. `source` is the name of the source file that
    asked for it, or None for pages that were given by hand.
    """

    model_config = ConfigDict(frozen=True)

    url: str
    content: bytes
    fetched: AwareDatetime
    media_type: str | None = None
    source: str | None = None

    @property
    def day(self) -> datetime:
        """Midnight (UTC) of the day of the fetch."""
        return self.fetched.replace(hour=0, minute=0, second=0, microsecond=0)
