"""Which clauses are statements, and on whose word: without names, without verbs, as papers and people hand them on."""

from __future__ import annotations

import pytest

from tanik.facts.model import Facts
from tanik.facts.read import read as read_facts
from tanik.facts.statements.lexis.verbs import find_predicates
from tanik.facts.statements.lexis.words import plain_word
from tanik.page.read import read as read_page

_OPENING = "Bu eski bir hikâyedir, anlatalım."


def _read(text: str) -> Facts:
    page = read_page(f"Değirmenin hikâyesi\n\n{_OPENING} {text}\n".encode(), path="a.txt")
    return read_facts(page)


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Şirketin müdürünü işçiler kovdu.", "dismiss"),
        ("Vali yanıt bile vermedi.", "refuse"),
        ("İnşaat 1914 Ağustosunda yağmur nedeniyle durduruldu.", "order"),
        ("Birlikler 21 Haziran 1921'de çekildi.", "move"),
        ("Müdürün yerine Selim Sırrı Bey getirildi.", "appoint"),
        ("Rıza Bey 8 Kasım 1921'de bağa gidiyorum diye Konya'dan ayrıldı.", "move"),
        ("Selim Sırrı Bey 3 Mayıs 1921'de Konya'ya geldi. Rıza Bey o gün orada yoktu.", "move"),
        ("Belediyenin verdikleri:\n\n40 çuval un ve 3 ton tuz.", None),
    ],
)
def test_what_is_a_statement(text: str, action: str | None) -> None:
    made = _read(text).statements
    assert (made[-1].action if made else None) == action


@pytest.mark.parametrize(
    "text",
    [
        "Konya sonucu görmek istiyordu.",
        "Un parasının altınla mı gümüşle mi ödeneceği Konya'da konuşuldu.",
        "Kimi tanık istiyor, kimi tutanak istiyor.",
        "Köprünün günü bazı yapraklarda 3 Kasım 1911 diye yanlış verilmiştir.",
        "Bunu bana 1950'de torunu da söyledi.",
    ],
)
def test_what_is_none(text: str) -> None:
    assert not [one for one in _read(text).statements if one.action in ("request", "transfer", "say")]


def test_a_list_that_a_colon_announces_is_told_thing_by_thing() -> None:
    facts = _read("Depoya bırakılanları dedemin defterinden aktarıyorum: 40 çuval un, 12 sandık ilaç ve 3 ton tuz.")
    made = [one for one in facts.statements if one.rule == "statement-figure"]
    assert [facts.amounts[one.amounts[0]].value for one in made] == [40, 12, 3]
    assert {(one.action, one.attributed_to) for one in made} == {("transfer", "dedenin defteri")}


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        ("Tuz Cemiyeti cetvelinde o sevkiyat 40 çuval, 12 sandık görünüyor.", "cetvel"),
        ("Amiralin günlüğünde suyun Konya'dan getirildiği kayıtlı.", "günlüğ"),
        ("Albay Rıza Bey 40 erin kaybını yazar.", "Rıza Bey"),
        ("Rıza Bey, zafer sebebiyle çektiği telgrafta Konya'nın 40 çuval un gönderdiğini bildiriyordu.", "Rıza Bey"),
        ("Vali Konya'ya altı sandık gümüş göndermiş. Rıza Bey bunu halasından dinlemiş.", "Rıza Bey"),
        ("Konya'nın 1935'te un verdiği ileri sürülüyor. Paylaşımlarda başka yıllar da var.", "sosyal medya"),
        ("Selim Sırrı Bey'e göre köprü 1930'da açıldı. Taşın Konya'dan gönderildiğini de ekliyor.", "Selim Sırrı"),
    ],
)
def test_on_whose_word(text: str, authority: str) -> None:
    facts = _read(text)
    assert authority in (facts.statements[-1].attributed_to or ""), facts.statements


def test_a_source_is_no_part_of_what_it_says() -> None:
    facts = _read("Elçi Rıza Bey'in yazdığına göre vali 1921'de Konya'ya un gönderdi.")
    assert facts.statements[-1].text.startswith("vali")


def test_what_someone_is_quoted_to_deny_is_told_of_the_thing() -> None:
    facts = _read("Tarihçi Rıza Bey kesin konuşuyor: “Ali Bey Konya'da hiç böyle bir demeç vermedi.”")
    denied = [one for one in facts.statements if one.polarity == "denied"]
    assert [(one.action, one.attributed_to) for one in denied] == [("say", facts.quotations[0].speaker)]


def test_a_participle_is_not_rejected_with_its_sentence() -> None:
    facts = _read("13 Mayıs 1921'de imzalanan senedin Konya'dan gönderildiği doğru değildir.")
    assert [one.polarity for one in facts.statements if one.action == "sign"] == ["affirmed"]


def test_died_and_became_are_two_verbs_in_cyrillic() -> None:
    found = [find_predicates([plain_word("о"), plain_word(word)], "az", plain=True) for word in ("өлдү", "олду")]
    actions = [{row.action for one in each for row in one.rows} for each in found]
    assert "die" in actions[0]
    assert "die" not in actions[1]


@pytest.mark.parametrize(
    ("text", "action", "polarity"),
    [
        ("Konya'ya 3 Mayıs 1921'de altı sandık gümüş irsal olundu.", "transfer", "affirmed"),
        ("Selim Sırrı Bey 3 Mayıs 1921'de bir köprü inşa ettirdi.", "found", "affirmed"),
        ("Üretim 1921'de on iki bin çuvaldan otuz bin çuvala çıktı.", None, "affirmed"),
        ("İnşaata 1921'de 800 lira gitti.", "use", "affirmed"),
        ("Rıza Bey 3 Mayıs 1921'de Fizan'a nefyedildi.", "move", "affirmed"),
        ("Müdür kovuldu.", "dismiss", "affirmed"),
        ("On iki mektubun hiçbirinde 3 Mayıs 1921 tarihi zikrettirilmemişti.", None, "denied"),
        ("Depo 3 Mayıs 1921'de yakıldı.", "attack", "affirmed"),
        ("Selim Sırrı Bey 1921'de encümen azalığına getirildi.", "appoint", "affirmed"),
    ],
)
def test_senses_that_the_clause_decides(text: str, action: str | None, polarity: str) -> None:
    made = _read(text).statements
    assert [(one.action, one.polarity.value) for one in made] == [(action, polarity)]


def test_a_flag_that_is_hoisted_goes_nowhere() -> None:
    assert "move" not in {one.action for one in _read("Kaleye 3 Mayıs 1921'de bayrak çekildi.").statements}


def test_a_light_verb_without_a_known_noun_ends_its_clause() -> None:
    made = _read("Vali 1921'de olayı hasıraltı etti, Rıza Bey ertesi yıl Konya'ya tayin oldu.").statements
    assert made[-1].action == "appoint"
    assert made[-1].text.startswith("Rıza Bey")


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        ("Köprünün 1921'de yıkıldığı ileri sürülür.", None),
        ("Selim Sırrı Bey, Konya'ya verdiği raporda Rıza Bey'in 40 çuval un gönderdiğini yazdı.", "Selim Sırrı Bey"),
        ("Köprü 1921'de yıkıldı diyenler de var.", "başkaları"),
        ("Köprü 1921'de yıkıldı diyen gazeteler yanılıyor.", "gazete"),
    ],
)
def test_who_says_so(text: str, authority: str | None) -> None:
    facts = _read(text)
    assert [one.attributed_to for one in facts.statements][:1] == [authority], facts.statements


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Setleri mimar Selim Sırrı Bey tasarladı.", None),
        ("Toplam borç 8 milyon liraya indi.", None),
        ("Köylüler altınları Konya'ya gönderdiler.", "transfer"),
        ("Vali Konya'dan 600 altın istiyor.", "request"),
        ("Bu hikâyeyi ilk kez 1967'de Selim Sırrı Bey anlattı.", "say"),
        ("Rıza Bey 1921'de orada okuduğunu kabul etti.", "say"),
        ("Rıza Bey 3 Mayıs 1921'de köyde değildi.", "move"),
        ("Selim Sırrı Bey neredeyse her gün Ali Rıza Bey'e mektup yazdı.", "write"),
    ],
)
def test_more_that_can_be_looked_up(text: str, action: str | None) -> None:
    made = _read(text).statements
    assert made, text
    assert made[-1].action == action


@pytest.mark.parametrize(
    "text",
    [
        "Sorun bakalım Maraş'ta yirmi gün kim savaştı.",
        "Bunu gazeteye defalarca yazdım.",
        "Belediye köye 40 çuval un vermeliydi.",
        "Köprü üstüne hikâyeyi Selim Sırrı Bey anlattı.",
    ],
)
def test_what_cannot_be_looked_up(text: str) -> None:
    assert not _read(text).statements


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Valinin 1921'de Konya'ya un sattığı ileri sürülüyor. İddia doğru değil.", "denied"),
        ("Valinin 1921'de Konya'ya un sattığı ileri sürülüyor. Bu söylenti asılsızdır.", "denied"),
        ("Valinin 1921'de Konya'ya un sattığı ileri sürülüyor. İddia yeni değil.", "affirmed"),
        ("Vali 1921'de Konya'ya un sattı. İddia doğru değil.", "affirmed"),
    ],
)
def test_a_claim_that_the_next_sentence_rejects(text: str, polarity: str) -> None:
    assert [one.polarity.value for one in _read(text).statements] == [polarity]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Rıza Bey 1921'de Konya'yı sattı diye bir şey yok.", ["denied"]),
        ("Rıza Bey 1921'de Konya'yı sattı diye bir olay yoktur.", ["denied"]),
        ("Vali 1921'de öldü mü öldürüldü mü belli değil.", []),
        ("Vali 1921'de öldü diye oğlu Konya'ya geldi.", ["affirmed"]),
    ],
)
def test_what_is_said_not_to_be_and_what_is_weighed(text: str, polarity: list[str]) -> None:
    assert [one.polarity.value for one in _read(text).statements] == polarity


def test_two_sources_of_one_sentence_are_kept_apart() -> None:
    facts = _read("Müfettişe göre 3 Mayıs 1921'de 31 kişi öldü; Konya'da ise 54 kişi öldü.")
    assert [one.attributed_to for one in facts.statements] == ["Müfettiş", None]


def test_what_follows_ki_is_on_the_word_of_whoever_says_it() -> None:
    facts = _read("Selim Sırrı Bey diyor ki köprü 1921'de yıkıldı.")
    assert facts.statements[-1].attributed_to == "Selim Sırrı Bey"


def test_presents_of_azerbaijani_and_iron() -> None:
    def verbs(text: str, language: str) -> list[tuple[str, bool]]:
        found = find_predicates([plain_word(word) for word in text.split()], language)
        return [(one.rows[0].verb, one.negated) for one in found if one.rows]

    assert verbs("nazir bunu deyir", "az") == [("de", False)]
    assert verbs("nazir bunu demir", "az") == [("de", True)]
    assert verbs("köhnə dəmir", "az") == []
    assert verbs("eski demir", "tr") == []


@pytest.mark.parametrize(
    ("text", "part", "authority"),
    [
        ("Emin Sarper told us that Percy Harcombe bought the clock in 1919.", "bought", "Emin Sarper"),
        ("Emin Sarper told the story in May 1919. Percy Harcombe bought the clock in 1921.", "bought", None),
    ],
)
def test_what_someone_was_told_is_on_the_word_of_the_teller(text: str, part: str, authority: str | None) -> None:
    page = read_page(f"The clock\n\n{text}\n".encode(), path="a.txt")
    made = [one for one in read_facts(page).statements if part in one.text]
    assert [one.attributed_to for one in made] == [authority]


def test_what_is_denied_to_exist_begins_behind_those_who_say_otherwise() -> None:
    made = _read("Köprü 1921'de yakıldı diyenlerin elinde tek bir mektup yok.").statements
    assert [(one.polarity.value, one.text.split()[0]) for one in made][-1] == ("denied", "elinde")


def test_who_gave_is_counted_and_not_given() -> None:
    facts = _read("41 aile 3 Mayıs 1921'de 1.260 lira verdi.")
    assert [[facts.amounts[index].value for index in one.amounts] for one in facts.statements] == [[41, 1260]]


def test_the_ends_of_one_change_are_one_statement() -> None:
    facts = _read("İşçiler 3 Mayıs 1921'de gündeliğin 80 kuruştan 120 kuruşa yükseltilmesini istedi.")
    assert [one.action for one in facts.statements] == ["request"]


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        ("Belediye defteri köprünün 1921'de yıkıldığını gösteriyor.", "Belediye defteri"),
        ("Aynı metin paylaşılıyor: Rıza Bey 1927'de piyanosunu satmış.", "metin"),
        ("Rıza Bey bunu reddeder: onun sözlerine göre köprü 1921'de yıkıldı.", "Rıza Bey"),
        ("Tarihçi Ali Bey, Rıza Bey'in köprünün 1921'de yıkıldığını söylediğini yazar.", "Rıza Bey"),
    ],
)
def test_papers_that_show_and_texts_that_go_round(text: str, authority: str) -> None:
    assert _read(text).statements[-1].attributed_to == authority


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("The governor ordered an inquiry.", ["order"]),
        ("The price caused an outcry.", []),
        ("Fishermen saved 31 passengers in May 1908.", ["liberate"]),
    ],
)
def test_posts_and_people_in_english(text: str, actions: list[str]) -> None:
    page = read_page(f"The ferry\n\nThis is an old story, and we shall tell it. {text}\n".encode(), path="a.txt")
    assert [one.action for one in read_facts(page).statements] == actions


@pytest.mark.parametrize(
    "text",
    [
        "Bizim aile üç öküz vermiş.",
        "Taşını iki manda ile götürmüşler.",
        "Köye kırk çuval un gelmiş.",
        "Evin damına iki yüz kiremit konmuş.",
        "Düğüne sekiz koyun kesmişler, otuz ekmek dağıtmışlar.",
    ],
)
def test_hearsay_without_who_and_when_leads_nowhere(text: str) -> None:
    assert not _read(text).statements


@pytest.mark.parametrize(
    "text",
    [
        "Vali üç öküz vermiş.",
        "Konya'ya kırk çuval un gelmiş.",
        "1921'de köye kırk çuval un gelmiş.",
        "Rıza Bey köye kırk çuval un vermiş.",
        "Ambar defterine göre köye kırk çuval un gelmiş.",
        "Köye kırk çuval un geldi.",
    ],
)
def test_hearsay_with_who_or_when_or_a_paper_can_be_looked_up(text: str) -> None:
    assert _read(text).statements
