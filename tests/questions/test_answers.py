"""What answers say and show besides their rows."""

import json

import pytest

from extractors.errors import InputError
from knowledge.answer import answer
from knowledge.phrasing import LISTED, Phrasing
from knowledge.question import LONGEST, read_question
from knowledge.store import Store
from tests.builders import ADIPURA, article, award
from tests.questions.conftest import PLACES
from tests.questions.test_tables import TODAY


def say(store: Store, question: str) -> str:
    return answer(store, question, TODAY).text


def test_an_incomplete_list_says_how_much_of_it_is_known(base: Store) -> None:
    assert say(base, "kota mana saja yang masuk 10 besar DGA 2024") == (
        "Yang diketahui masuk 10 besar DGA 2024 kategori kota: 1. Kota Surabaya, 2. Kota Madiun, "
        "3. Kota Jambi, 4. Kota Mojokerto, 5. Kota Cimahi, 8. Kota Semarang, 9. Kota Malang, dan "
        "Kota Denpasar (8 dari 10 diketahui). Belum diketahui: peringkat 6, 7, dan 10."
    )


def test_a_complete_list_does_not(base: Store) -> None:
    assert say(base, "top 3 cities in DGA 2024") == (
        "The top 3 of DGA 2024 among cities: 1. Kota Surabaya, 2. Kota Madiun, and 3. Kota Jambi."
    )


def test_a_first_place_for_one_thing_is_no_first_place_among_the_cities(base: Store) -> None:
    given = answer(base, "siapa juara 1 DGA 2024 kategori kota", TODAY)
    assert [row.region.name for row in given.rows if row.region] == ["Kota Surabaya"]


def test_it_is_the_first_place_where_that_category_is_asked_for(base: Store) -> None:
    given = answer(base, "siapa juara 1 DGA 2024 kategori Inovasi Layanan", TODAY)
    assert [row.region.name for row in given.rows if row.region] == ["Kota Kediri"]


def test_lists_of_several_levels_are_told_apart(base: Store) -> None:
    given = answer(base, "10 besar DGA 2024", TODAY)
    assert given.text.startswith("Yang diketahui masuk 10 besar DGA 2024: provinsi: 1. Provinsi Jawa Tengah")
    assert "; kota: 1. Kota Surabaya" in given.text
    assert given.expected is None


def test_a_homonym_is_asked_back_and_answered_for_both(base: Store) -> None:
    given = answer(base, "what was the IPM of Malang in 2024?", TODAY)
    assert given.text == (
        "IPM of Kabupaten Malang, 2024: 73.4. IPM of Kota Malang, 2024: 83.5. "
        "“Malang” may mean Kabupaten Malang or Kota Malang; which one is meant?"
    )
    assert len(given.rows) == 2


def test_one_meaning_of_a_homonym_may_be_unknown(base: Store) -> None:
    given = answer(base, "SPBE Malang 2024", TODAY)
    assert given.answered
    assert "Tidak diketahui: SPBE Kabupaten Malang pada 2024." in given.text


def test_sources_that_disagree_are_all_shown(base: Store) -> None:
    given = answer(base, "berapa indeks SPBE Kota Malang 2023", TODAY)
    (conflict,) = given.conflicts
    assert [side.value for side in conflict.sides] == [3.82, 2.6]
    assert conflict.facts == given.rows[0].facts
    told = {quote.statement for quote in given.evidence}
    assert all(set(side.statements) & told for side in conflict.sides)
    assert given.text.endswith("Sumber-sumber berbeda: nilai (2023): 3,82 atau 2,6.")


def test_two_who_hold_one_place_are_a_conflict(base: Store) -> None:
    given = answer(base, "siapa juara 2 PPD 2024", TODAY)
    (conflict,) = given.conflicts
    assert [side.value for side in conflict.sides] == ["Kabupaten Gresik", "Kabupaten Tuban"]
    assert set(conflict.facts) == {name for row in given.rows for name in row.facts}


def test_a_tie_that_one_article_tells_is_none(base: Store) -> None:
    given = answer(base, "siapa juara 3 PPD 2024", TODAY)
    assert len(given.rows) == 2
    assert given.conflicts == ()


def test_a_yes_or_no(base: Store) -> None:
    assert say(base, "Did Kota Malang make the top 10 of DGA 2024?").startswith("Yes. ")
    assert say(base, "Apakah Kota Malang masuk 5 besar DGA 2024?").startswith("Tidak. ")
    unknown = answer(base, "Apakah Kota Bandung masuk 10 besar DGA 2024?", TODAY)
    assert not unknown.answered
    assert "Tidak diketahui" in unknown.text


def test_another_year_is_only_told_as_another_year(base: Store) -> None:
    given = answer(base, "berapa IPM Kabupaten Malang 2022", TODAY)
    assert not given.answered
    assert given.rows == ()
    assert given.text == (
        "Tidak diketahui: IPM Kabupaten Malang pada 2022. Yang diketahui: 2023: 72,8; 2024: 73,4."
    )


def test_without_a_year_the_newest_is_told_with_its_year(base: Store) -> None:
    assert "untuk 2024: 73,4" in say(base, "berapa IPM Kabupaten Malang")


def test_an_order_says_among_how_many(base: Store) -> None:
    assert say(base, "siapa tertinggi IPM 2024 di Jawa Timur") == (
        "IPM 2024 tertinggi di Provinsi Jawa Timur, di antara 4 dari 38 kabupaten/kota yang nilainya "
        "diketahui: Kota Surabaya 84,1."
    )


def test_one_known_value_is_no_order(base: Store) -> None:
    given = answer(base, "kota dengan SPBE tertinggi 2023", TODAY)
    assert not given.answered
    assert "Yang diketahui: Kota Malang 3,82" in given.text


def test_better_is_lower_where_the_index_says_so(base: Store) -> None:
    given = answer(base, "siapa terbaik tingkat kemiskinan 2024 di Jawa Timur", TODAY)
    assert [row.region.name for row in given.rows if row.region] == ["Kota Malang"]


def test_a_correction_is_told(base: Store) -> None:
    text = say(base, "penghargan apa yang diraih Kota Surabya")
    assert text.startswith("(Dibaca sebagai: “penghargan” → “penghargaan”, “Surabya” → “surabaya”.) ")


def test_words_that_are_not_known_are_told(base: Store) -> None:
    assert "“Kota Wakanda”" not in say(base, "berapa indeks SPBE Kota Wakanda 2023")
    assert "Yang tidak dikenal: “Wakanda”." in say(base, "berapa indeks SPBE Kota Wakanda 2023")
    assert "“Kabupaten Surabaya”" in say(base, "peringkat berapa Kabupaten Surabaya di DGA 2024")


def test_a_question_not_understood_shows_the_nearest_articles(base: Store) -> None:
    given = answer(base, "mengapa SPBE Kota Malang terus naik", TODAY)
    assert given.reading is None
    assert given.evidence[0].article.url == "https://kabar.example.id/spbe-malang"


def test_an_empty_base_says_so(empty: Store) -> None:
    given = answer(empty, "Which cities were in the DGA 2024 top 10?", TODAY)
    assert given.reading is not None
    assert given.status == 3
    assert given.text.startswith("This knowledge base is still empty")
    assert answer(empty, "halo", TODAY).status == 4


def test_long_lists_are_counted_in_the_text_and_whole_in_the_rows(empty: Store) -> None:
    cities = [place for place in PLACES.values() if place.level == "kota"][:50]
    paper = article("https://kabar.example.id/adipura-2021", published="2022-02-28")
    empty.put(paper, [award(paper, city, ADIPURA, year=2021, start=at) for at, city in enumerate(cities)])
    given = answer(empty, "kota mana saja yang meraih Adipura 2021", TODAY)
    assert len(given.rows) == 50
    assert f"dan {50 - LISTED} lainnya" in given.text


def test_json_holds_what_applies_and_nothing_else(base: Store) -> None:
    told = json.loads(answer(base, "berapa SPBE Kota Malang 2022", TODAY).model_dump_json())
    keys = "question language reading answered text rows known expected missing conflicts evidence"
    assert list(told) == keys.split()
    assert told["reading"] == {
        "intent": "value",
        "regions": [{"id": "35.73", "name": "Kota Malang", "level": "kota"}],
        "indices": [{"id": "spbe", "name": "Indeks SPBE"}],
        "years": [2022],
        "asks": "value",
    }
    assert set(told["rows"][0]) == {"region", "index", "year", "value", "predicate", "facts"}
    assert told["evidence"][0]["text"] == "Indeks SPBE Kota Malang 2,60 pada 2022, predikat Baik."


@pytest.mark.parametrize("text", ["", "  \n ", "a" * (LONGEST + 1)])
def test_what_is_no_question_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        read_question(text)


def test_numbers_keep_their_digits_and_take_the_mark_of_the_language() -> None:
    assert Phrasing("id").number(1234.567) == "1.234,567"
    assert Phrasing("en").number(3.8) == "3.8"
