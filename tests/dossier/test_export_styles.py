"""Citation styles: a table of works, each with the note and the entry that the manuals ask for.

The forms were held beside what citeproc-py makes of the same works with the styles of the CSL project (isnad-dipnotlu,
chicago 16th edition, apa): where this table departs from it, the reason stands in the row.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.core.span import Span
from tanik.dossier.export.bibliography import Agent, Part, Work, work_of_citation, work_of_page, work_of_witness
from tanik.dossier.export.styles import Style, entry, entry_text, note, note_text
from tanik.facts.model import Citation, CitationKind
from tanik.page.model import Page, Source
from tanik.trace.model import Witness

_ER = (Agent("Er", "Ali"),)
_TWO = (*_ER, Agent("Su", "Ayşe"))
_ADDRESS = "https://example.org/a"


def _work(kind: str, part: Part = Part.SOURCE, **fields: object) -> Work:
    return Work(id="x", part=part, kind=kind, **fields)  # type: ignore[arg-type]


_SPEECH = work_of_witness(
    Witness("k:1", "…", "k", title="Kasaba Meydanında Konuşma", author="Cemil Örnek", date="1920-06-14",
            source="Örnek Konuşmalar", volume="II", pages="13–14")
)  # fmt: skip
_WORKS = {
    "speech": _SPEECH,
    "chapter": _work("chapter", authors=_ER, title="Kuyu", container="Örnek Kitap", volume="2", pages="13-14",
                     publisher="Deneme Yayınları", place="Ankara", date="1931"),
    "book": _work("book", authors=_ER, title="Köprü", volume="2", pages="44", publisher="Deneme Yayınları",
                  place="Ankara", date="1931"),
    "undated": _work("book", authors=_ER, title="Köprü", publisher="Deneme Yayınları", place="Ankara"),
    "article": _work("article-journal", authors=_TWO, title="Kömürün Yolu", container="Deneme Dergisi", volume="12",
                     issue="3", pages="10-20", date="1931"),
    "newspaper": _work("article-newspaper", authors=_ER, title="Vagonlar Geldi", container="Örnek Gazetesi", pages="2",
                       date="1921-05-03"),
    "number": _work("article-newspaper", container="Örnek Gazetesi", issue="812", date="1921"),
    "archive": _work("document", title="Örnek Nezareti Yazısı", archive="Örnek Arşivi", location="207/3318",
                     date="1921-05-03"),
    "web": _work("webpage", authors=_ER, title="Vagonların Hikâyesi", container="Deneme Sitesi", url=_ADDRESS,
                 date="2013-11-14", accessed="2026-01-02"),
    "undated web": _work("webpage", title="Vagonlar geldi mi?", container="example.org", url=_ADDRESS,
                         accessed="2026-01-02"),
}  # fmt: skip

# style, language, work, note, entry
_TABLE = [
    ("isnad", "tr", "speech", "Cemil Örnek, “Kasaba Meydanında Konuşma” (14 Haziran 1920), Örnek Konuşmalar, 2/13-14.",
     "Örnek, Cemil. “Kasaba Meydanında Konuşma” (14 Haziran 1920). Örnek Konuşmalar. 2/13-14."),
    ("isnad", "tr", "chapter", "Ali Er, “Kuyu”, Örnek Kitap (Ankara: Deneme Yayınları, 1931), 2/13-14.",
     "Er, Ali. “Kuyu”. Örnek Kitap. 2/13-14. Ankara: Deneme Yayınları, 1931."),
    ("isnad", "tr", "book", "Ali Er, Köprü (Ankara: Deneme Yayınları, 1931), 2/44.",
     "Er, Ali. Köprü. Ankara: Deneme Yayınları, 1931."),
    ("isnad", "tr", "undated", "Ali Er, Köprü (Ankara: Deneme Yayınları, ts.).",
     "Er, Ali. Köprü. Ankara: Deneme Yayınları, ts."),
    # the manual joins authors by a dash with blanks; the CSL style writes a hyphen
    ("isnad", "tr", "article", "Ali Er – Ayşe Su, “Kömürün Yolu”, Deneme Dergisi 12/3 (1931), 10-20.",
     "Er, Ali – Su, Ayşe. “Kömürün Yolu”. Deneme Dergisi 12/3 (1931), 10-20."),
    # the manual's examples write the day without a nought
    ("isnad", "tr", "newspaper", "Ali Er, “Vagonlar Geldi”, Örnek Gazetesi (3 Mayıs 1921), 2.",
     "Er, Ali. “Vagonlar Geldi”. Örnek Gazetesi (3 Mayıs 1921), 2."),
    ("isnad", "tr", "number", "Örnek Gazetesi 812 (1921).", "Örnek Gazetesi 812 (1921)."),
    # a document without an author begins with its archive
    ("isnad", "tr", "archive", "Örnek Arşivi, 207/3318, “Örnek Nezareti Yazısı” (3 Mayıs 1921).",
     "Örnek Arşivi, 207/3318. “Örnek Nezareti Yazısı” (3 Mayıs 1921)."),
    ("isnad", "tr", "web", "Ali Er, “Vagonların Hikâyesi”, Deneme Sitesi (14 Kasım 2013).",
     f"Er, Ali. “Vagonların Hikâyesi”. Deneme Sitesi. 14 Kasım 2013. Erişim 2 Ocak 2026. {_ADDRESS}"),
    ("isnad", "tr", "undated web", "“Vagonlar geldi mi?”, example.org (Erişim 2 Ocak 2026).",
     f"“Vagonlar geldi mi?” example.org. Erişim 2 Ocak 2026. {_ADDRESS}"),
    ("isnad", "en", "speech", "Cemil Örnek, “Kasaba Meydanında Konuşma” (14 June 1920), Örnek Konuşmalar, 2/13-14.",
     "Örnek, Cemil. “Kasaba Meydanında Konuşma” (14 June 1920). Örnek Konuşmalar. 2/13-14."),
    ("chicago", "en", "speech",
     "Cemil Örnek, “Kasaba Meydanında Konuşma,” June 14, 1920, in Örnek Konuşmalar, 2:13–14.",
     "Örnek, Cemil. “Kasaba Meydanında Konuşma.” June 14, 1920. In Örnek Konuşmalar, 2:13–14."),
    ("chicago", "en", "chapter", "Ali Er, “Kuyu,” in Örnek Kitap (Ankara: Deneme Yayınları, 1931), 2:13–14.",
     "Er, Ali. “Kuyu.” In Örnek Kitap, 2:13–14. Ankara: Deneme Yayınları, 1931."),
    ("chicago", "en", "book", "Ali Er, Köprü (Ankara: Deneme Yayınları, 1931), 2:44.",
     "Er, Ali. Köprü. Vol. 2. Ankara: Deneme Yayınları, 1931."),
    ("chicago", "en", "undated", "Ali Er, Köprü (Ankara: Deneme Yayınları, n.d.).",
     "Er, Ali. Köprü. Ankara: Deneme Yayınları, n.d."),
    ("chicago", "en", "article", "Ali Er and Ayşe Su, “Kömürün Yolu,” Deneme Dergisi 12, no. 3 (1931): 10–20.",
     "Er, Ali, and Ayşe Su. “Kömürün Yolu.” Deneme Dergisi 12, no. 3 (1931): 10–20."),
    ("chicago", "en", "newspaper", "Ali Er, “Vagonlar Geldi,” Örnek Gazetesi, May 3, 1921, 2.",
     "Er, Ali. “Vagonlar Geldi.” Örnek Gazetesi, May 3, 1921."),
    ("chicago", "en", "archive", "“Örnek Nezareti Yazısı,” May 3, 1921, 207/3318, Örnek Arşivi.",
     "“Örnek Nezareti Yazısı.” May 3, 1921. 207/3318. Örnek Arşivi."),
    ("chicago", "en", "web", f"Ali Er, “Vagonların Hikâyesi,” Deneme Sitesi, November 14, 2013, {_ADDRESS}.",
     f"Er, Ali. “Vagonların Hikâyesi.” Deneme Sitesi, November 14, 2013. {_ADDRESS}."),
    ("chicago", "en", "undated web", f"“Vagonlar geldi mi?” example.org, accessed January 2, 2026, {_ADDRESS}.",
     f"“Vagonlar geldi mi?” example.org. Accessed January 2, 2026. {_ADDRESS}."),
    # in Turkish the comma stands behind the mark that closes
    ("chicago", "tr", "article", "Ali Er ve Ayşe Su, “Kömürün Yolu”, Deneme Dergisi 12, sy. 3 (1931): 10–20.",
     "Er, Ali ve Ayşe Su. “Kömürün Yolu”. Deneme Dergisi 12, sy. 3 (1931): 10–20."),
    ("apa", "en", "speech", "(Örnek, 1920, pp. 13–14)",
     "Örnek, C. (1920, June 14). Kasaba Meydanında Konuşma. In Örnek Konuşmalar (Vol. 2, pp. 13–14)."),
    ("apa", "en", "chapter", "(Er, 1931, pp. 13–14)",
     "Er, A. (1931). Kuyu. In Örnek Kitap (Vol. 2, pp. 13–14). Deneme Yayınları."),
    ("apa", "en", "book", "(Er, 1931, p. 44)", "Er, A. (1931). Köprü (Vol. 2). Deneme Yayınları."),
    ("apa", "en", "undated", "(Er, n.d.)", "Er, A. (n.d.). Köprü. Deneme Yayınları."),
    ("apa", "en", "article", "(Er & Su, 1931, pp. 10–20)",
     "Er, A., & Su, A. (1931). Kömürün Yolu. Deneme Dergisi, 12(3), 10–20."),
    ("apa", "en", "newspaper", "(Er, 1921, p. 2)", "Er, A. (1921, May 3). Vagonlar Geldi. Örnek Gazetesi, 2."),
    ("apa", "en", "archive", "(“Örnek Nezareti Yazısı”, 1921)",
     "Örnek Nezareti Yazısı. (1921, May 3). Örnek Arşivi (207/3318)."),
    ("apa", "en", "web", "(Er, 2013)", f"Er, A. (2013, November 14). Vagonların Hikâyesi. Deneme Sitesi. {_ADDRESS}"),
    ("apa", "en", "undated web", "(“Vagonlar geldi mi?”, n.d.)",
     f"Vagonlar geldi mi? (n.d.). example.org. Retrieved January 2, 2026, from {_ADDRESS}"),
    # Turkish has the day before the month; the CSL style keeps the English order
    ("apa", "tr", "newspaper", "(Er, 1921, s. 2)", "Er, A. (1921, 3 Mayıs). Vagonlar Geldi. Örnek Gazetesi, 2."),
    ("apa", "tr", "undated", "(Er, t.y.)", "Er, A. (t.y.). Köprü. Deneme Yayınları."),
]  # fmt: skip


@pytest.mark.parametrize(("style", "lang", "work", "as_note", "as_entry"), _TABLE)
def test_a_work_in_a_style(style: str, lang: str, work: str, as_note: str, as_entry: str) -> None:
    assert note_text(_WORKS[work], Style(style), lang) == as_note
    assert entry_text(_WORKS[work], Style(style), lang) == as_entry


@pytest.mark.parametrize("style", Style)
def test_titles_that_stand_alone_are_in_italics(style: Style) -> None:
    for told in (entry(_WORKS["book"], style, "en"),):
        assert [run.text for run in told if run.italic] == ["Köprü"]
    article = entry(_WORKS["article"], style, "en")
    assert "Deneme Dergisi" in [run.text for run in article if run.italic]
    assert not any("Kömürün" in run.text for run in article if run.italic)


def test_a_name_is_parted_and_a_body_is_not() -> None:
    citation = Citation(Span(0, 1), "x", CitationKind.BOOK, "r", author="Örnek Bakanlığı", title="Rapor", year=1930)
    assert entry_text(work_of_citation(citation, "c"), Style.ISNAD, "tr") == "Örnek Bakanlığı. Rapor. 1930."
    person = Citation(Span(0, 1), "x", CitationKind.BOOK, "r", author="Ayşe Nur Su", title="Rapor", year=1930)
    assert entry_text(work_of_citation(person, "c"), Style.APA, "tr") == "Su, A. N. (1930). Rapor."


def test_what_is_not_known_is_left_out() -> None:
    bare = work_of_witness(Witness("k:9", "…", "k"))
    assert note_text(bare, Style.ISNAD, "tr") == "“başlıksız belge”."
    assert entry_text(bare, Style.APA, "en") == "untitled document. (n.d.)."
    page = work_of_page(Page("p", Source("00", "text/plain", path="x.txt"), "", ()))
    assert note_text(page, Style.CHICAGO, "en") == "“untitled document.”"


def test_a_text_on_a_site_is_cited_as_one() -> None:
    site = Witness("k:2", "…", "k", title="Mektup", author="Ali Er", source="Örnek Kitaplık", url=_ADDRESS)
    assert entry_text(work_of_witness(site), Style.ISNAD, "tr") == f"Er, Ali. “Mektup”. Örnek Kitaplık. {_ADDRESS}"


_TEXT = st.text(alphabet="aıİş “”.?!,;&{}\\", max_size=12)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(["book", "chapter", "article-journal", "article-newspaper", "webpage", "document"]),
    st.lists(_TEXT, min_size=9, max_size=9),
    st.sampled_from(["", "1920", "1920-04", "1920-04-26", "1919/1922", "1920~", "192X", "1921-21"]),
    st.sampled_from(["tr", "en"]),
)
def test_every_work_can_be_told(kind: str, fields: list[str], date: str, lang: str) -> None:
    family, given_name, title, container, publisher, place, volume, pages, archive = fields
    authors = (Agent(family, given_name.strip()),) if family.strip() else ()
    work = _work(kind, authors=authors, title=title, container=container, publisher=publisher, place=place,
                 volume=volume, pages=pages, archive=archive, date=date)  # fmt: skip
    plain = str.maketrans({"“": "‘", "”": "’", '"': "’"})
    for style in Style:
        assert all(run.text for run in (*note(work, style, lang), *entry(work, style, lang)))
        assert title.translate(plain) in entry_text(work, style, lang).translate(plain)
