"""Phrases of Azerbaijani pages that describe, join or close others: whose they are, and whose they are not."""

from __future__ import annotations

import pytest

from tanik.facts.read import read as find_facts
from tanik.page.read import read


def _told(text: str, words: str) -> dict[str, str]:
    page = read(f"Köhnə günlər\n\n{text}\n".encode(), path="a.txt")
    one = next(one for one in find_facts(page).statements if one.text.endswith(words))
    return {place: role.name or role.text for place, role in one.firsts.items()} | {"when": one.when or ""}


@pytest.mark.parametrize(
    ("text", "words", "roles"),
    [
        # a man with his father's name is one man
        (
            "Səməd Kərim oğlu Vəliyev 1890-cı ildə Şuşada dulusçu ailəsində doğulmuşdur.",
            "doğulmuşdur",
            {"subject": "Semed Kerim Oğlu Veliyev"},
        ),
        (
            "Zəhra Rəhim qızı Quliyeva 1934-cü ildə Gəncədə vəfat edib.",
            "edib",
            {"subject": "Zehra Rehim Kızı Kuliyeva"},
        ),
        # a word that no dictionary has, a number and a town stand before what they belong to
        (
            "1931-ci ildə müdafiə xərclərinə 5 milyon rubl ayrıldı.",
            "ayrıldı",
            {"recipient": "savunma giderleri", "object": "5 milyon ruble"},
        ),
        (
            "Şairin adına göndərilən 45 saylı vəsiqə 1909-cu il mayın 2-də Rza bəyə çatmışdır.",
            "çatmışdır",
            {"subject": "45 saylı belge"},
        ),
        # what stands in marks is the title of what stands behind it
        (
            'Gəncədə "Tuti" jurnalının ilk sayı 7 aprel 1914-cü ildə nəşr olunmuşdur.',
            "olunmuşdur",
            {"object": "Tuti dergisinin ilk sayısı"},
        ),
        # "olan" closes what describes the noun behind it
        (
            "Şamaxı əsilli olan Rza bəy Vəlizadə 1906-cı ildə Bakıya köçmüşdür.",
            "köçmüşdür",
            {"subject": "Rza Bey Velizade", "recipient": "Bakü"},
        ),
        (
            "Parlamentin üzvü olan Əsəd bəy Quliyev 1919-cu ildə Tiflisə göndərildi.",
            "göndərildi",
            {"recipient": "Tiflis"},
        ),
        # "-dək" is until, and no part of an office
        (
            "Kərim bəy Rüstəmov 1920-ci ilədək Şuşa qəzasının rəisi olmuşdur.",
            "olmuşdur",
            {"object": "Şuşa qəzasının rəisi", "recipient": "Kerim Bey Rüstemov"},
        ),
        # the ending of a title is the case of whom it stands behind, "özü" is whoever it stands behind
        (
            "Babamın özü böyük qardaşı Əmiraslan bəylə 1930-cu ildə Türkiyəyə keçib.",
            "keçib",
            {"subject": "Babamın özü", "recipient": "Türkiye"},
        ),
        # whose parents, in the accusative
        ("Valideynlərimi isə 1937-ci ildə Sibirə sürgün ediblər.", "ediblər", {"recipient": "Sibirya"}),
        # with "-sız" nobody acts; "ikinci dəfə" nobody is given anything
        ("Bolşeviklər iki zabiti məhkəməsiz güllələyiblər.", "güllələyiblər", {"subject": "Bolşeviklər"}),
        # who gave the paper does not say what it says
        (
            "4 mart 1906-cı ildə hökumət tərəfindən Rza bəyə verilmiş vəsiqədə dükanın mayda açılması göstərilirdi.",
            "göstərilirdi",
            {"when": "1906-03-04"},
        ),
        ("Usta gündə 20 qəpiyə kömür daşıyırdı, 1912-ci ildə 6 qəpiyə çörək aldı.", "aldı", {"object": "ekmek"}),
        # a verb with a row of its own is the passive of another; by whom someone was chosen is not who was
        (
            "Rza bəy 1918-ci ildə sədr təyin edilmişdir. Bu məqsədlə sənədlər Parisə göndərilmişdir.",
            "göndərilmişdir",
            {"object": "belgeler", "recipient": "Paris"},
        ),
        (
            "Parlament tərəfindən 1918-ci ildə konfransa gedəcək nümayəndə heyəti seçilmişdir.",
            "seçilmişdir",
            {"subject": "parlamento", "recipient": "temsilci heyeti"},
        ),
        # "keçmiş" is a former one where nothing stands before it that was passed
        (
            "1936-cı ildə Bakıda bir qrup keçmiş zabit həbs edildi.",
            "edildi",
            {"object": "bir qrup keçmiş zabit"},
        ),
        ("Dəstə 1919-cu ildə Arazı keçmiş və Culfanı tutmuşdu.", "keçmiş", {"object": "Araz"}),
        # words in letters of Turkish that only Azerbaijani has stand in their case
        (
            "Həmin iclasda seymin müsəlman fraksiyası özünü Milli Şura elan etdi.",
            "etdi",
            {"subject": "seymin müsəlman fraksiyası", "place": "toplantı"},
        ),
        ("1918-ci ildə hadisələr kitabda göstərilmişdir.", "göstərilmişdir", {"object": "olaylar"}),
        # what stands behind a dash is the name of what stands before it
        ("Kamran 1921-ci ildə doğma rayonuna - Zaqatalaya köçüb.", "köçüb", {"recipient": "Zakatala"}),
        # whoever was born did nothing on that day that is told next
        (
            "Kamran Rüstəmov 1949-cu ildə Bakıda anadan olub. Ailəsi ilə birlikdə Zaqatalaya köçüb.",
            "köçüb",
            {"recipient": "Zakatala", "when": ""},
        ),
        # a people's name describes the noun behind it; "qardaşları" makes a surname a house
        ("Erməni zabiti 1918-ci ildə məktəbi bağladı.", "bağladı", {"subject": "Erməni zabiti", "object": "okul"}),
        ("Nobel qardaşları 1876-cı ildə Bakıda şirkət yaratdılar.", "yaratdılar", {"object": "şirket"}),
        # what several nouns before "olan" say of somebody is all his
        (
            "Alim, şair və müəllim olan Rza bəy 1919-cu ildə Gəncədə məktəb açdı.",
            "açdı",
            {"subject": "Rza Bey", "place": "Gence"},
        ),
        # behind an ablative "əlavə" and "başqa" are besides; "təkcə" parts two phrases
        ("Bundan əlavə, 1918-ci ildə qəzada on məscid dağıdıldı.", "dağıdıldı", {"object": "on cami"}),
        ("Bundan başqa 1918-ci ildə on məscid dağıdıldı.", "dağıdıldı", {"object": "on cami"}),
        ("Türklər təkcə Gəncədə 1918-ci ildə üç məktəb açdı.", "açdı", {"subject": "Türklər", "object": "üç okul"}),
        # a town owns those who are its several people; a plural's case is what its ending says
        (
            "Şaumyanın dəstələri Bakı sakinlərini qarət etdi.",
            "etdi",
            {"object": "Bakü sakinləri"},
        ),
        (
            "Vali açarları menşeviklərə 1919-cu ildə təhvil verdi.",
            "verdi",
            {"object": "anahtarlar", "recipient": "menşeviklər"},
        ),
        # until something else is done
        (
            "Müəllim pul tapana qədər 1919-cu ildə valinin köməyini istədi.",
            "istədi",
            {"subject": "öğretmen"},
        ),
        # whoever came with "-lə birgə" is company; behind initials and units a hyphen stands before the ending
        ("Kərim 1843-cü ildə Robertlə birgə Gəncədən gəldi.", "gəldi", {"companion": "Robert"}),
        ("Vali 1921-ci ildə 500 kq qızıl aldı. Bunun 200 kq-ı məktəbə verildi.", "verildi", {"recipient": "okul"}),
        # of two offices held by one neither is who held them
        (
            "Rza bəy 1930-cu ildə bankın müdiri və cəmiyyətin sədri olmuşdur.",
            "olmuşdur",
            {"recipient": "Rza Bey"},
        ),
        # "baş" is the first word of an office, a village stands behind its name, "komandan" in no case
        ("Baş nazir Rza bəy 1918-ci ildə Gəncəyə gəldi.", "gəldi", {"subject": "Rza Bey", "recipient": "Gence"}),
        ("Baş komandan Kərim bəy 1918-ci ildə Gəncəyə gəldi.", "gəldi", {"subject": "Kerim Bey"}),
        ("Rza bəy 1880-ci ildə Balaxanı kəndində məktəb açdı.", "açdı", {"subject": "Rza Bey", "object": "okul"}),
        ("1918-ci ildə Rza kəndi yandırdı.", "yandırdı", {"subject": "Rza", "object": "köy"}),
        ("Murtuza bəy 1880-ci ildə fəhləliyə başladı.", "başladı", {"subject": "Murtuza Bey"}),
        # who stands for another, and for whose good a thing is given
        (
            "Onu əvəz edən Kamran bəy 1920-ci ildə əmri ləğv etdi.",
            "etdi",
            {"subject": "Kamran Bey", "object": "emir"},
        ),
        ("Kərim xan 1806-cı ildə Şəki xanı təyin olunmuşdur.", "olunmuşdur", {"recipient": "Kerim Han"}),
        # a place in a title is none where something was
        (
            "Tarixçi Rza bəy “Bakı günləri” kitabında 1930-cu ildə bunu yazdı.",
            "yazdı",
            {"place": "“Bakı günləri” kitabı"},
        ),
        # what is left behind in a participle is not the doer's
        ("Bununla kifayətlənməyən Rza bəy 1918-ci ildə kəndi yandırdı.", "yandırdı", {"subject": "Rza Bey"}),
        ("Alay 1918-ci ildə üç məscidi atəşə tutdu.", "tutdu", {"subject": "alay", "object": "üç cami"}),
    ],
)
def test_what_describes_stands_with_what_it_describes(text: str, words: str, roles: dict[str, str]) -> None:
    told = _told(text, words)
    assert roles.items() <= told.items()


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("Şamaxı əsilli olan Rza bəy Vəlizadə 1906-cı ildə Bakıya köçmüşdür.", "köçmüşdür", "object"),
        ("Parlamentin üzvü olan Əsəd bəy Quliyev 1919-cu ildə Tiflisə göndərildi.", "göndərildi", "object"),
        ("Valideynlərimi isə 1937-ci ildə Sibirə sürgün ediblər.", "ediblər", "subject"),
        ("1938-ci ildə Kərimov ikinci dəfə orden ilə təltif olundu.", "olundu", "recipient"),
        ("Bu məqsədlə sənədlər 1919-cu ildə Parisə göndərilmişdir.", "göndərilmişdir", "means"),
        ("Bu məqsədlə sənədlər 1919-cu ildə Parisə göndərilmişdir.", "göndərilmişdir", "subject"),
        ("Kamran 1921-ci ildə doğma rayonuna - Zaqatalaya köçüb.", "köçüb", "way"),
        (
            "4 mart 1906-cı ildə hökumət tərəfindən Rza bəyə verilmiş vəsiqədə dükanın mayda açılması göstərilirdi.",
            "göstərilirdi",
            "subject",
        ),
        ("Ağır vəziyyət onu vadar etdiyindən 1911-ci ildə fabrikə kömür daşımışdır.", "daşımışdır", "subject"),
        ("Usta gündə 20 qəpiyə kömür daşıyırdı, 1912-ci ildə 6 qəpiyə çörək aldı.", "aldı", "source"),
        ("1930-cu ildə casusluqda təqsirli bilinərək həbs edildi.", "edildi", "object"),
        ("Yevlax tərəfdən gələn dəstələr 1920-ci ildə geri çəkildi.", "çəkildi", "object"),
        ("Rza bəy 1906-cı ildə məktəblərin xeyrinə pul verdi.", "verdi", "recipient"),
        ("Xeyr, 1918-ci ildə Tiflisdə öldürdülər.", "öldürdülər", "subject"),
        ("Zaqatala texnikumunu 1930-cu ildə təşkil edib.", "edib", "subject"),
        ("Rza bəy 1937-ci ildə on il müddətinə sürgünə göndərildi.", "göndərildi", "recipient"),
    ],
)
def test_what_the_grammar_does_not_say_stays_empty(text: str, words: str, place: str) -> None:
    assert place not in _told(text, words)


@pytest.mark.parametrize(
    ("text", "words", "roles"),
    [
        # a father alone before "oğlu", and a country that acts on what is its own or another's
        ("Kamran bəy oğlu Rzanı 1912-ci ildə Bakıya göndərdi.", "göndərdi", {"recipient": "Bakü"}),
        ("Almaniya 1941-ci ildə Sovet İttifaqına hücum etdi.", "etdi", {"subject": "Almanya"}),
        ("Türkiyə 1921-ci ildə müqaviləni imzaladı.", "imzaladı", {"subject": "Türkiye"}),
        # a capital speaks for its state, and nobody owns what a governor asked for
        ("Moskva razılığını 1921-ci ildə bildirdi.", "bildirdi", {"subject": "Moskova"}),
        # a man joined to another who holds an office acts himself
        ("Kamran bəy və vali olan Rza bəy 1919-cu ildə məktəb açdı.", "açdı", {"subject": "Kamran Bey"}),
        ("Ermənistan başqa kənddə 1919-cu ildə məktəb açdı.", "açdı", {"subject": "Ermenistan", "object": "okul"}),
        # in marks a company acts on what is not its own
        ('"Azneft" 1924-cü ildə ölkəyə 300 ton mazut verdi.', "verdi", {"recipient": "ülke", "subject": "Azneft"}),
        # a governor who has a cause
        (
            "Qubernator pulu bitdiyindən 1911-ci ildə bankdan kredit aldı.",
            "aldı",
            {"object": "kredi"},
        ),
        (
            "Hökumət tərəfindən, açılan məktəbə 1919-cu ildə 200 kitab göndərildi.",
            "göndərildi",
            {"object": "200 kitap"},
        ),
    ],
)
def test_other_phrases_stay_as_they_are(text: str, words: str, roles: dict[str, str]) -> None:
    told = _told(text, words)
    assert roles.items() <= told.items()


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        # in Azerbaijani "görə" is because of, too
        ("Rza bəy göstərdiyi şücaətlərinə görə 1904-cü ildə ordenlə təltif edilmişdir.", None),
        ("Üsyan miqyasının böyüklüyünə görə 1920-ci ildə qəzaya 300 əsgər göndərildi.", None),
        ("Yaxşı oxuduğuna görə 1911-ci ildə ona 7 manat təqaüd verilib.", None),
        ("Tarixçi Rza Quliyevin yazdığına görə, 1920-ci ildə 300 əsgər həlak olub.", "Rza Kuliyev"),
        ("Qəzetin məlumatına görə, 1920-ci ildə kəndə 300 əsgər göndərilib.", "Qəzetin məlumatı"),
        ("Arxiv sənədlərinə görə, 1920-ci ildə kənddə 300 əsgər həlak olub.", "Arxiv sənədləri"),
    ],
)
def test_a_ground_is_nobodys_word(text: str, authority: str | None) -> None:
    page = read(f"Köhnə günlər\n\n{text}\n".encode(), path="a.txt")
    assert find_facts(page).statements[-1].attributed_to == authority
