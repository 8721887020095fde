extension RandomAccessCollection where Index == Int {
  /// Index of the first element that `isPast` holds for, by bisection: all elements after it must be like it, and those before
  /// not. The count if there is none.
  @inlinable
  package func partitionPoint(where isPast: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if isPast(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
