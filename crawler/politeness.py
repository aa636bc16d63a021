"""Politeness: how much of a site's time a crawl takes."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Politeness(BaseModel):
    """How a site is treated."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    delay: float = Field(2.0, ge=0.001, le=3600, description="Seconds between two requests, at the least.")
    concurrency: int = Field(1, ge=1, le=16, description="Requests under way at the same time.")
    autothrottle: bool = Field(True, description="Wait longer while the site answers slowly.")
    retries: int = Field(2, ge=0, le=10, description="How often a failed request is tried again.")
    timeout: float = Field(30.0, gt=0, le=600, description="Seconds to wait for an answer.")
    max_pages: int = Field(2000, ge=1, description="Pages of all kinds fetched in one run, at the most.")
    max_page_bytes: int = Field(5_000_000, ge=1, description="Larger pages are given up.")
    max_depth: int = Field(200, ge=1, description="Links followed in a row from a start page, at the most.")

    def settings(self) -> dict[str, Any]:
        """Scrapy's settings that keep to it."""
        return {
            "AUTOTHROTTLE_ENABLED": self.autothrottle,
            "AUTOTHROTTLE_START_DELAY": self.delay,
            "AUTOTHROTTLE_TARGET_CONCURRENCY": float(self.concurrency),
            "CLOSESPIDER_PAGECOUNT": self.max_pages,
            "CONCURRENT_REQUESTS": self.concurrency,
            "CONCURRENT_REQUESTS_PER_DOMAIN": self.concurrency,
            "DEPTH_LIMIT": self.max_depth,
            "DOWNLOAD_DELAY": self.delay,
            "DOWNLOAD_MAXSIZE": self.max_page_bytes,
            "DOWNLOAD_TIMEOUT": self.timeout,
            "RETRY_TIMES": self.retries,
        }
