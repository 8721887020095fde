/// One edit: the bytes of `span` give way to `bytes`.
package struct TextReplacement: Hashable, Sendable {
  /// In the text before the edit.
  package let span: TextSpan
  /// Valid UTF-8.
  package let bytes: [UInt8]

  package init(_ span: TextSpan, with bytes: [UInt8]) {
    self.span = span
    self.bytes = bytes
  }

  package init(_ span: TextSpan, with text: String) {
    self.init(span, with: Array(text.utf8))
  }

  /// Bytes gained (negative: lost).
  package var shift: Int { bytes.count - span.count }
}
