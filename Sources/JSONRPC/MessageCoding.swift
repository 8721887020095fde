import FoundationEssentials

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
      return try decoded(Parameters<Params>.self, of: body).params
    } catch let error as DecodingError {
      throw .invalidParams("The parameters do not have their form: \(place(of: error)).")
    } catch {
      throw .invalidParams("The parameters do not have their form.")
    }
  }

  package static func result<Value: Decodable>(_: Value.Type, of body: [UInt8]) -> Value? {
    (try? decoded(ResultOf<Value>.self, of: body))?.result
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

  /// The message as a value. Text that a client cut inside a character is mended only if the message is of no use as it is:
  /// an edit that were dropped would leave all later ones in other text than they were made for.
  static func decoded<Value: Decodable>(_: Value.Type, of body: [UInt8]) throws -> Value {
    do {
      return try JSONDecoder().decode(Value.self, from: Data(body))
    } catch {
      guard let mended = TextRepair.mended(body) else { throw error }
      return try JSONDecoder().decode(Value.self, from: Data(mended))
    }
  }

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
