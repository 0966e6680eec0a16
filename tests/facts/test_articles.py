"""Treaties and laws given article by article: what they agree on and lay down, on whose word, and what they are not."""

from __future__ import annotations

import pytest

from tanik.facts.model import Facts, Polarity, Statement
from tanik.facts.outline.papers import papers_of
from tanik.facts.read import read as facts_of
from tanik.page.model import Page
from tanik.page.read import read

_TREATY = """ÇAYIRKÖY ANTLAŞMASI

Bir taraftan Türkiye, diğer taraftan İran Hükûmeti aşağıdaki hükümlerde anlaşmışlardır.

{articles}

İşbu antlaşma 12 Nisan 1929 tarihinde Tahran'da iki nüsha olarak imza edilmiştir.
"""
_LAW = """Değirmen Vergisinin Kaldırılmasına Dair Kanun
Kanun No: 1187
Kabul tarihi: 12 Mayıs 1926

{articles}
"""


def _read(text: str) -> tuple[Page, Facts]:
    page = read(text.encode(), path="sayfa.txt")
    return page, facts_of(page, fast=True)


def _told(one: Statement) -> dict[str, list[str]]:
    """What fills each role, all fillers in their order."""
    found: dict[str, list[str]] = {}
    for place, role in one.roles:
        found.setdefault(place, []).append(role.name or role.text)
    return found


def _said(article: str, frame: str = _TREATY, label: str = "Madde 2 – ") -> list[Statement]:
    """What one article says, beside another that says nothing."""
    _, facts = _read(frame.format(articles=f"Madde 1 – Yol taştandır.\n{label}{article}"))
    return [one for one in facts.statements if one.rule == "statement-article" and one.action not in ("sign",)]


@pytest.mark.parametrize(
    ("article", "action", "subject", "object_"),
    [
        (
            "Âkit Taraflar yaylaları ortak kullanmayı taahhüt eder.",
            "promise",
            ["Türkiye", "İran"],
            "yaylaları ortak kullanma",
        ),
        ("Taraflardan her biri esirleri iade etmeyi kabul eder.", "accept", ["Türkiye", "İran"], "esirleri iade etme"),
        ("Her iki taraf gümrük almayacağını beyan eder.", "say", ["Türkiye", "İran"], "gümrük almayacağı"),
        (
            "İran bu geçidi üçüncü bir devlete bırakmayacaktır.",
            "promise",
            ["İran"],
            "bu geçidi üçüncü bir devlete bırakmamak",
        ),
        ("Türkiye Urmiye üzerindeki iddialarından vazgeçer.", "refuse", ["Türkiye"], "Urmiye üzerindeki iddiaları"),
        (
            "Türkiye ve İran 1 Mart 1930'a kadar Van yolunu onaracaktır.",
            "promise",
            ["Türkiye", "İran"],
            "1 Mart 1930'a kadar Van yolunu onarmak",
        ),
        (
            "İran topraklarında bulunan Türk kıtaları Van'a çekilecektir.",
            "promise",
            [],
            "İran topraklarında bulunan Türk kıtaları Van'a çekilecektir",
        ),
        ("Van limanı bütün gemilere açık olmalıdır.", "promise", [], "Van limanı bütün gemilere açık olmalıdır"),
    ],
)
def test_an_article_is_what_the_parties_agree_on_the_papers_day(
    article: str, action: str, subject: list[str], object_: str
) -> None:
    (one,) = _said(article)
    told = _told(one)
    assert (one.action, told["object"]) == (action, [object_])
    assert [name.removesuffix(" Hükûmeti") for name in told.get("subject", [])] == subject
    assert (one.when, one.attributed_to, one.polarity) == ("1929-04-12", "Çayırköy Antlaşması", Polarity.AFFIRMED)


@pytest.mark.parametrize(
    ("article", "giver", "taker", "sum_"),
    [
        ("İran Türkiye'ye her yıl 40.000 lira ödeyecektir.", ["İran"], ["Türkiye"], "40.000 lira"),
        ("Türkiye'ye altı ay içinde on milyon altın ruble verilecektir.", [], ["Türkiye"], "on milyon altın ruble"),
        ("İran Türkiye'ye 300 top vermeyi taahhüt eder.", ["İran"], ["Türkiye"], "300 top"),
    ],
)
def test_what_is_to_be_given_is_promised_and_not_sent(
    article: str, giver: list[str], taker: list[str], sum_: str
) -> None:
    (one,) = _said(article)
    told = _told(one)
    assert (one.action, told["object"], told.get("recipient", [])) == ("promise", [sum_], taker)
    assert [name.removesuffix(" Hükûmeti") for name in told.get("subject", [])] == giver
    assert one.amounts


@pytest.mark.parametrize(
    "article",
    ["Bu antlaşma onaylanacaktır.", "Yol taştandır ve eskidir.", "Komisyon bu işi tespit edecektir."],
)
def test_an_article_that_names_nothing_is_not_told(article: str) -> None:
    assert _said(article) == []


@pytest.mark.parametrize(
    "label", ["Madde 2 – ", "MADDE 2:\n", "Md. 2 – ", "İkinci Madde – ", "Madde: 2 - ", "ikinci madde: "]
)
def test_labels_of_articles(label: str) -> None:
    (one,) = _said("Taraflar esirleri iade etmeyi kabul eder.", label=label)
    assert one.action == "accept"


def test_the_closing_line_tells_of_the_signing() -> None:
    _, facts = _read(
        _TREATY.format(articles="Madde 1 – Yol açıktır.\nMadde 2 – Köprü açıktır.") + "Rüştü Aras – Mahmud Han\n"
    )
    (one,) = [one for one in facts.statements if one.action == "sign"]
    told = _told(one)
    assert (one.when, one.attributed_to) == ("1929-04-12", None)
    assert (told["object"], told["place"]) == (["Çayırköy Antlaşması"], ["Tahran"])


@pytest.mark.parametrize(
    ("article", "action", "place", "filler", "when"),
    [
        ("Değirmen vergisi kaldırılmıştır.", "abolish", "object", "Değirmen vergisi", "1926-05-12"),
        (
            "Konya'da bir değirmen sandığı kurulmuştur.",
            "found",
            "object",
            "Konya'da bir değirmen sandığı",
            "1926-05-12",
        ),
        ("Borçlulara 50.000 lira ödenecektir.", "order", "object", "50.000 lira", "1926-05-12"),
        (
            "Bu kanun 1 Haziran 1926 tarihinde yürürlüğe girer.",
            "begin",
            "subject",
            "Değirmen Vergisinin Kaldırılmasına Dair Kanun",
            "1926-06-01",
        ),
    ],
)
def test_a_law_lays_down(article: str, action: str, place: str, filler: str, when: str) -> None:
    passed, one = _said(article, _LAW)
    assert (passed.action, passed.when) == ("accept", "1926-05-12")
    assert (one.action, one.when, _told(one)[place]) == (action, when, [filler])
    assert one.attributed_to == "Değirmen Vergisinin Kaldırılmasına Dair Kanun"


def test_english_articles() -> None:
    text = (
        "TREATY OF FRIENDSHIP BETWEEN NORLAND AND TURKEY\nSigned at Kars on 4 May 1922\n\n"
        "Article 1. The Contracting Parties agree not to recognise any loan.\n\n"
        "Article 2. Turkey shall pay Russia ten million gold roubles before 1 June 1923.\n\n"
        "Article 3. The port of Batum shall be ceded to Georgia.\n\n"
        "Article 4. Turkey renounces all its rights over Libya.\n\n"
        "Done at Kars on 4 May 1922 in two copies.\n"
    )
    _, facts = _read(text)
    told = [(one.action, one.when, _told(one).get("subject"), _told(one)["object"][0]) for one in facts.statements]
    assert told == [
        ("accept", "1922-05-04", ["The Contracting Parties"], "not to recognise any loan"),
        ("promise", "1922-05-04", ["Türkiye"], "10 milyon altın ruble"),
        ("promise", "1922-05-04", None, "The port of Batum shall be ceded to Georgia"),
        ("refuse", "1922-05-04", ["Türkiye"], "all its rights over Libya"),
        ("sign", "1922-05-04", None, "Treaty of Friendship Between Norland and Turkey"),
    ]


def test_azerbaijani_articles() -> None:
    text = (
        "Dəniz yolu haqqında müqavilə\nBakı, 3 may 1920-ci il\n\n"
        "Azərbaycan Hökuməti ilə Gürcüstan Hökuməti arasında bağlanmışdır.\n\n"
        "Maddə 1. Razılığa gələn Tərəflər limanları açıq saxlamağı öhdəsinə götürür.\n"
        "Maddə 2. Gürcüstan Azərbaycana iki milyon rubl ödəyəcəkdir.\n"
    )
    _, facts = _read(text)
    told = [(one.action, one.when, len(_told(one)["subject"]), _told(one)["object"]) for one in facts.statements]
    assert told == [
        ("promise", "1920-05-03", 2, ["limanları açıq saxlama"]),
        ("promise", "1920-05-03", 1, ["iki milyon ruble"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ev tarifi üzerine anlaşma\n\nMadde 1 diyete başlıyoruz.\n1. Un alınır.\n2. Fırın ısıtılır.\n",
        "Site Kullanım Sözleşmesi\n\nMadde 1 – Üyeler şifre vermeyecektir.\nMadde 2 – Ücret 20 liradır.\n",
        "Gezi notları\n\nMadde 1 – Van gölü görülecektir.\nMadde 2 – Kars kalesi gezilecektir.\n",
        "Kanun gereğince ödendi.\n\nMadde 7 gereğince Kars'a gidilecektir.\nMadde 8'e göre Van'a gidilecektir.\n",
    ],
)
def test_what_only_looks_like_articles(text: str) -> None:
    _, facts = _read(text)
    assert not [one for one in facts.statements if one.rule == "statement-article"]


def test_a_page_with_two_papers_parts_them() -> None:
    text = (
        "Kars Antlaşması (13 Ekim 1921)\n\nMadde 1 – Yol açıktır.\nMadde 2 – Batum açıktır.\n\n"
        "Ankara Antlaşması (20 Ekim 1921)\n\nMadde 1 – Adana boşaltılacaktır.\nMadde 2 – Kilis boşaltılacaktır.\n"
    )
    page, facts = _read(text)
    papers = papers_of(page, facts.dates, facts.names)
    assert [(one.day, len(one.articles)) for one in papers] == [("1921-10-13", 2), ("1921-10-20", 2)]
    assert {one.when for one in facts.statements} == {"1921-10-20"}


@pytest.mark.parametrize(
    ("sentence", "object_", "paper"),
    [
        (
            "Antlaşmanın 3. maddesine göre Kars üçüncü bir devlete bırakılmayacaktı.",
            "Kars üçüncü bir devlete bırakılmayacaktı",
            "Antlaşmanın 3. maddesi",
        ),
        (
            "Antlaşmaya göre İran bu bölgenin yönetimine müdahale etmeyecekti.",
            "bu bölgenin yönetimine müdahale etmemek",
            "Antlaşma",
        ),
        ("Kars Antlaşması'nın 2. maddesi uyarınca Batum Gürcistan'a bırakılacaktı.", "Batum", "Kars Antlaşması"),
        (
            "Anlaşma gereğince İngiliz kuvvetleri iki ay içinde Kars'tan çekilecekti.",
            "İngiliz kuvvetleri iki ay içinde Kars'tan çekilecekti",
            "Anlaşma",
        ),
        ("Antlaşmaya göre Türkiye 1928'den itibaren her yıl 2 milyon lira ödeyecekti.", "2 milyon lira", "Antlaşma"),
    ],
)
def test_what_a_treaty_laid_down_is_promised_and_not_done(sentence: str, object_: str, paper: str) -> None:
    _, facts = _read(sentence)
    (one,) = facts.statements
    assert (one.action, one.polarity, one.when, one.attributed_to) == ("promise", Polarity.AFFIRMED, None, paper)
    assert _told(one)["object"] == [object_]


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        ("Antlaşmaya göre Kars 1921'de Türkiye'ye verildi.", "transfer"),
        ("Ankara Hükûmeti'ne göre köy 1921'de Konya'ya devredilecekti.", "transfer"),
        ("Kars Antlaşması 13 Ekim 1921'de imzalandı.", "sign"),
        ("Rapora göre köprü 1921'de yıkıldı.", "end"),
    ],
)
def test_what_was_done_stays_done(sentence: str, action: str) -> None:
    _, facts = _read(sentence)
    assert [one.action for one in facts.statements] == [action]


def test_a_list_of_a_treatys_terms() -> None:
    text = (
        "Karaköy Antlaşması'nın maddeleri:\n\n1- Kars üçüncü bir devlete verilmeyecekti.\n"
        "2- İngiltere, Osmanlı Devleti'ne iki milyon lira verecekti.\n4- Van ve Bitlis boşaltılacaktı.\n"
    )
    _, facts = _read(text)
    told = [(one.action, _told(one)["object"]) for one in facts.statements]
    assert told == [
        ("promise", ["Kars üçüncü bir devlete verilmeyecekti"]),
        ("promise", ["iki milyon lira"]),
        ("promise", ["Van ve Bitlis boşaltılacaktı"]),
    ]


def test_decisions_of_a_congress_are_accepted_by_it() -> None:
    text = (
        "Sivas Kongresi'nde şu kararlar alındı:\n\n1. Manda ve himaye kabul olunamaz.\n"
        "2. İstanbul Hükûmeti ile haberleşme kesilecektir.\n\nKongre 11 Eylül 1919'da sona erdi.\n"
    )
    _, facts = _read(text)
    told = [(one.action, _told(one).get("object"), _told(one)["subject"]) for one in facts.statements]
    assert told == [
        ("accept", ["Manda ve himaye kabul olunamaz"], ["Sivas Kongresi"]),
        ("accept", ["İstanbul Hükûmeti ile haberleşme kesilecektir"], ["Sivas Kongresi"]),
        ("end", None, ["Sivas Kongresi"]),
    ]


def test_articles_as_headings_of_a_web_page() -> None:
    text = (
        "<html><body><h1>Demirköy Antlaşması (24 Temmuz 1923)</h1>"
        "<p>Türkiye ile İngiltere arasında imzalanmıştır.</p>"
        "<h3>Madde 1</h3><p>İngiltere, Kars'ı bir ay içinde boşaltmayı taahhüt eder.</p>"
        "<h3>Madde 2</h3><p>Taraflar kapitülasyonları tanımaz.</p></body></html>"
    )
    facts = facts_of(read(text.encode(), path="sayfa.html"), fast=True)
    told = [(one.action, one.when, _told(one)) for one in facts.statements]
    assert told == [
        ("promise", "1923-07-24", {"object": ["Kars'ı bir ay içinde boşaltma"], "subject": ["İngiltere"]}),
        ("refuse", "1923-07-24", {"object": ["kapitülasyonlar"], "subject": ["Türkiye", "İngiltere"]}),
    ]


def test_what_a_treatys_terms_were_in_running_tenses() -> None:
    text = (
        "Demirköy Antlaşması\n\n16 Mart 1921'de Kars'ta bir antlaşma imzalandı. Buna göre,\n\n"
        "1) Sovyetler, Misakımilli'yi tanıyorlardı.\n2) Kars ile Van arasında gümrük alınmıyordu.\n"
        "3) İran, Türkiye'ye 300 top vermeyi kabul ediyordu.\n-Batum Gürcistan'a bırakılıyordu.\n"
    )
    _, facts = _read(text)
    told = [(one.action, _told(one)["object"]) for one in facts.statements if one.rule == "statement-article"]
    assert told == [
        ("accept", ["Misakımilli"]),
        ("accept", ["300 top"]),
        ("promise", ["Batum Gürcistan'a bırakılıyordu"]),
    ]


def test_articles_quoted_out_of_their_order_are_of_one_treaty() -> None:
    text = (
        "TREATY OF KARS\n(24 July 1923)\n\nArticle 20. Turkey hereby recognises the annexation of Cyprus.\n\n"
        "Article 17. Turkey renounces all rights over Egypt.\n"
    )
    _, facts = _read(text)
    assert [(one.action, one.when, one.attributed_to) for one in facts.statements] == [
        ("accept", "1923-07-24", "Treaty of Kars"),
        ("refuse", "1923-07-24", "Treaty of Kars"),
    ]


def test_what_a_writer_about_a_treaty_expects_is_no_term_of_it() -> None:
    text = "Karaköy Antlaşması üzerine düşünceler\n\nKitap Kars'ta 40 liraya satılacak. Antlaşma 2023'te bitecek.\n"
    _, facts = _read(text)
    assert not [one for one in facts.statements if one.action == "promise" or one.attributed_to is not None]


def test_a_label_alone_does_nothing_in_an_article() -> None:
    # with every clause asked for, the label before the dash was read as who did it, and stands outside the clause
    text = (
        "Tevhidi tedrisat kanunu\n\nNo. 430\n\nBİRİNCİ MADDE — Bütün kurslar Maarif vekâletine bağlıdır.\n\n"
        "İKİNCİ MADDE — Vakıflar tarafından idare olunan bilcümle kurslar Maarif vekâletine devredilmiştir.\n"
    )
    page = read(text.encode(), path="kanun.txt")
    facts = facts_of(page, fast=True, every_clause=True)
    roles = [(one.span.start, role) for one in facts.statements for _, role in one.roles]
    assert roles
    assert [role for start, role in roles if role.span.start < start] == []
