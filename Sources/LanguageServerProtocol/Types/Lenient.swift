/// A field that counts as absent where it has another type than it should: one odd capability must not cost the others.
@propertyWrapper
package struct Lenient<Value: Codable & Sendable>: Codable, Sendable {
  package var wrappedValue: Value?

  package init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

  package init(from decoder: any Decoder) { wrappedValue = try? Value(from: decoder) }

  package func encode(to encoder: any Encoder) throws { try wrappedValue.encode(to: encoder) }
}

/// An array without the elements that have another type than they should: one odd word must not cost the others.
package struct LenientArray<Element: Codable & Sendable>: Codable, Sendable {
  package var elements: [Element]

  package init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    elements = []
    while !container.isAtEnd {
      if let element = try container.decode(Lenient<Element>.self).wrappedValue { elements.append(element) }
    }
  }

  package func encode(to encoder: any Encoder) throws { try elements.encode(to: encoder) }
}

extension KeyedDecodingContainer {
  /// What the compiler calls for such a field: a key may be missing, too.
  package func decode<Value>(_: Lenient<Value>.Type, forKey key: Key) -> Lenient<Value> {
    Lenient(wrappedValue: try? decode(Value.self, forKey: key))
  }

  /// A number that should be an `integer` (LSP 3.17, "Base Types": 32 bits) and may be a fraction, or out of bounds; nil if
  /// there is none.
  func clamped(_ key: Key) -> Int? {
    if let number = try? decode(Int.self, forKey: key) { return number }
    guard let number = try? decode(Double.self, forKey: key), !number.isNaN else { return nil }
    return Int(max(Double(Int32.min), min(Double(Int32.max), number)))
  }
}
