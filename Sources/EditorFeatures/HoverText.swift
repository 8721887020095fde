package import TextCore

/// What an editor shows beside the pointer, written twice: for clients that draw Markdown and for those that do not.
package struct HoverText: Sendable, Equatable {
  /// The words it is about, in the file.
  package let span: TextSpan
  package let markdown: String
  package let plain: String

  /// The cards one below the other; nil without any. The span is that of the smallest.
  init?(_ cards: [HoverCard]) {
    guard let smallest = cards.min(by: { $0.span.count < $1.span.count }) else { return nil }
    span = smallest.span
    plain = cards.map { ([$0.title] + $0.lines).joined(separator: "\n") }.joined(separator: "\n\n")
    markdown =
      cards.map { card in
        (["**\(Markdown.escaped(card.title))**"] + card.lines.map(Markdown.escaped)).joined(separator: "  \n")
      }.joined(separator: "\n\n---\n\n")
  }
}

/// One thing that can be told about a place: a title and a few lines, in plain text.
struct HoverCard {
  let span: TextSpan
  let title: String
  let lines: [String]
}

/// Words of a draft shown inside Markdown must not act as Markdown.
enum Markdown {
  /// Backslashes before every mark that CommonMark gives a meaning (0.31.2, section 2.4); line breaks become spaces.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if character.isNewline {
        result.append(" ")
      } else {
        if "\\`*_{}[]<>()#+-.!|~&".contains(character) { result.append("\\") }
        result.append(character)
      }
    }
    return result
  }
}
