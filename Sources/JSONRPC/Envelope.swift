/// The name by which a request and its response know each other: a number or a string.
package enum RequestID: Hashable, Sendable, Codable {
  case number(Int)
  case string(String)

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else {
      self = .string(try container.decode(String.self))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let number): try container.encode(number)
    case .string(let string): try container.encode(string)
    }
  }
}

/// An error a request is answered with (JSON-RPC 2.0 section 5.1 and LSP 3.17 `ErrorCodes`).
package struct ResponseError: Error, Codable, Equatable, Sendable {
  package let code: Int
  package let message: String

  package init(code: Int, message: String) {
    self.code = code
    self.message = message
  }

  package static let parseErrorCode = -32700
  package static func parseError(_ message: String) -> ResponseError { .init(code: parseErrorCode, message: message) }
  package static func invalidRequest(_ message: String) -> ResponseError { .init(code: -32600, message: message) }
  package static func methodNotFound(_ method: String) -> ResponseError {
    .init(code: -32601, message: "There is no method “\(method.prefix(80))” here.")
  }
  package static func invalidParams(_ message: String) -> ResponseError { .init(code: -32602, message: message) }
  package static let serverNotInitialized = ResponseError(code: -32002, message: "Send “initialize” first.")
  package static let requestCancelled = ResponseError(code: -32800, message: "The request was cancelled.")
  package static let contentModified = ResponseError(code: -32801, message: "The draft has changed since.")
}

/// What a message is, before its parameters are read.
package enum Envelope: Sendable {
  case request(id: RequestID, method: String)
  case notification(method: String)
  case response(id: RequestID?, error: ResponseError?)
  /// Not a JSON-RPC message: the error to answer with, and the id if one could be read.
  case malformed(id: RequestID?, ResponseError)

  private struct Fields: Decodable {
    let jsonrpc: String?
    let id: RequestID?
    let method: String?
    let error: ResponseError?

    enum CodingKeys: CodingKey { case jsonrpc, id, method, error }

    /// An error need not be written as it should be for its message to be a response; what is asked is held to its form.
    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      jsonrpc = try container.decodeIfPresent(String.self, forKey: .jsonrpc)
      id = try container.decodeIfPresent(RequestID.self, forKey: .id)
      method = try container.decodeIfPresent(String.self, forKey: .method)
      do {
        error = try container.decodeIfPresent(ResponseError.self, forKey: .error)
      } catch {
        self.error = ResponseError(code: 0, message: "")
      }
    }
  }
  private struct IDOnly: Decodable { let id: RequestID? }

  package init(_ body: [UInt8]) {
    do {
      let fields = try MessageCoding.decoded(Fields.self, of: body)
      if let method = fields.method {
        if let id = fields.id { self = .request(id: id, method: method) } else { self = .notification(method: method) }
      } else if fields.id != nil || fields.error != nil {
        self = .response(id: fields.id, error: fields.error)
      } else {
        self = .malformed(
          id: nil, .invalidRequest("A message has a “method”, or an “id” with a “result” or an “error”."))
      }
    } catch DecodingError.dataCorrupted {
      self = .malformed(id: nil, .parseError("The message is not JSON."))
    } catch {
      let id = (try? MessageCoding.decoded(IDOnly.self, of: body))?.id
      self = .malformed(id: id, .invalidRequest("The message is JSON, but no JSON-RPC object."))
    }
  }
}

/// Null on the wire.
package struct Null: Codable, Sendable, Equatable {
  package init() {}
  package init(from decoder: any Decoder) throws {}
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encodeNil()
  }
}
