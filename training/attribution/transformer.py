"""Two post-norm transformers, BERT and MPNet, written for bf16 training on a CPU.

Linear weights and activations are bf16 (the optimiser keeps fp32 masters, see `optim.py`),
dropout draws its masks from a pool made once (drawing them anew costs a quarter of a step). On a
GPU the weights stay fp32 under autocast. Word embeddings stay frozen unless asked otherwise: the
annotated articles hold too few of the 30,000 pieces to move them well.

Devlin et al. 2019 (BERT); Song et al. 2020 (MPNet); Wang et al. 2020 (MiniLM).
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - torch's own name

CASES = 4  # lower or other, Capitalised, UPPER, digit
_POOL_SIZE = 1 << 25


class DropoutPool:
    """Ready-made dropout masks: a random slice of one long bf16 vector of 0 and 1/(1-p)."""

    def __init__(self, rate: float, seed: int) -> None:
        self.rate = rate
        self._rng = torch.Generator().manual_seed(seed)
        keep = torch.rand(_POOL_SIZE, generator=self._rng) >= rate
        self._pool = keep.to(torch.bfloat16) / (1 - rate)

    def __call__(self, x: Tensor) -> Tensor:
        if x.device.type != "cpu":
            return F.dropout(x, self.rate)
        start = int(torch.randint(_POOL_SIZE - x.numel(), (1,), generator=self._rng))
        return x * self._pool[start : start + x.numel()].view(x.shape)


@dataclass(frozen=True)
class Shape:
    """What the weights look like; read from the checkpoint's own config.json."""

    kind: str
    layers: int
    width: int
    heads: int
    inner: int
    norm_eps: float
    vocabulary: int
    positions: int

    @classmethod
    def read(cls, folder: Path) -> Shape:
        raw = json.loads((folder / "config.json").read_text(encoding="utf8"))
        return cls(
            kind=raw["model_type"],
            layers=raw["num_hidden_layers"],
            width=raw["hidden_size"],
            heads=raw["num_attention_heads"],
            inner=raw["intermediate_size"],
            norm_eps=raw["layer_norm_eps"],
            vocabulary=raw["vocab_size"],
            positions=raw["max_position_embeddings"],
        )


class Layer(nn.Module):
    """One post-norm block over `[B, T, H]`."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads, self.eps = shape.heads, shape.norm_eps
        self.qkv = nn.Linear(shape.width, 3 * shape.width)
        self.out = nn.Linear(shape.width, shape.width)
        self.up = nn.Linear(shape.width, shape.inner)
        self.down = nn.Linear(shape.inner, shape.width)
        self.norm1 = nn.LayerNorm(shape.width, eps=shape.norm_eps)
        self.norm2 = nn.LayerNorm(shape.width, eps=shape.norm_eps)

    def forward(self, x: Tensor, mask: Tensor, drop: DropoutPool | None) -> Tensor:
        batch, length, width = x.shape
        split = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads)
        q, k, v = split.permute(2, 0, 3, 1, 4)
        if x.device.type == "cpu" and self.up.weight.requires_grad and torch.is_grad_enabled():
            # Written out: the fused kernel's backward pass is slower here (AMX, short windows).
            q, k, v = (a.reshape(batch * self.heads, length, -1) for a in (q, k, v))
            scores = torch.baddbmm(mask.flatten(0, 1), q, k.mT, alpha=q.shape[-1] ** -0.5)
            y = torch.bmm(torch.softmax(scores, -1), v).view(batch, self.heads, length, -1)
        else:
            y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        y = self.out(y.transpose(1, 2).reshape(batch, length, width))
        x = self.norm1(x + (drop(y) if drop else y))
        y = self.down(F.gelu(self.up(x)))
        return self.norm2(x + (drop(y) if drop else y))


def relative_buckets(length: int, buckets: int = 32, furthest: int = 128) -> Tensor:
    """T5-style buckets `[T, T]` of key position minus query position, as MPNet numbers them."""
    position = torch.arange(length)
    n = position[:, None] - position[None, :]
    half = buckets // 2
    result = (n < 0).long() * half
    n = n.abs()
    exact = half // 2
    large = (
        exact
        + (
            torch.log(n.clamp(min=1).float() / exact) / math.log(furthest / exact) * (half - exact)
        ).long()
    )
    return result + torch.where(n < exact, n, large.clamp(max=half - 1))


class Transformer(nn.Module):
    """Piece ids and case classes `[B, T]` to hidden states `[B, T, H]`."""

    def __init__(self, shape: Shape, *, dropout: float, seed: int) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.places = nn.Embedding(shape.positions, shape.width)
        self.cases = nn.Embedding(CASES, shape.width)
        nn.init.zeros_(self.cases.weight)
        self.norm = nn.LayerNorm(shape.width, eps=shape.norm_eps)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.relative = nn.Embedding(32, shape.heads) if shape.kind == "mpnet" else None
        self.first_place = 2 if shape.kind == "mpnet" else 0
        self.drop = DropoutPool(dropout, seed) if dropout else None

    def forward(
        self, ids: Tensor, cases: Tensor, valid: Tensor, *, low: torch.dtype = torch.bfloat16
    ) -> Tensor:
        length, device = ids.shape[1], ids.device
        places = self.places.weight[self.first_place : self.first_place + length]
        x = self.words(ids) + self.cases(cases) + places
        x = self.norm(x).to(low)
        drop = self.drop if self.training else None
        narrow = torch.bfloat16 if torch.is_autocast_enabled(device.type) else low
        mask = torch.zeros(valid.shape, dtype=narrow, device=device)
        mask = mask.masked_fill(~valid, -1e4)[:, None, None, :]
        if self.relative is not None:
            buckets = relative_buckets(length).to(device)
            bias = self.relative.weight.detach()[buckets].permute(2, 0, 1)
            mask = mask + bias.to(narrow)[None]
        mask = mask.expand(len(ids), self.shape.heads, length, length).contiguous()
        if drop:
            x = drop(x)
        for layer in self.layers:
            x = layer(x, mask, drop)
        return x

    @classmethod
    def load(
        cls, folder: Path, *, dropout: float, seed: int, frozen: int = 0, words: bool = False
    ) -> Transformer:
        shape = Shape.read(folder)
        model = cls(shape, dropout=dropout, seed=seed)
        model.load_state_dict(
            _renamed(load_file(folder / "model.safetensors"), shape), strict=False
        )
        model.words.weight.requires_grad_(words)
        for layer in model.layers[:frozen]:
            layer.requires_grad_(False)
        if frozen:  # nothing below the first moving block moves
            for module in (model.places, model.norm, model.cases):
                module.requires_grad_(False)
        if model.relative is not None:
            model.relative.weight.requires_grad_(False)
        return model


def _renamed(raw: dict[str, Tensor], shape: Shape) -> dict[str, Tensor]:
    bert = shape.kind == "bert"
    raw = {key.removeprefix("bert.").removeprefix("mpnet."): value for key, value in raw.items()}
    places = raw["embeddings.position_embeddings.weight"]
    if bert:
        places = places + raw["embeddings.token_type_embeddings.weight"][0]
    out = {
        "words.weight": raw["embeddings.word_embeddings.weight"],
        "places.weight": places,
        "norm.weight": raw["embeddings.LayerNorm.weight"],
        "norm.bias": raw["embeddings.LayerNorm.bias"],
    }
    if not bert:
        out["relative.weight"] = raw["encoder.relative_attention_bias.weight"]
    for i in range(shape.layers):
        here = f"encoder.layer.{i}."
        if bert:
            qkv = [f"attention.self.{n}" for n in ("query", "key", "value")]
            rest = {"out": "attention.output.dense", "norm1": "attention.output.LayerNorm"}
        else:
            qkv = [f"attention.attn.{n}" for n in "qkv"]
            rest = {"out": "attention.attn.o", "norm1": "attention.LayerNorm"}
        rest |= {"up": "intermediate.dense", "down": "output.dense", "norm2": "output.LayerNorm"}
        for part in ("weight", "bias"):
            out[f"layers.{i}.qkv.{part}"] = torch.cat([raw[f"{here}{n}.{part}"] for n in qkv])
            for new, old in rest.items():
                out[f"layers.{i}.{new}.{part}"] = raw[f"{here}{old}.{part}"]
    return out


def lower_precision(model: nn.Module) -> nn.Module:
    """Turn every block's linear layers to bf16; norms and embeddings stay fp32."""
    for module in model.modules():
        if isinstance(module, Layer):
            for name in ("qkv", "out", "up", "down"):
                getattr(module, name).to(torch.bfloat16)
    return model
