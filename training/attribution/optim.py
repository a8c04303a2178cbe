"""AdamW over fp32 masters of a partly bf16 model, with layer-wise rates and an average."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn


def layer_of(name: str, layers: int) -> int:
    """0 for embeddings, 1.. for blocks, `layers + 1` for heads."""
    if not name.startswith("encoder."):
        return layers + 1
    parts = name.split(".")
    return int(parts[2]) + 1 if parts[1] == "layers" else 0


class Masters:
    """Steps fp32 copies and writes them back; keeps an exponential average of them."""

    def __init__(
        self, model: nn.Module, *, layers: int, rate: float, head_rate: float, layer_decay: float,
        weight_decay: float, average: float,
    ) -> None:  # fmt: skip
        self.live = {n: p for n, p in model.named_parameters() if p.requires_grad}
        self.master = {n: p.detach().float().clone() for n, p in self.live.items()}
        self.mean = {n: p.clone() for n, p in self.master.items()}
        self.average, self.steps = average, 0
        groups = []
        for name, value in self.master.items():
            depth = layer_of(name, layers)
            lr = head_rate if depth > layers else rate * layer_decay ** (layers - depth)
            decay = weight_decay if value.ndim > 1 else 0.0
            groups.append({"params": [value], "lr": lr, "weight_decay": decay})
        self.optimiser = torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-6, fused=True)
        self.rates = [g["lr"] for g in groups]

    def step(self, scale: float, clip: float = 1.0) -> float:
        """One step at `scale` times the base rates; returns the gradient's norm."""
        for name, value in self.live.items():
            grad = value.grad
            self.master[name].grad = None if grad is None else grad.float()
            value.grad = None
        norm = float(torch.nn.utils.clip_grad_norm_(list(self.master.values()), clip))
        if math.isfinite(norm):
            for group, rate in zip(self.optimiser.param_groups, self.rates, strict=True):
                group["lr"] = rate * scale
            self.optimiser.step()
        self.steps += 1
        keep = min(self.average, self.steps / (self.steps + 10))
        with torch.no_grad():
            masters = list(self.master.values())
            torch._foreach_copy_(list(self.live.values()), masters)
            torch._foreach_lerp_(list(self.mean.values()), masters, 1 - keep)
        return norm

    def averaged(self) -> dict[str, Tensor]:
        return self.mean

    def load_into_live(self, values: dict[str, Tensor]) -> None:
        with torch.no_grad():
            for name, value in values.items():
                self.live[name].copy_(value)


def schedule(step: int, total: int, warmup: float) -> float:
    """Linear up over the first `warmup` share of steps, then a cosine down to 2 %."""
    rise = max(1, int(total * warmup))
    if step < rise:
        return (step + 1) / rise
    return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * (step - rise) / max(1, total - rise)))
