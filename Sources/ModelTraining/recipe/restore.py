"""The embedded model file back into a checkpoint, to train on from what ships (rounded weights and all).

usage: restore.py OUT.pt [--model Sources/EnglishData/reader.bin]
"""
import argparse

import numpy as np
import torch

import model_file
from network import Reader


def unpacked(packed, outputs, inputs):
    """The inverse of export.packed."""
    return packed.reshape(outputs // 16, inputs // 4, 16, 4).transpose(0, 2, 1, 3).reshape(outputs, inputs)


def state(tensors, layers):
    """The network's tensors out of the file's."""
    float_ = lambda name: torch.from_numpy(tensors[name].astype(np.float32))
    row = lambda name: float_(name)[0]
    result = {
        "word.weight": torch.from_numpy(model_file.from_six_bits(tensors["word"])) * row("word.scales")[:, None],
        **{f"{k}.weight": float_(k) for k in ("position", "shape", "hint")},
        "norm.weight": row("norm.gain"), "norm.bias": row("norm.bias"),
    }
    for i in range(layers):
        for name in ("qkv", "out", "up", "down"):
            key = f"layer{i}.{name}"
            whole = unpacked(tensors[key + ".weights"], *tensors[key + ".weights"].shape).astype(np.float32)
            result[f"layers.{i}.{name}.weight"] = torch.from_numpy(whole) * row(key + ".scales")[:, None]
            result[f"layers.{i}.{name}.bias"] = row(key + ".bias")
        for name in ("norm1", "norm2"):
            result[f"layers.{i}.{name}.weight"] = row(f"layer{i}.{name}.gain")
            result[f"layers.{i}.{name}.bias"] = row(f"layer{i}.{name}.bias")
    for name in ("attribution", "names", "links"):
        result[name + ".weight"], result[name + ".bias"] = float_(name + ".weights"), row(name + ".bias")
        if name + ".order" in tensors:
            result[name + "_order.weight"] = float_(name + ".order")
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out")
    parser.add_argument("--model", default="Sources/EnglishData/reader.bin")
    a = parser.parse_args()
    tensors, notes = model_file.read(a.model)
    layers = int(notes["layers"])
    net = Reader(tensors["word"].shape[0], layers)
    net.load_state_dict(state(tensors, layers), strict=False)
    torch.save({"state": net.state_dict(), "layers": layers, "arguments": {"seed": notes.get("seed", "0")}}, a.out)


if __name__ == "__main__":
    main()
