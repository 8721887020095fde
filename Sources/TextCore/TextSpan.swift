/// A half-open range of UTF-8 offsets in one text: a draft, or one paragraph's prose; the holder says which.
///
/// Plain `Span` is the standard library's borrowed memory and `Range` is the protocol's range of positions, hence the
/// name. Invariant: `0 <= start <= end`; the initializer clamps, because Swift cannot catch a trap.
package struct TextSpan: Hashable, Sendable, Comparable {
  /// First byte, counted from 0.
  package let start: Int
  /// One past the last byte.
  package let end: Int

  @inlinable
  package init(_ start: Int, _ end: Int) {
    self.start = max(0, start)
    self.end = max(self.start, end)
  }

  /// Length in bytes.
  @inlinable package var count: Int { end - start }
  @inlinable package var isEmpty: Bool { end == start }

  @inlinable package func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
  @inlinable package func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }
  /// Whether the two share a byte.
  @inlinable package func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }
  /// The smallest span that holds both.
  @inlinable package func union(_ other: TextSpan) -> TextSpan {
    TextSpan(min(start, other.start), max(end, other.end))
  }
  /// The same span, `distance` bytes further on (or back).
  @inlinable package func shifted(by distance: Int) -> TextSpan { TextSpan(start + distance, end + distance) }
  /// The part of the span that lies within `0..<limit`.
  @inlinable package func clamped(to limit: Int) -> TextSpan { TextSpan(min(start, limit), min(end, limit)) }

  /// Order of reading: by start, the longer first.
  @inlinable
  package static func < (left: TextSpan, right: TextSpan) -> Bool {
    left.start != right.start ? left.start < right.start : left.end > right.end
  }
}
