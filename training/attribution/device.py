"""Where to train: a GPU if there is one, else this machine's processor.

On a processor linear weights are bf16 (see `transformer.lower_precision`); on a GPU weights stay
fp32 and autocast picks bf16 where that is safe.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext

import torch
from torch import nn

from transformer import lower_precision


def best_device() -> torch.device:
    """The first GPU, or the processor."""
    if torch.cuda.is_available():
        torch.backends.cuda.matmul.allow_tf32 = True
        return torch.device("cuda")
    return torch.device("cpu")


def autocast(device: torch.device) -> AbstractContextManager[object]:
    """bf16 where safe, on a GPU; nothing on a processor."""
    if device.type == "cpu":
        return nullcontext()
    return torch.autocast(device.type, dtype=torch.bfloat16)


def precision(device: torch.device, low: torch.dtype = torch.bfloat16) -> torch.dtype:
    """The type of the residual stream: fp32 on a GPU, `low` on a processor."""
    return low if device.type == "cpu" else torch.float32


def placed(model: nn.Module, device: torch.device) -> nn.Module:
    """The model on its device, in the form it trains in there."""
    return lower_precision(model) if device.type == "cpu" else model.to(device)
