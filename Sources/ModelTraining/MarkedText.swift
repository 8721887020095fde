package import TextCore

/// Prose with annotations written into it: `[The mayor]{source} [said]{cue} [taxes rose]{content}.`
///
/// Brackets followed by a brace nest; `$0` is the cursor. A bracket without a brace is plain text.
package struct MarkedText: Sendable {
  /// The prose without the marks.
  package let text: String
  /// Offset of `$0` in `text`, UTF-8; nil without one.
  package let cursor: Int?
  package let annotations: [Annotation]

  package struct Annotation: Hashable, Sendable {
    package let span: TextSpan
    package let label: String
    package init(_ span: TextSpan, _ label: String) {
      self.span = span
      self.label = label
    }
  }

  package init(_ marked: String) {
    let bytes = Array(marked.utf8)
    let closing = MarkedText.matchingBrackets(bytes)
    var plain: [UInt8] = []
    var open: [Int] = []
    var annotations: [Annotation] = []
    var cursor: Int?
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "["), closing[index] != nil {
        open.append(plain.count)
        index += 1
      } else if bytes[index] == UInt8(ascii: "]"), let end = closing[index], let start = open.popLast() {
        let label = String(decoding: bytes[(index + 2)..<end], as: UTF8.self)
        annotations.append(Annotation(TextSpan(start, plain.count), label))
        index = end + 1
      } else if bytes[index] == UInt8(ascii: "$"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "0") {
        cursor = plain.count
        index += 2
      } else {
        plain.append(bytes[index])
        index += 1
      }
    }
    text = String(decoding: plain, as: UTF8.self)
    self.cursor = cursor
    self.annotations = annotations
  }

  /// For each `[` that a `]{…}` answers, and for each such `]`, the index of the closing brace.
  private static func matchingBrackets(_ bytes: [UInt8]) -> [Int: Int] {
    var stack: [Int] = []
    var found: [Int: Int] = [:]
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: "[") {
        stack.append(index)
      } else if bytes[index] == UInt8(ascii: "]"), let start = stack.popLast(), index + 1 < bytes.count,
        bytes[index + 1] == UInt8(ascii: "{"), let end = bytes[(index + 1)...].firstIndex(of: UInt8(ascii: "}"))
      {
        found[start] = end
        found[index] = end
      }
    }
    return found
  }

  /// The prose with annotations written into it: the inverse of `init`.
  package static func render(_ text: String, _ annotations: [Annotation]) -> String {
    let bytes = Array(text.utf8)
    let sorted = annotations.filter { !$0.span.isEmpty }.sorted {
      ($0.span, $0.label) < ($1.span, $1.label)
    }
    var result: [UInt8] = []
    var open: [Annotation] = []
    var next = 0
    for index in 0...bytes.count {
      while let last = open.lastIndex(where: { $0.span.end <= index }) {
        result.append(contentsOf: "]{\(open[last].label)}".utf8)
        open.remove(at: last)
      }
      while next < sorted.count, sorted[next].span.start <= index {
        result.append(UInt8(ascii: "["))
        open.append(sorted[next])
        next += 1
      }
      if index < bytes.count { result.append(bytes[index]) }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
