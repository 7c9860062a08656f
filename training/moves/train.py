"""Train the branch that finds moves, on the states of the shared encoder.

    python training/moves/train.py PREPARED.jsonl --shared TAGGER.pt --encoder FOLDER --out FOLDER
        [--epochs 5] [--kept 0.08] [--seed 7]

PREPARED is what ``prepare.py`` writes; TAGGER.pt is the trained shared encoder
(``training/attribution``). The branch is shown what the shipped encoder knows behind its layer
``DEPTH``, and starts from copies of the layers above. OUT gets
``moves.pt``. ``--kept`` of the dispatches are not trained on; the figures are of them.

Labels: cross-entropy over BIO. Links: for the terms of each move the softmax over the mentions of
parties in the window and "none", once for the party and once for the recipient; every mention of
the right actor is right. AdamW, linear warm-up and decay.
"""

from __future__ import annotations

import argparse
import random
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from batching import batches, padded, tables, told
from branch import Branch, Heads, branch_of
from corpus import load, mended, tokenizer_of
from marked import is_kept
from network import means
from numpy.typing import NDArray
from torch import Tensor, nn
from transformers import BertConfig

from onrecord.language.encoder import Encoder, Window, windows
from onrecord.language.encoder.decode import Decoder, spans_of
from onrecord.language.encoder.labels import labels_of, painted
from onrecord.moves.tagger.labels import KINDS

PIECES = 1024  # of a batch, padding counted
DROPPED = 0.1  # of the states that the branch is shown
RATE, HEAD_RATE = 2e-4, 1e-3
LINK_WEIGHT = 0.45  # of the mean loss of three kinds of questions, beside the labels
_ASKED = {  # role: the candidates, their features
    "party": ("candidates", "features"),
    "to": ("candidates", "wide"),
    "by": ("times", "limits"),
}


@dataclass
class Asked:
    """A question to a scorer of links: whose are the terms? ``right`` is empty for nobody."""

    terms: tuple[int, int]
    spans: list[tuple[int, int]]
    features: NDArray[np.float32]
    right: list[int]


@dataclass
class Example:
    """A window with what it should give."""

    window: Window
    known: list[list[int]]
    terms: list[int]
    cues: list[int]
    told_terms: list[int]
    told_cues: list[int]
    links: tuple[list[Asked], ...]  # of whose, to whom and by when
    states: Tensor | None = None


def examples(row: dict[str, Any], tokenizer: Any) -> list[Example]:
    """The windows of a dispatch."""
    found = []
    size = len(row["text"])
    read = windows(tokenizer, row["text"], row["paragraphs"], row["quotations"])
    for window, known in zip(read, row["known"], strict=True):
        labels = [
            labels_of(window, painted(size, map(tuple, spans)))
            for spans in (row["terms"], row["cues"], row["rules"]["terms"], row["rules"]["cues"])
        ]
        found.append(
            Example(
                window,
                known,
                mended(labels[0]),
                mended(labels[1]),
                *labels[2:],
                tuple(_asked(window, row["moves"], role) for role in _ASKED),
            )
        )
    return found


def _asked(window: Window, moves: list[dict[str, Any]], role: str) -> list[Asked]:
    found = []
    candidates, features = _ASKED[role]
    for move in moves:
        start, end = move["terms"]
        if not window.start <= start < window.end or not move[candidates]:
            continue
        if move[role] is None or end > window.end:
            continue
        terms = window.pieces(start, end)
        if terms[0] >= terms[1]:
            continue
        spans = [window.pieces(*one[:2]) for one in move[candidates]]
        right = [
            number
            for number, one in enumerate(move[candidates])
            if (one[2] if len(one) > 2 else number) in move[role]
        ]
        found.append(Asked(terms, spans, np.array(move[features], np.float32), right))
    return found


class Trainer:
    """The networks and one step of training."""

    def __init__(self, encoder: Encoder, branch: Branch) -> None:
        self.encoder, self.branch, self.heads = encoder, branch, Heads()

    def read(self, batch: list[Example]) -> tuple[Tensor, Tensor, Tensor]:
        """What the branch says of a batch, the rules' word added."""
        mask = padded([[1] * len(one.window.numbers) for one in batch], 0)
        states = nn.utils.rnn.pad_sequence([self._states(one) for one in batch], batch_first=True)
        if self.branch.training:
            hidden = torch.rand(states.shape[:2]) < DROPPED
            states = states.masked_fill(hidden[..., None], 0.0)
        wide = (1.0 - mask[:, None, None, :].float()) * -1e4
        known = nn.utils.rnn.pad_sequence([torch.tensor(o.known) for o in batch], batch_first=True)
        terms, cues, vectors = self.branch(states, known, wide)
        terms = terms + told([o.told_terms for o in batch], self.heads.terms)
        cues = cues + told([o.told_cues for o in batch], self.heads.cues)
        return terms, cues, vectors

    def _states(self, one: Example) -> Tensor:
        """The shared encoder's states of a window, computed once."""
        if one.states is None:
            one.states = torch.from_numpy(self.encoder.encode(one.window).states)
        return one.states

    def loss(self, batch: list[Example]) -> Tensor:
        terms, cues, vectors = self.read(batch)
        return (
            self._label_loss(terms, [one.terms for one in batch])
            + 0.5 * self._label_loss(cues, [one.cues for one in batch])
            + LINK_WEIGHT * self._link_loss(batch, vectors)
        )

    @staticmethod
    def _label_loss(scores: Tensor, labels: list[list[int]]) -> Tensor:
        return nn.functional.cross_entropy(
            scores.flatten(0, 1), padded(labels, -100).flatten(), ignore_index=-100
        )

    def _link_loss(self, batch: list[Example], vectors: Tensor) -> Tensor:
        losses = []
        for role in range(len(_ASKED)):
            asked = [(row, one) for row, e in enumerate(batch) for one in e.links[role]]
            if asked:
                rows = torch.tensor([row for row, _ in asked])
                chances = self.scores([one for _, one in asked], rows, vectors, role).log_softmax(1)
                right = torch.zeros_like(chances, dtype=torch.bool)
                for at, (_, one) in enumerate(asked):
                    right[at, [r + 1 for r in one.right] or [0]] = True
                losses.append(-chances.masked_fill(~right, -1e4).logsumexp(1).mean())
        return torch.stack(losses).mean() if losses else vectors.sum() * 0.0

    def scores(self, asked: list[Asked], rows: Tensor, vectors: Tensor, role: int) -> Tensor:
        """Scores of nobody and of each candidate: questions x (1 + candidates)."""
        query = means(
            vectors,
            rows,
            torch.tensor([one.terms[0] for one in asked]),
            torch.tensor([one.terms[1] for one in asked]),
        )
        first, last, features, absent = tables(
            [one.spans for one in asked], [one.features for one in asked]
        )
        each = means(vectors, rows[:, None].expand_as(first), first, last)
        scores = self.heads.links[role](query, each, features)
        return torch.cat([scores[:, :1], scores[:, 1:].masked_fill(absent, -1e4)], 1)


def figures(trainer: Trainer, kept: list[Example]) -> str:
    """Terms found with their kind (sharing words), and links right, on windows not trained on."""
    trainer.branch.eval()
    gold = found = right = right_gold = 0
    links = [[0, 0, 0, 0] for _ in _ASKED]
    with torch.no_grad():
        for one in kept:
            terms, _, vectors = trainer.read([one])
            spans = Decoder(len(KINDS)).spans(terms[0].log_softmax(-1).numpy())
            spans = [(s.role, s.first, s.last) for s in spans]
            wanted = spans_of(one.terms)
            gold, found = gold + len(wanted), found + len(spans)
            right += sum(any(_shares(s, w) for w in wanted) for s in spans)
            right_gold += sum(any(_shares(s, w) for s in spans) for w in wanted)
            for role in range(len(_ASKED)):
                for asked in one.links[role]:
                    scores = trainer.scores([asked], torch.tensor([0]), vectors, role)
                    best = int(scores.argmax())
                    is_right = best - 1 in asked.right if asked.right else best == 0
                    links[role][bool(asked.right)] += is_right
                    links[role][2 + bool(asked.right)] += 1
    trainer.branch.train()
    p, r = right / max(found, 1), right_gold / max(gold, 1)
    said = "; ".join(
        f"{role} {told / max(tells, 1):.3f} of {tells}, none {no / max(none, 1):.3f} of {none}"
        for role, (no, told, none, tells) in zip(_ASKED, links, strict=True)
    )
    f = 2 * p * r / max(p + r, 1e-9)
    return f"terms P {p:.3f} R {r:.3f} F {f:.3f} of {gold}; {said}"


def _shares(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def train(
    trainer: Trainer, learned: list[Example], kept: list[Example], epochs: int, order: random.Random
) -> None:
    """All epochs; prints the figures of ``kept`` after each."""
    layers = list(trainer.branch.layers.parameters())
    own = [p for n, p in trainer.branch.named_parameters() if not n.startswith("layers.")]
    own += trainer.heads.parameters()
    optimizer = torch.optim.AdamW(
        [{"params": layers, "lr": RATE}, {"params": own, "lr": HEAD_RATE}], weight_decay=0.01
    )
    plan = [batches(learned, order, PIECES) for _ in range(epochs)]
    steps = sum(map(len, plan))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1.0, (s + 1) / (0.06 * steps)) * (1 - s / steps)
    )
    began = time.time()
    for epoch, steps_of in enumerate(plan):
        order.shuffle(steps_of)
        total = 0.0
        for batch in steps_of:
            loss = trainer.loss(batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_([*layers, *own], 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
        said = f"{total / len(steps_of):.3f} {time.time() - began:.0f} s; {figures(trainer, kept)}"
        print(f"{epoch} loss {said}", flush=True)


def main() -> None:
    """Train and save."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("prepared", type=Path, nargs="+")
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--kept", type=float, default=0.08)
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    tokenizer = tokenizer_of(args.encoder)
    learned: list[Example] = []
    kept: list[Example] = []
    for row in (row for path in args.prepared for row in load(path)):
        (kept if is_kept(row["id"], args.kept) else learned).extend(examples(row, tokenizer))
    print(f"{len(learned)} windows, {len(kept)} kept", flush=True)
    # No dropout of attention: its random numbers are many and slow to draw.
    config = BertConfig.from_pretrained(
        args.encoder, hidden_dropout_prob=0.1, attention_probs_dropout_prob=0.0
    )
    trainer = Trainer(Encoder.load(), branch_of(args.shared, config))
    train(trainer, learned, kept, args.epochs, random.Random(args.seed))
    args.out.mkdir(parents=True, exist_ok=True)
    state = {"branch": trainer.branch.state_dict(), "heads": trainer.heads.state_dict()}
    torch.save(state, args.out / "moves.pt")


if __name__ == "__main__":
    main()
