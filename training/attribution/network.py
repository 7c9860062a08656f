"""The network as it is trained: the encoder, heads for labels, links and antecedents, scorers."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from transformers import BertModel

from onrecord.language.encoder import FORMS
from onrecord.language.encoder.antecedents import FEATURES as PAIR_FEATURES
from onrecord.language.encoder.hints import REACH
from onrecord.statements.tagger.labels import LABELS
from onrecord.statements.tagger.links import FEATURES as LINK_FEATURES

VECTOR = 64
HIDDEN = 64
MASK = 103  # [MASK] of the uncased word list of BERT


class Encoder(nn.Module):
    """Numbers and forms of a batch of windows -> label scores, link and antecedent vectors.

    The embedding of a piece is that of the pretrained encoder, which is not trained further,
    plus one for its form, zero before training.
    """

    def __init__(self, bert: BertModel) -> None:
        super().__init__()
        self.bert = bert
        bert.embeddings.word_embeddings.weight.requires_grad_(False)
        size = bert.config.hidden_size
        self.form = nn.Embedding(FORMS, size)
        nn.init.zeros_(self.form.weight)
        self.labels = nn.Linear(size, len(LABELS))
        self.link = nn.Linear(size, VECTOR)
        self.refer = nn.Linear(size, VECTOR)
        self.dropout = nn.Dropout(0.1)

    def forward(
        self, numbers: Tensor, forms: Tensor, mask: Tensor | None
    ) -> tuple[Tensor, Tensor, Tensor]:
        states = self.dropout(self.states(numbers, forms, mask)[-1])
        return self.labels(states), self.link(states), self.refer(states)

    def states(self, numbers: Tensor, forms: Tensor, mask: Tensor | None) -> tuple[Tensor, ...]:
        """The states of the pieces: before the first layer, and behind each."""
        words = self.bert.embeddings.word_embeddings(numbers) + self.form(forms)
        read = self.bert(inputs_embeds=words, attention_mask=mask, output_hidden_states=True)
        return tuple(read.hidden_states)


class Pairs(nn.Module):
    """A scorer of pairs; the formula is in ``onrecord.language.encoder.pairs``."""

    def __init__(self, features: int) -> None:
        super().__init__()
        self.query = nn.Linear(VECTOR, HIDDEN, bias=False)
        self.candidate = nn.Linear(VECTOR, HIDDEN, bias=False)
        self.product = nn.Linear(VECTOR, HIDDEN, bias=False)
        self.features = nn.Linear(features, HIDDEN, bias=True)
        self.out = nn.Linear(HIDDEN, 1)

    def forward(self, query: Tensor, candidates: Tensor, features: Tensor) -> Tensor:
        """Scores of the candidates: queries x candidates."""
        hidden = (
            self.query(query)[:, None]
            + self.candidate(candidates)
            + self.product(candidates * query[:, None])
            + self.features(features)
        )
        return self.out(torch.relu(hidden)).squeeze(-1)

    def arrays(self, name: str) -> dict[str, Tensor]:
        """The weights under the names that the run-time scorer knows."""
        return {
            f"{name}.query": self.query.weight,
            f"{name}.candidate": self.candidate.weight,
            f"{name}.product": self.product.weight,
            f"{name}.features": self.features.weight,
            f"{name}.bias": self.features.bias,
            f"{name}.out": self.out.weight[0],
            f"{name}.offset": self.out.bias,
        }


class Links(nn.Module):
    """A scorer of links: pairs, or none of them."""

    def __init__(self, features: int) -> None:
        super().__init__()
        self.pairs = Pairs(features)
        self.none = nn.Linear(VECTOR, 1)

    def forward(self, query: Tensor, candidates: Tensor, features: Tensor) -> Tensor:
        """Scores of none and each candidate: links x (1 + candidates)."""
        return torch.cat([self.none(query), self.pairs(query, candidates, features)], 1)

    def arrays(self, name: str) -> dict[str, Tensor]:
        """The weights under the names that the run-time scorer knows."""
        return self.pairs.arrays(name) | {
            f"{name}.none": self.none.weight[0],
            f"{name}.absent": self.none.bias,
        }


class Heads(nn.Module):
    """What is learned beside the encoder: three scorers of links, one of antecedents, hints."""

    def __init__(self) -> None:
        super().__init__()
        self.links = nn.ModuleList(Links(LINK_FEATURES) for _ in range(3))
        self.antecedent = Pairs(PAIR_FEATURES)
        self.hints = nn.Parameter(torch.zeros(2 * REACH + 1, len(LABELS), len(LABELS)))

    def arrays(self) -> dict[str, Tensor]:
        """The weights under the names that the package knows."""
        found = {"hints": self.hints, **self.antecedent.arrays("antecedent")}
        for number, links in enumerate(self.links):
            found |= links.arrays(f"link{number}")
        return found


def means(vectors: Tensor, rows: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """The mean of the vectors of pieces ``first`` to ``last`` of window ``rows``."""
    sums = torch.cat([torch.zeros_like(vectors[:, :1]), vectors.cumsum(1)], 1)
    return (sums[rows, last] - sums[rows, first]) / (last - first)[..., None]
