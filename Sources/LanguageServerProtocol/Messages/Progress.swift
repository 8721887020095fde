/// LSP 3.17, "Create Work Done Progress": the server announces a token before it reports on it.
package struct WorkDoneProgressCreateRequest: LSPRequest {
  package static let method = "window/workDoneProgress/create"
  package typealias Response = JSONValue
  package var token: String
  package init(token: String) { self.token = token }
}

/// LSP 3.17, "Work Done Progress".
package struct ProgressNotification: LSPNotification {
  package static let method = "$/progress"

  package struct Value: Codable, Sendable {
    /// "begin", "report" or "end".
    package var kind: String
    package var title: String?
    package var message: String?
    /// 0…100
    package var percentage: Int?

    package init(kind: String, title: String? = nil, message: String? = nil, percentage: Int? = nil) {
      self.kind = kind
      self.title = title
      self.message = message
      self.percentage = percentage
    }
  }

  package var token: String
  package var value: Value
  package init(token: String, value: Value) {
    self.token = token
    self.value = value
  }
}
