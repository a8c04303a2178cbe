"""Tags for every piece and, for every cue, a score for each piece as its source and content.

One encoder pass; then a biaffine scorer as in semantic role labelling (Dozat and Manning 2017;
Cai et al. 2018), anchored on the cue's first piece. Each side's own logit rides along as one
more dimension, so that at run time one matrix product gives the whole score but the biases.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - torch's own name

from data import Example
from transformer import Transformer

ROLES = ("source", "content")
TAGS = 9  # outside, begin, inside for cue, source, content
REACH = 256  # pieces either side of a cue that it can claim
PARAGRAPHS = 2  # paragraph differences beyond this count as this
_BUCKETS = 24


def distance_bucket(distance: Tensor) -> Tensor:
    """Signed distances in pieces to `[0, 2 * _BUCKETS)`: exact to 8, then logarithmic."""
    n = distance.abs()
    large = 8 + (torch.log(n.clamp(min=1).float() / 8) / np.log(REACH / 8) * (_BUCKETS - 8)).long()
    return torch.where(n < 8, n, large.clamp(max=_BUCKETS - 1)) + _BUCKETS * (distance < 0)


@dataclass(frozen=True, slots=True)
class Batch:
    """`B` windows padded to `T` with `C` cues in all; see `collate`."""

    ids: Tensor  # [B, T]
    cases: Tensor  # [B, T]
    valid: Tensor  # [B, T]
    paragraph: Tensor  # [B, T]
    tags: Tensor  # [B, T, 3], -1 where padded
    row: Tensor  # [C] window of each cue
    cue: Tensor  # [C] its first piece
    target: Tensor  # [C, 2, T] share of source and content, 0..1
    weight: Tensor  # [C, 2, T], 0 where unknown or padded

    def to(self, device: torch.device) -> Batch:
        """The same on another device."""
        return Batch(*(getattr(self, f.name).to(device, non_blocking=True) for f in fields(self)))


def collate(
    examples: Sequence[Example], ends: tuple[int, int, int], numbers: Tensor | None = None
) -> Batch:
    """Pad to the longest window; `ends` are the ids put first, last and for padding.

    `numbers` `[V]` turns the ids into another vocabulary's.
    """
    first, last, pad = ends
    length = max(len(e.pieces.ids) for e in examples) + 2
    length += -length % 8  # what fused attention asks of a mask's rows
    count = sum(len(e.labels.cues) for e in examples)
    shape = (len(examples), length)
    ids = np.full(shape, pad, np.int64)
    cases, paragraph = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    valid, tags = np.zeros(shape, bool), np.full((*shape, 3), -1, np.int64)
    row, cue = np.zeros(count, np.int64), np.zeros(count, np.int64)
    target = np.zeros((count, 2, length), np.float32)
    weight = np.zeros((count, 2, length), np.float32)
    at = 0
    for b, e in enumerate(examples):
        n, c = len(e.pieces.ids), len(e.labels.cues)
        ids[b, 0], ids[b, n + 1] = first, last
        ids[b, 1 : n + 1], cases[b, 1 : n + 1] = e.pieces.ids, e.pieces.cases
        paragraph[b, 1 : n + 1] = e.pieces.paragraph
        valid[b, : n + 2], tags[b, 1 : n + 1] = True, e.labels.tags
        row[at : at + c], cue[at : at + c] = b, e.labels.cues + 1
        target[at : at + c, 0, 1 : n + 1] = e.labels.source
        target[at : at + c, 1, 1 : n + 1] = e.labels.content
        weight[at : at + c, 0, 1 : n + 1] = e.source_known[:, None]
        weight[at : at + c, 1, 1 : n + 1] = 1
        at += c
    arrays = (cases, valid, paragraph, tags, row, cue, target, weight)
    pieces = torch.from_numpy(ids)
    pieces = pieces if numbers is None else numbers[pieces]
    return Batch(pieces, *(torch.from_numpy(a) for a in arrays))


class Attributor(nn.Module):
    """Encoder and heads."""

    def __init__(self, encoder: Transformer, *, rank: int) -> None:
        super().__init__()
        self.encoder, self.rank = encoder, rank
        width = encoder.shape.width
        self.tag = nn.Linear(width, TAGS)
        self.sides = nn.Linear(width, 4 * rank)
        self.biaffine = nn.Parameter(torch.randn(2, rank, rank) / rank)
        self.own = nn.Parameter(torch.zeros(2, 2, rank))
        self.base = nn.Parameter(torch.full((2,), -2.0))
        self.distance = nn.Parameter(torch.zeros(2, 2 * _BUCKETS))
        self.paragraphs = nn.Parameter(torch.zeros(2, 2 * PARAGRAPHS + 1))

    def forward(
        self, ids: Tensor, cases: Tensor, valid: Tensor, low: torch.dtype = torch.bfloat16
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Tag logits `[B, T, 9]`, cue sides and piece sides, both `[B, T, 2, rank + 2]`."""
        return self.heads(self.encoder(ids, cases, valid, low=low))

    def heads(self, hidden: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """What `forward` gives, from the encoder's states `[B, T, H]`; always in fp32."""
        with torch.autocast(hidden.device.type, enabled=False):
            return self._heads(hidden.float())

    def _heads(self, hidden: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        batch, length, _ = hidden.shape
        sides = F.gelu(self.sides(hidden)).view(batch, length, 2, 2, self.rank)
        cue_raw, piece = sides[:, :, 0], sides[:, :, 1]
        cue = torch.einsum("btrd,rde->btre", cue_raw, self.biaffine)
        own_cue = (cue_raw * self.own[0]).sum(-1, keepdim=True) + self.base[:, None]
        own_piece = (piece * self.own[1]).sum(-1, keepdim=True)
        one = torch.ones_like(own_cue)
        return (
            self.tag(hidden),
            torch.cat([cue, own_cue, one], -1),
            torch.cat([piece, one, own_piece], -1),
        )

    def pairs(self, cue: Tensor, piece: Tensor, batch: Batch) -> Tensor:
        """Logits `[C, 2, T]` of the batch's cues against their windows' pieces; in fp32."""
        with torch.autocast(piece.device.type, enabled=False):
            return self._pairs(cue, piece, batch)

    def _pairs(self, cue: Tensor, piece: Tensor, batch: Batch) -> Tensor:
        length = piece.shape[1]
        scores = torch.einsum("crd,ctrd->crt", cue[batch.row, batch.cue], piece[batch.row])
        gap = torch.arange(length, device=piece.device)[None, :] - batch.cue[:, None]
        crossed = batch.paragraph[batch.row]
        crossed = crossed - crossed.gather(1, batch.cue[:, None])
        crossed = crossed.clamp(-PARAGRAPHS, PARAGRAPHS) + PARAGRAPHS
        bias = self.distance[:, distance_bucket(gap)] + self.paragraphs[:, crossed]
        return scores + bias.transpose(0, 1)

    @classmethod
    def build(
        cls, folder: Path, *, rank: int, dropout: float, seed: int, frozen: int, words: bool = False
    ) -> Attributor:
        torch.manual_seed(seed)
        encoder = Transformer.load(folder, dropout=dropout, seed=seed, frozen=frozen, words=words)
        return cls(encoder, rank=rank)


def loss_of(model: Attributor, batch: Batch, *, dice: float) -> tuple[Tensor, dict[str, Tensor]]:
    """Cross entropy of tags and pairs, all per piece, plus a soft Dice loss per cue."""
    tags, cue, piece = model(batch.ids, batch.cases, batch.valid)
    known = batch.tags[..., 0] >= 0
    total = known.sum()
    ce = [
        F.cross_entropy(tags[..., 3 * i : 3 * i + 3][known], batch.tags[..., i][known])
        for i in range(3)
    ]
    loss = ce[0] + 0.5 * ce[1] + 0.5 * ce[2]
    parts = {"cue": ce[0].detach(), "src": ce[1].detach(), "con": ce[2].detach()}
    if len(batch.cue):
        logits = model.pairs(cue, piece, batch)
        bce = F.binary_cross_entropy_with_logits(
            logits, batch.target, weight=batch.weight, reduction="none"
        ).sum((0, 2))
        loss = loss + (2 * bce[0] + bce[1]) / total
        parts |= {"psrc": (bce[0] / total).detach(), "pcon": (bce[1] / total).detach()}
        if dice:
            p = logits.sigmoid() * batch.weight
            both = (p * batch.target).sum(2) + 0.5
            d = 1 - 2 * both / (p.sum(2) + (batch.target * batch.weight).sum(2) + 1)
            loss = loss + dice * d.sum() / total
            parts["dice"] = d.mean().detach()
    return loss, parts
