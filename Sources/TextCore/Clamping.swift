extension Int {
  /// The whole part of a number; the nearest that fits where it is too large, and 0 for what is no number. `Int(_:)` of such a
  /// number ends the process.
  package init(clamping value: Double) {
    let limit = 9_007_199_254_740_992.0
    self = value.isNaN ? 0 : Int(Swift.max(-limit, Swift.min(limit, value)))
  }
}
