from __future__ import annotations

from portfolio_gen.auditing.index import Index, index_of, line_of, narrowed, without_published, without_words
from portfolio_gen.auditing.sought import Sought, SoughtText, Withheld
from portfolio_gen.auditing.words import BREAK, words_of

TEXT = "First line.\n\nThe old bishop hid a ladder behind the green shed yesterday."


def name(text: str, spelled: str = "") -> Sought:
    return Sought("title", f"{text}.md", 1, tuple(words_of(text)), tuple(words_of(spelled)))


def index(*names: str, texts: tuple[str, ...] = ()) -> Index:
    found = tuple(SoughtText(f"{number}.md", 1, text) for number, text in enumerate(texts))
    return index_of(Withheld(tuple(map(name, names)), found, ()))


def found(index: Index, text: str) -> set[str]:
    return {one.uri for one in index.found_in(words_of(text))}


def test_a_name_is_found_among_words() -> None:
    assert found(index("Zugzwang", "Marmalade Gearbox"), "a zugzwang and a MARMALADE gearbox!") == {
        "Zugzwang.md",
        "Marmalade Gearbox.md",
    }


def test_a_part_of_a_name_is_not_found() -> None:
    assert found(index("Marmalade Gearbox", "Zugzwang"), "marmalade, zugzwangs and a gearbox") == set()


def test_nothing_is_found_across_blocks() -> None:
    assert found(index("Marmalade Gearbox"), f"marmalade {BREAK} gearbox") == set()


def test_a_name_is_found_in_a_text_of_many_blocks() -> None:
    text = f"some words {BREAK} " * 9000 + "marmalade gearbox"
    assert found(index("Marmalade Gearbox"), text) == {"Marmalade Gearbox.md"}


def test_a_text_is_found_by_eight_words_and_not_by_seven() -> None:
    one = index(texts=(TEXT,))
    assert found(one, "so: the old bishop hid a ladder behind the shed") == {"0.md"}
    assert found(one, "so: the old bishop hid a ladder behind my shed") == set()


def test_each_source_is_told_once() -> None:
    assert len(list(index(texts=(TEXT,)).found_in(words_of(TEXT)))) == 1


def test_what_is_published_is_not_looked_for() -> None:
    one = without_published(index("Marmalade Gearbox", "Zugzwang", texts=(TEXT,)), ["A marmalade gearbox.", TEXT])
    assert list(one.names) == [("zugzwang",)]
    assert not one.runs


def test_published_texts_are_not_read_as_one() -> None:
    one = without_published(index("Marmalade Gearbox"), ["marmalade", "gearbox"])
    assert one.names


def test_another_spelling_goes_with_the_name() -> None:
    one = index_of(Withheld((name("Ada's plan"), name("adas plan", "Ada's plan")), (), ()))
    assert without_words(one, words_of("it is Ada's plan")).is_empty
    assert len(without_words(one, words_of("it is a plan")).names) == 2


def test_an_index_is_narrowed_to_what_was_found() -> None:
    one = index("Zugzwang", "Marmalade Gearbox", texts=(TEXT,))
    assert set(narrowed(one, [name("Zugzwang")]).names) == {("zugzwang",)}
    assert not narrowed(one, [name("Zugzwang")]).runs
    assert narrowed(one, [Sought("text", "0.md", 1, ())]).runs


def test_a_number_at_the_end_is_not_the_day_of_a_date() -> None:
    one = index("Sprint 24", "Looking back at planning 22")
    assert found(one, "Sprint 24 November and looking back at planning 22 june") == set()
    assert found(one, "Sprint 24 and looking back at planning 22") != set()


def test_a_number_at_the_beginning_may_stand_behind_a_date() -> None:
    assert found(index("24 lessons from sailing"), "/2026/11/20/24-lessons-from-sailing/") != set()


def test_a_run_is_told_by_the_line_in_which_it_begins() -> None:
    run = tuple(words_of("the old bishop hid a ladder behind the"))
    assert line_of(run, TEXT) == 2
    assert line_of(run, "Something else.") is None


def test_a_published_name_with_a_small_word_before_it_is_not_looked_for() -> None:
    one = index("by Wilhelmina", "by Ferdinand")
    assert list(without_published(one, ["Wilhelmina said so."]).names) == [("by", "ferdinand")]
