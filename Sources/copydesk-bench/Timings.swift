/// Durations of one thing done many times.
struct Timings {
  private var milliseconds: [Double] = []

  mutating func measure(_ body: () throws -> Void) rethrows {
    let start = ContinuousClock.now
    try body()
    milliseconds.append((ContinuousClock.now - start).milliseconds)
  }

  /// The value that `share` (0…1) of the durations do not exceed; nearest rank.
  func percentile(_ share: Double) -> Double {
    let sorted = milliseconds.sorted()
    guard !sorted.isEmpty else { return 0 }
    return sorted[max(0, min(sorted.count - 1, Int((share * Double(sorted.count)).rounded(.up)) - 1))]
  }
}

extension Duration {
  var milliseconds: Double { Double(components.seconds) * 1e3 + Double(components.attoseconds) / 1e15 }
}

/// A number with a few digits: "0.84", "12.3", "450".
func brief(_ value: Double) -> String {
  if value >= 100 { return String(Int(value.rounded())) }
  let scale: Double = value >= 10 ? 10 : 100
  let rounded = (value * scale).rounded() / scale
  return "\(rounded)"
}
