/// A request: one struct with its method and its response.
package protocol LSPRequest: Codable, Sendable {
  static var method: String { get }
  associatedtype Response: Codable & Sendable
}

/// A message that is not answered.
package protocol LSPNotification: Codable, Sendable {
  static var method: String { get }
}
