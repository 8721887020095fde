import FoundationEssentials

/// An editor as a server sees it: opens a draft, types, hovers, and waits for the answers.
final class EditorSession {
  struct ServerGone: Error {}

  private struct Message: Decodable {
    struct Progress: Decodable { let kind: String? }
    struct Parameters: Decodable {
      let version: Int?
      let value: Progress?
    }
    let id: Identifier?
    let method: String?
    let params: Parameters?

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: Fields.self)
      id = try? fields.decodeIfPresent(Identifier.self, forKey: .id)
      method = try fields.decodeIfPresent(String.self, forKey: .method)
      // Other messages have parameters of other forms.
      params = try? fields.decodeIfPresent(Parameters.self, forKey: .params)
    }
    enum Fields: CodingKey { case id, method, params }
  }

  /// Of a request: a number or a string.
  private struct Identifier: Codable {
    let number: Int?
    let text: String?
    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      number = try? value.decode(Int.self)
      text = number == nil ? try value.decode(String.self) : nil
    }
    var json: String { number.map(String.init) ?? "\"\(text ?? "")\"" }
  }

  private let server: Subprocess
  private var lastRequest = 0
  private var version = 0
  /// Whether the server has announced that it is still reading.
  private var isReading = false

  /// Starts the server and waits until it has answered `initialize`.
  init(_ executable: String) throws {
    server = try Subprocess([executable, "serve", "--stdio"])
    try request("initialize", #"{"processId":null,"rootUri":null,"capabilities":{"window":{"workDoneProgress":true}}}"#)
    notify("initialized", "{}")
  }

  /// Peak resident memory in KiB (`VmHWM`, proc(5)).
  var peakMemory: Int {
    let status = (try? String(contentsOfFile: "/proc/\(server.identifier)/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
  }

  /// Opens a draft; returns when its diagnostics have come.
  func open(_ text: String) throws {
    version = 1
    notify(
      "textDocument/didOpen",
      #"{"textDocument":{"uri":"\#(Self.uri)","languageId":"plaintext","version":1,"text":\#(Self.quoted(text))}}"#)
    try waitForDiagnostics()
  }

  /// Returns when the reader has gone over the whole draft.
  func waitUntilRead() throws {
    // What the server announces with its first diagnostics comes before its next answer.
    try hover(line: 0, column: 0)
    if isReading { try wait { $0.method == "$/progress" && $0.params?.value?.kind == "end" } }
    isReading = false
  }

  /// Types one character; returns when the diagnostics of the new version have come.
  func type(_ character: Character, line: Int, column: Int) throws {
    version += 1
    let place = #"{"line":\#(line),"character":\#(column)}"#
    notify(
      "textDocument/didChange",
      #"{"textDocument":{"uri":"\#(Self.uri)","version":\#(version)},"contentChanges":[{"range":{"start":\#(place),"end":\#(place)},"text":\#(Self.quoted(String(character)))}]}"#
    )
    try waitForDiagnostics()
  }

  func hover(line: Int, column: Int) throws {
    try request(
      "textDocument/hover",
      #"{"textDocument":{"uri":"\#(Self.uri)"},"position":{"line":\#(line),"character":\#(column)}}"#)
  }

  /// Ends the session as the protocol wants it.
  func end() throws {
    try request("shutdown", "null")
    notify("exit", "null")
    server.closeInput()
    _ = server.finish()
  }

  private static let uri = "untitled:bench"

  private func waitForDiagnostics() throws {
    try wait { $0.method == "textDocument/publishDiagnostics" && $0.params?.version == self.version }
  }

  private func request(_ method: String, _ parameters: String) throws {
    lastRequest += 1
    let id = lastRequest
    send(#"{"jsonrpc":"2.0","id":\#(id),"method":"\#(method)","params":\#(parameters)}"#)
    try wait { $0.method == nil && $0.id?.number == id }
  }

  private func notify(_ method: String, _ parameters: String) {
    send(#"{"jsonrpc":"2.0","method":"\#(method)","params":\#(parameters)}"#)
  }

  private func send(_ json: String) { server.write(Array("Content-Length: \(json.utf8.count)\r\n\r\n\(json)".utf8)) }

  private func wait(_ isExpected: (Message) -> Bool) throws {
    while true {
      guard let head = server.read(through: Array("\r\n\r\n".utf8)),
        let length = Int(String(decoding: head, as: UTF8.self).prefix { $0 != "\r\n" }.filter(\.isNumber)),
        let body = server.read(count: length)
      else { throw ServerGone() }
      let message = try JSONDecoder().decode(Message.self, from: Data(body))
      if message.method == "window/workDoneProgress/create" { isReading = true }
      if isExpected(message) { return }
      // What the server asks of its client gets the shortest answer there is.
      if message.method != nil, let id = message.id { send(#"{"jsonrpc":"2.0","id":\#(id.json),"result":null}"#) }
    }
  }

  private static func quoted(_ text: String) -> String {
    (try? JSONEncoder().encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
  }
}
