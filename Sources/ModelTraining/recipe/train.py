"""Fine-tunes the reader: attributions, names and links from one pass over a paragraph.

usage: train.py --work FOLDER OUT.pt [--epochs 3] [--sample] [--init FILE.pt …] [--share NAME=SHARE …]

The examples come from prepare.py. `--sample` trains on a fiftieth in some minutes, to show that it learns.
"""
import argparse
import os
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import model_file
from examples import Batch, batches, read
from network import NAMES, ROLES, Reader
from prepare import base

# example file -> (rules for its labels, share of it in an epoch, weight of its names' loss)
MIXTURE = {
    "polnear": ("polnear", 1.0, 1.0),
    "gmb": ("gmb", 0.22, 0.5),
    "wikigold": ("wikigold", 1.0, 1.0),
    "redocred": ("redocred", 1.0, 1.0),
    "crossner": ("crossner", 2.0, 1.0),
    "uner": ("uner", 2.0, 1.0),
    "btc": ("btc", 0.3, 0.5),
    "wnut17": ("wnut17", 0.3, 0.5),
    "own-train": ("own", 4.0, 1.0),
    "own-exchanged": ("own", 0.0, 1.0),
}


def losses(net, data, links_weight=0.5, teacher=None):
    x = net(data.ids, data.shapes, data.hints, data.mask)
    parts = {}
    if teacher is not None:
        # Knowledge distillation (Hinton, Vinyals and Dean 2015): the larger reader's probabilities of labels, and of links.
        with torch.no_grad():
            wise = teacher(data.ids, data.shapes, data.hints, data.mask)
        inside = torch.arange(data.first.shape[1]) < data.lengths[:, None]
        for name in ("attribution", "names"):
            own, other = (data.at_tokens(getattr(n, name)(y))[inside] for n, y in ((net, x), (teacher, wise)))
            parts["as " + name] = F.kl_div(own.log_softmax(-1), other.log_softmax(-1), reduction="batchmean", log_target=True)
    has_roles = (data.roles >= 0).any(1)
    if has_roles.any():
        scores = data.at_tokens(net.attribution(x))[has_roles]
        may = F.one_hot(data.roles[has_roles].clamp(min=0), len(ROLES)).bool()
        parts["roles"] = net.attribution_order.loss(scores, data.lengths[has_roles], may)
    has_names = data.names.any(-1).any(-1)
    if has_names.any():
        # Partial labels: the probability of all sequences that the corpus allows.
        scores = data.at_tokens(net.names(x))[has_names]
        parts["names"] = net.names_order.loss(scores, data.lengths[has_names], data.names[has_names])
    if data.links[0] or data.links[1]:
        link_scores = net.link_scores(x, data.mask)
        for kind, pairs in enumerate(data.links):
            if pairs:
                i, a, b = (torch.tensor([int(p[k]) for p in pairs]) for k in range(3))
                parts[f"link{kind}"] = links_weight * F.cross_entropy(link_scores[i, kind, a], b)
    return parts


@torch.no_grad()
def evaluate(net, examples):
    """Share of tokens and links right; a quick look, the scorers decide."""
    net.eval()
    right = {"roles": [0, 0], "marked": [0, 0], "names": [0, 0], "link0": [0, 0], "link1": [0, 0]}
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].ids))
    for start in range(0, len(order), 32):
        data = Batch([examples[i] for i in order[start : start + 32]])
        x = net(data.ids, data.shapes, data.hints, data.mask)
        r = net.attribution_order.best(data.at_tokens(net.attribution(x)), data.lengths)
        n = net.names_order.best(data.at_tokens(net.names(x)), data.lengths)
        for name, keep in (("roles", data.roles >= 0), ("marked", data.roles > 0)):
            right[name][0] += int((r == data.roles)[keep].sum())
            right[name][1] += int(keep.sum())
        keep = data.names.any(-1) & ~data.names[..., 0]
        right["names"][0] += int(data.names.gather(-1, n[..., None])[..., 0][keep].sum())
        right["names"][1] += int(keep.sum())
        scores = net.link_scores(x, data.mask) if data.links[0] or data.links[1] else None
        for kind, pairs in enumerate(data.links):
            for i, a, b in pairs:
                right[f"link{kind}"][0] += int(scores[i, kind, a].argmax() == b)
                right[f"link{kind}"][1] += 1
    return " ".join(f"{k} {100 * a / b:.1f}" for k, (a, b) in right.items() if b)


def kept(state, layers):
    """A model's state with these of its layers alone (all: None)."""
    if layers is None:
        return state
    place = {f"layers.{old}.": f"layers.{new}." for new, old in enumerate(layers)}
    result = {}
    for name, value in state.items():
        prefix = ".".join(name.split(".")[:2]) + "."
        if not name.startswith("layers."):
            result[name] = value
        elif prefix in place:
            result[place[prefix] + name.removeprefix(prefix)] = value
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out")
    parser.add_argument("--work", required=True)
    parser.add_argument("--epochs", type=float, default=3)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--init", nargs="*", default=[], help="models to go on from; several are averaged")
    parser.add_argument("--keep", type=int, nargs="*", help="layers of --init that a smaller reader starts with")
    parser.add_argument("--teacher", help="a larger model to learn from")
    parser.add_argument("--share", nargs="*", default=[], metavar="NAME=SHARE", help="shares of the mixture to change")
    parser.add_argument("--piece-dropout", type=float, default=0)
    parser.add_argument("--mean-of-last", type=float, default=0, help="share of the steps whose weights are averaged")
    parser.add_argument("--least-rate", type=float, default=0.02, help="what of the rate is left at the end")
    parser.add_argument("--context", type=int, default=0, help="pieces of the paragraph before that are read along")
    parser.add_argument("--sample", action="store_true")
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    a = parser.parse_args()
    torch.set_num_threads(a.threads)
    torch.set_flush_denormal(True)
    torch.manual_seed(a.seed)
    rng = np.random.default_rng(a.seed)
    shares = {k: float(v) for k, v in (x.split("=") for x in a.share)}
    sets = {}
    for name, (rules, share, weight) in MIXTURE.items():
        examples = read(os.path.join(a.work, name + ".jsonl"), rules, weight, a.context)
        sets[name] = (examples[::50] if a.sample else examples, shares.get(name, share))
    dev = {name: read(os.path.join(a.work, name + ".jsonl"), rules, context=a.context) for name, rules in (("polnear-dev", "own"), ("politics-dev", "crossner"), ("own-test", "own"))}
    if a.sample:
        dev = {k: v[::10] for k, v in dev.items()}
    rows = [row for row, _ in model_file.pieces(os.path.join(base(), "vocab.txt"))]
    net = Reader(len(rows), a.layers)
    net.load_base(base(), rows)
    if a.init:
        states = [kept(torch.load(path)["state"], a.keep) for path in a.init]
        net.load_state_dict({k: sum(s[k] for s in states) / len(states) for k in states[0]}, strict=False)

    teacher = None
    if a.teacher:
        saved = torch.load(a.teacher)
        teacher = Reader(len(rows), saved["layers"])
        teacher.load_state_dict(saved["state"])
        teacher.eval()

    def epoch():
        chosen = []
        for examples, share in sets.values():
            while share > 0 and examples:
                order = rng.permutation(len(examples))[: round(len(examples) * min(1, share))]
                chosen += [examples[i] for i in order]
                share -= 1
        return [[chosen[i] for i in b] for b in batches(chosen, rng)]

    steps = round(len(epoch()) * a.epochs)
    fresh = ("shape", "hint", "attribution", "names", "links")
    groups = [([p for n, p in net.named_parameters() if n.startswith(fresh)], 1e-3), ([p for n, p in net.named_parameters() if not n.startswith(fresh)], a.rate)]
    optimizer = torch.optim.AdamW([{"params": p, "lr": r, "base": r} for p, r in groups], weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    mean, taken = None, 0

    def save():
        state = net.state_dict() if mean is None else mean
        torch.save({"state": state, "layers": a.layers, "arguments": vars(a)}, a.out)

    done, pieces, started, running = 0, 0, time.time(), {}
    print({k: (len(v), s) for k, (v, s) in sets.items()}, steps, "steps", flush=True)
    if steps == 0:
        save()
    while done < steps:
        for examples in epoch():
            net.train()
            factor = min(1, (done + 1) / (0.08 * steps)) * max(a.least_rate, 1 - done / steps)
            for group in optimizer.param_groups:
                group["lr"] = group["base"] * factor
            data = Batch(examples, rng, hint_dropout=0.15, piece_dropout=a.piece_dropout)
            parts = losses(net, data, teacher=teacher)
            optimizer.zero_grad(set_to_none=True)
            sum(parts.values()).backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            done += 1
            if done > steps * (1 - a.mean_of_last) and done % 5 == 0:
                # The mean of weights along the way generalizes better than the last (Izmailov et al. 2018).
                taken += 1
                if mean is None:
                    mean = {k: v.clone() for k, v in net.state_dict().items()}
                else:
                    for k, v in net.state_dict().items():
                        mean[k] += (v - mean[k]) / taken
            pieces += data.ids.numel()
            for k, v in parts.items():
                running[k] = 0.97 * running.get(k, v.item()) + 0.03 * v.item()
            if done % 50 == 0 or done == 5:
                took = time.time() - started
                print(f"step {done}/{steps}", {k: round(v, 4) for k, v in running.items()}, f"{took:.0f} s, {pieces / took:.0f} pieces/s", flush=True)
            if done % 300 == 0 or done == steps:
                save()
            if done == steps and mean is not None:
                net.load_state_dict(mean, strict=False)
            if done % 1200 == 0 or done == steps:
                for name, examples in dev.items():
                    if examples:
                        print(name, evaluate(net, examples), flush=True)
            if done >= steps:
                break


if __name__ == "__main__":
    main()
