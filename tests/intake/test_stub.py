import pytest

from onrecord.errors import NoArticle
from onrecord.intake.stub import check_not_stub

LEAD = "The first of the ministers left by the garden door shortly after eleven. "


@pytest.mark.parametrize(
    "below",
    [
        "Subscribe to continue reading.",
        "Sign up to read the full story",
        "Already a subscriber? Log in",
        "To continue reading this article, please register for a free account.",
        "This article is for subscribers only.",
        "This content is reserved for our subscribers.",
        "You have reached your limit of free articles.",
        "Please enable JavaScript to view this page.",
        "Sorry, the page you asked for could not be found: page not found.",
    ],
)
def test_refuses_what_stands_in_an_articles_place(below: str) -> None:
    with pytest.raises(NoArticle, match="Open the article in a browser"):
        check_not_stub(LEAD + below, "x")


@pytest.mark.parametrize(
    "text",
    [
        LEAD * 30 + "Subscribe to continue reading.",  # there is a text of its own
        LEAD + "Subscribe to our newsletter for more on the talks.",
        LEAD + "He urged members to join the union and to read the treaty.",
        LEAD + "Only subscribers to the theory would disagree, she said.",
        LEAD + "Access to the port was denied to both ships.",
    ],
)
def test_lets_reports_pass(text: str) -> None:
    check_not_stub(text, "x")


def test_a_page_that_says_it_is_locked_must_show_more_than_its_beginning() -> None:
    with pytest.raises(NoArticle, match="not free to read"):
        check_not_stub(LEAD * 3, "x", locked=True)
    check_not_stub(LEAD * 15, "x", locked=True)
