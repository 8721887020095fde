package import DocumentModel
import TextCore

/// Quantities in the words of annotations and of hovers.
package enum QuantityText {
  /// The value of an exact quantity ("48200000", "1/3"), a resolved date's ISO form; nil for ranges.
  package static func value(_ quantity: Quantity, time: ResolvedTime? = nil) -> String? {
    switch quantity.value {
    case .exact(let number): number.text
    case .range: nil
    case .temporal: time?.value
    }
  }

  package static func low(_ quantity: Quantity, time: ResolvedTime? = nil) -> String? {
    switch quantity.value {
    case .range(let low, _): low?.text
    case .temporal: time?.low
    case .exact: nil
    }
  }

  /// Exclusive for dates.
  package static func high(_ quantity: Quantity, time: ResolvedTime? = nil) -> String? {
    switch quantity.value {
    case .range(_, let high): high?.text
    case .temporal: time?.high
    case .exact: nil
    }
  }

  package static func unit(_ quantity: Quantity) -> String? { quantity.unit?.name }

  /// "70 km" as "70 kilometres"; money with its code.
  package static func normalized(_ quantity: Quantity, time: ResolvedTime? = nil) -> String {
    let number: String
    switch quantity.value {
    case .exact(let value): number = grouped(value)
    case .range(let low, let high):
      number = [low, high].compactMap { $0.map(grouped) }.joined(separator: " to ")
    case .temporal:
      guard let time else { return "" }
      if let value = time.value { return value }
      switch (time.low, time.high) {
      case (let low?, let high?): return low + " to " + high
      case (let low?, nil): return "from " + low
      case (nil, let high?): return "until " + high
      case (nil, nil): return time.timex ?? ""
      }
    }
    guard let unit = quantity.unit else { return number }
    if quantity.kind == .percent { return number + "%" }
    if unit.dimension.hasPrefix("money") { return unit.name.prefix(3) + " " + number + unit.name.dropFirst(3) }
    if case .exact(let value) = quantity.value, value == Rational(1) { return number + " " + unit.name }
    return number + " " + plural(unit.name)
  }

  /// Digits in groups of three, at most three decimals for fractions that do not end.
  package static func grouped(_ value: Rational) -> String {
    let text = value.text
    if text.utf8.contains(UInt8(ascii: "/")) { return text }
    let sign = text.hasPrefix("-") ? "-" : ""
    let parts = text.drop { $0 == "-" }.split(separator: ".")
    guard let whole = parts.first else { return text }
    var digits = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0, whole.count > 4 { digits.append(",") }
      digits.append(digit)
    }
    return sign + digits + (parts.count > 1 ? "." + parts[1] : "")
  }

  static func plural(_ name: String) -> String {
    switch name {
    case "foot": return "feet"
    case "inch": return "inches"
    case "century": return "centuries"
    case "celsius": return "degrees Celsius"
    case "fahrenheit": return "degrees Fahrenheit"
    case "stone", "hertz", "horsepower", "percent", "lux", "kelvin": return name
    default: break
    }
    for head in [" per ", " and "] {
      if let (first, rest) = split(name, head) { return plural(first) + head + rest }
    }
    if name.hasPrefix("square ") { return "square " + plural(String(name.dropFirst(7))) }
    if name.hasPrefix("cubic ") { return "cubic " + plural(String(name.dropFirst(6))) }
    return name.hasSuffix("s")
      ? name
      : name.hasSuffix("y") && !name.hasSuffix("ay") && !name.hasSuffix("ey") ? name.dropLast() + "ies" : name + "s"
  }

  static func split(_ text: String, _ separator: String) -> (String, String)? {
    let bytes = Array(text.utf8)
    let mark = Array(separator.utf8)
    guard bytes.count > mark.count else { return nil }
    for start in 0...(bytes.count - mark.count) where Array(bytes[start..<start + mark.count]) == mark {
      return (
        String(decoding: bytes[..<start], as: UTF8.self),
        String(decoding: bytes[(start + mark.count)...], as: UTF8.self)
      )
    }
    return nil
  }
}
