"""`piagam ingest`: every good input is archived and read, every bad one is named."""

import io
import json
import shutil
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.cli.conftest import DGA, SPBE, Piagam, line

PAGE = """<!doctype html><html lang="id"><head><meta charset="utf-8">
<title>Kota Madiun Raih Penghargaan</title>
<meta property="article:published_time" content="2024-05-28T09:00:00+07:00">{head}</head><body><article>
<h1>Kota Madiun Raih Penghargaan</h1>
<p>Kota Madiun meraih peringkat kedua Digital Government Award 2024 kategori pemerintah kota.</p>
<p>Penghargaan itu diserahkan di Istana Negara, Jakarta, pada Senin 27 Mei 2024 oleh Presiden Joko Widodo.</p>
</article></body></html>"""


def test_what_is_ingested_can_be_asked_for(piagam: Piagam, articles: Path) -> None:
    result = piagam("ingest", articles)
    assert result.status == 0, result.err
    assert "2 articles read" in result.err
    assert result.out == ""
    answer = piagam("ask", "indeks SPBE Kota Malang 2023", "--json").json
    assert answer["answered"]
    assert [row["value"] for row in answer["rows"]] == [3.82]


def test_statements_point_at_what_was_read(piagam: Piagam, articles: Path) -> None:
    piagam("ingest", articles)
    told = {json.loads(text)["url"]: json.loads(text) for text in (SPBE, DGA)}
    statements = piagam("export", "statements").lines
    assert {"index", "award", "region"} <= {statement["kind"] for statement in statements}
    for statement in statements:
        record, evidence = told[statement["article"]["url"]], statement["evidence"]
        field = record["title"] if evidence["field"] == "title" else record["text"]
        read = field[evidence["start"] : evidence["end"]]
        assert read
        assert read in evidence["text"]
        assert 0 <= statement["confidence"] <= 1
        assert statement["article"]["title"] == record["title"]
        assert statement["article"]["published"] == "2024-05-28"


def test_a_bad_line_is_named_and_the_rest_goes_on(piagam: Piagam, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(
        "\n".join([SPBE, "{", '{"title": "tanpa alamat"}', line("https://koran.example/x", "Judul", ""), DGA])
    )
    result = piagam("ingest", path)
    assert result.status == 1
    assert f"{path}, line 2: not JSON" in result.err
    assert f"{path}, line 3: 'url' is missing" in result.err
    assert f"{path}, line 4: " in result.err
    assert "2 articles read" in result.err
    assert "3 failed" in result.err
    urls = {statement["article"]["url"] for statement in piagam("export", "statements").lines}
    assert urls == {"https://koran.example/spbe", "https://koran.example/dga"}


def test_a_second_time_nothing_changes(piagam: Piagam, articles: Path) -> None:
    piagam("ingest", articles)
    before = piagam("export", "statements").out
    result = piagam("ingest", articles)
    assert result.status == 0
    assert "0 articles read" in result.err
    assert "2 unchanged" in result.err
    assert piagam("export", "statements").out == before
    assert "2 unchanged" in piagam("process").err


def test_a_new_text_under_the_same_address_takes_the_place_of_the_old(piagam: Piagam, articles: Path) -> None:
    piagam("ingest", articles)
    changed = line("https://koran.example/spbe", "Ralat", "Indeks SPBE Kota Madiun tahun 2023 mencapai 4,07.")
    assert piagam("ingest", "-", stdin=changed.encode()).status == 0
    told = [one for one in piagam("export", "statements").lines if one["kind"] == "index"]
    assert [(one["region"]["name"], one["value"]) for one in told] == [("Kota Madiun", 4.07)]


def test_standard_input_is_json_lines(piagam: Piagam) -> None:
    result = piagam("ingest", "-", stdin=f"{SPBE}\nx\n".encode())
    assert result.status == 1
    assert "standard input, line 2: not JSON" in result.err
    assert piagam("export", "statements").lines


def test_html_is_known_by_its_canonical_address_or_its_file(piagam: Piagam, tmp_path: Path) -> None:
    named, nameless = tmp_path / "a.html", tmp_path / "b.htm"
    named.write_text(PAGE.format(head='<link rel="canonical" href="https://koran.example/a">'))
    nameless.write_text(PAGE.format(head=""))
    result = piagam("ingest", named, nameless)
    assert result.status == 0, result.err
    statements = piagam("export", "statements").lines
    assert {one["article"]["url"] for one in statements} == {"https://koran.example/a", nameless.as_uri()}
    assert {one["article"]["published"] for one in statements} == {"2024-05-28T09:00:00+07:00"}


def test_a_page_without_an_article_is_named(piagam: Piagam, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<html><body></body></html>")
    result = piagam("ingest", path)
    assert result.status == 1
    assert path.as_uri() in result.err


def test_warc_pages_are_read(piagam: Piagam, tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        page = io.BytesIO(PAGE.format(head="").encode())
        writer.write_record(
            writer.create_warc_record(
                "https://koran.example/w", "response", payload=page, http_headers=headers
            )
        )
    result = piagam("ingest", path)
    assert result.status == 0, result.err
    assert {one["article"]["url"] for one in piagam("export", "statements").lines} == {
        "https://koran.example/w"
    }


def test_a_missing_file_does_not_stop_the_others(piagam: Piagam, articles: Path) -> None:
    result = piagam("ingest", "none.jsonl", articles)
    assert result.status == 1
    assert "none.jsonl: cannot be read: No such file or directory" in result.err
    assert "2 articles read" in result.err


def test_other_keys_are_kept(piagam: Piagam, data: Path) -> None:
    from cli.data import Data
    from cli.settings import Settings

    told = line("https://koran.example/m", "Judul", "Kota Malang ramai.", rubrik="Kota", halaman=3)
    piagam("ingest", "-", stdin=told.encode())
    with Data(Settings(data=data)).store() as store:
        (article,) = store.articles()
    assert article.metadata == {"rubrik": "Kota", "halaman": 3}


def test_the_base_can_be_lost_but_not_the_articles(piagam: Piagam, articles: Path, data: Path) -> None:
    piagam("ingest", articles)
    before = piagam("export", "statements").out
    for path in data.glob("piagam.sqlite*"):
        path.unlink()
    assert piagam("export", "statements").out == ""
    assert "2 articles read" in piagam("process").err
    assert piagam("export", "statements").out == before


def test_an_archive_is_enough_to_begin_elsewhere(
    piagam: Piagam, articles: Path, data: Path, tmp_path: Path
) -> None:
    piagam("ingest", articles)
    shutil.copytree(data / "archive", tmp_path / "copy" / "archive")
    assert piagam("--data", tmp_path / "copy", "process").status == 0
    copied = piagam("--data", tmp_path / "copy", "export", "facts").out
    assert copied == piagam("export", "facts").out != ""
