"""Training examples as `copydesk-train prepare` prints them, and batches of them."""
import json

import numpy as np
import torch

from network import NAMES, ROLES

# Rows of the vocabulary: [PAD], [UNK], [CLS], [SEP], then the pieces.
UNKNOWN, FIRST_PIECE = 1, 4
ROLE_OF = {name: i for i, name in enumerate(ROLES)}

# Kinds a corpus does not label: there "O" may hide one of them. Kinds written in capitals group what the corpus joins.
MISC = ("group", "product", "event", "work", "law", "other")
UNLABELLED = {
    "gmb": ("product", "work", "law", "event", "other", "role"),
    "crossner": ("group", "law", "product", "role"),
    "wikigold": ("role",),
    "redocred": ("role",),
    "btc": MISC + ("role",),
    "uner": MISC + ("role",),
    "wnut17": ("group", "event", "law", "other", "role"),
    "own": (),
    # Only people whom the tables know are labelled there.
    "polnear": ("person", "organization", "place") + MISC + ("role",),
}
# What a corpus' label may mean among ours, where it is not that label alone.
MEANS = {
    "wikigold": {"other": MISC},
    "redocred": {"other": MISC},
    "crossner": {"other": ("other", "group", "law", "product")},
    "gmb": {"event": ("event", "other"), "other": ("other", "product", "work", "law")},
}


# Rows of the hint table that say role: a corpus without roles has them only where the tables see one, so that the reader
# does not learn to see them everywhere.
ROLE_HINTS = (19, 20)


def allowed(corpus, hints, labelled):
    """Which labels each token may have: a bool for each of NAMES."""
    means = MEANS.get(corpus, {})
    table = np.zeros((len(hints), len(NAMES)), bool)
    table[:, 0] = True
    for kind in UNLABELLED[corpus]:
        where = np.isin(hints, ROLE_HINTS) if kind == "role" else slice(None)
        for prefix in ("B-", "I-"):
            table[where, NAMES.index(prefix + kind)] = True
    for token, label in labelled:
        table[token] = False
        prefix, kind = label[:2], label[2:]
        for k in means.get(kind, (kind,)):
            table[token, NAMES.index(prefix + k)] = True
    return table


class Example:
    __slots__ = ("ids", "shapes", "hints", "first", "roles", "names", "cues", "sources", "weight")

    def __init__(self, row, corpus, weight=1.0):
        self.ids = np.array(row["ids"], np.int32)
        self.shapes = np.array(row["shapes"], np.uint8)
        self.hints = np.array(row["hints"], np.uint8)
        self.first = np.array(row["first"], np.int32)
        n = len(self.first)
        self.roles = None
        if row["attribution"] is not None:
            self.roles = np.zeros(n, np.int8)
            for token, label in row["attribution"]:
                if token < n:
                    self.roles[token] = ROLE_OF[label]
        self.names = None
        if row["names"] is not None:
            self.names = np.packbits(allowed(corpus, self.hints[self.first], [x for x in row["names"] if x[0] < n]), axis=1)
        self.cues = [(a, b) for a, b in row["cues"] if a < n and b < n]
        self.sources = [(a, b) for a, b in row["sources"] if a < n and b < n]
        self.weight = weight


def read(path, corpus, weight=1.0, context=0):
    """The examples of a file; before each up to `context` pieces of the paragraph before it in the same text."""
    result, last = [], None
    with open(path, encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            result.append(Example(with_context(row, last, context) if context else row, corpus, weight))
            last = row
    return result


def with_context(row, last, context, most=256):
    text, _, place = row["id"].rpartition("/")
    paragraph, _, stretch = place.partition(".")
    if last is None or stretch != "0" or not last["id"].startswith(f"{text}/{int(paragraph) - 1}."):
        return row
    count = min(context, most - len(row["ids"]) - 1, len(last["ids"]) - 2)
    if count < 1:
        return row
    before = slice(len(last["ids"]) - 1 - count, len(last["ids"]))  # its last pieces and its [SEP]
    result = {**row, "first": [f + count + 1 for f in row["first"]]}
    for name in ("ids", "shapes", "hints"):
        result[name] = row[name][:1] + last[name][before] + row[name][1:]
    return result


class Batch:
    """Tensors of some examples. Pieces: ids, shapes, hints, mask [batch, pieces] (mask None: nothing to hide). Tokens, each read at
    its first piece: first, roles (-1: no labels) [batch, tokens], names (the labels it may have) [batch, tokens, labels], lengths
    [batch]. links: for each kind triples (example, piece, piece it leads to; 0: none here)."""

    def __init__(self, examples, rng=None, hint_dropout=0.0, piece_dropout=0.0):
        b, t, n = len(examples), max(len(e.ids) for e in examples), max(len(e.first) for e in examples)
        ids, shapes, hints = (np.zeros((b, t), np.int64) for _ in range(3))
        mask = np.zeros((b, t), bool)
        first = np.zeros((b, n), np.int64)
        roles = np.full((b, n), -1, np.int64)
        names = np.zeros((b, n, len(NAMES)), bool)
        self.links = [[], []]
        for i, e in enumerate(examples):
            k, m = len(e.ids), len(e.first)
            ids[i, :k], shapes[i, :k], mask[i, :k], first[i, :m] = e.ids, e.shapes, True, e.first
            if rng is None or rng.random() >= hint_dropout:
                hints[i, :k] = e.hints
            if e.roles is not None:
                roles[i, :m] = e.roles
            if e.names is not None:
                names[i, :m] = np.unpackbits(e.names, axis=1)[:, : len(NAMES)].astype(bool)
            for kind, pairs in enumerate((e.cues, e.sources)):
                self.links[kind] += [(i, e.first[a], e.first[c] if c >= 0 else 0) for a, c in pairs]
        if piece_dropout:
            # Pieces that are not read make the rest of the paragraph tell: little of what is learned is learned by heart.
            ids[(rng.random(ids.shape) < piece_dropout) & (ids >= FIRST_PIECE)] = UNKNOWN
        t_ = torch.from_numpy
        self.ids, self.shapes, self.hints, self.first, self.roles, self.names = map(t_, (ids, shapes, hints, first, roles, names))
        self.mask = None if mask.all() else t_(mask)
        self.lengths = torch.tensor([len(e.first) for e in examples])

    def at_tokens(self, scores):
        """[batch, pieces, labels] -> [batch, tokens, labels]"""
        return scores.gather(1, self.first[..., None].expand(-1, -1, scores.shape[2]))


def batches(examples, rng, pieces=2048):
    """Index lists of like length, some `pieces` pieces each, in random order."""
    order = rng.permutation(len(examples))
    result = []
    for start in range(0, len(order), 2048):
        pool = sorted(order[start : start + 2048], key=lambda i: len(examples[i].ids))
        i = 0
        while i < len(pool):
            n = max(1, pieces // len(examples[pool[min(len(pool) - 1, i + pieces // (len(examples[pool[i]].ids) + 8))]].ids))
            result.append(pool[i : i + n])
            i += n
    return [result[i] for i in rng.permutation(len(result))]
