"""The network as it is trained: layers of its own on the shared encoder's states, and its heads.

What it takes from the network of the shared encoder is in ``training/attribution``, which has to
be on the path (``make.py`` puts it there).
"""

from __future__ import annotations

from pathlib import Path

import torch
from network import VECTOR, Encoder, Links
from torch import Tensor, nn
from transformers import BertConfig, BertModel
from transformers.models.bert.modeling_bert import BertLayer

from onrecord.language.encoder.encoder import DEPTH
from onrecord.language.encoder.hints import REACH
from onrecord.moves.tagger.candidates import FEATURES, RECIPIENT_FEATURES
from onrecord.moves.tagger.known import SIZES
from onrecord.moves.tagger.labels import CUE, TERMS
from onrecord.moves.tagger.limits import LIMIT_FEATURES

SCORERS = ("party", "toward", "due")


class Branch(nn.Module):
    """States of the shared encoder -> label scores of terms and cues, vectors of the links."""

    def __init__(self, config: BertConfig, layers: int) -> None:
        super().__init__()
        self.known = nn.ModuleList(nn.Embedding(size, config.hidden_size) for size in SIZES)
        for one in self.known:
            nn.init.zeros_(one.weight)
        self.layers = nn.ModuleList(BertLayer(config, layer_idx=n) for n in range(layers))
        self.terms = nn.Linear(config.hidden_size, TERMS)
        self.cues = nn.Linear(config.hidden_size, CUE)
        self.link = nn.Linear(config.hidden_size, VECTOR)
        self.dropout = nn.Dropout(0.1)
        self.apart = nn.Dropout(0.3)

    def forward(
        self, states: Tensor, known: Tensor, mask: Tensor | None
    ) -> tuple[Tensor, Tensor, Tensor]:
        for column, embedding in enumerate(self.known):
            states = states + embedding(known[..., column])
        for layer in self.layers:
            states = layer(states, attention_mask=mask)
            states = states[0] if isinstance(states, tuple) else states
        states = self.dropout(states)
        return self.terms(states), self.cues(states), self.apart(self.link(states))


class Heads(nn.Module):
    """What is learned beside it: scorers of whose, to whom and when; weights of the rules' word."""

    def __init__(self) -> None:
        super().__init__()
        self.links = nn.ModuleList(
            Links(features) for features in (FEATURES, RECIPIENT_FEATURES, LIMIT_FEATURES)
        )
        self.terms = nn.Parameter(torch.zeros(2 * REACH + 1, TERMS, TERMS))
        self.cues = nn.Parameter(torch.zeros(2 * REACH + 1, CUE, CUE))

    def arrays(self) -> dict[str, Tensor]:
        """The weights under the names that the package knows."""
        found = {"terms": self.terms, "cues": self.cues}
        for name, links in zip(SCORERS, self.links, strict=True):
            found |= links.arrays(name)
        return found


def branch_of(trained: Path, config: BertConfig) -> Branch:
    """A branch behind layer ``DEPTH`` that starts from copies of the shared encoder's layers above.

    Args:
        trained: ``tagger.pt`` of ``training/attribution``.
        config: of the pretrained encoder.
    """
    encoder = Encoder(BertModel(config, add_pooling_layer=False))
    state = torch.load(trained, map_location="cpu", weights_only=True)
    encoder.load_state_dict(state["model"])
    above = encoder.bert.encoder.layer[DEPTH:]
    branch = Branch(config, len(above))
    for own, theirs in zip(branch.layers, above, strict=True):
        own.load_state_dict(theirs.state_dict())
    return branch
