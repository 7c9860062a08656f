"""What the tests of the room read off statements."""


def words(spans):
    return " ... ".join(span.text for span in spans)


def only(rows, cue):
    found = [s for s in rows if cue in words(s.cue)]
    assert len(found) == 1, [(words(s.cue), words(s.content)) for s in rows]
    return found[0]
