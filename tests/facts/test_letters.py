"""Letters, telegrams and orders given whole: what frames them, and who "we", "you" and "today" are in them."""

from __future__ import annotations

import pytest

from tanik.facts.model import Facts
from tanik.facts.outline.letters import letters_of
from tanik.facts.read import read as find_facts
from tanik.page.model import Page
from tanik.page.read import read as read_page

_ASKED = (
    "Bitlis, 9 Şubat 1337\n\nVan Valiliğine\n\nKasabamız için otuz çuval tohumun gönderilmesini rica ederiz. "
    "Karşılığında size on iki at vermeyi taahhüt ederim. Dün Muş'tan 14 araba geldi. Telgrafınızı aldık.\n\n"
    "Belediye Reisi\nHalil Tanış\n"
)
_ANSWERED = (
    "\nCEVAP\nVan, 12 Şubat 1337\nBitlis Belediye Reisi Halil Tanış Bey'e\n"
    "Mektubunuzu aldık. Size otuz çuval tohum gönderdim. Atları kabul etmiyoruz.\nVali Nazmi Eker\n"
)
_WIRED = (
    "TELGRAF\nNo: 44\nHopa, 3/11/36\nHariciye Vekâletine\nGayet müstaceldir\n"
    "20 sandık fişek geldi. Paranın gönderilmesini rica ederim.\nMümessil Selim Akar\n\n"
    "TELGRAF\nAnkara, 5/11/36\nMümessil Selim Bey'e\nTeşekkür ederim, 400 lira gönderiyorum.\nNazmi Eker\n"
)
_ENGLISH = (
    "Mersin, 4 May 1921\n\nTo the Governor of Adana\n\nWe ask you to send two hundred tents. In return we undertake to "
    "pay 300 pounds. I have received your letter of 1 May. The Government accepts the loan.\n\nHalil Tan\n"
    "Harbour Master\n\nReply, 6 May 1921:\n\nWe refuse the loan of 300 pounds. You sent 40 mules to Tarsus. "
    "Yesterday 12 tents arrived from Adana.\n\nNazmi Eker\n"
)
_AZERBAIJANI = (
    "Gəncə, 7 mart 1920\n\nŞəki valisi Nazim Əliyevə\n\nSizdən 40 vaqon un göndərməyi xahiş edirik. "
    "Biz Bakıya 300 pud neft göndərdik.\n\nHalil Tağıyev\n"
)
_CYRILLIC = "Ҝәнҹә, 7 март 1920\n\nШәки валиси Назим Әлијевә\n\nСизә 40 вагон нефт ҝөндәрирәм.\n\nҺалил Тағыјев\n"


def _read(text: str, path: str = "a.txt") -> tuple[Page, Facts]:
    page = read_page(text.encode(), path=path)
    return page, find_facts(page, fast=True)


def _frame(text: str, path: str = "a.txt") -> list[tuple[str | None, ...]]:
    """Of each letter the first words of dateline, addressee, body and signature."""
    page, _ = _read(text, path)
    parts = [(one.dateline, one.addressee, one.body, one.signature) for one in letters_of(page)]
    return [tuple(part.of(page.text).split()[0] if part else None for part in letter) for letter in parts]


@pytest.mark.parametrize(
    ("text", "frames"),
    [
        (_ASKED, [("Bitlis,", "Van", "Kasabamız", "Belediye")]),
        (_ASKED + _ANSWERED, [("Bitlis,", "Van", "Kasabamız", "Belediye"), ("Van,", "Bitlis", "Mektubunuzu", "Vali")]),
        (_WIRED, [("Hopa,", "Hariciye", "20", "Mümessil"), ("Ankara,", "Mümessil", "Teşekkür", "Nazmi")]),
        (_ENGLISH, [("Mersin,", "To", "We", "Halil"), ("Reply,", None, "We", "Nazmi")]),
        (_AZERBAIJANI, [("Gəncə,", "Şəki", "Sizdən", "Halil")]),
        (_CYRILLIC, [("Ҝәнҹә,", "Шәки", "Сизә", "Һалил")]),
        # the day may stand below, over or under the name
        (
            "Dear Frank,\n\nI sent you 20 lamps in May.\n\nYours sincerely,\nHalil Tan\nMersin, 4 May 1921\n",
            [("Mersin,", "Dear", "I", "Halil")],
        ),
        (
            "BEYANNAME\n\nKilis ahalisine\n\nSilahlarınızı teslim ediniz.\n\n11 Haziran 1919\nMiralay Nazmi\n",
            [("11", "Kilis", "Silahlarınızı", "Miralay")],
        ),
        (
            "London, 4 May 1921\n\nMr. Commissioner,\n\nI sent you 20 lamps.\n\nLord Tan\nHarbour Master\n",
            [("London,", "Mr.", "I", "Lord")],
        ),
        # what goes to several goes to none of them alone; an address has lines of its own
        (
            "Muş Valiliğine\nVan Valiliğine\n\nUnun gönderilmesini rica ederiz.\n\nHalil Tanış\n",
            [(None, None, "Unun", "Halil")],
        ),
        (
            "“Siirt, 1 Mayıs 1921\nDemir Köprü Başında\nSüvari Kumandanı\nNazmi Bey'e\nKöprüyü bekleyiniz, "
            "size 40 er gönderdim.\nHalil Tanış”\n",
            [("Siirt,", "Nazmi", "Köprüyü", "Halil")],
        ),
        # whole in its marks a letter needs no address
        (
            "Kaymakamın telgrafı şudur:\n\n“Siirt, 1 Mayıs 1921\n\nKöprü geçildi. Köy boşaldı.\n\nHalil Tanış”\n",
            [("Siirt,", None, "Köprü", "Halil")],
        ),
    ],
)
def test_the_frame_of_a_letter(text: str, frames: list[tuple[str | None, ...]]) -> None:
    assert _frame(text) == frames


@pytest.mark.parametrize(
    "text",
    [
        # a news item, minutes, an advertisement, a poem, a dedication, a list, a lead with a dative
        "Köprü açıldı\n\nAnkara, 26 Nisan 2019\n\nBaşkan konuştu. Köprüye 5 milyon lira harcadık.\n\nAyşe Demir\n",
        "Toplantı tutanağı\n\nKars, 3 Mayıs 1922\n\nAli Bey başkanlık etti. 200 lira verdik.\n\nSaygılarımızla\n",
        "Satılık arsa\n\nİzmir, 12.03.2020\n\n300 bin lira isteriz. Takas olur.\n\nEmlakçı\nVeli Kaya\n",
        "Sevgiye\nDağlara kar düştü, gelirim,\nBin altın verseler veririm.\n\nAhmet Kaya\nAnkara 1931\n",
        "Gezi\nKars'a gittik.\n\nMustafa Kemal Paşa'ya\n\n1921'de bir at hediye ettiler.\n\nİletişim\nMehmet Yılmaz\n",
        "Kitaplar\n\nSıvas Kongresi'ne\nErzurum Kongresi'ne\nLozan Konferansı'na\n\nHalil Tanış\n",
        "Mektup\n\nMektup 3 Mart 1921'de Kars Valiliğine gönderildi. Vali 40 lira verdi.\n",
        "To the north of Kars\n\nThe road climbs to a pass. The village has 40 houses.\n\nHalil Tan\n",
        "Sayın okurlar\n\nKöprü 1905'te yapıldı.\n",
        # a box of facts, and prose that is broken for width
        "Antlaşma\n\nİmza\t16 Mart 1921\nYer\tMoskova\n\nBiz imzaladık. Size verdik.\n\nKars\n",
        "To this the General sent his answer at\nonce, and we had it by noon. I told you so.\n\nThe Bridge of Kars\n",
        "Yorumlar\n\nAhmet Kaya\n3 Mart 2020\nBiz de gördük. Size 40 lira verdik.\n\nVeli Kaya\n5 Mart 2020\nOlmaz.\n",
    ],
)
def test_what_only_looks_like_a_letter(text: str) -> None:
    assert _frame(text) == []


def _told(text: str, words: str) -> dict[str, str | None]:
    """The roles, day and teller of the statement in which `words` stand."""
    _, facts = _read(text)
    found = [one for one in facts.statements if words in one.text]
    assert found, [one.text for one in facts.statements]
    roles: dict[str, str | None] = {place: role.name or role.text for place, role in found[0].roles}
    return {"action": found[0].action, "when": found[0].when, "told": found[0].attributed_to, **roles}


@pytest.mark.parametrize(
    ("text", "words", "want"),
    [
        (_ASKED, "tohumun", {"action": "request", "subject": "Halil Tanış", "when": "1921-02-09"}),
        (_ASKED, "tohumun", {"recipient": "Van Valiliği", "object": "otuz çuval tohum", "told": "Halil Tanış"}),
        (_ASKED, "on iki at", {"action": "promise", "recipient": "Van Valiliği", "when": "1921-02-09"}),
        # what came yesterday came the day before, and nobody says to whom; the place line is no place of it
        (_ASKED, "Muş", {"object": "14 araba", "when": "1921-02-08", "recipient": None, "place": None}),
        (_ASKED, "Telgraf", {"recipient": "Halil Tanış", "subject": "Van Valiliği", "when": None}),
        (_ASKED + _ANSWERED, "Mektub", {"subject": "Halil Tanış Bey", "when": None}),
        (_ASKED + _ANSWERED, "gönderdim", {"action": "transfer", "when": None, "recipient": "Halil Tanış Bey"}),
        (_WIRED, "fişek", {"object": "20 sandık fişek", "recipient": None, "subject": None, "when": None}),
        (_WIRED, "Para", {"action": "request", "subject": "Selim Akar", "when": "1920-11-03"}),
        (_WIRED, "400", {"action": "transfer", "subject": "Nazmi Eker", "when": "1920-11-05", "told": "Nazmi Eker"}),
        (_ENGLISH, "tents", {"action": "request", "subject": "Halil Tan", "when": "1921-05-04"}),
        (_ENGLISH, "300", {"action": "promise", "subject": "Halil Tan", "when": "1921-05-04"}),
        (_ENGLISH, "received", {"recipient": "Halil Tan", "when": None}),
        (_ENGLISH, "accepts", {"action": "accept", "object": "kredi", "when": "1921-05-04", "told": "Halil Tan"}),
        (_ENGLISH, "refuse", {"action": "refuse", "subject": "Nazmi Eker", "when": "1921-05-06"}),
        (_ENGLISH, "mules", {"action": "transfer", "subject": "Halil Tan", "recipient": "Tarsus", "when": None}),
        (_ENGLISH, "12 tents", {"when": "1921-05-05", "told": "Nazmi Eker"}),
        (_AZERBAIJANI, "40 vaqon", {"action": "request", "subject": "Halil Tağıyev", "when": "1920-03-07"}),
        (_AZERBAIJANI, "neft", {"action": "transfer", "subject": "Halil Tağıyev", "recipient": "Bakü", "when": None}),
        (_CYRILLIC, "нефт", {"action": "transfer", "when": "1920-03-07"}),
    ],
)
def test_who_asks_whom_and_when(text: str, words: str, want: dict[str, str | None]) -> None:
    got = _told(text, words)
    assert {key: got.get(key) for key in want} == want


@pytest.mark.parametrize(
    "text",
    [
        "Kars'a gittik ve müzeye 100 lira verdik.",
        "Ankara, 26 Nisan 2019\n\nKöprüye 5 milyon lira harcadık. Başkan konuştu.\n\nAyşe Demir",
        "Ayşe Demir yazdı.\n\nBiz 1921'de köye 40 lira verdik.",
        "The page thanks its readers.\n\nWe sent 40 pounds to Kars in 1921.\n\nJohn Smith",
    ],
)
def test_we_of_a_page_that_is_no_letter_has_no_signer(text: str) -> None:
    _, facts = _read(f"{text}\n")
    assert all(place != "subject" for one in facts.statements for place, _ in one.roles if "100" in one.text)
    assert all(role.text not in ("Ayşe Demir", "John Smith") for one in facts.statements for _, role in one.roles)


def test_whom_a_letter_goes_to_is_no_title_and_its_place_no_author() -> None:
    page, facts = _read(_ENGLISH)
    assert (page.title, page.authors, page.published) == (None, (), None)
    assert next(one.edtf for one in facts.dates) == "1921-05-04"


@pytest.mark.parametrize(
    ("to", "edtf"),
    [("Nazmi Paşa Hazretlerine", "1921-03-23"), ("Nazmi Bey'e", "1921-03-23"), ("Van Valiliğine", "1937-03-23")],
)
def test_a_short_year_is_of_the_time_when_people_were_called_so(to: str, edtf: str) -> None:
    _, facts = _read(f"TELGRAF\nMuş, 23/3/37\n{to}\nUnun gönderilmesini rica ederim.\nHalil Tanış\n")
    assert [one.edtf for one in facts.dates] == [edtf]


@pytest.mark.parametrize("text", ["Dün 400 tüfek geldi.", "Bugün 400 tüfek geldi.", "Evvelki gün 400 tüfek geldi."])
def test_yesterday_came_from_nowhere(text: str) -> None:
    assert {key: value for key, value in _told(f"{text}\n", "400").items() if key == "object"} == {
        "object": "400 tüfek"
    }


_QUOTED = (
    "Vali Nazmi Eker, 5 Mart 1921 tarihli mektubunda Halil Tanış'a şöyle yazdı: “Bize iki yüz çadır göndermenizi rica "
    "ederiz. Geçen ay Muş'tan 30 araba aldık, bunların hepsini halka dağıttık. Köprünün onarımı için size ayrıca bin "
    "lira vermeyi taahhüt ederim. Saygılarımın kabulünü rica ederim.”\n"
)


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("çadır", {"action": "request", "subject": "Nazmi Eker", "recipient": "Halil Tanış", "when": "1921-03-05"}),
        ("bin lira", {"action": "promise", "subject": "Nazmi Eker", "recipient": "Halil Tanış", "told": "Nazmi Eker"}),
        ("30 araba", {"action": "transfer", "recipient": "Nazmi Eker", "when": None}),
    ],
)
def test_a_letter_quoted_behind_the_sentence_that_announces_it(words: str, want: dict[str, str | None]) -> None:
    got = _told(_QUOTED, words)
    assert {key: got.get(key) for key in want} == want


def test_a_letters_courtesy_asks_nothing() -> None:
    _, facts = _read(_QUOTED)
    assert not [one for one in facts.statements if "kabulünü" in one.text]


def test_quoted_words_that_a_letter_frames_are_one_and_its_signers() -> None:
    text = (
        "# Köprü\n\nDefterden:\n\n> Siirt, 3 Mart 1337\n>\n> Süvari Kumandanı Nazmi Bey'e\n>\n"
        "> Köprüyü bekleyiniz, size kırk er gönderdim. Atlara yüz lira ayrıldı.\n>\n> Kaymakam\n> Halil Tanış\n"
    )
    _, facts = _read(text, "a.md")
    assert [(str(one.form), one.speaker) for one in facts.quotations] == [("letter", "Halil Tanış")]
    assert {one.attributed_to for one in facts.statements} == {"Halil Tanış"}


def test_the_place_of_a_letters_day_did_not_write_it() -> None:
    letter = "<p>Sinop, 4 Mart 1921</p><p>Hilâl-i Ahmer Reisliğine</p><p>Otuz çadırın gönderilmesini rica ederiz.</p>"
    said = (
        "<p>Dosyada bir mektup vardır; kâğıdı sarı, mürekkebi soluktur ve okunması zordur, ama tamamı elimizdedir.</p>"
    )
    quoted = f"<blockquote>{letter}<p>Belediye Reisi<br>Nuri</p></blockquote>"
    page = read_page(f"<html><body><h1>Sinop dosyası</h1>{said}{quoted}</body></html>".encode(), path="a.html")
    facts = find_facts(page, fast=True)
    assert [one.speaker for one in facts.quotations] == ["Nuri"]
