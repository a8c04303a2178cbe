from onrecord.extract.meetings.encounters import Encounter
from onrecord.record import Span
from onrecord.resolve.cast import Draft


def test_a_role_that_says_more_stays(parse):
    anna = Draft(kind="person", name="Anna")
    encounter = Encounter(trigger=parse("talks")[0], form="talks", evidence=Span(0, 5))
    encounter.add([(anna, "attends")])
    encounter.add([(anna, "absent")])
    encounter.add([(anna, "attends")])
    assert encounter.those("absent") == [anna]
    assert encounter.those("attends") == []
