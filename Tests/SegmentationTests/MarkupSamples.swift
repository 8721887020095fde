import TextCore
import TestSupport

/// Markdown made up from a grammar, and drafts as people write them.
enum MarkupSamples {
  static func documents(_ count: Int, seed: UInt64) -> [String] {
    var numbers = SeededGenerator(seed: seed)
    return (0..<count).map { _ in document(&numbers) }
  }

  static func document(_ numbers: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...6, using: &numbers)).map { _ in block(&numbers, depth: 0) }.joined(separator: "\n\n") + "\n"
  }

  /// Markup thrown together without sense. Definitions stand between blank lines: the peer ends a paragraph after one,
  /// where CommonMark lets the text go on.
  static func soups(_ count: Int, seed: UInt64) -> [String] {
    var numbers = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      (0..<Int.random(in: 5...30, using: &numbers)).map { _ in shreds.randomElement(using: &numbers) ?? "" }.joined()
    }
  }

  private static let shreds = [
    "word", "Town", " ", " ", "\n", "\n", "\n\n", "> ", "- ", "1. ", "  ", "    ", "*", "**", "_", "__", "~~", "`",
    "``", "[", "]",
    "(x)", "[r]", "![", "<b>", "</b>", "<!-- c -->", "\\", "&amp;", "# ", "---\n", "===\n", "```\n", ".", "“",
    "\n\n[r]: /u\n\n", "(",
    "<https://a.example>", "+ ", "\t", "é",
  ]

  private static let words = [
    "harbour", "minister", "the", "Oslo", "vote", "said", "4,000", "tons", "of", "grain", "Élise", "“no”", "it’s", "—",
    "R&D",
    "snake_case", "2*3", "a<b", "[sic]", "100%", "#tag", "it.", "Yes!", "(late)", "https://example.org/a_b_c",
  ]

  private static func phrase(_ numbers: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...6, using: &numbers)).map { _ in words.randomElement(using: &numbers) ?? "" }.joined(
      separator: " ")
  }

  private static func inline(_ numbers: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...4, using: &numbers)).map { _ in
      let text = phrase(&numbers)
      return switch Int.random(in: 0..<22, using: &numbers) {
      case 0: "*\(text)*"
      case 1: "**\(text)**"
      case 2: "_\(text)_"
      case 3: "***\(text)** and*"
      case 4: "~~\(text)~~"
      case 5: "`\(text)`"
      case 6: "[\(text)](https://example.org/x \"A title\")"
      case 7: "![\(text)](picture.png)"
      case 8: "[\(text)][source]"
      case 9: "<https://example.net/page>"
      case 10: "<b class=\"x\">\(text)</b>"
      case 11: "\\*\(text)\\_"
      case 12: "&amp; &#8217;\(text)&mdash;"
      case 13: "\(text)  \n\(phrase(&numbers))"
      case 14: "\(text)\\\n\(phrase(&numbers))"
      case 15: "\(text)\n\(phrase(&numbers))"
      case 16: "<!-- \(text) -->"
      case 17: "**\(text) _\(phrase(&numbers))_**"
      case 18: "[*\(text)*](<a b>)"
      case 19: "*\(text)"
      case 20: "\(text)** ["
      default: text
      }
    }.joined(separator: " ")
  }

  private static func block(_ numbers: inout SeededGenerator, depth: Int) -> String {
    switch Int.random(in: 0..<(depth > 2 ? 6 : 15), using: &numbers) {
    case 0:
      return String(repeating: "#", count: Int.random(in: 1...6, using: &numbers)) + " " + phrase(&numbers) + " ##"
    case 1: return phrase(&numbers) + "\n====="
    case 2: return "```swift\nlet a = *b*\n\n# no\n```"
    case 3: return "* * *"
    case 6: return indented(block(&numbers, depth: depth + 1), first: "> ", rest: "> ")
    case 7: return "> " + inline(&numbers) + "\n" + phrase(&numbers)
    case 8, 9: return indented(block(&numbers, depth: depth + 1), first: "- ", rest: "  ")
    case 10: return indented(inline(&numbers), first: "1. ", rest: "   ") + "\n2. " + phrase(&numbers)
    case 11:
      return
        "| Town | \(phrase(&numbers)) |\n|:--|--:|\n| \(phrase(&numbers)) | **\(phrase(&numbers))** |\n| only one |"
    case 12: return "<div class=\"a\">\n*hidden* text\n</div>"
    case 13: return "    indented code *here*\n\n    more"
    case 14: return "[source]: https://example.org/s 'Where'\n[Other One]: <x>"
    default: return inline(&numbers)
    }
  }

  private static func indented(_ block: String, first: String, rest: String) -> String {
    block.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { ($0.offset == 0 ? first : rest) + $0.element }.joined(separator: "\n")
  }

  static let drafts = [
    """
    # Ferry line to reopen *in May*

    By **Ida Holm**

    The ferry between [Moss](https://example.org/moss) and the island,
    closed since 2019, will reopen, the `board` said.[source]

    > "We have waited long enough,"
    said its chair, Per Lund.

    1. Fares stay at 40 kroner
    2. Boats leave hourly
       - except on Sundays
       - except in fog

    | Route | Fare |
    |---|---|
    | Moss – Horten | 40 |

    Setext closing
    --------------
    <details><summary>hidden</summary></details>

    A last line with <em>tags</em> & an entity: caf&eacute;.

    [source]: https://example.org
    """,
    "- one\n\n  second paragraph\n- two\n\n      code in item\n\n10) ten\n11) eleven\n\n***\n",
    "a\n***\nb\n# c\nd\n> e\nf\n- g\nh\n\ni <span title='*x*'>*j*</span> **k*l**m*\n",
    "[a]: /b\n[c]\n\n[a] [A][] [x][a] ![y][a] [no][nope]\n",
    "`` a ` b `` and ``` x `` y\n\n\\`no code\\` <a@b.org> <not a tag\n",
  ]
}
