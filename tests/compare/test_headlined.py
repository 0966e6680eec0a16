"""Titles that affirm or deny by themselves what the text tells the other way round, and titles that only look so."""

from __future__ import annotations

import pytest

from tanik.compare.run import run

from .planted_pages import examined

CONTRADICTED = [
    "Süleymaniye Camii 1557'de mi tamamlandı? Hayır\n\n"
    "Mimar Sinan yapıya uzun yıllar verdi. Cami 1557 yılında tamamlandı ve padişahın eliyle açıldı. Avlusu geniştir.",
    "Meclis saltanatı 1922'de kaldırmadı\n\n"
    "Savaş bitmişti. Meclis saltanatı 1 Kasım 1922'de kaldırdı. İstanbul hükümeti istifa etti.",
    "Kasabada gizli bir geçit var mı? Evet\n\n"
    "Çocukken hepimiz aradık. Arkeologlar kazdı, baktı; kasabada gizli geçit yok. Definecilere inanmayın.",
    "Kitapta kayıp bölüm var mı? Yok\n\n"
    "Elyazması yeni tarandı. Kitapta kayıp bir bölüm vardır, on iki yaprak tutar. Yaprakları müze sakladı.",
    "İzmir 1930'da vilayet merkezi yapıldı\n\n"
    "Karar defteri önümde duruyor. İzmir 1930'da vilayet merkezi yapılmadı, dilekçe geri çevrildi. Halk üzüldü.",
    "Was the old bridge destroyed in 1917? No\n\n"
    "The river rose fast that spring. The old bridge was destroyed in April 1917 by ice. A ferry took its place.",
    "Did the town send soldiers in 1877? Yes\n\n"
    "The council met twice. The town did not send soldiers in 1877, since the road was closed. It paid a tax instead.",
    "Zavod 1928-ci ildə açılmadı\n\n"
    "Bakının neft rayonunda işlər qızğın gedirdi. Zavod 1928-ci ilin mayında açıldı və fəhlələr bayram etdi.",
    "Ali Bey'in köşkü 1911'de mi yandı? Hayır\n\n"
    "Fotoğraflar duruyor. Köşk 1911'de yandı, yerine han yapıldı. Mirasçılar dava açtı.",
    "Şuşa 1992-ci ildə işğal olundu? Xeyr\n\n"
    "Müharibənin ağır günləri idi. Şuşa 8 may 1992-ci ildə işğal olundu. Əhali köçdü.",
]
SOUND = [
    "Süleymaniye Camii 1557'de mi tamamlandı? Evet\n\n"
    "Mimar Sinan yapıya uzun yıllar verdi. Cami 1557 yılında tamamlandı ve padişahın eliyle açıldı.",
    "Süleymaniye Camii 1550'de mi tamamlandı? Hayır\n\n"
    "Mimar Sinan yapıya uzun yıllar verdi. Cami 1557 yılında tamamlandı ve padişahın eliyle açıldı.",
    "Camiyi Sinan mı tamamladı? Hayır\n\nCamiyi öğrencisi Davut Ağa 1600'de tamamladı. Sinan o yıllarda ölmüştü.",
    "Köylüler camiyi 1922'de yakmadı\n\n"
    "Yangın geceleyin çıktı. Cami 1922'de geri çekilen askerlerce yakıldı. Köylüler su taşıdı.",
    "Kanun 1924'te yayımlanmadı\n\n"
    "Meclis kanunu geciktirdi. Kanunun ilk maddesi 1924'te yayımlandı, bütünü ertesi yıla kaldı.",
    "Define 1950'de bulunmadı\n\nKöylülerin iddiasına göre define 1950'de bulundu. Kayıtlarda böyle bir şey geçmiyor.",
    "Kasabada gizli bir geçit var mı? Hayır\n\nArkeologlar kazdı, baktı; kasabada gizli geçit yok.",
    "Kasabada gizli bir geçit var mı? Evet\n\nKasabada gizli geçit yok diyenler yanılıyor. Geçit kalenin altındadır.",
    "Was the old bridge destroyed in 1917? No\n\nThe new bridge was destroyed in 1919. In 1917 it was damaged only.",
    "Did the town send soldiers in 1877? No\n\nThe town did not send soldiers in 1877, since the road was closed.",
    "İzmir 1930'da vilayet merkezi yapılmadı\n\nAydın 1930'da vilayet merkezi yapıldı, İzmir bekledi.",
    "Zavod 1928-ci ildə açılmadı\n\nZavodun yeməkxanası 1928-ci ildə açıldı, zavod özü isə iki il sonra.",
    "Kütüphane yanmadı\n\nKütüphanenin çatısı yandı. Kitaplar kurtarıldı.",
    "Meclis kararı geri aldı\n\nMeclis önce kararı geri almadı. İki gün tartışıldı, sonra geri aldı.",
    "Harita 1929'da bulundu\n\nHarita 1929'a kadar bulunmadı.",
    "Bizim köyde okul vardı\n\nKomşu köyde okul yoktu.",
    "Tren 1927'de geldi\n\nYolcular bekledi. Tren o gece gelmedi, sabah geldi.",
]
RULES = ("title-contradicted", "title-question")


def told(text: str) -> list[str]:
    return [one.rule for one in run((examined(text, fast=True),)).findings if one.rule in RULES]


@pytest.mark.parametrize("text", CONTRADICTED)
def test_a_title_that_its_text_contradicts_is_told_once(text: str) -> None:
    assert len(told(text)) == 1


@pytest.mark.parametrize("text", SOUND)
def test_a_title_that_its_text_bears_out_is_not_told(text: str) -> None:
    assert not told(text)


SAME_DEED = [
    "Vakfiyenin Aslı Bulundu\n\nÜç arşive yazdık. Vakfiyenin aslına bugüne kadar rastlanmış değil. Bekliyoruz.",
    "Haritanın Nüshası Bulundu\n\nMüzeye sorduk. Haritanın nüshasına hiçbir yerde rastlanmadı. Arama bitti.",
    "Kervanın Getirdiği Tuz Kars'a Hiç Ulaşmadı\n\nDefter tutulmuş. Yani Kars'a giren tuz tartılıydı.",
    "Vali Parayı Mektebe Yollamadı\n\nKayıtlar açık. Vali parayı mektebe gönderdi, makbuzunu sakladı.",
    "İran 1923'te Trabzon'da konsolosluk açmadı\n\n"
    "İran elçisi 1923'ün baharında Trabzon'a geldi. Aynı yılın ekim ayında konsolosluğun binası törenle açıldı.",
]
NOT_THE_SAME = [
    "Kayıp Vakfiye Bulundu\n\nVakfiye yıllarca bulunamadı. Geçen ay bir sandıktan çıktı.",
    "Haritanın Nüshası Bulundu\n\nHaritanın nüshasına bugüne kadar rastlanmamıştı. Kızı geçen ay getirdi.",
    "Haritanın Nüshası Bulunamadı\n\nHaritanın nüshasına hiçbir yerde rastlanmadı.",
    "Tuz Kars'a Hiç Ulaşmadı\n\nKars'a giren tuz yoktur. Kervan yolda kaldı.",
    "Tuz Kars'a Hiç Ulaşmadı\n\nKars'a giren tuz Nahçıvan malıydı.",
    "Tuz Kars'a Ulaşmadı\n\nKars'a giren şeker boldu. Halk tuzsuz kaldı.",
    "İran 1923'te Trabzon'da konsolosluk açmadı\n\n"
    "İran elçisi 1923'ün baharında Trabzon'a geldi. Konsolosluğun binası 1931'de açıldı.",
    "Vali Parayı Mektebe Yollamadı\n\nVali parayı kışlaya gönderdi. Mektep bekledi.",
    "Kaymakam 1931'de hastane açmadı\n\nKaymakam 1931'de geldi. O yıl şehirde kütüphane açıldı, halk sevindi.",
    "Sandık Bulundu\n\nSandık uzun süre bulunamadı, herkes umudu kesti. Sonra kuyudan çıktı.",
    "Define Bulunmadı\n\nDefineciler defineye rastlamadı. Kuyu kapatıldı.",
    "Vapur Limana Varmadı\n\nLimana gelen yolcular bekledi. Vapur fırtınada geri döndü.",
]


@pytest.mark.parametrize("text", SAME_DEED)
def test_another_verb_of_the_deed_contradicts_a_title(text: str) -> None:
    assert len(told(text)) == 1


@pytest.mark.parametrize("text", NOT_THE_SAME)
def test_another_verb_of_another_thing_or_time_does_not(text: str) -> None:
    assert not told(text)
