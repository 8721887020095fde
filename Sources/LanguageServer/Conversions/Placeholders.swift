import Rules

/// The places that a fix leaves for the writer, "[source]", as tab stops of a snippet.
enum Placeholders {
  /// ", according to ${1:[source]}"; nil if the text leaves no place. What is typed replaces the brackets, too.
  static func snippet(of text: String) -> String? {
    var result = ""
    var count = 0
    var rest = text[...]
    while let open = rest.firstIndex(of: "[") {
      result += escaped(rest[..<open])
      let word = rest[open...].dropFirst().prefix { $0 >= "a" && $0 <= "z" }
      guard Correction.placeholders.contains(String(word)), word.endIndex < rest.endIndex, rest[word.endIndex] == "]"
      else {
        result += "["
        rest = rest[open...].dropFirst()
        continue
      }
      count += 1
      result += "${\(count):[\(word)]}"
      rest = rest[word.endIndex...].dropFirst()
    }
    return count > 0 ? result + escaped(rest) : nil
  }

  /// Outside a tab stop "$", "}" and the backslash have a meaning.
  private static func escaped(_ text: Substring) -> String {
    var result = ""
    for character in text {
      if character == "$" || character == "}" || character == "\\" { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
