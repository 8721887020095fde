package import TextCore

/// A small table from phrase hashes to numbers, filled while a draft is read: open addressing, linear probing (Knuth, TAOCP 3,
/// section 6.4). Its keys are hashes already, so nothing is hashed with care again.
package struct PhraseIndex: Sendable {
  private var keys: [UInt64]
  /// `empty` where no key is.
  private var values: [Int32]
  private var count = 0
  private static let empty = Int32.min

  package init() {
    keys = [UInt64](repeating: 0, count: 64)
    values = [Int32](repeating: PhraseIndex.empty, count: 64)
  }

  package subscript(key: UInt64) -> Int? {
    get {
      let slot = slot(of: key)
      return values[slot] == PhraseIndex.empty ? nil : Int(values[slot])
    }
    set {
      guard let value = newValue.flatMap({ Int32(exactly: $0) }), value != PhraseIndex.empty else { return }
      var at = slot(of: key)
      if values[at] == PhraseIndex.empty {
        if (count + 1) * 2 > keys.count {
          grow()
          at = slot(of: key)
        }
        count += 1
        keys[at] = key
      }
      values[at] = value
    }
  }

  /// Where a key is, or would be put. There is always an empty slot.
  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: StableHash.finish(key)) & mask
    while values[slot] != PhraseIndex.empty, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
    values = [Int32](repeating: PhraseIndex.empty, count: oldKeys.count * 2)
    for (key, value) in zip(oldKeys, oldValues) where value != PhraseIndex.empty {
      let at = slot(of: key)
      keys[at] = key
      values[at] = value
    }
  }
}
