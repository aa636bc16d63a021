"""Training of the model that sees persons where titles leave a name in doubt.

From two openly licensed news corpora (see corpora/) and made-up sentences of award news to the package data
under extractors/model. Twelve minutes on one core at most; tests check the shipped model and never train.
"""

import json
import tempfile
import warnings
from collections.abc import Iterable, Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

import spacy
from spacy.cli.train import train as spacy_train
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.training.iob_utils import biluo_tags_to_spans, offsets_to_biluo_tags

from extractors.persons import COMPONENT, MODEL, digest
from extractors.training.award_sentences import Labelled, Maker

HERE = Path(__file__).parent
CORPORA = ("idner2k", "nergrit")
MADE_UP = 1600
"""Made-up sentences in the training; about a third of the whole, so that neither kind outweighs the other."""
MADE_UP_DEV = 200


def corpus(name: str, split: str) -> list[Labelled]:
    """A split ("train", "dev", "test") of a corpus."""
    lines = (HERE / "corpora" / f"{name}-{split}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [Labelled(row["text"], tuple((s, e, label) for s, e, label in row["ents"])) for row in rows]


def award_dev() -> list[Labelled]:
    """The made-up sentences a model is measured on; no name in them occurs in those it learns from."""
    return Maker(11, unseen=True).make(MADE_UP_DEV)


def documents(nlp: Language, labelled: Iterable[Labelled]) -> Iterator[Doc]:
    """Docs with entities; where an entity cuts through a token, what it covers is left unlabelled."""
    for one in labelled:
        doc = nlp.make_doc(one.text)
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message=r"\[W030\]")  # such entities are left out below
            tags = offsets_to_biluo_tags(doc, list(one.ents))
        doc.set_ents(biluo_tags_to_spans(doc, [tag if tag != "-" else "O" for tag in tags]))
        yield doc


def measure(nlp: Language, component: Any, labelled: Iterable[Labelled]) -> dict[str, float]:
    """Precision, recall and F1 of exact persons, as fractions."""
    examples = []
    for gold in documents(nlp, labelled):
        examples.append(Example(component(nlp.make_doc(gold.text)), gold))
    scores = component.score(examples)["ents_per_type"]["PER"]
    return {key: round(float(scores[key]), 4) for key in ("p", "r", "f")}


def train(out: Path = MODEL, steps: int | None = None) -> dict[str, Any]:
    """Train, write the model with its metrics to `out`, and return what meta.json says of it."""
    nlp = spacy.blank("id")
    made_up = Maker(3).make(MADE_UP)
    learnt = [one for name in CORPORA for one in corpus(name, "train")] + made_up
    checked = [one for name in CORPORA for one in corpus(name, "dev")] + award_dev()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for name, labelled in (("train", learnt), ("dev", checked)):
            DocBin(docs=documents(nlp, labelled)).to_disk(work / f"{name}.spacy")
        overrides: dict[str, Any] = {
            "paths.train": str(work / "train.spacy"),
            "paths.dev": str(work / "dev.spacy"),
        }
        if steps is not None:
            overrides["training.max_steps"] = steps
        spacy_train(HERE / "config.cfg", work / "out", overrides=overrides)
        trained = spacy.load(work / "out" / "model-best")
    component = trained.get_pipe("ner")
    out.mkdir(parents=True, exist_ok=True)
    component.to_disk(out / COMPONENT, exclude=["vocab"])  # type: ignore[attr-defined]  # a TrainablePipe
    (out / "config.json").write_text(
        json.dumps(trained.get_pipe_config("ner")["model"], indent=1) + "\n", encoding="utf-8"
    )
    meta = {
        "trained": date.today().isoformat(),
        "spacy": version("spacy"),
        "corpora": [*CORPORA, f"{MADE_UP} made-up sentences of award news"],
        "persons": {
            **{
                f"{name}-{split}": measure(nlp, component, corpus(name, split))
                for name in CORPORA
                for split in ("dev", "test")
            },
            "award-dev": measure(nlp, component, award_dev()),
        },
        "sha256": digest(out),
    }
    (out / "meta.json").write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")
    return meta
