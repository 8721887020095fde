"""The model file that the Swift side reads in place (Sources/Transformer/ModelFile.swift)."""
import struct
import unicodedata

import numpy as np

TYPES = {"float32": "f32", "int32": "i32", "int8": "i8", "uint8": "u8", "uint32": "u32"}


def write(path, tensors, labels, notes):
    """tensors: name -> array of two dimensions; labels: task -> names; notes: what -> words."""

    def header(offsets):
        lines = [f"tensor\t{n}\t{TYPES[str(a.dtype)]}\t{a.shape[0]}x{a.shape[1]}\t{offsets[n]:012d}" for n, a in tensors.items()]
        lines += [f"labels\t{task}\t{' '.join(names)}" for task, names in labels.items()]
        lines += [f"note\t{what}\t{words}" for what, words in notes.items()]
        return ("\n".join(lines) + "\n").encode()

    place = 16 + len(header(dict.fromkeys(tensors, 0)))
    offsets = {}
    for name, array in tensors.items():
        place = (place + 63) // 64 * 64
        offsets[name] = place
        place += array.nbytes
    head = header(offsets)
    with open(path, "wb") as file:
        file.write(b"CDREADER" + struct.pack("<II", 1, len(head)) + head)
        for name, array in tensors.items():
            file.write(b"\0" * (offsets[name] - file.tell()))
            file.write(np.ascontiguousarray(array).tobytes())


def vocabulary(path):
    """The pieces, one a line, as bytes."""
    with open(path, encoding="utf-8") as file:
        pieces = [line.rstrip("\n") for line in file]
    return np.frombuffer(("\n".join(pieces) + "\n").encode(), np.uint8)[None, :]


def folding():
    """Pairs (scalar, folded scalar): lower case, accents off, quotation marks straight; 0 where the scalar goes."""
    pairs = []
    for scalar in range(1, 0x10000):
        if 0xD800 <= scalar < 0xE000:
            continue
        char = chr(scalar)
        if unicodedata.category(char) in ("Mn", "Cf"):
            pairs.append((scalar, 0))
            continue
        base = [c for c in unicodedata.normalize("NFD", char.lower()) if unicodedata.category(c) != "Mn"]
        if len(base) == 1 and ord(base[0]) != scalar:
            pairs.append((scalar, ord(base[0])))
    straight = {0x2018: 0x27, 0x2019: 0x27, 0x201A: 0x27, 0x201C: 0x22, 0x201D: 0x22, 0x201E: 0x22, 0xAB: 0x22, 0xBB: 0x22, 0xA0: 0x20}
    pairs = {**dict(pairs), **straight}
    return np.array(sorted(pairs.items()), np.uint32)
