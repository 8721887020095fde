"""The whole recipe: corpora to examples, the stages of training, the embedded model file, its records, its scores.

usage: run.py --shared FOLDER --work FOLDER [--sample]      (from the repository's root)

FOLDER of --shared holds corpora/ and evaluate/. About four hours on two cores; `--sample` takes some minutes, trains on a
fiftieth, writes nothing into the repository, and shows that labels and links are learned.

The model that ships was trained in two sittings: the stages up to the mean of the fifth and sixth without learned orders of labels, which were
added then; its weights, rounded to int8 (restore.py), are what the seventh stage went on from. Our own texts grew on the way: 254 up to the tenth stage (six exchanged
copies of each), 777 in the eleventh (two), 1,251 in the twelfth and 1,574 in the last (one); the labels of gmb were mended for the
thirteenth. Only the last two
had the people of PolNeAR labelled.
"""
import argparse
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
# What the noisy sets and our own texts count for once the labels of the large sets are learned.
OWN = ["gmb=0.08", "btc=0.12", "wnut17=0.12", "own-train=12"]
MORE = ["gmb=0.12", *OWN[1:]]
SHORT = ["gmb=0.08", "btc=0.06", "wnut17=0.06", "wikigold=0.5", "redocred=0.5", "crossner=1", "uner=1"]
# name, models to go on from, epochs, rate, seed, changed shares
STAGES = [
    ("first", [], 4, 1.5e-4, 1, []),
    ("second", ["first"], 1.2, 8e-5, 2, []),
    ("third", ["first", "second"], 0.5, 5e-5, 3, ["own-train=6"]),
    ("fourth", ["third"], 1, 5e-5, 4, ["own-train=6"]),
    ("fifth", ["fourth"], 0.9, 8e-5, 6, OWN),
    ("sixth", ["fifth"], 1.1, 8e-5, 7, OWN),
    ("mean", ["fifth", "sixth"], 0, 0, 0, []),
    ("seventh", ["mean"], 1, 6e-5, 11, OWN),
    ("eighth", ["seventh"], 1.2, 1e-4, 12, MORE),
    ("ninth", ["eighth"], 1, 8e-5, 13, [*MORE, "own-train=9"]),
    ("mean-of-four", ["mean", "seventh", "eighth", "ninth"], 0, 0, 0, []),
    ("tenth", ["mean-of-four"], 1, 8e-5, 21, [*MORE, "own-train=4", "own-exchanged=1"]),
    ("eleventh", ["mean-of-four", "tenth"], 1, 1e-4, 22, [*MORE, "own-train=3", "own-exchanged=1"]),
    ("twelfth", ["eleventh"], 1, 1e-4, 23, [*MORE, "own-train=2", "own-exchanged=1"]),
    ("thirteenth", ["twelfth"], 1, 8e-5, 24, [*MORE, "gmb=0.2", "own-train=1.5", "own-exchanged=1"]),
    ("mean-of-three", ["eleventh", "twelfth", "thirteenth"], 0, 0, 0, []),
    ("fourteenth", ["mean-of-three"], 0.6, 5e-5, 61, [*SHORT, "own-train=1"]),
    ("fifteenth", ["mean-of-three", "fourteenth"], 0.4, 4e-5, 71, [*SHORT, "own-train=1.5"]),
]
# Further options of some stages: pieces left unread, weights averaged over the last steps.
OPTIONS = {
    "thirteenth": ["--piece-dropout", "0.08"],
    "fourteenth": ["--piece-dropout", "0.05", "--mean-of-last", "0.3", "--least-rate", "0.1"],
    "fifteenth": ["--piece-dropout", "0.05", "--mean-of-last", "0.4", "--least-rate", "0.1"],
}
# The mean of these is the reader.
LAST = ["mean-of-three", "fourteenth", "fifteenth"]
# What scores are divided by before they count as probabilities: chosen on the development halves.
TEMPERATURES = ["temperature names=1.5", "temperature attribution=1.4"]


def call(*command):
    print("$", *command, flush=True)
    subprocess.run(command, check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--sample", action="store_true")
    a = parser.parse_args()
    recipe = lambda name, *options: call(sys.executable, os.path.join(HERE, name), *options)
    model = lambda name: os.path.join(a.work, name + ".pt")
    call("swift", "build", "-c", "release")
    recipe("prepare.py", "--shared", a.shared, "--work", a.work)
    if a.sample:
        return recipe("train.py", "--work", a.work, model("sample"), "--epochs", "4", "--sample")
    for name, before, epochs, rate, seed, shares in STAGES:
        recipe(
            "train.py", "--work", a.work, model(name), "--epochs", str(epochs), "--rate", str(rate), "--seed", str(seed),
            *OPTIONS.get(name, []),
            *(["--init", *map(model, before)] if before else []), *(["--share", *shares] if shares else []),
        )
    # The mean reads better than any of them.
    recipe("train.py", "--work", a.work, model("reader"), "--init", *map(model, LAST), "--epochs", "0")
    recipe("export.py", model("reader"), "--work", a.work, "--note", *TEMPERATURES, "--record", "Tests/ReadingTests/records.json")
    call("swift", "build", "-c", "release")
    recipe("evaluate.py", "--shared", a.shared)


if __name__ == "__main__":
    main()
