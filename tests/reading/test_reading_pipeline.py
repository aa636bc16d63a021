"""The pipeline: which layers a document has, and how they fit together."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from extractors.pipeline import LAYERS, TITLE_END, pipeline, read

TITLE = "Kota Malang Raih Digital Government Award 2024"
BODY = (
    "MALANG – Pj. Wali Kota Malang Wahyu Hidayat menerima Digital Government Award dari Kementerian PANRB "
    "di Jakarta, Senin (27/5/2024).\nIndeks SPBE Kota Malang mencapai 3,82 pada 2023. Warga bangga."
)


def test_the_pipeline_is_built_once_a_process() -> None:
    assert pipeline() is pipeline()


def test_components_run_in_the_order_they_need_each_other(nlp: Language) -> None:
    names = nlp.pipe_names
    assert names.index("piagam_sentences") < names.index("piagam_regions")
    assert names.index("piagam_regions") < names.index("piagam_officials")
    assert names.index("piagam_indices") < names.index("piagam_awards")


def test_a_document_has_all_layers(nlp: Language) -> None:
    doc = read(nlp, TITLE, BODY, date(2024, 5, 27))
    for name in ("sentences", "words", "dates", "regions", "bodies", "officials", "indices", "awards"):
        assert name in LAYERS
        assert len(getattr(doc._, name)) > 0, name
    assert doc._.text == f"{TITLE}{TITLE_END}{BODY}" == doc.text
    assert doc._.text[doc._.body_start :] == BODY
    assert doc._.published == date(2024, 5, 27)


def test_a_document_of_nothing_has_empty_layers(nlp: Language) -> None:
    doc = read(nlp, "", "")
    assert {name: list(getattr(doc._, name)) for name in LAYERS} == {name: [] for name in LAYERS}


def test_documents_share_nothing(nlp: Language) -> None:
    first = read(nlp, TITLE, BODY)
    regions = list(first._.regions)
    read(nlp, "Kota Bogor", "Kota Depok")
    assert list(first._.regions) == regions
    assert read(nlp, TITLE, BODY)._.awards == first._.awards


def test_sentences_of_the_document_are_those_of_the_layer(nlp: Language) -> None:
    doc = read(nlp, TITLE, BODY)
    starts = {span.start_char for span in doc.sents}
    assert starts >= {sentence.start for sentence in doc._.sentences}
    assert [s.field for s in doc._.sentences] == ["title", "body", "body", "body"]


@pytest.mark.parametrize("title", ["", "Judul", "Judul\ndua baris", " Judul "])
@pytest.mark.parametrize("body", ["", "\n", "Isi.", "\n\nIsi\n"])
def test_the_body_begins_where_it_says(nlp: Language, title: str, body: str) -> None:
    doc = read(nlp, title, body)
    assert doc._.text[doc._.body_start :] == body
    for sentence in doc._.sentences:
        assert (sentence.field == "body") is (sentence.start >= doc._.body_start)


@given(st.text(max_size=40), st.text(max_size=120))
def test_layers_lie_in_the_text_whatever_it_is(nlp: Language, title: str, body: str) -> None:
    doc = read(nlp, title, body)
    end = len(doc._.text)
    assert doc.text == doc._.text
    for layer in ("sentences", "words", "dates", "bodies", "index_namings", "award_namings"):
        assert all(0 <= one.start <= one.end <= end for one in getattr(doc._, layer))
