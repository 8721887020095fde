"""The model file that the Swift side reads in place (Sources/Transformer/ModelFile.swift)."""
import re
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
        file.write(b"CDREADER" + struct.pack("<II", 3, len(head)) + head)
        for name, array in tensors.items():
            file.write(b"\0" * (offsets[name] - file.tell()))
            file.write(np.ascontiguousarray(array).tobytes())


def read(path):
    """(tensors, notes) of a file that `write` made."""
    with open(path, "rb") as file:
        data = file.read()
    types = {v: k for k, v in TYPES.items()}
    tensors, notes = {}, {}
    for line in data[16 : 16 + struct.unpack_from("<I", data, 12)[0]].decode().splitlines():
        what, *fields = line.split("\t")
        if what == "tensor":
            rows, columns = map(int, fields[2].split("x"))
            tensors[fields[0]] = np.frombuffer(data, types[fields[1]], rows * columns, int(fields[3])).reshape(rows, columns)
        elif what == "note":
            notes[fields[0]] = fields[1]
    return tensors, notes


def six_bits(whole):
    """[rows][columns] of -31…31 -> [rows][3/4 columns] of bytes: four numbers, raised by 32, in three bytes, the first lowest."""
    fours = (whole.astype(np.int64) + 32).reshape(len(whole), -1, 4)
    word = sum(fours[..., i] << (6 * i) for i in range(4))
    return np.stack([word >> (8 * i) & 255 for i in range(3)], -1).reshape(len(whole), -1).astype(np.uint8)


def from_six_bits(packed):
    """The inverse of `six_bits`, as float32."""
    threes = packed.astype(np.int64).reshape(len(packed), -1, 3)
    word = sum(threes[..., i] << (8 * i) for i in range(3))
    return np.stack([(word >> (6 * i) & 63) - 32 for i in range(4)], -1).reshape(len(packed), -1).astype(np.float32)


def pieces(path):
    """(row, piece) of the vocabulary's pieces that English news can hold: none unused, no letters but Latin ones."""

    def fits(piece):
        if piece in ("[PAD]", "[UNK]", "[CLS]", "[SEP]"):
            return True
        return not re.match(r"\[(unused|MASK)", piece) and not any(
            unicodedata.category(c)[0] in "LM" and not unicodedata.name(c, "").startswith("LATIN") for c in piece
        )

    with open(path, encoding="utf-8") as file:
        return [(row, piece) for row, piece in enumerate(line.rstrip("\n") for line in file) if fits(piece)]


def vocabulary(path):
    """The pieces, one a line, as bytes."""
    return np.frombuffer("".join(piece + "\n" for _, piece in pieces(path)).encode(), np.uint8)[None, :]


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
