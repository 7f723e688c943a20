from portfolio_gen.figures.index import index_of
from tests.figures.builders import ADA, BO, CY, TESTING, ids, linked, person

WITH_CY = "---\naudience: public\nwith: cy\nagreed: [{who: bo, what: Ask}]\n---\n# W\n"


def test_everything_of_a_person_is_found_under_that_person() -> None:
    entry = "---\naudience: public\ncompetencies: testing\n---\n# A\n"
    found = linked({**person("Bo"), "people/bo/evidence/b.md": entry}, evidence_a="competencies: testing")
    index = index_of(found.portfolio, found.links)
    assert [ids(found.portfolio, *(one.id for one in index.entries[who])) for who in (ADA, BO)] == [
        ("a", "ada"),
        ("b", "bo"),
    ]
    assert [claim.person for claim in index.claims_on[TESTING]] == [ADA, BO]


def test_check_ins_are_found_under_all_who_are_concerned() -> None:
    files = {**person("Bo"), **person("Cy"), "people/ada/checkins/w.md": WITH_CY}
    found = linked(files)
    checkins = index_of(found.portfolio, found.links).checkins
    assert list(checkins) == [ADA, BO, CY]
    assert {ids(found.portfolio, *own) for own in checkins.values()} == {("w",)}


def test_who_is_not_shared_is_in_no_part_of_it() -> None:
    entry = "---\naudience: public\ncompetencies: testing\n---\n# A\n"
    files = {
        "people/bo/index.md": "# Bo\n",
        "people/bo/checkins/w.md": WITH_CY,
        "people/bo/evidence/a.md": entry,
        **person("Cy"),
    }
    found = linked(files)
    index = index_of(found.portfolio, found.links)
    assert BO in found.portfolio.persons.values()
    for part in (index.claims, index.entries, index.checkins):
        assert BO not in part
    assert index.claims_on == {}
