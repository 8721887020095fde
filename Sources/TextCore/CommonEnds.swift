/// How many items two lists share at the front and, of what is left, at the back: what an edit between them left alone.
package struct CommonEnds: Sendable {
  package let front: Int
  package let back: Int

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
