"""Scrapy's settings for every source; crawler/spider.py adds those that a source decides."""

import os

from crawler.guard import Guard
from crawler.keeper import Keeper
from crawler.patience import Patience
from crawler.robots import AGENT, Robots

BOT_NAME = AGENT
SPIDER_MODULES = ["crawler.spider"]

PIAGAM_DATA = os.environ.get("PIAGAM_DATA") or "data"
"""The data directory, for `scrapy crawl`."""
PIAGAM_CONTACT = os.environ.get("PIAGAM_CONTACT") or ""
"""An address or e-mail at which a site can reach whoever runs the crawl; sent with every request."""

ROBOTSTXT_OBEY = True
ROBOTSTXT_USER_AGENT = AGENT
COOKIES_ENABLED = False
DOWNLOAD_DELAY_JITTER = 0  # the delay of a source is the least there is between two requests
DOWNLOAD_VERIFY_CERTIFICATES = True
DOWNLOAD_WARNSIZE = 0
METAREFRESH_ENABLED = False  # pages that reload themselves would be fetched again and again
REDIRECT_MAX_TIMES = 5
RETRY_GIVE_UP_LOG_LEVEL = "WARNING"
DNSCACHE_ENABLED = True  # the guard relies on it

DOWNLOADER_MIDDLEWARES = {
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
    Guard: 50,
    Robots: 100,
    Patience: 550,
    Keeper: 585,
}

TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
LOG_LEVEL = "INFO"
LOG_VERSIONS: list[str] = []
STATS_DUMP = False
