/// Draft text for a terminal: each scalar that a terminal would obey instead of show is U+FFFD, line ends and tabs are
/// spaces. A draft from outside could else move the cursor, retitle the window or reverse a line.
func withoutControls(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: \.isObeyed) else { return text }
  var shown = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { shown.append(scalar.isObeyed ? (scalar.isSpacing ? " " : "\u{FFFD}") : scalar) }
  return String(shown)
}

/// Names and messages for a terminal: the same scalars as escapes, so that two names never look alike.
func escapingControls(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: \.isObeyed) else { return text }
  var shown = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n": shown += "\\n"
    case "\r": shown += "\\r"
    case "\t": shown += "\\t"
    case _ where scalar.isObeyed: shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    default: shown.unicodeScalars.append(scalar)
    }
  }
  return shown
}

extension Unicode.Scalar {
  /// C0 and C1 controls (ECMA-48), line and paragraph separators, and the explicit directions of the bidirectional
  /// algorithm (UAX #9), which "Trojan Source" showed to hide text. Marks of direction within a word are left alone.
  fileprivate var isObeyed: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  fileprivate var isSpacing: Bool {
    (0x09...0x0D).contains(value) || value == 0x85 || (0x2028...0x2029).contains(value)
  }
}
