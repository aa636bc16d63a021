"""Articles and statements for tests, made in one line each.

    paper = article("https://koran.example/1", published="2024-05-27")
    store.put(paper, [award(paper, KOTA_MALANG, rank=9, year=2024)])

Ids are those an extractor would give: the same claim in the same article has the same id.
"""

import datetime
from typing import Any, TypeVar

from extractors.article import Article
from extractors.statement import (
    AwardStatement,
    Citation,
    Evidence,
    IndexStatement,
    Named,
    OfficeStatement,
    Place,
    Programme,
    RegionStatement,
    statement_id,
)

KOTA_MALANG = Place(id="35.73", name="Kota Malang", level="kota")
KABUPATEN_MALANG = Place(id="35.07", name="Kabupaten Malang", level="kabupaten")
KOTA_SURABAYA = Place(id="35.78", name="Kota Surabaya", level="kota")
KOTA_BANDUNG = Place(id="32.73", name="Kota Bandung", level="kota")
JAWA_TENGAH = Place(id="33", name="Provinsi Jawa Tengah", level="provinsi")
PANRB = Place(id="kementerian-panrb", name="Kementerian PANRB", level="kementerian")

DGA = Programme(id="digital-government-award", name="Digital Government Award")
ADIPURA = Programme(id="adipura", name="Adipura")
SPBE = Named(id="spbe", name="Indeks SPBE")
WAHYU = Named(id="wahyu-hidayat", name="Wahyu Hidayat")

WIB = datetime.timezone(datetime.timedelta(hours=7))

S = TypeVar("S", RegionStatement, AwardStatement, IndexStatement, OfficeStatement)


def article(
    url: str = "https://koran.example/1",
    *,
    title: str = "Kota Malang raih penghargaan",
    body: str = "Kota Malang meraih penghargaan.",
    published: str | None = "2024-05-27",
    source: str = "koran",
    **keys: Any,
) -> Article:
    """An article of that day (ISO date), or of unknown date."""
    day = datetime.datetime.fromisoformat(published).replace(tzinfo=WIB) if published else None
    return Article(
        url=url,
        title=title,
        body=body,
        published=day,
        precision="day" if day else None,
        source=source,
        **keys,
    )


def region(told_in: Article, place: Place = KOTA_MALANG, **keys: Any) -> RegionStatement:
    """The article names the place."""
    return _statement(RegionStatement, told_in, region=place, surface=place.name, **keys)


def award(
    told_in: Article, recipient: Place = KOTA_MALANG, programme: Programme = DGA, **keys: Any
) -> AwardStatement:
    """The article says that the recipient got the award."""
    return _statement(AwardStatement, told_in, recipient=recipient, award=programme, **keys)


def index(
    told_in: Article, place: Place = KOTA_MALANG, measured: Named = SPBE, **keys: Any
) -> IndexStatement:
    """The article gives a value of the index."""
    return _statement(IndexStatement, told_in, region=place, index=measured, **keys)


def office(
    told_in: Article, person: Named = WAHYU, position: str = "Wali Kota", **keys: Any
) -> OfficeStatement:
    """The article says that the person holds the position, of Kota Malang unless told otherwise."""
    if "body" not in keys:
        keys.setdefault("region", KOTA_MALANG)
    return _statement(OfficeStatement, told_in, person=person, position=position, **keys)


def _statement(
    model: type[S],
    told_in: Article,
    *,
    confidence: float = 0.8,
    start: int = 0,
    field: str = "body",
    **claim: Any,
) -> S:
    text = told_in.body if field == "body" else told_in.title
    kind = model.model_fields["kind"].default
    told = {key: value for key, value in claim.items() if key not in {"rules", "note", "extractor"}}
    return model.model_validate(
        {
            "id": statement_id(told_in.id, told_in.version, kind, {**told, "start": start, "field": field}),
            "article": Citation(
                url=told_in.url, title=told_in.title, published=told_in.published_text, source=told_in.source
            ),
            "evidence": Evidence(text=text, start=start, end=max(start, len(text)), field=field),
            "confidence": confidence,
            "extractor": "builders 1",
            **claim,
        }
    )
