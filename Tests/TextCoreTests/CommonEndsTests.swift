import Testing
import TextCore

/// What an edit left alone at both ends.
@Suite struct CommonEndsTests {
  @Test(arguments: [
    ("", "", 0, 0), ("a", "", 0, 0), ("abc", "abc", 3, 0), ("abc", "abXc", 2, 1), ("abXc", "abc", 2, 1),
    ("abc", "xyz", 0, 0), ("xbc", "ybc", 0, 2),
    // What could be of either end is of the front, and counted once.
    ("aa", "aaa", 2, 0), ("aaaa", "aa", 2, 0), ("abab", "ab", 2, 0),
  ])
  func countsBothEnds(old: String, new: String, front: Int, back: Int) {
    let ofBytes = CommonEnds(bytes: Array(old.utf8), Array(new.utf8))
    let ofItems = CommonEnds(Array(old), Array(new)) { $0 == $1 }
    #expect((ofBytes.front, ofBytes.back) == (front, back))
    #expect((ofItems.front, ofItems.back) == (front, back))
  }

  /// Whatever was changed: the ends and what lies between make the text again.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func endsNeverOverlap(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func text() -> [UInt8] {
      (0..<Int.random(in: 0...12, using: &random)).map { _ in .random(in: 0...1, using: &random) }
    }
    let (old, new) = (text(), text())
    let ends = CommonEnds(bytes: old, new)
    #expect(ends.front + ends.back <= min(old.count, new.count))
    #expect(old.prefix(ends.front) == new.prefix(ends.front) && old.suffix(ends.back) == new.suffix(ends.back))
  }
}
