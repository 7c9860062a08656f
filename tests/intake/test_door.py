"""Whatever comes to the door: an article, or one clear line."""

import http.server
import io
import os
import sys
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake import Given, Intake, IntakeError, Limits

STORY = (
    "Tavria closed the strait on Friday, and the government gave no reason for it. "
    "Ostland said it would answer in kind. The ships that were waiting have turned back."
)
PAGE = """<html><head><title>Strait <script>alert(1)</script> closed</title>
<meta property="og:site_name" content="Port Alder Gazette">
<meta property="article:published_time" content="2031-04-18T10:00:00+02:00">
</head><body><nav><a href="/">Home</a> <a href="/w">World</a></nav><article>
<h1>Strait closed</h1><figure><img src="x.jpg"><figcaption>A ship that nobody saw.</figcaption>
</figure><p>{one}</p><h2>No reason given</h2><p>{two}</p></article>
<footer>All rights reserved</footer></body></html>"""
FRENCH = (
    "Le président a déclaré que les négociations avec le gouvernement se poursuivraient dans la "
    "semaine, mais que la situation sur le terrain ne permettait pas encore une trêve. Il a ajouté "
    "que les deux parties se sont mises d'accord sur un échange de prisonniers."
)


@pytest.fixture(scope="module")
def intake():
    return Intake.load()


def test_plain_text_is_kept_to_the_character(intake):
    text = "  Odd   spacing\n\n\nand “marks”. " + STORY + "\n"
    assert intake.take(text).article.text == text


def test_only_the_mark_and_carriage_returns_go(intake, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + STORY.replace(". ", ".\r\n").encode())
    assert intake.open(path).article.text == STORY.replace(". ", ".\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig", "cp1252"])
def test_encodings(intake, tmp_path, encoding):
    words = STORY + " “Café Zoë closed too,” said José Núñez, who owns it – or did."
    path = tmp_path / "a.txt"
    path.write_bytes(words.encode(encoding))
    assert intake.open(path).article.text == words


def test_a_page_gives_its_story_and_what_it_says_of_itself(intake, tmp_path):
    path = tmp_path / "a.html"
    path.write_text(PAGE.format(one=STORY * 2, two=STORY))
    taken = intake.open(path)
    article = taken.article
    assert article.outlet == "Port Alder Gazette"
    assert article.published == "2031-04-18T10:00:00+02:00"
    assert "No reason given" in article.text.splitlines()
    assert "nobody saw" not in article.text
    assert "Home" not in article.text
    assert "rights reserved" not in article.text
    assert taken.warnings == ()


def test_what_the_user_says_outranks(intake):
    given = Given(published="2030-01-01", outlet="Mine", title="T", url="https://x.example/1")
    article = intake.take("Outlet: Theirs\nPublished: 2029-01-01\n\n" + STORY, given).article
    assert (article.published, article.outlet, article.title) == ("2030-01-01", "Mine", "T")


def test_no_date_is_remarked_and_not_guessed(intake):
    taken = intake.take(STORY)
    assert taken.article.published is None
    assert "--published" in taken.warnings[0]


def write(path, data):
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (b"%PDF-1.7 " + b"x" * 500, "is a PDF"),
        (b"PK\x03\x04" + b"x" * 500, "ZIP"),
        (bytes(range(256)) * 20, "is binary"),
        (b"\xff\xfe\x00", "utf-16"),
        (FRENCH.encode(), "is French"),
        ("Президент сказал, что переговоры продолжатся. ".encode() * 20, "Latin"),
        (b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "no article"),
        (b"<html><head><title>Story</title></head><body></body></html>", "no article"),
        (b"<html><body>" + b"<div>" * 5000 + b"</body></html>", "no article"),
        (b"<html>" + b"<p>" * 300_000, "tags"),
        (
            b'<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><html><p>&b;</p></html>',
            "entities",
        ),
    ],
)
def test_bad_input_is_one_clear_line(intake, tmp_path, data, what):
    path = write(tmp_path / "input", data)
    with pytest.raises(IntakeError) as caught:
        intake.open(path)
    message = str(caught.value)
    assert what in message
    assert str(path) in message
    assert "\n" not in message
    assert "; " in message


def test_twenty_megabytes_are_refused_without_reading_them_all(intake, tmp_path):
    path = write(tmp_path / "big.txt", STORY.encode() * 90_000)
    with pytest.raises(IntakeError, match="larger than 10,000,000 bytes"):
        intake.open(path)


def test_a_long_text_is_refused():
    small = Intake.load(limits=Limits(characters=100))
    with pytest.raises(IntakeError, match="more than 100 characters"):
        small.take(STORY)


def test_places_that_are_no_files(intake, tmp_path):
    with pytest.raises(IntakeError, match="is a directory"):
        intake.open(tmp_path)
    with pytest.raises(IntakeError, match="is not there"):
        intake.open(tmp_path / "none.txt")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(IntakeError, match="not a regular file"):
        intake.open(tmp_path / "pipe")


def test_an_unreadable_file(intake, tmp_path, monkeypatch):
    path = write(tmp_path / "a.txt", STORY.encode())

    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    with pytest.raises(IntakeError, match="cannot be read: Permission denied"):
        intake.open(path)


def test_standard_input(intake, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
    assert intake.open("-").article.text == STORY


def test_a_name_cannot_write_to_the_terminal(intake):
    with pytest.raises(IntakeError) as caught:
        intake.open("no\x1b[31m\nsuch.txt")
    assert "\x1b" not in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.fixture
def site():
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            if self.path == "/away":
                self.send_response(302)
                self.send_header("Location", "file:///etc/passwd")
                self.end_headers()
                return
            kind = "image/png" if self.path == "/picture" else "text/html; charset=utf-8"
            body = PAGE.format(one=STORY * 2, two=STORY).encode()
            self.send_response(404 if self.path == "/none" else 200)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_an_address(intake, site):
    article = intake.open(f"{site}/story").article
    assert article.url == f"{site}/story"
    assert article.text.startswith("Strait closed") or STORY[:40] in article.text


@pytest.mark.parametrize(
    ("path", "what"), [("/none", "404"), ("/picture", "image/png"), ("/away", "file:///")]
)
def test_addresses_that_give_no_page(intake, site, path, what):
    with pytest.raises(IntakeError, match=what):
        intake.open(site + path)


@given(st.binary(max_size=300))
def test_any_bytes_give_an_article_or_an_intake_error(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("any") / "input"
    path.write_bytes(data)
    tools = Intake.load()
    try:
        taken = tools.open(path)
    except IntakeError:
        return
    assert taken.article.text
