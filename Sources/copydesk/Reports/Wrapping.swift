/// Lines of at most 80 characters; line ends of the text stand.
func wrapped(_ text: String, indent: String = "") -> String {
  var lines: [String] = []
  for paragraph in text.split(separator: "\n", omittingEmptySubsequences: true) {
    var line = indent
    for word in paragraph.split(separator: " ") {
      if line.count > indent.count, line.count + 1 + word.count > 80 {
        lines.append(line)
        line = indent
      }
      line += (line.count > indent.count ? " " : "") + word
    }
    lines.append(line)
  }
  return lines.map { $0 + "\n" }.joined()
}
