import TextCore

/// Copies of labelled texts in which names have changed places with names of the same kind from other texts: mention replacement
/// (Dai and Adel, COLING 2020). A few hundred texts name each bearer in one story only; exchanged, the context has to say the kind.
package struct NameExchange: Sendable {
  /// For each kind the distinct names seen, those of one word and those of more apart: a story's rhythm stays.
  private var single: [String: [String]] = [:]
  private var several: [String: [String]] = [:]
  private var seen: Set<String> = []
  /// The same texts give the same copies.
  private var random = SeededGenerator(seed: 1)

  /// Kinds that change places. Groups and roles do not: what they may be depends on the sentence ("two Kenyans", "the mayor").
  package static let all: Set = ["person", "organization", "place", "product", "event", "work", "law", "other"]
  /// Kinds on which the public corpora agree with us.
  package static let shared: Set = ["person", "organization", "place", "product", "work"]

  package init() {}

  /// Adds a text's names of some kinds.
  package mutating func learn(_ text: LabelledText, kinds: Set<String>) {
    let bytes = Array(text.text.utf8)
    for name in text.names ?? [] where kinds.contains(name.kind) {
      let words = NameExchange.string(bytes, name.span)
      guard NameExchange.isPlain(words), seen.insert(name.kind + " " + words).inserted else { continue }
      if words.contains(" ") {
        several[name.kind, default: []].append(words)
      } else {
        single[name.kind, default: []].append(words)
      }
    }
  }

  /// A copy with about two of three names exchanged, each everywhere alike. A surname or first name that stands alone follows the
  /// full name.
  package mutating func copy(_ text: LabelledText) -> LabelledText {
    let bytes = Array(text.text.utf8)
    let names = (text.names ?? []).filter { name in
      name.kind != "role"
        && !(text.names ?? []).contains { $0.span != name.span && $0.span.overlaps(name.span) && $0.kind != "role" }
    }
    var exchanged: [String: String] = [:]
    // The longer first, so that parts can follow.
    for name in names.sorted(by: { ($0.span.count, $1.span.start) > ($1.span.count, $0.span.start) }) {
      let words = NameExchange.string(bytes, name.span)
      let key = name.kind + " " + words
      guard exchanged[key] == nil, NameExchange.isPlain(words) else { continue }
      let choices = (words.contains(" ") ? several : single)[name.kind] ?? []
      guard choices.count > 20, Int.random(in: 0..<3, using: &random) > 0,
        let chosen = choices.randomElement(using: &random)
      else {
        exchanged[key] = words
        continue
      }
      exchanged[key] = chosen
      if name.kind == "person" {
        let (old, new) = (words.split(separator: " "), chosen.split(separator: " "))
        for (part, other) in [(old.first, new.first), (old.last, new.last)] {
          if let part, let other, exchanged["person \(part)"] == nil { exchanged["person \(part)"] = String(other) }
        }
      }
    }
    return rewritten(
      text, bytes,
      names.compactMap { name in
        let words = NameExchange.string(bytes, name.span)
        guard let new = exchanged[name.kind + " " + words], new != words else { return nil }
        return (name.span, new)
      })
  }

  /// Puts other words at spans that do not overlap, and moves all annotation along.
  private func rewritten(_ text: LabelledText, _ bytes: [UInt8], _ changes: [(span: TextSpan, new: String)])
    -> LabelledText
  {
    var result: [UInt8] = []
    /// Where each byte of the old text, and its end, lies in the new one.
    var moved = [Int](repeating: 0, count: bytes.count + 1)
    var position = 0
    func keep(to end: Int) {
      while position < end {
        moved[position] = result.count
        result.append(bytes[position])
        position += 1
      }
    }
    for change in changes.sorted(by: { $0.span < $1.span }) where change.span.start >= position {
      keep(to: change.span.start)
      while position < change.span.end {
        moved[position] = result.count
        position += 1
      }
      result += Array(change.new.utf8)
    }
    keep(to: bytes.count)
    moved[bytes.count] = result.count
    func span(_ old: TextSpan) -> TextSpan { TextSpan(moved[old.start], moved[old.end]) }
    var copy = LabelledText(id: text.id, text: String(decoding: result, as: UTF8.self))
    copy.names = text.names?.map { (span($0.span), $0.kind) }
    copy.attributions = text.attributions?.map { reported in
      LabelledText.Reported(
        sources: reported.sources.map(span), cues: reported.cues.map(span), contents: reported.contents.map(span))
    }
    return copy
  }

  private static func string(_ bytes: [UInt8], _ span: TextSpan) -> String {
    String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }

  /// Written as a name is, not in capitals or small letters throughout, so that it fits anywhere.
  private static func isPlain(_ words: String) -> Bool {
    guard let first = words.unicodeScalars.first, first.properties.isUppercase else { return false }
    return words.utf8.count > 1 && words.utf8.count < 60 && !words.contains("\n")
      && (words.utf8.count <= 5 || words.unicodeScalars.contains { $0.properties.isLowercase })
  }
}
