"""Credits behind quoted words, labels beside them and subjects no list has: the words are theirs, and not Atatürk's."""

from __future__ import annotations

import pytest

from tanik.core.span import Span
from tanik.facts.model import Quotation
from tanik.facts.quotations.credits import credited
from tanik.facts.read import read as read_facts
from tanik.page.read import read

_WORDS = "Rıhtımın taşını kendi elimizle dizdik, gemileri bekledik."
_BEFORE = "Atatürk o yıl kasabaya geldi. Mustafa Kemal Paşa iki gün kaldı ve halkla konuştu, sonra yola çıktı."
# (credit behind the words, who is named)
_CREDITS = (
    ("(Hacı Salih Efendi'nin nutkundan, Ahenk gazetesi, 3 Mart 1926)", "Hacı Salih Efendi"),
    ("(Hamdi Kaptan'ın konuşmasından)", "Hamdi Kaptan"),
    ("(Vali Nazif Bey'in mektubundan, 1921)", "Nazif Bey"),
    ("(Aktaran: Cevdet Yıldırım)", "Cevdet Yıldırım"),
    ("[Nakleden: Halil Tunalı]", "Halil Tunalı"),
    ("(Salih Tunalı, Kış Defteri, İstanbul 1953, s. 40)", "Salih Tunalı"),
    ("Kaynak: Salih Tunalı, Kış Defteri, s. 40", "Salih Tunalı"),
    ("Söyleyen: Nuri Reis", "Nuri Reis"),
    ("— Nuri Saraç, Tuz Yolu, s. 12", "Nuri Saraç"),
    ("(Halide Edip Adıvar)", "Halide Edip Adıvar"),
)
_NO_CREDITS = (
    "(Alkışlar)",
    "(Şiddetli ve sürekli alkışlar)",
    "(o yıl hiç gemi gelmedi)",
    "(bravo sesleri)",
    "(1926)",
    "(bkz. aşağıda)",
    "(Soldan gülüşmeler)",
    "Sonra gemiler geldi.",
    "(yani eski iskelede)",
    "(!)",
)
_SUBJECTS = (
    ("Kipling ise halkına şöyle sesleniyor:", "Kipling"),
    ("Yıllar önce Cervantes bir oyununda okura şöyle sesleniyordu:", "Cervantes"),
    ("Zübeyr Katırcıoğlu şöyle anlatıyor:", "Zübeyr Katırcıoğlu"),
    ("Bir başka yerde Mallarmé şöyle der:", "Mallarmé"),
    ("Goethe bu konuda der ki:", "Goethe"),
    ("Tagor, dostlarına şöyle yazıyor:", "Tagor"),
    ("Konfüçyüs de öğrencilerine şöyle dedi:", "Konfüçyüs"),
    ("Yine o yıllarda Strindberg şunu söyledi:", "Strindberg"),
    ("Kavafis, şehre bakıp şöyle dedi:", "Kavafis"),
    ("Kitabın sonunda Zweig şöyle diyor:", "Zweig"),
)
_NO_SUBJECTS = (
    "Sonra kürsüye çıktı ve şöyle dedi:",
    "Ertesi sabah halka şöyle seslendi:",
    "Ayrıca şunları söyledi:",
    "Nihayet söz aldı ve şöyle dedi:",
    "Yorgun bir sesle şöyle dedi:",
    "Bunun üzerine şöyle cevap verdi:",
    "Gülerek şöyle dedi:",
    "Meydanda halka şöyle seslendi:",
    "Akşamüstü dönüp şöyle dedi:",
    "Kısaca şöyle dedi:",
)


def _quoted(text: str, path: str = "sayfa.txt") -> tuple[Quotation, ...]:
    return read_facts(read(text.encode(), path=path), fast=True).quotations


@pytest.mark.parametrize(("credit", "speaker"), _CREDITS)
@pytest.mark.parametrize("path", ["sayfa.html", "sayfa.md", "sayfa.txt"])
def test_a_block_is_theirs_whom_its_credit_names(credit: str, speaker: str, path: str) -> None:
    html = f"<html><body><article><h1>Liman</h1><p>{_BEFORE}</p><blockquote>{_WORDS} {credit}</blockquote></article>"
    (found,) = _quoted(html if path.endswith("html") else f"Liman\n\n{_BEFORE}\n\n> {_WORDS} {credit}\n", path)
    assert (found.text, found.speaker) == (_WORDS, speaker)


@pytest.mark.parametrize(("credit", "speaker"), [one for one in _CREDITS if not one[0].startswith("—")])
def test_marked_words_are_theirs_whom_the_credit_behind_them_names(credit: str, speaker: str) -> None:
    (found,) = _quoted(f"{_BEFORE}\n\n“{_WORDS}” {credit}\n\nKasaba o yıl çok yağmur gördü.")
    assert (found.text, found.speaker) == (_WORDS, speaker)


@pytest.mark.parametrize("words", _NO_CREDITS)
def test_what_names_nobody_is_no_credit(words: str) -> None:
    text = f"{_WORDS} {words}"
    assert credited(text, Span(0, len(text))) == Span(0, len(text))


def test_a_credit_brings_its_citation() -> None:
    (found,) = _quoted(f"{_BEFORE}\n\n> {_WORDS}\n> (Salih Tunalı, Kış Defteri, İstanbul 1953, s. 40)\n")
    assert found.citations == (0,)


def test_each_block_has_its_own_credit() -> None:
    found = _quoted(
        f"{_BEFORE}\n\n> {_WORDS} (Hamdi Kaptan'ın nutkundan)\n> Deniz o gün hiç susmadı. (Aktaran: Ali Tunç)\n"
    )
    assert [one.speaker for one in found] == ["Hamdi Kaptan", "Ali Tunç"]


@pytest.mark.parametrize(("lead", "speaker"), _SUBJECTS)
def test_a_subject_that_no_list_has_speaks(lead: str, speaker: str) -> None:
    (found,) = _quoted(f"Celal Bayar o yaz kasabada kaldı. {lead} “Denizi seven fırtınadan kaçmaz, unutmayın.”")
    assert found.speaker == speaker


@pytest.mark.parametrize("lead", _NO_SUBJECTS)
def test_a_word_that_opens_a_sentence_is_no_subject(lead: str) -> None:
    (found,) = _quoted(f"Celal Bayar o yaz kasabada kaldı. {lead} “Denizi seven fırtınadan kaçmaz, unutmayın.”")
    assert found.speaker == "Celal Bayar"


@pytest.mark.parametrize(
    ("clause", "speaker"),
    [
        ("ama Sabri Tunalı 1988'de “halk buna hazır değil” diyerek süreyi uzattı.", "Sabri Tunalı"),
        ("o yıl Nuri Reis limanda “gemi gelmez bu yıl” deyip gitti.", "Nuri Reis"),
        ("fakat Sabri Tunalı 3 Mart 1921'de kürsüde “yol açıktır artık” dedi.", "Sabri Tunalı"),
        ("ve Sabri Tunalı konuştuğunda “yol açıktır artık” denildi.", "Celal Bayar"),
    ],
)
def test_when_and_where_stand_between_a_subject_and_its_words(clause: str, speaker: str) -> None:
    (found,) = _quoted(f"Celal Bayar'ın mektubu o gün okunacaktı, {clause}")
    assert found.speaker == speaker


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Ali: “Yol uzun, dönelim.” Veli: “Dönersek geç kalırız.” Hasan: “Ben kalıyorum.”", ["Ali", "Veli", "Hasan"]),
        ("“Yol uzun, dönelim.” Nuri Reis, “Dönersek geç kalırız.” Halil Ağa", ["Nuri Reis", "Halil Ağa"]),
        ("“Yol uzun, dönelim.” (Nuri Reis) “Dönersek geç kalırız.” (Halil Ağa)", ["Nuri Reis", "Halil Ağa"]),
        ("nuri reis: “yol uzun, dönelim bence.”\nali rıza bey: “kalalım burada bence.”", ["Nuri Reis", "Ali Rıza Bey"]),
        ("fevzi çakmak: “asker yorgundur, uyusun.”\nnot: “bunu okumadan yazmayın.”", ["Fevzi Çakmak", None]),
    ],
)
def test_sayings_beside_each_other_have_their_own_labels(text: str, speakers: list[str | None]) -> None:
    assert [one.speaker for one in _quoted(text)] == speakers


def test_sayings_of_a_list_in_one_line_are_parted() -> None:
    found = _quoted(
        "Denizci sözleri\n\nYol uzun, hava soğuk, dönelim. (Nuri Reis) Dönersek geç kalırız, gidelim. (Halil Ağa)\n"
        "Tuz kalır, su akıp gider. (Salim Usta) Kürek yorar kolu, dil yorar başı. (Rıza Bey)"
    )
    assert [one.speaker for one in found] == ["Nuri Reis", "Halil Ağa", "Salim Usta", "Rıza Bey"]


@pytest.mark.parametrize("verb", ["hitab etti", "hitap etti", "hitap ediyordu"])
def test_who_addresses_is_heard(verb: str) -> None:
    (found,) = _quoted(
        f"Celal Bayar kürsüdeydi. Milletvekillerine şöyle {verb}: Yol uzun, hava soğuk, dönelim efendiler."
    )
    assert (found.text, found.speaker) == ("Yol uzun, hava soğuk, dönelim efendiler.", "Celal Bayar")


# Of two who say, the nearer one: (sentence before the words, who said them).
_TOLD_ON = (
    ("Rıza Bey, Nuri Paşa'nın şöyle dediğini yazar:", "Nuri Paşa"),
    ("Rıza Bey hatıratında Nuri Paşa'nın şöyle dediğini anlatır:", "Nuri Paşa"),
    ("Rıza Bey, Nuri Paşa'nın kendisine şu sözleri söylediğini aktarıyor:", "Nuri Paşa"),
    ("Ahenk gazetesi, Nuri Paşa'nın şunları söylediğini bildiriyor:", "Nuri Paşa"),
    ("Rıza Bey, valinin dün akşam halka şöyle seslendiğini anlatıyor:", "vali"),
    ("Rıza Bey, Nuri Paşa'nın geldiğini görünce şöyle der:", "Rıza Bey"),
    ("Rıza Bey, Nuri Paşa'nın gerçeği söylediğini yazar:", "Rıza Bey"),
    ("Rıza Bey, Nuri Paşa'nın evini sattığını şöyle anlatır:", "Rıza Bey"),
    ("Rıza Bey, Nuri Paşa'nın ölümünden sonra şöyle yazdı:", "Rıza Bey"),
    ("Rıza Bey şöyle yazar:", "Rıza Bey"),
)


@pytest.mark.parametrize(("before", "speaker"), _TOLD_ON)
def test_of_two_who_say_the_nearer_one_said_it(before: str, speaker: str) -> None:
    page = read(f"{before} “{_WORDS}”\n".encode(), path="a.txt")
    (quotation,) = read_facts(page, fast=True).quotations
    assert quotation.speaker == speaker


@pytest.mark.parametrize(
    ("label", "speaker"),
    [
        ("Valinin yeğeni Nuri Tunalı:", "Nuri Tunalı"),
        ("Belediyenin eski kâtibi Sabri Efendi:", "Sabri Efendi"),
        ("Nuri Tunalı:", "Nuri Tunalı"),
    ],
)
@pytest.mark.parametrize("credit", ["", " (Ahenk gazetesi, 3 Mart 1926)", " (M. Sarı, Tuz Yolu, s. 12)"])
def test_a_label_above_goes_before_where_the_words_stand(label: str, credit: str, speaker: str) -> None:
    text = f"{_BEFORE}\n\nO gün çok şey konuşuldu.\n\n{label}\n\n“{_WORDS}”{credit}\n\nSonra sustular."
    (found,) = _quoted(text)
    assert found.speaker == speaker


def test_a_label_that_nobody_knows_is_not_the_most_named_man() -> None:
    (found,) = _quoted(f"{_BEFORE}\n\nVAKKASOĞLU:\n\n“{_WORDS}” (Son Kış, s. 143)")
    assert found.speaker is None
