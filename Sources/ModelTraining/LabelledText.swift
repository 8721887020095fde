package import Foundation
package import TextCore

/// A text with its annotation, from whichever corpus.
package struct LabelledText: Sendable {
  package var id: String
  package var text: String
  /// Names, with the corpus' own word for their kind.
  package var names: [(span: TextSpan, kind: String)]?
  /// Spans in UTF-8 offsets of the text.
  package var attributions: [Reported]?

  package struct Reported: Sendable {
    package var sources: [TextSpan] = []
    package var cues: [TextSpan] = []
    package var contents: [TextSpan] = []
  }
}

extension LabelledText {
  /// One line, in the form of the public corpora: offsets in code points.
  package var json: String {
    var codePoints: [Int] = []
    var count = -1
    for byte in text.utf8 {
      if byte & 0xC0 != 0x80 { count += 1 }
      codePoints.append(count)
    }
    codePoints.append(count + 1)
    func pair(_ span: TextSpan) -> [Any] {
      [codePoints[min(span.start, text.utf8.count)], codePoints[min(span.end, text.utf8.count)]]
    }
    let row: [String: Any] = [
      "id": id, "text": text,
      "entities": (names ?? []).map { pair($0.span) + [$0.kind] },
      "attributions": (attributions ?? []).map { reported in
        [
          "source": reported.sources.map(pair), "cue": reported.cues.map(pair), "content": reported.contents.map(pair),
        ]
      },
    ]
    let data = (try? JSONSerialization.data(withJSONObject: row, options: [.sortedKeys])) ?? Data()
    return String(decoding: data, as: UTF8.self)
  }
}

/// The corpora, as they come.
package enum Corpus {
  /// Why a corpus cannot be read, as a sentence.
  package struct Fault: Error, CustomStringConvertible {
    package let description: String
    package init(description: String) { self.description = description }
  }

  /// JSON lines with `text` and `entities` ([start, end, kind]) or `attributions` (source, cue, content); offsets in code
  /// points. Roles (`roles`: [start, end]) become names of the kind `role`.
  package static func jsonLines(_ file: URL) throws -> [LabelledText] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").enumerated().map { number, line in
      guard let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
        let text = row["text"] as? String
      else { throw Fault(description: "\(file.lastPathComponent):\(number + 1) is no object with a text.") }
      let offsets = utf8Offsets(text)
      func span(_ start: Int, _ end: Int) -> TextSpan {
        TextSpan(offsets[min(max(0, start), offsets.count - 1)], offsets[min(max(0, end), offsets.count - 1)])
      }
      var labelled = LabelledText(id: row["id"] as? String ?? "\(number)", text: text)
      if let entities = row["entities"] as? [[Any]] {
        labelled.names = entities.compactMap { entity in
          guard entity.count == 3, let start = entity[0] as? Int, let end = entity[1] as? Int,
            let kind = entity[2] as? String
          else { return nil }
          return (span(start, end), kind)
        }
        for role in row["roles"] as? [[Int]] ?? [] where role.count == 2 {
          labelled.names?.append((span(role[0], role[1]), "role"))
        }
      }
      if let attributions = row["attributions"] as? [[String: Any]] {
        labelled.attributions = attributions.map { attribution in
          func spans(_ part: String) -> [TextSpan] {
            (attribution[part] as? [[Int]] ?? []).filter { $0.count == 2 }.map { span($0[0], $0[1]) }
          }
          return LabelledText.Reported(sources: spans("source"), cues: spans("cue"), contents: spans("content"))
        }
      }
      return labelled
    }
  }

  /// For each code point, and for the end, its UTF-8 offset.
  private static func utf8Offsets(_ text: String) -> [Int] {
    var offsets: [Int] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    return offsets
  }

  /// Texts in the notation of `Tests/Corpus/news`: `=== name` before each, annotations in brackets and braces.
  package static func marked(_ file: URL) throws -> [LabelledText] {
    var result: [LabelledText] = []
    var id = ""
    var lines: [Substring] = []
    func close() throws {
      guard !id.isEmpty else { return }
      result.append(try labelled(id, lines.joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)))
      lines = []
    }
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("=== ") {
        try close()
        id = line.dropFirst(4).trimmingCharacters(in: .whitespaces)
      } else {
        lines.append(line)
      }
    }
    try close()
    return result
  }

  private static let kinds: Set = [
    "person", "organization", "place", "group", "product", "event", "work", "law", "other", "role",
  ]

  /// One text in that notation.
  package static func labelled(_ id: String, _ marked: String) throws -> LabelledText {
    let text = MarkedText(marked)
    var names: [(span: TextSpan, kind: String)] = []
    var reported: [Int: LabelledText.Reported] = [:]
    for annotation in text.annotations {
      let words = annotation.label.split(separator: " ")
      let kind = words.first.map(String.init) ?? ""
      if kinds.contains(kind) {
        names.append((annotation.span, kind))
        continue
      }
      let numbers = words.dropFirst().first?.split(separator: ",").compactMap { Int($0) } ?? []
      guard ["source", "cue", "content"].contains(kind), !numbers.isEmpty else {
        throw Fault(description: "\(id): “\(annotation.label)” is no label.")
      }
      for number in numbers {
        switch kind {
        case "source": reported[number, default: .init()].sources.append(annotation.span)
        case "cue": reported[number, default: .init()].cues.append(annotation.span)
        default: reported[number, default: .init()].contents.append(annotation.span)
        }
      }
    }
    for (number, attribution) in reported where attribution.contents.isEmpty {
      throw Fault(description: "\(id): attribution \(number) has no content.")
    }
    return LabelledText(
      id: id, text: text.text, names: names.sorted { $0.span < $1.span },
      attributions: reported.keys.sorted().compactMap { number in
        reported[number].map { parts in
          LabelledText.Reported(
            sources: parts.sources.sorted(), cues: parts.cues.sorted(), contents: parts.contents.sorted())
        }
      })
  }
}
