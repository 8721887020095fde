/// How many items two lists share at the front and, of what is left, at the back: what an edit between them left alone.
package struct CommonEnds: Sendable {
  package let front: Int
  package let back: Int

  /// Of two texts, which may be long: without a closure a byte.
  package init(bytes old: [UInt8], _ new: [UInt8]) {
    let shorter = min(old.count, new.count)
    (front, back) = old.withUnsafeBufferPointer { old in
      new.withUnsafeBufferPointer { new in
        var front = 0
        while front < shorter, old[front] == new[front] { front += 1 }
        var back = 0
        while back < shorter - front, old[old.count - 1 - back] == new[new.count - 1 - back] { back += 1 }
        return (front, back)
      }
    }
  }

  @inlinable
  package init<Item>(_ old: [Item], _ new: [Item], by isSame: (Item, Item) -> Bool) {
    let shorter = min(old.count, new.count)
    var front = 0
    while front < shorter, isSame(old[front], new[front]) { front += 1 }
    var back = 0
    while back < shorter - front, isSame(old[old.count - 1 - back], new[new.count - 1 - back]) { back += 1 }
    self.front = front
    self.back = back
  }
}
