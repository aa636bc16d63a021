"""Which place falls to which recipient."""

from pathlib import Path

import pytest

from extractors.reader import Reader
from tests.reading.case import Case, assert_awards, cases


@pytest.mark.parametrize("case", list(cases(Path(__file__).parent / "placing.yaml")))
def test_a_stored_text(reader: Reader, case: Case) -> None:
    assert_awards(reader, case)


NAMES = ["Kota Bogor", "Kabupaten Tuban", "Kota Padang", "Kabupaten Gresik", "Kota Ambon", "Kabupaten Ngawi"]
WORDS = ["pertama", "kedua", "ketiga", "keempat", "kelima", "keenam"]
ROMAN = ["I", "II", "III", "IV", "V", "VI"]


@pytest.mark.parametrize("count", [2, 3, 4, 6])
@pytest.mark.parametrize(
    ("head", "entry"),
    [
        ("TPID Award diraih", "peringkat {word} {name}"),
        ("TPID Award diraih", "juara {roman} {name}"),
        ("TPID Award diraih", "{name} di peringkat {word}"),
        ("TPID Award diraih", "{name} (juara {roman})"),
        ("TPID Award diraih", "{name} sebagai terbaik {roman}"),
        ("Pemenang TPID Award ialah", "peringkat ke-{number} {name}"),
    ],
)
def test_a_list_of_any_length_keeps_each_place(reader: Reader, head: str, entry: str, count: int) -> None:
    told = [
        entry.format(name=name, word=WORDS[order], roman=ROMAN[order], number=order + 1)
        for order, name in enumerate(NAMES[:count])
    ]
    expected = [[name, "tpid", {"rank": place}] for place, name in enumerate(NAMES[:count], start=1)]
    assert_awards(reader, Case(say=f"{head} {', '.join(told[:-1])}, dan {told[-1]}.", awards=expected))


@pytest.mark.parametrize("count", [2, 3, 6])
@pytest.mark.parametrize("joint", ["disusul", "diikuti", "kemudian", "disusul oleh"])
def test_counting_goes_on_down_the_list(reader: Reader, joint: str, count: int) -> None:
    listed = f"{', '.join(NAMES[1 : count - 1])}, dan {NAMES[count - 1]}" if count > 2 else NAMES[1]
    say = f"{NAMES[0]} meraih peringkat pertama TPID Award, {joint} {listed}."
    expected = [[name, "tpid", {"rank": place}] for place, name in enumerate(NAMES[:count], start=1)]
    assert_awards(reader, Case(say=say, awards=expected))


@pytest.mark.parametrize("count", [2, 3, 6])
def test_a_list_without_places_gives_none(reader: Reader, count: int) -> None:
    say = f"{', '.join(NAMES[: count - 1])}, dan {NAMES[count - 1]} meraih TPID Award."
    assert_awards(reader, Case(say=say, awards=[[name, "tpid"] for name in NAMES[:count]]))


@pytest.mark.parametrize("count", [2, 3, 6])
def test_all_of_a_list_may_share_one_place(reader: Reader, count: int) -> None:
    listed = f"{', '.join(NAMES[: count - 1])}, dan {NAMES[count - 1]}"
    say = f"{listed} sama-sama meraih peringkat ketiga TPID Award."
    assert_awards(reader, Case(say=say, awards=[[name, "tpid", {"rank": 3}] for name in NAMES[:count]]))
