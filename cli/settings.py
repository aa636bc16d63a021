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
        description="Addresses of an Elasticsearch cluster; unset, the embedded store in the data directory "
        "is used. They may hold a password, so they are never shown.",
    )
    apikey: SecretStr | None = Field(None, description="API key for the cluster, instead of a password.")
    ca: Path | None = Field(None, description="File of certificates that the cluster's is held against.")
    prefix: str = Field("piagam", description="What the names of the cluster's indices begin with.")
