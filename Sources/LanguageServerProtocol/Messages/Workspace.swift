/// LSP 3.17, "Configuration Request": the server asks, the client answers a value for each item.
package struct ConfigurationRequest: LSPRequest {
  package static let method = "workspace/configuration"
  package typealias Response = [JSONValue]
  package struct Item: Codable, Sendable {
    package var section: String?
    package init(section: String?) { self.section = section }
  }
  package var items: [Item]
  package init(items: [Item]) { self.items = items }
}

package struct DidChangeConfigurationNotification: LSPNotification {
  package static let method = "workspace/didChangeConfiguration"
  package var settings: JSONValue?
}

/// LSP 3.17, "Register Capability Request", for changes of settings alone.
package struct RegistrationRequest: LSPRequest {
  package static let method = "client/registerCapability"
  package typealias Response = JSONValue
  package struct Registration: Codable, Sendable {
    package struct Options: Codable, Sendable {
      package var section: String
    }
    package var id: String
    package var method: String
    package var registerOptions: Options
  }
  package var registrations: [Registration]

  /// - Parameter section: of the settings, as some clients ask to be told.
  package init(configurationOf section: String) {
    registrations = [
      Registration(
        id: "\(section)-configuration", method: DidChangeConfigurationNotification.method,
        registerOptions: .init(section: section))
    ]
  }
}

/// LSP 3.17, "LogMessage Notification". Types: 1 error, 2 warning, 3 info, 4 log.
package struct LogMessageNotification: LSPNotification {
  package static let method = "window/logMessage"
  package var type: Int
  package var message: String
  package init(type: Int, message: String) {
    self.type = type
    self.message = message
  }
}

/// LSP 3.17, "ShowMessage Notification": shown to the user at once. Types as in `LogMessageNotification`.
package struct ShowMessageNotification: LSPNotification {
  package static let method = "window/showMessage"
  package var type: Int
  package var message: String
  package init(type: Int, message: String) {
    self.type = type
    self.message = message
  }
}

package struct InlayHintRefreshRequest: LSPRequest {
  package static let method = "workspace/inlayHint/refresh"
  package typealias Response = JSONValue
  package init() {}
}
