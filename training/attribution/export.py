"""Write a trained model as an int8 ONNX graph: `export.py CONFIG.toml RUN_NAME OUT.onnx`.

The graph is written by hand: one window in, without batch or padding, so that quantisation
ranges (dynamic, per window) never depend on other windows and the same window always gives
the same arrays. Weights are int8 per output channel, in 7 bits where asked: then the 16-bit
sums of processors without VNNI cannot overflow, and every machine computes alike.
"""

from __future__ import annotations


import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from model import Attributor

MICROSOFT = "com.microsoft"
Floats = NDArray[np.float32]


def quantised(weight: Floats, bits: int) -> tuple[NDArray[np.int8], Floats]:
    """Symmetric int8 per column: `[K, N]` to the same and scales `[N]`."""
    top = 2 ** (bits - 1) - 1
    scale = np.maximum(np.abs(weight).max(0), 1e-8) / top
    return np.clip(np.round(weight / scale), -top, top).astype(np.int8), scale.astype(np.float32)


class Graph:
    """Collects nodes and constants; every method returns the name of its result."""

    def __init__(self, bits: int) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self.bits = bits

    def constant(self, value: NDArray[np.generic]) -> str:
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def op(
        self, kind: str, *inputs: str, domain: str = "", outputs: int = 1, **more: object
    ) -> str:
        names = [f"v{len(self.nodes)}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, domain=domain, **more))
        return names[0]

    def linear(self, x: str, weight: Floats, bias: Floats) -> str:
        """`x @ weight.T + bias` with torch's `[N, K]` weight, in int8."""
        table, scale = quantised(weight.T, self.bits)
        zero = self.constant(np.zeros_like(scale, np.int8))
        args = (x, self.constant(table), self.constant(scale), zero, self.constant(bias))
        return self.op("DynamicQuantizeMatMul", *args, domain=MICROSOFT)

    def norm(self, x: str, weight: Floats, bias: Floats, eps: float) -> str:
        args = (x, self.constant(weight), self.constant(bias))
        return self.op("LayerNormalization", *args, axis=-1, epsilon=eps)

    def skip_norm(self, x: str, y: str, weight: Floats, bias: Floats, eps: float) -> str:
        args = (x, y, self.constant(weight), self.constant(bias))
        return self.op("SkipLayerNormalization", *args, domain=MICROSOFT, epsilon=eps)


def graph_of(model: Attributor, *, bits: int) -> onnx.ModelProto:
    """The whole model; inputs `ids` and `cases` `[T]`, outputs as `Attributor.forward`'s less B."""
    w = {k: v.detach().float().numpy() for k, v in model.state_dict().items()}
    shape, g = model.encoder.shape, Graph(bits)
    x = _embedded(g, w, shape.norm_eps)
    for i in range(shape.layers):
        p = f"encoder.layers.{i}."
        qkv = g.linear(x, w[p + "qkv.weight"], w[p + "qkv.bias"])
        g.op("Split", qkv, outputs=3, axis=-1, num_outputs=3)
        q, k, v = g.nodes[-1].output
        y = g.op("MultiHeadAttention", q, k, v, domain=MICROSOFT, num_heads=shape.heads)
        y = g.linear(y, w[p + "out.weight"], w[p + "out.bias"])
        x = g.skip_norm(x, y, w[p + "norm1.weight"], w[p + "norm1.bias"], shape.norm_eps)
        y = g.op("Gelu", g.linear(x, w[p + "up.weight"], w[p + "up.bias"]), domain=MICROSOFT)
        y = g.linear(y, w[p + "down.weight"], w[p + "down.bias"])
        x = g.skip_norm(x, y, w[p + "norm2.weight"], w[p + "norm2.bias"], shape.norm_eps)
    outputs = _heads(g, w, x, model.rank)
    inputs = [helper.make_tensor_value_info(n, TensorProto.INT64, ["T"]) for n in ("ids", "cases")]
    results = []
    for name, value in outputs.items():
        g.nodes.append(helper.make_node("Identity", [value], [name]))
        results.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, None))
    graph = helper.make_graph(g.nodes, "attribution", inputs, results, g.constants)
    opsets = [helper.make_opsetid("", 18), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=9)


def _embedded(g: Graph, w: dict[str, Floats], eps: float) -> str:
    table, scale = quantised(w["encoder.words.weight"].T, 8)
    words = g.op("Cast", g.op("Gather", g.constant(table.T), "ids"), to=TensorProto.FLOAT)
    words = g.op("Mul", words, g.op("Gather", g.constant(scale[:, None]), "ids"))
    zero, one = g.constant(np.array([0])), g.constant(np.array([1]))
    length = g.op("Shape", "ids")
    places = g.op("Slice", g.constant(w["encoder.places.weight"]), zero, length, zero, one)
    x = g.op("Add", g.op("Add", words, places), g.op(
        "Gather", g.constant(w["encoder.cases.weight"]), "cases"))  # fmt: skip
    x = g.norm(x, w["encoder.norm.weight"], w["encoder.norm.bias"], eps)
    return g.op("Unsqueeze", x, zero)


def _heads(g: Graph, w: dict[str, Floats], x: str, rank: int) -> dict[str, str]:
    x = g.op("Squeeze", x, g.constant(np.array([0])))
    tags = g.op("Gemm", x, g.constant(w["tag.weight"]), g.constant(w["tag.bias"]), transB=1)
    sides = g.op("Gelu", g.linear(x, w["sides.weight"], w["sides.bias"]), domain=MICROSOFT)
    g.op("Split", sides, outputs=4, axis=-1, num_outputs=4)
    source_cue, content_cue, source_piece, content_piece = g.nodes[-1].output
    cue, piece = [], []
    one = g.constant(np.ones(1, np.float32))
    for role, (c, p) in enumerate(((source_cue, source_piece), (content_cue, content_piece))):
        # [rank, rank + 2]: the biaffine matrix, the cue's own logit, and a one.
        matrix = np.concatenate(
            [w["biaffine"][role], w["own"][0, role][:, None], np.zeros((rank, 1))], 1
        ).astype(np.float32)
        bias = np.array([*np.zeros(rank), w["base"][role], 1.0], np.float32)
        cue.append(g.op("Gemm", c, g.constant(matrix), g.constant(bias)))
        own = g.op("MatMul", p, g.constant(w["own"][1, role][:, None].astype(np.float32)))
        ones = g.op("Expand", one, g.op("Shape", own))
        piece.append(g.op("Concat", p, ones, own, axis=-1))
    stack = g.constant(np.array([1]))
    pair = [g.op("Concat", *(g.op("Unsqueeze", v, stack) for v in side), axis=1)
            for side in (cue, piece)]  # fmt: skip
    return {"tags": tags, "cue": pair[0], "piece": pair[1]}
