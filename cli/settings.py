"""What the environment decides."""

from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Every setting, read from a variable of the environment with the prefix PIAGAM_.

    docs/operating.md lists them; a test holds it to this class.
    """

    model_config = SettingsConfigDict(env_prefix="PIAGAM_", env_ignore_empty=True, frozen=True)

    data: Path = Field(Path("data"), description="Directory that holds the archive and the base.")
    store: SecretStr | None = Field(
        None,
        description="Address of an Elasticsearch cluster; unset, the embedded store in the data directory "
        "is used. It may hold a password, so it is never shown.",
    )
