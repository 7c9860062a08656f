"""``onrecord code`` as a user runs it."""

import csv
import io
import subprocess
import sys

TEXT = "Kenya expelled two Somali diplomats on Friday. Uganda nationalised a Kenyan mine on Monday."
CATEGORY = '[[category]]\nname = "NATIONALIZE"\nquad = 4\nscore = -6.0\n'
TRIGGERS = "lemmas,pos,event,mode,object,to,owner\nnationalise,verb,NATIONALIZE,,,obj|of,\n"


def code(*arguments, stdin=TEXT):
    return subprocess.run(
        [sys.executable, "-m", "onrecord", "code", *map(str, arguments)],
        capture_output=True,
        text=True,
        input=stdin,
        check=False,
        timeout=240,
    )


def test_a_table_on_standard_output(tmp_path):
    (tmp_path / "plover.toml").write_text(CATEGORY, encoding="utf-8")
    (tmp_path / "triggers.csv").write_text(TRIGGERS, encoding="utf-8")
    done = code("-", "--published", "2031-04-18", "--vocabulary", tmp_path)
    assert done.returncode == 0, done.stderr
    rows = list(csv.DictReader(io.StringIO(done.stdout), delimiter="\t"))
    assert {row["event"] for row in rows} == {"SANCTION", "NATIONALIZE"}
    assert {row["event_scale"] for row in rows} == {"-5.5", "-6.0"}


def test_a_wrong_table_is_named(tmp_path):
    (tmp_path / "triggers.csv").write_text(TRIGGERS, encoding="utf-8")
    done = code("-", "--vocabulary", tmp_path)
    assert done.returncode == 2
    assert "NATIONALIZE" in done.stderr
    assert "Traceback" not in done.stderr
