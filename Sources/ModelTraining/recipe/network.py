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


class LabelOrder(nn.Module):
    """Learned scores of which label follows which: a linear-chain conditional random field over a head's scores (Lafferty,
    McCallum and Pereira 2001). Row 0 is the beginning, row 1 + l follows label l."""

    NEVER = -1e4

    def __init__(self, labels):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(len(labels) + 1, len(labels)))
        allowed = torch.ones(len(labels) + 1, len(labels), dtype=torch.bool)
        for j, label in enumerate(labels):
            if label.startswith("I-"):
                allowed[:, j] = False
                for i, before in enumerate(labels):
                    if before[2:] == label[2:]:
                        allowed[i + 1, j] = True
        self.register_buffer("allowed", allowed, persistent=False)

    def scores(self):
        return self.weight.masked_fill(~self.allowed, self.NEVER)

    def partition(self, scores, lengths, may=None):
        """Log of the sum over all sequences (that `may` allows): scores [batch, tokens, labels], may likewise, bool."""
        follow = self.scores()
        if may is not None:
            scores = scores.masked_fill(~may, self.NEVER)
        total = follow[0] + scores[:, 0]
        for t in range(1, scores.shape[1]):
            step = (total[:, :, None] + follow[1:]).logsumexp(1) + scores[:, t]
            total = torch.where((t < lengths)[:, None], step, total)
        return total.logsumexp(1)

    def loss(self, scores, lengths, may):
        """Minus the log probability, per token, of all sequences that the (partial) labels allow."""
        return (self.partition(scores, lengths) - self.partition(scores, lengths, may)).sum() / lengths.sum()

    @torch.no_grad()
    def best(self, scores, lengths):
        """Labels [batch, tokens] of the best sequence (Viterbi 1967)."""
        follow, back = self.scores(), []
        total = follow[0] + scores[:, 0]
        keep = torch.arange(scores.shape[2]).expand_as(total)
        for t in range(1, scores.shape[1]):
            top, where = (total[:, :, None] + follow[1:]).max(1)
            inside = (t < lengths)[:, None]
            total = torch.where(inside, top + scores[:, t], total)
            back.append(torch.where(inside, where, keep))
        path = [total.argmax(1)]
        for where in reversed(back):
            path.append(where.gather(1, path[-1][:, None])[:, 0])
        return torch.stack(path[::-1], 1)


class Reader(nn.Module):
    """Scores of labels for each piece, and of links between pieces."""

    def __init__(self, vocabulary, layers=LAYERS):
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
        self.attribution_order = LabelOrder(ROLES)
        self.names_order = LabelOrder(NAMES)

    def load_base(self, folder, rows):
        """rows: those of the base model's vocabulary that ours keeps, in order."""
        w = {k.removeprefix("bert."): v for k, v in load_file(folder + "/model.safetensors").items()}
        self.word.weight.data = w["embeddings.word_embeddings.weight"][rows].clone()
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
