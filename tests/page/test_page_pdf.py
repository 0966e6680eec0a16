"""PDFs set by program: columns, running heads, notes, broken words, printed numbers, and what cannot be read."""

from __future__ import annotations

import zlib
from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from tanik.errors import EmptyPage, NotText, PageError, TooLarge
from tanik.facts.read import read as find_facts
from tanik.page.hyphens import Words, joint
from tanik.page.model import Page, SegmentKind
from tanik.page.pdf_text import _Pen
from tanik.page.read import read

from .paper import HEIGHT, WIDTH, pdf, set_columns, set_lines

LEFT = (
    "Değirmen deresi üstündeki köprünün ilk taşı 9 Mayıs 1336 sabahı konuldu; törene kaza halkı ile okul geldi.",
    "Ustabaşı Rıza, ayakların dokuz arşın derine indiğini, suyun iki kez yön değiştirdiğini deftere yazmıştır.",
    "Kışa doğru kereste bitti ve iş durdu; meclis 4 Teşrinisani 1336 tarihinde yeni bir ihale açılmasına karar verdi.",
)
RIGHT = (
    "İhaleyi alan müteahhit sözünü tutmadı, kerestenin yarısını teslim etti ve kasabadan ayrıldı.",
    "Bahar gelince köylüler imece ile çalıştı; her hane bir gün taş çekti, çekemeyen hane üç kuruş ödedi.",
    "Köprü ancak ertesi yılın Ekim ayında bitti, üstünden ilk geçen de bir un arabası oldu.",
)
WORDS = (
    ("Belediye defterine göre yol açma işi önce", "muhtarlara bırakılmıştı."),
    ("Hanın yanındaki çeşme ise hiç onarılmadı ve", "suyu kesildi."),
    ("Eski kervan yolu bu yüzden iki yıl boyunca", "boş kaldı."),
)


def _at(page: Page, words: str) -> int:
    return page.text.index(words)


def _leaf(page: Page, words: str) -> str | None:
    landmark = page.landmark_at(_at(page, words))
    assert landmark is not None
    return landmark.page


def _kind(page: Page, words: str) -> SegmentKind:
    segment = page.segment_at(_at(page, words))
    assert segment is not None
    return segment.kind


def _head(canvas: Canvas, number: int) -> None:
    canvas.setFont("Vera", 7)
    canvas.drawString(40, 570, "SU VE TAŞ DERGİSİ" if number % 2 else "Köprü Hatıraları")
    canvas.drawRightString(380, 570, str(number))


def _article(number: int) -> Page:
    """An article of six leaves that begins on the printed page `number`."""

    def leaf(place: int):  # type: ignore[no-untyped-def]
        def draw(canvas: Canvas) -> None:
            _head(canvas, number + place)
            top = 540.0
            if place == 0:
                canvas.setFont("VeraBd", 16)
                canvas.drawCentredString(WIDTH / 2, 530, "Dere Köprüsünün Defteri")
                canvas.setFont("Vera", 10)
                canvas.drawCentredString(WIDTH / 2, 508, "Selim Örnek")
                top = 475.0
            mark = "abcçde"[place]
            left = [f"{words} ({mark})" for words in LEFT]
            set_columns(canvas, (left, [f"{words} ({mark})" for words in RIGHT]), top)
            set_lines(canvas, (40, 60), [f"{place + 1} Köprü Defteri, Ankara 1921, s. {30 + 7 * place}."], 6.5)

        return draw

    return read(pdf([leaf(place) for place in range(6)]), path="makale.pdf")


def test_an_article_in_two_columns() -> None:
    page = _article(117)
    assert (page.title, page.authors, page.language) == ("Dere Köprüsünün Defteri", ("Selim Örnek",), "tr")
    assert page.source.media_type == "application/pdf"
    for place, mark in enumerate("abcçde"):
        order = [_at(page, f"{words} ({mark})") for words in (*LEFT, *RIGHT)]
        assert order == sorted(order)
        assert _leaf(page, f"{RIGHT[2]} ({mark})") == str(117 + place)
        assert _kind(page, f"{LEFT[1]} ({mark})") is SegmentKind.PARAGRAPH
        assert _kind(page, f"s. {30 + 7 * place}.") is SegmentKind.SOURCES
    assert _kind(page, "SU VE TAŞ DERGİSİ") is SegmentKind.BOILERPLATE
    assert _kind(page, "Köprü Hatıraları") is SegmentKind.BOILERPLATE
    plates = [part.span.of(page.text) for part in page.segments if part.kind is SegmentKind.BOILERPLATE]
    assert len(plates) == 6
    assert not [
        part for part in page.segments if part.kind is SegmentKind.PARAGRAPH and "Hatıraları" in part.span.of(page.text)
    ]


def test_a_rumi_date_is_found_with_its_printed_page() -> None:
    page = _article(211)
    found = [
        (date.edtf, page.landmark_at(date.span.start))
        for date in find_facts(page).dates
        if date.text.startswith("9 Mayıs")
    ]
    assert [(edtf, mark.page) for edtf, mark in found if mark] == [
        ("1920-05-09", str(211 + place)) for place in range(6)
    ]
    for _, mark in found:
        assert mark is not None
        assert mark.box is not None
        left, bottom, right, top = mark.box
        assert 0 < left < right < WIDTH / 2
        assert 0 < bottom < top < HEIGHT


def test_a_paragraph_runs_on_over_the_leaf_and_the_note_follows_it() -> None:
    def first(canvas: Canvas) -> None:
        set_lines(
            canvas,
            (40, 300),
            [
                "Kasabanın su yolu o yaz üç ayrı yerden kırıldı ve belediye her kırılan yer için",
                "ayrı bir usta tuttu; ustalardan ikisi işi yarım bırakıp gitti, üçüncüsü ise bütün",
            ],
        )
        set_lines(canvas, (40, 60), ["1 Su Yolu Defteri, s. 8."], 6.5)
        canvas.drawCentredString(WIDTH / 2, 20, "12")

    def second(canvas: Canvas) -> None:
        set_lines(canvas, (40, 540), ["kış boyunca tek başına çalıştı. Parası ancak baharda ödendi."])
        canvas.setFont("Vera", 6.5)
        canvas.drawCentredString(WIDTH / 2, 20, "13")

    page = read(pdf([first, second]))
    assert "üçüncüsü ise bütün kış boyunca tek başına" in page.text
    assert (_leaf(page, "üçüncüsü"), _leaf(page, "kış boyunca")) == ("12", "13")
    assert _at(page, "Su Yolu Defteri") > _at(page, "Parası ancak")
    assert _leaf(page, "Su Yolu Defteri") == "12"


def test_words_broken_over_lines_are_joined_and_counted() -> None:
    lines = [
        "Meclis o gün sabahtan akşama kadar görüştü ve sonun-",
        "da yolun açılmasına karar verdi; kararı Heyet-",
        "i İdare onayladı ve defter kasabadaki Ankara’",
        "nın eski tüccarlarından birine emanet edildi.",
    ]
    page = read(pdf([lambda canvas: set_lines(canvas, (40, 500), lines)]))
    assert "ve sonunda yolun" in page.text
    assert "kararı Heyet-i İdare onayladı" in page.text
    assert "Ankara’nın eski" in page.text
    assert [(repair.kind, repair.count) for repair in page.repairs] == [("hyphenation", 1)]
    for mark in page.landmarks:
        assert mark.span.of(page.text) in {"Meclis o gün sabahtan akşama kadar görüştü ve sonun", *lines[1:]}


@pytest.mark.parametrize(
    ("before", "after", "known", "joined"),
    [
        ("bir yıl bekle-", "diler ve", "", "bir yıl beklediler ve"),
        ("iki kara-", "kol vardı", "", "iki karakol vardı"),
        ("Kuva-", "yı Milliye", "", "Kuva-yı Milliye"),
        ("Düyun-", "ı Umumiye", "", "Düyun-ı Umumiye"),
        ("Hâkimiyet-", "i Milliye", "", "Hâkimiyet-i Milliye"),
        ("Türk-", "Yunan sınırı", "", "Türk-Yunan sınırı"),
        ("1914-", "1918 arası", "", "1914-1918 arası"),
        ("sosyo-", "ekonomik durum", "öteki sosyo-ekonomik yapı", "sosyo-ekonomik durum"),
        ("Anka-", "ra’ya gitti", "önce Ankara’dan çıktı", "Ankara’ya gitti"),
        ("İstanbul’", "dan gelen", "", "İstanbul’dan gelen"),
        ("1921’", "de öldü", "", "1921’de öldü"),
        ("ona ‘Kara Ali’", "derlerdi", "", "ona ‘Kara Ali’ derlerdi"),
        ("düz bir", "satır", "", "düz bir satır"),
        ("ANKA-", "RA VALİSİ", "", "ANKARA VALİSİ"),
        ("bir çizgi -", "sonra söz", "", "bir çizgi - sonra söz"),
        ("görülmek\u00ad", "tedir", "", "görülmektedir"),
    ],
)
def test_line_ends(before: str, after: str, known: str, joined: str) -> None:
    lost, between = joint(before, after, Words([known, before, after]))
    assert (before[:-lost] if lost else before) + between + after == joined


def test_a_block_quotation_is_set_in() -> None:
    def draw(canvas: Canvas) -> None:
        top = set_lines(
            canvas,
            (40, 540),
            [
                "Kaymakam defterin sonuna kendi eliyle bir not düşmüş ve köprünün bütün hikâyesini",
                "üç satırda anlatmıştır; not bugün de okunmaktadır ve altında kendi imzası vardır.",
            ],
        )
        top = set_lines(
            canvas,
            (75, top - 8),
            ["Bu köprü taş ile değil sabır ile yapılmıştır; üstünden", "geçen herkes ustalara bir dua borçludur."],
            8,
        )
        set_lines(
            canvas,
            (40, top - 8),
            ["Notun tarihi yoktur; yazının rengi ise defterin geri kalanından belirgin biçimde açıktır."],
        )

    page = read(pdf([draw]))
    assert _kind(page, "Bu köprü taş ile") is SegmentKind.QUOTATION
    assert _kind(page, "Notun tarihi") is SegmentKind.PARAGRAPH


def test_a_raised_number_is_a_notes_mark_and_no_digit_of_the_year() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Vera", 10)
        canvas.drawString(40, 500, "Çeşme 1921")
        width = canvas.stringWidth("Çeşme 1921", "Vera", 10)
        canvas.setFont("Vera", 6)
        canvas.drawString(40 + width, 504, "14")
        canvas.setFont("Vera", 10)
        canvas.drawString(40 + width + 10, 500, "yılında onarıldı ve suyu bağlandı.")

    page = read(pdf([draw]))
    assert "Çeşme 1921[14] yılında" in page.text
    assert [date.edtf for date in find_facts(page).dates] == ["1921"]


def test_the_files_own_labels_name_leaves_without_printed_numbers() -> None:
    def leaf(place: int):  # type: ignore[no-untyped-def]
        def draw(canvas: Canvas) -> None:
            if place == 0:
                canvas.addPageLabel(0, style="ROMAN_LOWER", start=5)
            set_lines(canvas, (40, 400), WORDS[place])

        return draw

    page = read(pdf([leaf(place) for place in range(3)]))
    assert [_leaf(page, first) for first, _ in WORDS] == ["v", "vi", "vii"]
    assert [mark.path for mark in page.landmarks][::2] == ["page=1", "page=2", "page=3"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_leaf_is_read_as_it_is_shown(turn: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        # reportlab turns the sheet too, so what is shown is always upright; here the words are drawn to stand upright.
        canvas.saveState()
        canvas.translate(*{90: (HEIGHT, 0), 180: (WIDTH, HEIGHT), 270: (0, WIDTH)}[turn])
        canvas.rotate({90: 90, 180: 180, 270: -90}[turn])
        set_lines(canvas, (40, HEIGHT - 60), ["Birinci satır üstte durur ve okunur.", "ikinci satır altındadır."])
        canvas.restoreState()

    page = read(pdf([draw]))
    assert " ".join(page.text.split()) == "Birinci satır üstte durur ve okunur. ikinci satır altındadır."
    box = page.landmarks[0].box
    assert box is not None
    assert box[0] == pytest.approx(40, abs=2)
    assert box[3] == pytest.approx(HEIGHT - 52, abs=3)


def test_a_list_of_sources_and_all_that_follows() -> None:
    def draw(canvas: Canvas) -> None:
        top = set_lines(canvas, (40, 540), [LEFT[0][:80], LEFT[0][80:]])
        canvas.setFont("VeraBd", 11)
        canvas.drawString(40, top - 14, "KAYNAKÇA")
        set_lines(canvas, (40, top - 40), ["Örnek, Derya. Taşın Hafızası. Ankara, 1988."])
        set_lines(canvas, (40, top - 60), ["Sınar, Metin. “Dere Köprüleri”, Su Dergisi, 14 (1991), s. 3-19."])

    page = read(pdf([draw]))
    assert [_kind(page, words) for words in ("KAYNAKÇA", "Örnek, Derya", "Sınar, Metin")] == [SegmentKind.SOURCES] * 3


def test_titles_left_over_from_a_word_processor_are_not_believed() -> None:
    page = read(pdf([lambda canvas: set_lines(canvas, (40, 500), WORDS[0])], title="Microsoft Word - deneme son.doc"))
    assert page.title is None


def _locked() -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption

    return pdf([lambda canvas: set_lines(canvas, (40, 500), WORDS[0])], encrypt=StandardEncryption("gizli", canPrint=0))


def _scan() -> bytes:
    return pdf([lambda canvas: canvas.rect(40, 40, 300, 400, fill=1)] * 2)


def _bomb() -> bytes:
    packed = zlib.compress(b"0 0 m " * 20_000_000, 9)
    head = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    head += b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>endobj\n"
    return head + b"4 0 obj<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream endobj\ntrailer<</Root 1 0 R>>" % (
        len(packed),
        packed,
    )


@pytest.mark.parametrize(
    ("data", "error", "says"),
    [
        (_locked, PageError, "password"),
        (_scan, EmptyPage, "2 leaves but no text layer"),
        (_bomb, TooLarge, "unpacks"),
        (lambda: _scan()[:400], NotText, "cut off or damaged"),
        (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 50, NotText, "cut off or damaged"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(  # type: ignore[no-untyped-def]
    data, error: type[PageError], says: str, work: Callable[..., int]
) -> None:
    made = data()

    def refused() -> None:
        with pytest.raises(error, match=says):
            read(made)

    work(refused, most=1_000_000)  # 34,000 where the reader of PDF is loaded first


# Boxes as LibreOffice's files have them: a letter that reaches below the line begins lower than the others.
_BELOW_LINE = "gğpçşyj,"


@pytest.mark.parametrize(
    ("words", "raised", "expected"),
    [
        ("gider 63 milyon", (), "gider 63 milyon"),
        ("dağ 12 gün, ağ 7", (), "dağ 12 gün, ağ 7"),
        ("Köyü gezdi, 40 gün", (), "Köyü gezdi, 40 gün"),
        ("dağ12 köyü", (3, 4), "dağ[12] köyü"),
        ("Bey3 yazdı", (3,), "Bey[3] yazdı"),
        ("16ncı tümen", (2, 3, 4), "16ncı tümen"),
        ("Konya*da", (5,), "Konya[*]da"),
    ],
)
def test_a_number_is_a_notes_mark_only_where_it_stands_above_the_line(
    words: str, raised: tuple[int, ...], expected: str
) -> None:
    pen = _Pen()
    for at, char in enumerate(words):
        left = 6.0 * at
        if char == " ":
            pen.blank()
        elif at in raised:
            pen.put(char, (left, 103.8, left + 5, 108.4))
        else:
            pen.put(char, (left, 97.4 if char in _BELOW_LINE else 100.0, left + 6, 108.0))
    pen.lift()
    assert "".join(piece.text for piece in pen.pieces) == expected
