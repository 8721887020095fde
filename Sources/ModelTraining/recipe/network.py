"""The encoder (MiniLM, Wang et al. 2020, as fine-tuned for sentences: all-MiniLM-L6-v2, Apache-2.0) with our heads."""
import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors.torch import load_file

WIDTH, HEADS, INNER, LAYERS, POSITIONS = 384, 12, 1536, 6, 256
SHAPES, HINTS = 24, 23
LINK = 64  # width of a link's query and key

ROLES = ["O"] + [p + t for t in ("source", "cue", "content") for p in ("B-", "I-")]
KINDS = ["person", "organization", "place", "group", "product", "event", "work", "law", "other", "role"]
NAMES = ["O"] + [p + t for t in KINDS for p in ("B-", "I-")]


def dropout(x, training, share=0.1):
    """Variational dropout (Gal and Ghahramani 2016): one mask a paragraph; drawing one a piece would take a third of the time."""
    if not training:
        return x
    mask = torch.empty(x.shape[0], 1, x.shape[2]).bernoulli_(1 - share)
    return x * (mask / (1 - share))


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, 1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, 1e-12)

    def forward(self, x, mask):
        b, t, d = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, HEADS, d // HEADS).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(b, t, d)
        x = self.norm1(x + dropout(self.out(a), self.training))
        return self.norm2(x + dropout(self.down(F.gelu(self.up(x))), self.training))


class Reader(nn.Module):
    """Scores of labels for each piece, and of links between pieces."""

    def __init__(self, layers=LAYERS, vocabulary=30522):
        super().__init__()
        self.word = nn.Embedding(vocabulary, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.shape = nn.Embedding(SHAPES, WIDTH)
        self.hint = nn.Embedding(HINTS, WIDTH)
        nn.init.zeros_(self.shape.weight)
        nn.init.zeros_(self.hint.weight)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList([Layer() for _ in range(layers)])
        self.attribution = nn.Linear(WIDTH, len(ROLES))
        self.names = nn.Linear(WIDTH, len(NAMES))
        # content -> cue and cue -> source: query and key of each, side by side.
        self.links = nn.Linear(WIDTH, 4 * LINK)
        for head in (self.attribution, self.names, self.links):
            nn.init.normal_(head.weight, 0, 0.02)
            nn.init.zeros_(head.bias)

    def load_base(self, folder):
        w = {k.removeprefix("bert."): v for k, v in load_file(folder + "/model.safetensors").items()}
        self.word.weight.data = w["embeddings.word_embeddings.weight"].clone()
        # Token type 0 is everywhere: it goes into the positions.
        self.position.weight.data = w["embeddings.position_embeddings.weight"][:POSITIONS] + w["embeddings.token_type_embeddings.weight"][0]

        def take(module, key):
            module.weight.data, module.bias.data = w[key + ".weight"].clone(), w[key + ".bias"].clone()

        take(self.norm, "embeddings.LayerNorm")
        for i, layer in enumerate(self.layers):
            p = f"encoder.layer.{i}."
            for x in ("weight", "bias"):
                getattr(layer.qkv, x).data = torch.cat([w[f"{p}attention.self.{n}.{x}"] for n in ("query", "key", "value")])
            take(layer.out, p + "attention.output.dense")
            take(layer.norm1, p + "attention.output.LayerNorm")
            take(layer.up, p + "intermediate.dense")
            take(layer.down, p + "output.dense")
            take(layer.norm2, p + "output.LayerNorm")

    def forward(self, ids, shapes, hints, mask):
        x = self.word(ids) + self.position.weight[: ids.shape[1]] + self.shape(shapes) + self.hint(hints)
        x = dropout(self.norm(x), self.training)
        attention = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, attention)
        return x

    def link_scores(self, x, mask):
        """[batch, 2, from, to]; column 0 (the start piece) stands for "none here"."""
        q1, k1, q2, k2 = self.links(x).split(LINK, -1)
        s = torch.stack([q1 @ k1.transpose(1, 2), q2 @ k2.transpose(1, 2)], 1) / LINK**0.5
        return s if mask is None else s.masked_fill(~mask[:, None, None, :], -1e4)
