"""What the recogniser learns from: two corpora and made-up sentences. Nothing is trained here."""

import spacy

from extractors.training.award_sentences import Maker
from extractors.training.train import CORPORA, corpus, documents


def test_entities_of_the_corpora_are_spans_of_their_texts() -> None:
    for name in CORPORA:
        for part in ("train", "dev", "test"):
            rows = corpus(name, part)
            assert len(rows) > 200
            for row in rows:
                for start, end, label in row.ents:
                    assert label in ("PER", "ORG", "LOC")
                    assert row.text[start:end].strip() == row.text[start:end] != ""


def test_parts_of_a_corpus_share_no_sentence() -> None:
    for name in CORPORA:
        learnt = {row.text for row in corpus(name, "train")}
        assert sum(row.text in learnt for row in corpus(name, "test")) < 5


def test_made_up_sentences_are_the_same_every_time() -> None:
    assert Maker(3).make(50) == Maker(3).make(50)
    assert Maker(3).make(50) != Maker(4).make(50)


def test_persons_of_made_up_sentences_are_bare_names() -> None:
    for row in Maker(5).make(300):
        last = 0
        for start, end, label in sorted(row.ents):
            assert start >= last
            last = end
            if label == "PER":
                assert not row.text[start:end].startswith(("H. ", "Dr. ", "Drs. ", "Hj. "))
                assert "," not in row.text[start:end]


def test_names_of_the_measure_are_not_learnt() -> None:
    def persons(maker: Maker) -> set[str]:
        return {
            row.text[s:e].title() for row in maker.make(400) for s, e, label in row.ents if label == "PER"
        }

    assert not persons(Maker(3)) & persons(Maker(3, unseen=True))


def test_tokens_meet_nearly_all_entities() -> None:
    nlp = spacy.blank("id")
    rows = corpus("idner2k", "dev")
    docs = list(documents(nlp, rows))
    assert sum(len(doc.ents) for doc in docs) >= 0.98 * sum(len(row.ents) for row in rows)
