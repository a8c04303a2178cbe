import pytest

from onrecord.resolve.persons import compatible, fold, parse


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Dmitri S. Peskov", "Dmitri Peskov"),
        ("Bashar al-Assad", "Bashar Assad"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelenskiy"),
        ("Donald J. Trump", "Donald Trump"),
    ],
)
def test_spellings_of_one_name(a, b):
    left, right = parse(a), parse(b)
    assert compatible(left, right) or "".join(left.words).replace("-", "") == "".join(
        right.words
    ).replace("-", "")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Bill Clinton", "Hillary Clinton"),
        ("Donald Trump", "Donald Trump Jr."),
        ("Marine Le Pen", "Jean-Marie Le Pen"),
    ],
)
def test_namesakes_stay_apart(a, b):
    assert not compatible(parse(a), parse(b))


def test_parse_leaves_out_brackets_possessives_and_particles():
    name = parse("[Ursula] von der Leyen’s")
    assert name.printed == "Ursula von der Leyen"
    assert name.words == ("ursula", "leyen")


def test_fold_drops_accents_articles_and_variants():
    assert fold("Erdoğan") == fold("Erdogan")
    assert fold("al-Sisi") == "sisi"
    assert fold("Zelenskyy") == fold("Zelensky")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "full", "short"),
    [
        ("Chinese President Xi Jinping spoke. Xi left.", "xi-jinping", "Xi"),
        ("Shinzo Abe of Japan spoke in Osaka. Abe left.", "shinzo-abe", "Abe"),
        ("Ursula von der Leyen spoke. Von der Leyen left.", "ursula-von-der-leyen", "Leyen"),
    ],
)
def test_the_short_name(actors_of, text, full, short):
    mentions = [m.text for m in actors_of(text)[full].mentions if m.form == "name"]
    assert any(short in mention for mention in mentions[1:])


@pytest.mark.model
def test_a_bare_family_name_goes_to_whom_it_was_given_last(actors_of):
    actors = actors_of(
        "Hillary Clinton thanked her staff. Her husband, Bill Clinton, stood beside her. "
        "Mr. Clinton waved."
    )
    assert [m.text for m in actors["bill-clinton"].mentions if m.form == "name"] == [
        "Bill Clinton",
        "Clinton",
    ]


@pytest.mark.model
def test_president_of_a_family_name_is_not_the_wife_named_in_full(actors_of):
    actors = actors_of(
        "Michelle Obama spoke in Chicago on Monday. President Obama listened. Mr. Obama clapped."
    )
    assert [m.text for m in actors["michelle-obama"].mentions] == ["Michelle Obama"]
    assert [m.text for m in actors["barack-obama"].mentions] == ["Obama", "Obama"]


@pytest.mark.model
def test_who_was_called_by_the_family_name_goes_on_to_be(actors_of):
    actors = actors_of(
        "Jana Novak won on Monday. Novak thanked her brother, Peter Novak. Novak wept."
    )
    assert len([m for m in actors["jana-novak"].mentions if m.text.endswith("Novak")]) == 3


@pytest.mark.model
def test_a_son_is_not_his_father(actors_of):
    actors = actors_of("Donald Trump spoke on Monday. Trump Jr. tweeted. Trump smiled.")
    assert [m.text for m in actors["donald-trump"].mentions] == ["Donald Trump", "Trump"]


def test_short_forms_of_given_names():
    assert compatible(parse("Joseph Tamm"), parse("Joe Tamm"))
    assert not compatible(parse("Joseph Tamm"), parse("James Tamm"))


@pytest.mark.model
def test_mr_is_not_the_sister(actors_of):
    actors = actors_of(
        "Kim Yo-jong, the powerful sister of North Korea’s leader, Kim Jong-un, dismissed the "
        "offer. Mr. Trump met Mr. Kim three times."
    )
    assert "Kim" in [m.text for m in actors["kim-jong-un"].mentions]
