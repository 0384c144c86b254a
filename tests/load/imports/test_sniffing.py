"""What a file is, whatever it is called."""

import io
import zipfile
from codecs import BOM_UTF8
from time import monotonic

import pytest

from itinerary.load.imports.sniffing import Kind, sniff
from tests.load.imports.calendars import calendar
from tests.load.imports.conference import as_json, as_xml, made_talks
from tests.load.imports.folders import in_words


def zipped(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, "application/vnd.oasis.opendocument.spreadsheet")
    return made.getvalue()


TALKS = made_talks()[:3]
KNOWN = {
    "a workbook": (zipped("xl/workbook.xml"), Kind.WORKBOOK),
    "of LibreOffice": (zipped("mimetype"), Kind.WORKBOOK),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1", Kind.WORKBOOK),
    "a table": (b"id;title\n1;Opening\n", Kind.CSV),
    "a table of PK": (b"PK;title\n1;Opening\n", Kind.CSV),
    "of Windows": ("titre;début\n".encode("cp1252"), Kind.CSV),
    "of UTF-16": ("titre;début\n".encode("utf-16"), Kind.CSV),
    "a calendar": (calendar(), Kind.CALENDAR),
    "with a mark": (BOM_UTF8 + b"\r\nbegin:vcalendar\r\n", Kind.CALENDAR),
    "XML": (as_xml(TALKS), Kind.SCHEDULE_XML),
    "XML with a comment": (b"<?xml version='1.0'?>\n<!-- <a> -->\n<schedule>", Kind.SCHEDULE_XML),
    "XML with a DOCTYPE": (b"<!DOCTYPE s [<!ENTITY a 'b'>]><schedule/>", Kind.SCHEDULE_XML),
    "JSON": (as_json(TALKS), Kind.SCHEDULE_JSON),
    "JSON of a widget": (b'{"talks" : []}', Kind.SCHEDULE_JSON),
    "a long line": (b'{"schedule":{"x":"' + "é".encode() * 60_000, Kind.SCHEDULE_JSON),
}


@pytest.mark.parametrize(("data", "kind"), KNOWN.values(), ids=KNOWN)
def test_known_files(data: bytes, kind: Kind) -> None:
    assert sniff("file", data) == (kind, None)


NOTHING = '"file" is nothing that can be imported'
UNKNOWN = {
    "an archive": (zipped("word/document.xml")[:30], NOTHING),
    "contacts": (b"BEGIN:VCARD\n", NOTHING),
    "a page": (b"<!doctype html>\n<html>", '"file" is a web page'),
    "another XML": (b"<rss/>", NOTHING),
    "no XML": (b"<<<", NOTHING),
    "another JSON": (b'{"a": 1}', '"file" is JSON, and no schedule of a conference'),
    "a picture": (b"\x89PNG\r\x00\x00", '"file" is not a text file'),
    "a PDF": (b"%PDF-1.4", '"file" is not a text file'),
    "nothing": (b" \n", '"file" is empty'),
}


@pytest.mark.parametrize(("data", "sentence"), UNKNOWN.values(), ids=UNKNOWN)
def test_unknown_files(data: bytes, sentence: str) -> None:
    found = sniff("file", data)
    assert found.problem is not None
    assert (found.kind, *in_words(found.problem)[1:]) == (Kind.UNKNOWN, "file", sentence)
    assert found.problem.hint is not None


@pytest.mark.parametrize("piece", [b"<!-- >", b"<?", b"<! [", b"<!", b"{", b"\n", b"PK", b"<a"])
def test_a_hostile_file_is_known_at_once(piece: bytes) -> None:
    begun = monotonic()
    sniff("file", piece * 200_000)
    assert monotonic() - begun < 1
