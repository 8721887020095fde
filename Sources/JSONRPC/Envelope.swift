import FoundationEssentials

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

  package static func parseError(_ message: String) -> ResponseError { .init(code: -32700, message: message) }
  package static func invalidRequest(_ message: String) -> ResponseError { .init(code: -32600, message: message) }
  package static func methodNotFound(_ method: String) -> ResponseError {
    .init(code: -32601, message: "There is no method “\(method.prefix(80))” here.")
  }
  package static func invalidParams(_ message: String) -> ResponseError { .init(code: -32602, message: message) }
  package static func internalError(_ message: String) -> ResponseError { .init(code: -32603, message: message) }
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
  }
  private struct IDOnly: Decodable { let id: RequestID? }

  package init(_ body: [UInt8]) {
    let data = Data(body)
    do {
      let fields = try JSONDecoder().decode(Fields.self, from: data)
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
      let id = (try? JSONDecoder().decode(IDOnly.self, from: data))?.id
      self = .malformed(id: id, .invalidRequest("The message is JSON, but no JSON-RPC object."))
    }
  }
}

/// Reading and writing of whole messages.
package enum MessageCoding {
  private struct Parameters<Params: Decodable>: Decodable { let params: Params? }
  private struct ResultOf<Value: Decodable>: Decodable { let result: Value? }
  private struct RequestBody<Params: Encodable>: Encodable {
    let jsonrpc = "2.0"
    let id: RequestID
    let method: String
    let params: Params
  }
  private struct NotificationBody<Params: Encodable>: Encodable {
    let jsonrpc = "2.0"
    let method: String
    let params: Params
  }
  private struct ResponseBody<Value: Encodable>: Encodable {
    let jsonrpc = "2.0"
    let id: RequestID
    let result: Value
  }
  private struct ErrorBody: Encodable {
    let jsonrpc = "2.0"
    let id: RequestID?
    let error: ResponseError

    enum CodingKeys: CodingKey { case jsonrpc, id, error }
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(jsonrpc, forKey: .jsonrpc)
      // The specification wants null, not absence, where the id could not be read.
      try container.encode(id, forKey: .id)
      try container.encode(error, forKey: .error)
    }
  }

  /// The parameters of a message; nil if there are none.
  package static func params<Params: Decodable>(_: Params.Type, of body: [UInt8]) throws(ResponseError) -> Params? {
    do {
      return try JSONDecoder().decode(Parameters<Params>.self, from: Data(body)).params
    } catch let error as DecodingError {
      throw .invalidParams("The parameters do not have their form: \(place(of: error)).")
    } catch {
      throw .invalidParams("The parameters do not have their form.")
    }
  }

  package static func result<Value: Decodable>(_: Value.Type, of body: [UInt8]) -> Value? {
    (try? JSONDecoder().decode(ResultOf<Value>.self, from: Data(body)))?.result
  }

  package static func request(id: RequestID, method: String, params: some Encodable) -> [UInt8] {
    encode(RequestBody(id: id, method: method, params: params))
  }
  package static func notification(method: String, params: some Encodable) -> [UInt8] {
    encode(NotificationBody(method: method, params: params))
  }
  package static func response(id: RequestID, result: some Encodable) -> [UInt8] {
    encode(ResponseBody(id: id, result: result))
  }
  package static func response(id: RequestID?, error: ResponseError) -> [UInt8] {
    encode(ErrorBody(id: id, error: error))
  }

  /// A value as JSON, the same bytes for the same value.
  package static func encoded(_ value: some Encodable) -> [UInt8] { encode(value) }

  private static func encode(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
    // Our own types hold no floating point that JSON lacks, so encoding them cannot fail.
    return (try? encoder.encode(value)).map(Array.init) ?? Array(#"{"jsonrpc":"2.0"}"#.utf8)
  }

  /// Where decoding failed, as a path of keys; never the value.
  private static func place(of error: DecodingError) -> String {
    let (path, what): ([any CodingKey], String) =
      switch error {
      case .keyNotFound(let key, let context): (context.codingPath + [key], "is missing")
      case .typeMismatch(_, let context), .valueNotFound(_, let context): (context.codingPath, "has another type")
      case .dataCorrupted(let context): (context.codingPath, "cannot be read")
      @unknown default: ([], "cannot be read")
      }
    return "“" + path.map(\.stringValue).joined(separator: ".") + "” " + what
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
