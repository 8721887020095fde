"""Prints the README's accuracy tables, by the corpora's own scorers.

usage: evaluate.py --shared FOLDER [--binary .build/release/copydesk] [-- OPTIONS OF annotate]

FOLDER holds corpora/, suites/ and evaluate/. Our own test half is taken from Tests/Corpus/news.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile

NAMES = ["gmb", "crossner-politics", "redocred", "wikigold", "uner-ewt", "crossner-literature", "crossner-music", "wnut17", "btc"]
# rows of the table of quantities: files or folders under suites/, whether the counted noun is asked for
SUITES = [
    ("NewsQuant", ["newsquant/newsquant.jsonl"], False),
    *((f"NewsQuant's {x} of Recognizers-Text", [f"newsquant/rtext-{x}.jsonl"], True) for x in ("age", "currency", "dimension", "temperature")),
    ("Recognizers-Text, all suites", ["recognizers"], True),
    ("Duckling, without holidays", [f"duckling/{x}.jsonl" for x in ("amountofmoney", "distance", "duration", "numeral", "ordinal", "quantity", "temperature", "time", "volume")], True),
    ("quantulum3", ["quantulum3"], True),
]
KINDS = ["person", "organization", "place", "group", "product", "event", "work", "law", "other"]


def rows(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def annotated(binary, gold, options):
    """The program's annotations of some texts, in order."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for row in gold:
            file.write(json.dumps({"id": row["id"], "text": row["text"], "language": "plaintext"}) + "\n")
        file.flush()
        out = subprocess.run([binary, "annotate", "--jsonl", *options, file.name], capture_output=True, check=True).stdout
    return [json.loads(line) for line in out.splitlines()]


def exact_spans(gold, predicted):
    """F1 of exact spans of each role, as CofeNet counts (Wang et al., 2022): each span of text once."""
    result = {}
    for role in ("source", "cue", "content"):
        right = of_gold = of_predicted = 0
        for g, p in zip(gold, predicted):
            a, b = ({(s, e) for x in d["attributions"] for s, e in x[role]} for d in (g, p))
            right, of_gold, of_predicted = right + len(a & b), of_gold + len(a), of_predicted + len(b)
        result[role] = 200 * right / max(1, of_gold + of_predicted)
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", required=True)
    parser.add_argument("--binary", default=".build/release/copydesk")
    parser.add_argument("--trainer", default=".build/release/copydesk-train")
    parser.add_argument("options", nargs="*")
    a = parser.parse_args()
    sys.path.insert(0, os.path.join(a.shared, "evaluate"))
    import attribution
    import entities

    def say_attribution(name, gold, predicted):
        documents = {g["id"]: {"text": g["text"], "attributions": g["attributions"]} for g in gold}
        scores = attribution.score(documents, {p["id"]: p for p in predicted})["attribution"]
        figures = [100 * x if x <= 1 else x for x in (scores[k]["f1"] for k in ("half", "half+source", "half+source+cue", "exact"))]
        spans = exact_spans(gold, predicted)
        print(f"| {name} | " + " | ".join(f"{x:.1f}" for x in [*figures, *spans.values()]) + " |")

    def say_names(name, gold, predicted, kinds):
        scores, _ = entities.score(gold, predicted, types=set(kinds))
        each = [scores["types"].get(k, {"f1": 0})["f1"] for k in kinds]
        print(f"| {name} | " + " | ".join(f"{100 * x:.1f}" for x in [*each, scores["micro"]["f1"]]) + " |")

    def say_quantities(name, places, asks_noun):
        files = []
        for place in (os.path.join(a.shared, "suites", p) for p in places):
            files += [place] if os.path.isfile(place) else sorted(os.path.join(place, f) for f in os.listdir(place) if f.endswith(".jsonl"))
        with tempfile.TemporaryDirectory() as folder:
            gold, predicted = os.path.join(folder, "gold.jsonl"), os.path.join(folder, "predicted.jsonl")
            with open(gold, "w", encoding="utf-8") as out:
                out.writelines(json.dumps(row) + "\n" for f in files for row in rows(f))
            with open(predicted, "wb") as out:
                subprocess.run([a.binary, "annotate", "--jsonl", "--no-reader", gold], stdout=out, check=True)
            scorer = [sys.executable, os.path.join(a.shared, "evaluate/quantities.py"), gold, predicted, "--news", "--json"]
            total = json.loads(subprocess.run(scorer + ([] if asks_noun else ["--no-noun"]), capture_output=True, check=True).stdout)["TOTAL"]
        print(f"| {name} | {total['cases']} | {total['pass_rate']} % | {total['value_prf'][2]} | {total['value_unit_prf'][2]} |")

    own = subprocess.run(
        [a.trainer, "jsonl", *sorted(os.path.join("Tests/Corpus/news/test", f) for f in os.listdir("Tests/Corpus/news/test"))],
        capture_output=True, check=True,
    ).stdout
    own = [json.loads(line) for line in own.splitlines()]
    own_predicted = annotated(a.binary, own, a.options)

    print("| attributions, F1 | overlap ≥ .5 | + source | + source + cue | exact | spans: source | cue | content |\n|---|---|---|---|---|---|---|---|")
    gold = rows(os.path.join(a.shared, "corpora/polnear/dev.jsonl"))
    say_attribution("PolNeAR dev", gold, annotated(a.binary, gold, a.options))
    say_attribution("our own test half", own, own_predicted)
    print("\n| names, F1 | person | organization | place | all three |\n|---|---|---|---|---|")
    for name in NAMES:
        gold = rows(os.path.join(a.shared, f"corpora/ner/{name}.dev.jsonl"))
        say_names(name, gold, annotated(a.binary, gold, a.options), KINDS[:3])
    print("\n| names, F1 | " + " | ".join(KINDS) + " | all nine |\n" + "|---" * 11 + "|")
    for row in own:
        row["entities"] = [e for e in row["entities"] if e[2] in KINDS]
    say_names("our own test half", own, own_predicted, KINDS)
    print("\n| quantities, by the tables alone | cases | all right | value, F1 | value and unit, F1 |\n|---|---|---|---|---|")
    for suite in SUITES:
        say_quantities(*suite)


if __name__ == "__main__":
    main()
