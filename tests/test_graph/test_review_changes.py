"""What becomes of entities when their profiles are clustered anew."""

from graph.review.changes import Kind, Moved, changes, moving


def moved(profile: str, before: str, after: str, statements: int = 1) -> Moved:
    return Moved(profile, profile.upper(), before, after, 1, statements)


def test_where_nothing_moves_nothing_is_told():
    still = [moved("a", "a", "a"), moved("b", "a", "a"), moved("c", "c", "c")]
    assert list(changes("Person", still)) == []
    assert moving(still) == 0


def test_another_id_for_the_same_profiles_is_no_change():
    renamed = [moved("a", "a", "b"), moved("b", "a", "b")]
    assert list(changes("Person", renamed)) == []
    assert moving(renamed) == 0


def test_entities_that_become_one_are_joined_the_largest_first():
    (change,) = changes("Person", [moved("a", "a", "a", 2), moved("b", "b", "a", 5), moved("c", "b", "a", 1)])
    assert (change.kind, change.label) == (Kind.JOINED, "Person")
    assert [(part.entity, part.statements, part.profiles) for part in change.parts] == [
        ("b", 6, ("b", "c")),
        ("a", 2, ("a",)),
    ]
    assert change.statements == 2


def test_an_entity_that_falls_apart_goes_on_as_its_largest_part():
    profiles = [moved("a", "a", "a", 2), moved("b", "a", "b", 5)]
    (change,) = changes("Person", profiles)
    assert (change.kind, change.statements, moving(profiles)) == (Kind.PARTED, 2, 2)


def test_a_part_that_goes_over_is_told_twice_and_counted_once():
    profiles = [moved("a", "a", "a", 5), moved("b", "a", "c", 2), moved("c", "c", "c", 9)]
    assert [change.kind for change in changes("Person", profiles)] == [Kind.JOINED, Kind.PARTED]
    assert moving(profiles) == 2


def test_changes_do_not_depend_on_the_order_of_profiles():
    profiles = [moved("a", "a", "a"), moved("b", "a", "c"), moved("c", "c", "c"), moved("d", "d", "c")]
    assert list(changes("Person", profiles)) == list(changes("Person", profiles[::-1]))
    assert moving(profiles) == moving(profiles[::-1])
