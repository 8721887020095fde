/// A number for each place of a layer that has one: a flat array with a start for each paragraph. Draft-wide analysers fill
/// it after every keystroke, where a hash table would cost ten times as much.
package struct LayerTable: Sendable {
  /// Where each paragraph's places begin in `values`; one more than there are paragraphs.
  private var starts: [Int] = [0]
  /// -1: none.
  private var values: [Int32] = []

  package init() {}

  /// - Parameter counts: how many places each paragraph has, in order.
  package init(counts: some Sequence<Int>) {
    for count in counts { starts.append((starts.last ?? 0) + max(0, count)) }
    values = [Int32](repeating: -1, count: starts.last ?? 0)
  }

  /// Nil where nothing was set, and outside the layer; what is set outside the layer is dropped.
  package subscript(paragraph: Int, index: Int) -> Int? {
    get {
      guard let place = place(paragraph, index), values[place] >= 0 else { return nil }
      return Int(values[place])
    }
    set {
      guard let place = place(paragraph, index) else { return }
      values[place] = newValue.flatMap { Int32(exactly: $0) } ?? -1
    }
  }

  package subscript(mention: MentionReference) -> Int? {
    get { self[mention.paragraph, mention.mention] }
    set { self[mention.paragraph, mention.mention] = newValue }
  }

  private func place(_ paragraph: Int, _ index: Int) -> Int? {
    guard paragraph >= 0, paragraph + 1 < starts.count, index >= 0 else { return nil }
    let place = starts[paragraph] + index
    return place < starts[paragraph + 1] ? place : nil
  }
}
