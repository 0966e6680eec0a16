"""What pages that check viral sayings write: who is said to have spoken, who is not, and how the page stands to it."""

from __future__ import annotations

import pytest

from tanik.facts.model import Standing
from tanik.facts.read import read as read_facts
from tanik.page.read import read

ENGLISH = (
    ("“The road ends at the harbour” is often attributed to Captain Amos Hale.", "Amos Hale", Standing.ALLEGED),
    ("Amos Hale supposedly said, “The road ends at the harbour.”", "Amos Hale", Standing.ALLEGED),
    ("Amos Hale is said to have told his crew, “The road ends at the harbour.”", "Amos Hale", Standing.ALLEGED),
    ("A quote attributed to Amos Hale reads: “The road ends at the harbour.”", "Amos Hale", Standing.ALLEGED),
    ("According to several authors, Amos Hale said, “The road ends at the harbour.”", "Amos Hale", Standing.ALLEGED),
    ("According to the log, Amos Hale said, “The road ends at the harbour.”", "Amos Hale", Standing.GIVEN),
    ("Amos Hale claims to have said, “The road ends at the harbour.”", "Amos Hale", Standing.ALLEGED),
    ("Amos Hale never said “The road ends at the harbour and so do we.”", "Amos Hale", Standing.DENIED),
    ("“The road ends at the harbour” is falsely attributed to Amos Hale.", "Amos Hale", Standing.DENIED),
    ("Amos Hale told the crew, “The road ends at the harbour.”", "Amos Hale", Standing.GIVEN),
    ("Amos Hale, who allegedly sold the boat, told them: “The road ends at the harbour.”", "Amos Hale", Standing.GIVEN),
    ("There is no evidence of a theft. Amos Hale said, “I was at home that night.”", "Amos Hale", Standing.GIVEN),
)


def _found(text: str) -> list[tuple[str, str | None, Standing]]:
    held = read_facts(read(text.encode(), path="a.txt"), fast=True).quotations
    return [(one.text, one.speaker, one.standing) for one in held]


@pytest.mark.parametrize(("sentence", "speaker", "standing"), ENGLISH)
def test_english_words_at_second_hand(sentence: str, speaker: str, standing: Standing) -> None:
    ((_, found, held),) = _found(sentence)
    assert (found or "").endswith(speaker)
    assert held == standing


def test_english_words_are_taken_up_by_the_sentence_below() -> None:
    text = (
        "“The road ends at the harbour, and so do we all in the end.”\n\n"
        "These well-known words are supposedly those of the old master, Amos Hale.\n\n"
        "The trouble is that there is no reliable evidence that he spoke the words at all."
    )
    ((_, speaker, held),) = _found(text)
    assert (speaker, held) == ("Amos Hale", Standing.DENIED)


DENIED = (
    "Refet Paşa'ya ait olduğu iddia edilen “Sular durulmadan geçilmez” sözü yine paylaşıldı. Söz konusu ifadenin "
    "kaynağı olarak gösterilen bir belgenin bulunmadığı görüldü.",
    "Refet Paşa'nın “Sular durulmadan geçilmez” dediği iddia ediliyor. Bu sözün hiçbir kaynakta izine rastlanmadı.",
    "“Sular durulmadan geçilmez” sözünün Refet Paşa'ya ait olduğuna dair bir iz bulunamıyor, yalnızca iddia ediliyor.",
    "Refet Paşa'nın Söylemediği Sözler\n\n“Sular durulmadan geçilmez” sözünü Refet Paşa söyledi sanılır.",
    "Sular durulmadan geçilmez” sözünün Refet Paşa'ya ait olduğu iddiası asılsızdır.",
)
NOT_DENIED = (
    "Refet Paşa “Sular durulmadan geçilmez” dedi. Bu sözün kaydı tutanaktadır.",
    "Refet Paşa'nın Söylediği Sözler\n\n“Sular durulmadan geçilmez” sözünü Refet Paşa söyledi.",
    "Refet Paşa “Sular durulmadan geçilmez” dedi. Köyde ekmek ve un bulunmadığı görüldü.",
    "Refet Paşa “Hakkımda hiçbir belge yok” dedi.",
    "Nuri Paşa'nın Söylemediği Sözler\n\nRefet Paşa “Sular durulmadan geçilmez” dedi.",
)


@pytest.mark.parametrize("text", DENIED)
def test_what_was_looked_for_and_not_found_is_denied(text: str) -> None:
    ((_, speaker, held),) = _found(text)
    assert (speaker, held) == ("Refet Bele", Standing.DENIED)


@pytest.mark.parametrize("text", NOT_DENIED)
def test_other_negations_deny_no_saying(text: str) -> None:
    ((_, speaker, held),) = _found(text)
    assert (speaker, held) == ("Refet Bele", Standing.GIVEN)


@pytest.mark.parametrize(
    ("title", "held"),
    [
        ("Refet Paşa'nın söylediği söz gerçek mi?", Standing.ALLEGED),
        ("“Sular” sözü Refet Paşa'ya mı ait?", Standing.ALLEGED),
        ("Refet Paşa köye geldi mi?", Standing.GIVEN),
        ("Nuri Paşa'nın söylediği söz gerçek mi?", Standing.GIVEN),
        ("Refet Paşa'nın sözleri", Standing.GIVEN),
    ],
)
def test_a_heading_that_asks_makes_a_claim(title: str, held: Standing) -> None:
    text = f"<h1>{title}</h1><p>Refet Paşa “Sular durulmadan geçilmez” dedi.</p>"
    found = read_facts(read(text.encode(), path="a.html"), fast=True).quotations
    assert [one.standing for one in found if one.speaker] == [held]


NOBODYS = (
    "Refet Paşa köye geldi. Altına “Yol yapıldı, köprü nerede” şeklinde yorumlar yapıldı.",
    "Refet Paşa köye geldi. Altına “Yol nerede kaldı”, “Köprü nerede kaldı” gibi mesajlar yazıldı.",
    "Refet Paşa anlatılıyor. “Yol kapalıydı, dönemedik o gece” diye yazmıştım.",
    "Refet Paşa köydeydi. “Köyü sattın, yolu kapattın” diye yapılan eleştiriler sürdü.",
    "Refet Paşa geldi. Yıllardır “bana ne, sana ne” anlayışından kurtulamadık.",
)
STILL = (
    "Refet Paşa “Yol yapıldı, köprü nerede” şeklinde yorum yaptı.",
    "Refet Paşa “Yol kapalıydı, dönemedik o gece” diye yazmıştı.",
    "Refet Paşa “Köyü sattın, yolu kapattın” diye eleştirdi.",
    "Refet Paşa'nın “bana ne, sana ne” anlayışı sürdü.",
    "“Yol kapalıydı, dönemedik o gece” diyen Refet Paşa güldü.",
)


@pytest.mark.parametrize("text", NOBODYS)
def test_a_passive_and_the_writer_give_words_to_nobody(text: str) -> None:
    assert {speaker for _, speaker, _ in _found(text)} == {None}


@pytest.mark.parametrize("text", STILL)
def test_an_active_verb_keeps_its_subject(text: str) -> None:
    assert [speaker for _, speaker, _ in _found(text)] == ["Refet Bele"]


def test_quoted_paragraphs_below_an_announcement_are_one_persons() -> None:
    said = "“Yol uzun, yük ağır.”\n\n“Su akar, taş kalır.”\n\n“Gece biter, iş bitmez.”"
    text = f"Refet Paşa şöyle derdi:\n\n{said}\n\nSonra sustu."
    assert [speaker for _, speaker, _ in _found(text)] == ["Refet Bele"] * 3


def test_a_paragraph_between_ends_what_was_announced() -> None:
    said = "“Yol uzun, yük ağır.”\n\nKöyde bir çeşme vardı.\n\n“Su akar, taş kalır.”"
    text = f"Refet Paşa şöyle derdi:\n\n{said}\n\nSonra sustu."
    assert [speaker for _, speaker, _ in _found(text)] == ["Refet Bele", None]


def test_a_name_with_its_office_below_goes_before_a_heading() -> None:
    text = (
        "REFET PAŞA BÖYLE DERDİ\n\n“Refet köyümüzün en doğru sözlü adamıydı, herkes severdi.”\n\n"
        "Teyfun Korkmazlı (Liman idaresinin eski müdürü)\n\nKöy o yıl dondu."
    )
    assert [speaker for _, speaker, _ in _found(text)] == ["Teyfun Korkmazlı"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Refet Paşa usulca eğildi: -Yol kapandı, köprü yok, dedi.", "Yol kapandı, köprü yok"),
        ("Refet Paşa eğilip seslendi: – Yol kapandı artık! dedi.", "Yol kapandı artık"),
        ("Refet Paşa şöyle dedi: -Yol kapandı artık bize.", "Yol kapandı artık bize."),
    ],
)
def test_talk_inside_a_line_has_no_dash(text: str, words: str) -> None:
    assert [(found, speaker) for found, speaker, _ in _found(text)] == [(words, "Refet Bele")]


def test_a_range_of_years_is_no_talk() -> None:
    assert _found("Üç dönem sayılır: 1908 - 1914, 1914 - 1918 ve sonrası, dedikodular bitmez.") == []


def test_whoever_was_asked_answers_in_the_next_sentence() -> None:
    text = (
        "Kâzım Karabekir'i herkes tanır. Bu soruyu eski mebus Teyfun Bey'e, evinde sordum. Bana dedi ki:\n"
        "“O kitabı anlatan ÇAĞRI'dan başkasını istemediler. Yolu kapattılar.”\nBiz de çıktık."
    )
    ((words, speaker, _),) = _found(text)
    assert (words, speaker) == ("O kitabı anlatan ÇAĞRI'dan başkasını istemediler. Yolu kapattılar.", "Teyfun Bey")


def test_a_question_with_its_asker_is_a_quotation() -> None:
    text = "Refet Paşa'nın, “Yolu açmak niyetinde misiniz” sorusunu Nuri Reis, “Yarın sabah açıyoruz” diye yanıtladı."
    assert [speaker for _, speaker, _ in _found(text)] == ["Refet Bele", "Nuri Reis"]
    assert _found("Köyde yıllarca “yolu açmak niyetinde misiniz” sorusu konuşuldu.") == []


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Teyfun Korkmaz, Refet Paşa'nın haklı olduğunu belirterek, “Yol açık, köprü sağlam” dedi.", "Teyfun Korkmaz"),
        (
            "Teyfun Korkmaz konuşmada Refet Paşa'nın geleceğini söyleyip “Yol açık, köprü sağlam” dedi.",
            "Teyfun Korkmaz",
        ),
        ("Teyfun Korkmaz, Refet Paşa'nın gitmesini isteyerek “Yol açık, köprü sağlam” diye konuştu.", "Teyfun Korkmaz"),
        ("Teyfun Korkmaz, Refet Paşa'nın “Yol açık, köprü sağlam” dediğini yazar.", "Refet Bele"),
        ("Refet Paşa'nın mektubunda “Yol açık, köprü sağlam” yazıyor.", "Refet Bele"),
    ],
)
def test_the_subject_of_a_clause_made_a_noun_is_no_sayer(sentence: str, speaker: str) -> None:
    assert [found for _, found, _ in _found(f"Teyfun Korkmaz köye geldi. {sentence}")] == [speaker]


def test_a_surname_that_is_a_noun_opens_the_sentence_with_a_comma() -> None:
    lead = "Köyün muhtarı Erkek, Refet Paşa'yı andığını belirtti. Erkek, şunları ifade etti:"
    text = f"{lead}\n\n“Onu her gün yaşatıyoruz biz.”"
    assert [speaker for _, speaker, _ in _found(text)] == ["Erkek"]


@pytest.mark.parametrize(
    ("sentence", "speaker", "standing"),
    [
        (
            "“Kış biter, kar erir” sözünün Teyfun Korkmaz'a ait olduğu iddiası yanlış.",
            "Teyfun Korkmaz",
            Standing.DENIED,
        ),
        (
            "“Kış biter, kar erir” sözünün Teyfun Korkmaz'a ait olduğuna dair kanıt yok.",
            "Teyfun Korkmaz",
            Standing.DENIED,
        ),
        ("“Kış biter, kar erir” sözü Refet Paşa'ya ait.", "Refet Bele", Standing.GIVEN),
        ("“Kış biter, kar erir” ifadesi Refet Paşa'ya ait değildir.", "Refet Bele", Standing.DENIED),
    ],
)
def test_of_whom_the_sentence_says_the_words_are_he_is_the_speaker(
    sentence: str, speaker: str, standing: Standing
) -> None:
    text = f"Nuri Paşa'nın “Sular durulmadan geçilmez” sözü bilinir. {sentence}"
    *_, (_, found, held) = _found(text)
    assert (found, held) == (speaker, standing)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("CHP Rize Milletvekili Şeref Aykut'un kitabını okudum: “Yol bizim, köprü bizim” diyordu.", "Şeref Aykut"),
        ("CHP'li Şeref Aykut “Bu sözler tutanaklarda yer almıyor” dedi.", "Şeref Aykut"),
        ("CHP'li Özel, toplantıyla ilgili “Bu sözler tutanaklarda yer almıyor” dedi.", None),
        ("CHP “Bu sözler tutanaklarda yer almıyor” dedi.", "Cumhuriyet Halk Fırkası"),
        ("CHP'den yapılan açıklamada “Bu sözler tutanaklarda yer almıyor” dendi.", "Cumhuriyet Halk Fırkası"),
    ],
)
def test_a_member_is_not_his_party(text: str, speaker: str | None) -> None:
    assert [found for _, found, _ in _found(text)] == [speaker]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Sözü paylaşan hesaplardan biri, kaynağı sorulunca “dedemden böyle duydum” diye yanıt verdi.", None),
        ("Sözü paylaşanların çoğu “kitapta böyle okudum” diyor.", None),
        ("Okurlardan birisi ise sonunda “ben buna inanmam” diye yazdı.", None),
        ("Görselin altında imza yok; yalnız “1926, bir devlet adamı” yazıyor.", None),
        ("Görselin altında yalnızca “1926, bir devlet adamı” yazıyor.", None),
        ("Sonra elçiye “ben buna inanmam” dedi.", "Cemal Paşa"),
        ("Gelenlerden birine “ben buna inanmam” dedi.", "Cemal Paşa"),
    ],
)
def test_some_out_of_many_are_nobody_named_before(words: str, speaker: str | None) -> None:
    assert [found for _, found, _ in _found(f"Başlık\n\nCemal Paşa 1921'de Kâbil'deydi. {words}")] == [speaker]
