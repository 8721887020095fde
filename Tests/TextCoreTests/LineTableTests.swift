import Testing
import TestSupport
import TextCore

@Suite struct LineTableTests {
  /// Text, offset, line, column in UTF-8, UTF-16, UTF-32.
  @Test(arguments: [
    ("abc", 2, 0, (2, 2, 2)),
    ("a\nbc", 3, 1, (1, 1, 1)),
    ("a\r\nbc", 4, 1, (1, 1, 1)),
    ("a\rbc", 3, 1, (1, 1, 1)),
    ("é–x", 5, 0, (5, 2, 2)),
    ("😀x", 4, 0, (4, 2, 1)),
    ("e\u{301}x", 3, 0, (3, 2, 2)),
    ("“Hi”\n", 9, 1, (0, 0, 0)),
    ("", 0, 0, (0, 0, 0)),
  ])
  func positionsInEachEncoding(text: String, offset: Int, line: Int, columns: (Int, Int, Int)) {
    let snapshot = TextSnapshot(text)
    for (encoding, column) in zip(PositionEncoding.allCases, [columns.0, columns.1, columns.2]) {
      let position = LineColumn(line: line, column: column)
      #expect(snapshot.position(of: offset, as: encoding) == position)
      let back = snapshot.offset(of: position, as: encoding)
      #expect(back.offset == offset && back.repair == .none)
    }
  }

  @Test(arguments: [
    ("ab\ncd", LineColumn(line: 0, column: 9), 2, PositionRepair.pastLineEnd),
    ("ab\r\ncd", LineColumn(line: 0, column: 3), 2, .pastLineEnd),
    ("ab\ncd", LineColumn(line: 7, column: 0), 5, .pastLastLine),
    ("ab\ncd", LineColumn(line: -1, column: 4), 0, .negative),
    ("ab\ncd", LineColumn(line: 1, column: -4), 3, .negative),
    ("😀x", LineColumn(line: 0, column: 1), 0, .insideCharacter),
  ])
  func placesOutsideTheTextAreMended(text: String, position: LineColumn, offset: Int, repair: PositionRepair) {
    let found = TextSnapshot(text).offset(of: position, as: .utf16)
    #expect(found.offset == offset)
    #expect(found.repair == repair)
  }

  @Test func aUTF16ColumnInsideASurrogatePairIsNeverGivenOut() {
    let snapshot = TextSnapshot("a😀b")
    for offset in 2...4 { #expect(snapshot.position(of: offset, as: .utf16).column == 1) }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func tablesAfterEditsEqualFreshOnes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = ["a", "\n", "\r", "\r\n", "é", "😀", "word ", "\n\n", "“", "\u{2028}"]
    var snapshot = TextSnapshot((0..<30).map { _ in pieces.randomElement(using: &random) ?? "" }.joined())
    for version in 1...30 {
      let start = Int.random(in: 0...snapshot.count, using: &random)
      let end = Int.random(in: start...min(snapshot.count, start + 6), using: &random)
      let text = (0..<Int.random(in: 0...3, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
      snapshot = snapshot.applying(TextReplacement(TextSpan(start, end), with: text), version: version)
      #expect(snapshot.lines.starts == LineTable(snapshot.bytes).starts)
      #expect(String(validating: snapshot.bytes, as: UTF8.self) != nil)
    }
  }
}
