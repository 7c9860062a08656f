"""The tagger as it is trained: the encoder, a head for labels, a head for link vectors."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from transformers import BertModel

from onrecord.statements.tagger.links import FEATURES
from onrecord.statements.tagger.pieces import FORMS, LABELS

LINK = 64
HIDDEN = 64


class Encoder(nn.Module):
    """Numbers, forms and hints of a batch of windows -> label scores and link vectors.

    The embedding of a piece is that of the pretrained encoder plus one for its form and one for
    its hint, both zero before training.
    """

    def __init__(self, bert: BertModel) -> None:
        super().__init__()
        self.bert = bert
        size = bert.config.hidden_size
        self.form = nn.Embedding(FORMS, size)
        self.hint = nn.Embedding(len(LABELS), size)
        nn.init.zeros_(self.form.weight)
        nn.init.zeros_(self.hint.weight)
        self.labels = nn.Linear(size, len(LABELS))
        self.link = nn.Linear(size, LINK)
        self.dropout = nn.Dropout(0.1)

    def forward(
        self, numbers: Tensor, forms: Tensor, hints: Tensor, mask: Tensor
    ) -> tuple[Tensor, Tensor]:
        words = self.bert.embeddings.word_embeddings(numbers)
        words = words + self.form(forms) + self.hint(hints)
        states = self.bert(inputs_embeds=words, attention_mask=mask).last_hidden_state
        states = self.dropout(states)
        return torch.log_softmax(self.labels(states), -1), self.link(states)


class Scorer(nn.Module):
    """A scorer of links; the formula is in ``onrecord.statements.tagger.links``."""

    def __init__(self) -> None:
        super().__init__()
        self.query = nn.Linear(LINK, HIDDEN, bias=False)
        self.candidate = nn.Linear(LINK, HIDDEN, bias=False)
        self.product = nn.Linear(LINK, HIDDEN, bias=False)
        self.features = nn.Linear(FEATURES, HIDDEN, bias=True)
        self.out = nn.Linear(HIDDEN, 1)
        self.none = nn.Linear(LINK, 1)

    def forward(self, query: Tensor, candidates: Tensor, features: Tensor) -> Tensor:
        """Scores of none and each candidate: links x (1 + candidates)."""
        hidden = (
            self.query(query)[:, None]
            + self.candidate(candidates)
            + self.product(candidates * query[:, None])
            + self.features(features)
        )
        each = self.out(torch.relu(hidden)).squeeze(-1)
        return torch.cat([self.none(query), each], 1)

    def arrays(self) -> dict[str, Tensor]:
        """The weights under the names that the run-time scorer knows."""
        return {
            "query": self.query.weight,
            "candidate": self.candidate.weight,
            "product": self.product.weight,
            "features": self.features.weight,
            "bias": self.features.bias,
            "out": self.out.weight[0],
            "none": self.none.weight[0],
            "offsets": torch.cat([self.out.bias, self.none.bias]),
        }
