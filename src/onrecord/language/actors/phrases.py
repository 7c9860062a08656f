"""What the words of a noun phrase say of an actor: country, sector, office.

"French Foreign Minister Jean-Yves Le Drian", "members of the South African army", "a group of
tourists": the phrase is cut at its prepositions and commas; in its first part the names,
demonyms, offices and common nouns of the tables are found; where its head says only "group" or
"members", the part after "of" says what they are. Codes are PLOVER's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from onrecord.language.actors.lexicon import Lexicon, Match
from onrecord.language.actors.names import plain, surname
from onrecord.language.actors.office import office_on
from onrecord.language.actors.words import Word, singular, words_of
from onrecord.record import slug
from onrecord.vocabulary.actors import ActorTables, Agent, Known, Leader, Title, load_actor_tables
from onrecord.vocabulary.tables import Tables

_PREPOSITIONS = frozenset(
    "of in from to for at with by on between among against within inside near across under "
    "over into about including who that which whose where".split()
)
_CUTS = frozenset(",;:()")
_FORMER = frozenset({"former", "ex", "ousted", "deposed", "exiled", "late", "ex-", "onetime"})
_OPPOSED = re.compile(
    r"-(?:backed|led|aligned|allied|linked|funded|sponsored|controlled|supported|run|held|"
    r"occupied|trained|armed|friendly|sanctioned|installed|brokered|educated|speaking|born|"
    r"mediated|imposed|appointed|ruled|annexed|style)$",
    re.IGNORECASE,
)
_BASED = re.compile(r"^(?P<place>.+)-(?:based|born)$", re.IGNORECASE)
_EMPTY_HEADS = frozenset(
    "group member team majority several dozen dozens hundred hundreds thousand thousands number "
    "some many most few handful part wave pair couple series all one two three four five six "
    "seven eight nine ten scores score both crowd family families relative relatives band "
    "cell network squad column convoy faction remnant remnants generation leader head chief "
    "president chair chairman chairwoman chairperson director spokesman spokeswoman "
    "spokesperson secretary representative figure official deputy founder co-founder owner boss "
    "commander supporter ally associate player half third quarter unit detachment "
    "wing branch arm coalition alliance delegation source sources mastermind editor "
    "editor-in-chief staff employee office service organisation organization manager "
    "chief-executive ceo board million millions kind rest lot plenty host section core".split()
)
_WEAK_HEADS = frozenset(
    "officer officers official officials source sources staffer insider executive representative "
    "lawyer delegate worker workers employee recruit aide adviser insiders negotiator".split()
)
_DIRECTED = frozenset({"envoy", "ambassador", "embassy", "mission", "visitor", "adviser", "aide"})
_OF_THE_PERSON = frozenset({"widow", "wife", "husband", "son", "daughter", "brother", "sister"})


@dataclass(frozen=True)
class Coding:
    """What a phrase says.

    Attributes:
        country: ISO 3166-1 alpha-3, or IGO, UNO, EUR…, or None.
        sector, second: PLOVER sectors, or None.
        title: the office it names, or None.
        noun: the common noun it rests on (singular), or None.
        denotes: what that noun denotes (see agents.csv), or None.
        known: the named actor it holds, or None.
        of: the named body the office is held in, or None.
        former: whether it says "former".
        why: what each was taken from.
    """

    country: str | None = None
    sector: str | None = None
    second: str | None = None
    title: Title | None = None
    noun: str | None = None
    denotes: str | None = None
    known: Known | None = None
    of: Known | None = None
    former: bool = False
    why: tuple[str, ...] = ()


@dataclass(frozen=True)
class PhraseCoder:
    """Codes phrases; built once from the tables.

    Attributes:
        tables, lexicon: what is known, and where its names stand in a text.
        heads: the last words of all offices and agent nouns.
        surnames: surname in lower case -> the terms of office of its bearers.
        demonyms: alpha-3 -> the first demonym of the table ("Russian").
    """

    tables: ActorTables
    lexicon: Lexicon
    heads: frozenset[str]
    surnames: Mapping[str, tuple[tuple[Leader, ...], ...]]
    demonyms: Mapping[str, str]

    @classmethod
    def load(cls, tables: Tables) -> PhraseCoder:
        """Read the tables of actors.

        Raises:
            VocabularyError: naming file and line.
        """
        actors = load_actor_tables(tables, slug)
        heads = {words.split()[-1] for words in (*actors.titles, *actors.agents)}
        surnames: dict[str, set[tuple[Leader, ...]]] = {}
        for printed, terms in actors.leaders.items():
            for word in {surname(printed), plain(printed)}:
                surnames.setdefault(word, set()).add(terms)
        demonyms: dict[str, str] = {}
        for word, country in actors.adjectives.items():
            demonyms.setdefault(country, word)
        return cls(
            tables=actors,
            lexicon=Lexicon.build(actors),
            heads=frozenset(heads),
            surnames={w: tuple(sorted(found, key=str)) for w, found in surnames.items()},
            demonyms=demonyms,
        )

    def may_denote(self, head: str) -> bool:
        """Whether some office or agent noun ends in ``head``; quick, before all else."""
        low = head.lower()
        return low in self.heads or singular(low) in self.heads or low.startswith("ex-")

    def code(self, phrase: str, date: str | None = None) -> Coding:
        """What ``phrase`` says; office holders are judged as of ``date`` (ISO 8601)."""
        phrase = " ".join(phrase.split())[:400]
        whole = self.lexicon.exact(phrase)
        if whole is not None:
            return _of_known(whole)
        parts = _parts(phrase)
        coding = self._part(parts[0], date) if parts else Coding()
        for part in parts[1:]:
            coding = _joined(coding, self._part(part, date))
        return coding

    def _part(self, text: str, date: str | None) -> Coding:
        """One part between commas: its core, then what stands after its prepositions."""
        whole = self.lexicon.exact(text)
        if whole is not None:
            return _of_known(whole)
        core, rest = _cut(text, self._spans(text))
        coding = self._core(core, date)
        for preposition, after in rest:
            coding = self._after(coding, preposition, after, date)
        return coding

    def _spans(self, text: str) -> list[tuple[int, int]]:
        """Where known names and offices of several words stand, which are not to be cut."""
        spans = [(m.start, m.end) for m in self.lexicon.find(text)]
        low = text.lower()
        for match in re.finditer(r"\b\w+ (?:of|for) (?:the )?\w+(?: \w+)?", low):
            words = match.group().split()
            for size in (len(words), len(words) - 1):
                title = " ".join(words[:size])
                if size > 2 and title in self.tables.titles:
                    spans.extend([(match.start(), match.start() + len(title))])
        return spans

    def _core(self, text: str, date: str | None) -> Coding:
        matches = list(self.lexicon.find(text))
        words = [w for w in words_of(text) if w.text not in _CUTS]
        former = any(w.text.lower() in _FORMER or w.text.lower().startswith("ex-") for w in words)
        title = self._title(words, matches)
        noun, agent = self._agent(words, matches)
        if agent is not None and agent.sector == "PRE" and agent.denotes == "state":
            title = None
        holder = office_on(self.tables, text, date)
        country, why = self._country(text, words, matches)
        known = _body(matches)
        if agent is not None and words and noun == words[-1].text.lower() and noun.endswith("s"):
            title = title if noun in self.tables.titles else None  # speakers: not Speakers
        if title is not None and agent is not None and _is_later(noun, title[0], text):
            title = None if agent.sector or agent.denotes == "body" else title
        coding = Coding(country=country, former=former, why=why, known=known)
        if title is not None:
            words_used, office = title
            coding = replace(
                coding, sector=office.sector, second=office.second, title=office,
                noun=words_used, denotes="one", why=(*coding.why, f"office {words_used!r}"),
            )  # fmt: skip
        elif agent is not None:
            coding = replace(
                coding, sector=agent.sector, second=agent.second, noun=noun,
                denotes=agent.denotes, country=coding.country or agent.country,
                why=(*coding.why, f"noun {noun!r}"),
            )  # fmt: skip
        if coding.title is not None and coding.title.title == "leader" and country is None:
            coding = replace(coding, sector=None)
        coding = self._with_office_of(coding, words)
        coding = _with_body(coding, known)
        if former and coding.title is not None and coding.sector in ("GOV", "LEG", "MIL", "SPY"):
            coding = replace(coding, sector="ELI", second=None, why=(*coding.why, "former"))
        if holder is not None and not former:
            coding = replace(
                coding,
                country=coding.country or holder.country,
                sector=coding.sector if coding.title else holder.sector,
                second=coding.second if coding.title else holder.second,
                why=(*coding.why, holder.why),
            )
        elif holder is not None:
            coding = replace(coding, country=coding.country or holder.country)
        return coding

    def _with_office_of(self, coding: Coding, words: list[Word]) -> Coding:
        """ "intelligence agency officer", "union official": the body before a weak head."""
        last = (coding.noun or "").split()[-1:] or [""]
        if last[0] not in _WEAK_HEADS and last[0] not in _EMPTY_HEADS:
            return coding
        own = len((coding.noun or "").split())
        low = [w.text.lower().replace("’", "'") for w in words]
        ends = [n for n, w in enumerate(low) if w == last[0] or singular(w) == last[0]]
        if not ends:
            return coding
        stop = ends[-1] + 1 - own
        for first in range(max(0, stop - 4), stop):
            agent = self.tables.agents.get(" ".join(low[first:stop]))
            if agent is not None and agent.denotes in ("body", "place") and agent.sector:
                body = " ".join(low[first:stop])
                why = (*coding.why, f"noun {body!r}")
                return replace(coding, sector=agent.sector, second=agent.second, why=why)
        return coding

    def _after(self, coding: Coding, preposition: str, text: str, date: str | None) -> Coding:
        inner = self._part(text, date)
        noun = coding.noun or ""
        last = noun.split()[-1] if noun else ""
        speaks = last.startswith("spokes") and preposition == "for"
        if (preposition == "of" or speaks) and (
            noun == "" or noun in _EMPTY_HEADS or (last in _EMPTY_HEADS and not coding.known)
        ):
            coding = self._filled(coding, inner)
        body = inner.known
        if coding.title is not None and preposition in ("of", "for", "at", "in", "to"):
            coding = replace(coding, of=coding.of or body)
        directed = preposition in ("to", "for", "on") and last in _DIRECTED
        if directed and inner.title is None and not (last == "aide" or last == "adviser"):
            return coding
        if coding.country is None and preposition in (
            "of", "in", "from", "at", "to", "for", "across", "within", "inside", "on", "near",
        ):  # fmt: skip
            coding = replace(coding, country=inner.country, why=(*coding.why, *inner.why[:1]))
        return coding

    def _filled(self, coding: Coding, inner: Coding) -> Coding:
        """A head that says little ("members of …"), filled with what stands after "of"."""
        from_state = inner.known is not None and inner.known.kind in ("state", "government")
        sector = inner.sector if not (from_state and inner.noun is None) else None
        if sector is None or (sector == "UNK" and coding.sector):
            return coding
        if coding.title is not None and sector == "CVL" and coding.sector not in (None, "UNK"):
            return coding
        return replace(
            coding,
            sector=sector,
            second=inner.second,
            noun=coding.noun or inner.noun,
            denotes=coding.denotes or inner.denotes,
            why=(*coding.why, *inner.why),
        )

    def _title(self, words: list[Word], matches: list[Match]) -> tuple[str, Title] | None:
        """The office in the words: the longest, and of equals the last."""
        best: tuple[int, int, str] | None = None
        low = [w.text.lower().replace("’", "'") for w in words]
        for first in range(len(words)):
            for length in range(min(5, len(words) - first), 0, -1):
                key = _office_key(low[first : first + length])
                if key not in self.tables.titles or _inside(words[first], matches):
                    continue
                if any(w.possessive for w in words[first : first + length]):
                    continue
                if best is None or (length, first) >= best[:2]:
                    best = (length, first, key)
                break
        return (best[2], self.tables.titles[best[2]]) if best else None

    def _agent(self, words: list[Word], matches: list[Match]) -> tuple[str | None, Agent | None]:
        """The common noun that denotes the actor: the one that ends last, the longest."""
        low = [w.text.lower().replace("’", "'") for w in words]
        for last in range(len(words), 0, -1):
            if words[last - 1].possessive or _inside(words[last - 1], matches):
                continue
            for first in range(max(0, last - 5), last):
                key = " ".join((*low[first : last - 1], singular(low[last - 1])))
                plain = " ".join(low[first:last])
                for form in (plain, key):
                    if form in self.tables.agents:
                        return form, self.tables.agents[form]
        return None, None

    def _country(
        self, text: str, words: list[Word], matches: list[Match]
    ) -> tuple[str | None, tuple[str, ...]]:
        """The country that names, demonyms and "-based" give; the last before the head."""
        for match in matches:
            joined = text[match.end : match.end + 1] in ("-", "‑")
            if not joined and match.known.kind == "organisation" and match.known.country:
                return match.known.country, (f"name {match.known.name!r}",)
        for match in matches:
            if match.known.country and not joined_participle(text, match.end):
                return match.known.country, (f"name {match.known.name!r}",)
        for size in (3, 2, 1):
            for at in range(len(words) - size + 1):
                surface = " ".join(w.text for w in words[at : at + size])
                country = self._adjective(surface)
                if country is not None:
                    return country, (f"demonym {surface!r}",)
        for size in (4, 3, 2, 1):
            for at in range(len(words) - size + 1):
                surface = " ".join(w.text for w in words[at : at + size]).replace("’", "'")
                country = self.tables.cities.get(surface)
                if country is not None and self._names_town(words, at, size):
                    return country, (f"town {surface!r}",)
        return None, ()

    def _names_town(self, words: list[Word], at: int, size: int) -> bool:
        """ "Shanghai police" and "Shanghai", not the surname in "Paulo Valencia"."""
        return len(words) == size or any(self.may_denote(w.text) for w in words[at + size :])

    def _adjective(self, surface: str) -> str | None:
        based = _BASED.match(surface)
        if based is not None:
            known = self.lexicon.exact(based["place"])
            if known is not None and known.kind in ("state", "government"):
                return known.country
        if _OPPOSED.search(surface):
            return None
        if surface in self.tables.adjectives:
            return self.tables.adjectives[surface]
        if surface.isupper() and surface.title() in self.tables.adjectives:
            return self.tables.adjectives[surface.title()]
        head, _, tail = surface.partition("-")
        if tail and tail[:1].islower():
            return None
        return self.tables.adjectives.get(head) if tail else None


def code_phrase(
    phrase: str, date: str | None = None, coder: PhraseCoder | None = None
) -> tuple[str | None, str | None]:
    """PLOVER country and sector of an actor phrase.

    Args:
        phrase: "French Foreign Minister Jean-Yves Le Drian".
        date: ISO 8601; office holders are judged as of then, or as of the tables' end.
        coder: built once and passed in; read from our tables where it is not.
    """
    coding = (coder or PhraseCoder.load(Tables())).code(phrase, date)
    return coding.country, coding.sector


def joined_participle(text: str, end: int) -> bool:
    """Whether a participle is joined to the name that ends at ``end``: "Moscow-backed"."""
    return text[end : end + 1] in ("-", "‑", "–") and text[end + 1 : end + 2].islower()


def _office_key(low: list[str]) -> str:
    last = low[-1]
    if last.startswith("ex-"):
        last = last[3:]
    words = [low[0][3:] if low[0].startswith("ex-") else low[0], *low[1:]]
    words[-1] = last if len(low) > 1 else words[0]
    key = " ".join(words)
    one = singular(words[-1])
    return key if key.endswith(".") or one == words[-1] else " ".join((*words[:-1], one))


def _inside(word: Word, matches: Iterable[Match]) -> bool:
    return any(m.start <= word.start < m.end for m in matches)


def _body(matches: list[Match]) -> Known | None:
    for match in reversed(matches):
        if match.known.kind not in ("state", "government"):
            return match.known
    return matches[-1].known if matches else None


def _is_later(noun: str | None, office: str, text: str) -> bool:
    """Whether the common noun ends after the office: "police chief's office"."""
    if noun is None or noun == office or office.endswith(noun):
        return False
    low = text.lower()
    head = noun.split()[-1][:4]
    return low.rfind(head) > low.rfind(office.split()[-1])


def _with_body(coding: Coding, known: Known | None) -> Coding:
    """A named body gives its sector where the head says little or nothing."""
    if known is None or known.sector is None or known.kind in ("state", "government"):
        return coding
    noun = coding.noun or ""
    last = noun.split()[-1] if noun else ""
    weak = noun == "" or last in _EMPTY_HEADS or coding.sector in (None, "UNK", "UAF")
    if weak or known.kind == "armed-group":
        return replace(
            coding, sector=known.sector, second=coding.second, of=known,
            why=(*coding.why, f"name {known.name!r}"),
        )  # fmt: skip
    return coding


def _of_known(known: Known) -> Coding:
    return Coding(
        country=known.country, sector=known.sector, known=known, why=(f"name {known.name!r}",)
    )


def _joined(first: Coding, second: Coding) -> Coding:
    return replace(
        first,
        country=first.country or second.country,
        sector=first.sector or second.sector,
        second=first.second or (second.second if first.sector is None else None),
        title=first.title or second.title,
        noun=first.noun or second.noun,
        denotes=first.denotes or second.denotes,
        of=first.of or second.of,
        former=first.former or second.former,
        why=(*first.why, *second.why),
    )


def _parts(phrase: str) -> list[str]:
    """The phrase cut at commas and brackets, not inside "Washington, D.C."."""
    kept = re.sub(r",(\s[A-Z]\.[A-Z]\.)", r"\1", phrase)
    return [part.strip() for part in re.split(r"[,;()–—]|\s-\s", kept) if part.strip()]


def _cut(text: str, spans: list[tuple[int, int]]) -> tuple[str, list[tuple[str, str]]]:
    """The words before the first preposition, and each preposition with what follows it."""
    words = list(words_of(text))
    cuts = [
        w
        for w in words
        if w.text.lower() in _PREPOSITIONS and not any(s < w.start < e for s, e in spans)
    ]
    if not cuts:
        return text, []
    edges = [w.start for w in cuts] + [len(text)]
    pieces = [(w.text.lower(), text[w.end : edges[n + 1]].strip()) for n, w in enumerate(cuts)]
    return text[: cuts[0].start].strip(), _nested(pieces)


def _nested(pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """A relative clause ends the phrase; pieces without words are left out."""
    kept: list[tuple[str, str]] = []
    for preposition, words in pieces:
        if preposition in ("who", "that", "which", "whose", "where"):
            break
        if words:
            kept.append((preposition, words))
    return kept
