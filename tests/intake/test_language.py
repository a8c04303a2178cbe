import pytest

from onrecord.errors import NotEnglish
from onrecord.intake.language import check_english

ENGLISH = (
    "The prime minister said on Monday that his government would study the proposal but warned that"
    " there would be no deal without guarantees. Officials confirmed the visit. "
)
OTHERS = {
    "fr": "Le Premier ministre a annoncé lundi que son pays enverrait une délégation au sommet,"
    " tout en précisant que sa composition n'était pas encore arrêtée, selon son porte-parole.",
    "de": "Der Kanzler sagte am Montag in Berlin, seine Regierung werde den Vorschlag prüfen, aber"
    " keine Zusagen machen, bevor die Partner gehört worden seien.",
    "nl": "De premier zei maandag in Den Haag dat hij het voorstel van de commissie niet zal"
    " steunen, of het nu wordt aangepast of niet. Er was in de coalitie geen meerderheid voor.",
    "es": "El presidente declaró el lunes que su gobierno estudiará la propuesta, aunque advirtió"
    " que no habrá acuerdo sin garantías para los dos países.",
    "tr": "Başbakan pazartesi günü yaptığı açıklamada hükümetin öneriyi inceleyeceğini, ancak"
    " güvence olmadan anlaşma olmayacağını söyledi.",
    "ru": "Премьер-министр заявил в понедельник, что правительство рассмотрит предложение, однако"
    " соглашения без гарантий не будет.",
    "ar": "قال رئيس الوزراء يوم الاثنين إن حكومته ستدرس الاقتراح، لكنه حذر من أنه لن يكون هناك"
    " اتفاق من دون ضمانات.",
    "zh": "总理周一表示,政府将研究这一提议,但警告说没有保证就不会有协议。"
    "外交部长将于本周末前往邻国首都,继续讨论贸易问题。",
}


@pytest.mark.parametrize("language", OTHERS)
def test_refuses_another_language_by_name(language: str) -> None:
    with pytest.raises(NotEnglish, match=f"'{language}'"):
        check_english(OTHERS[language], "x")


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        ENGLISH + OTHERS["fr"],
        ENGLISH + OTHERS["ru"],
        "Bonjour, dit-il.",  # too short to tell
        "Emmanuel Macron, Olaf Scholz, Giorgia Meloni, Pedro Sánchez, Donald Tusk",
        "Alabama 6 1 – Alaska 1 0 – Arizona 5 4 – Arkansas 4 0 – Colorado 3 4 – Florida 16 11 "
        "– Georgia 10 4 – Hawaii 0 2 – Idaho 2 0 – Illinois 7 11 – Indiana 7 2 – Iowa 3 1",
        "",
        "12 34 56",
    ],
)
def test_lets_english_mixed_and_undecidable_texts_pass(text: str) -> None:
    check_english(text, "x")
