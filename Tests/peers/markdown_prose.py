"""Block prose of Markdown documents, as markdown-it-py reads them.

Reads a JSON list of documents on standard input; writes a JSON list of lists: each document's blocks that hold prose,
in order. A code span or an image stands as U+FFFC, an HTML tag as nothing, a break as one space.
"""

import json
import sys

from markdown_it import MarkdownIt

parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def prose(tokens):
    text = []
    for token in tokens:
        if token.type in ("text", "text_special"):
            text.append(token.content)
        elif token.type in ("code_inline", "image"):
            text.append("\ufffc")
        elif token.type in ("softbreak", "hardbreak"):
            text.append("\n")
        elif token.type == "html_inline" and token.content.lower().startswith("<br"):
            text.append("\n")
    return " ".join("".join(text).split())


documents = json.load(sys.stdin)
answers = []
for document in documents:
    blocks = [prose(token.children) for token in parser.parse(document) if token.type == "inline"]
    answers.append([block for block in blocks if block.replace("\ufffc", "").strip()])
json.dump(answers, sys.stdout)
