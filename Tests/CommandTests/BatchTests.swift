import Foundation
import Testing

/// `annotate --jsonl`: every line an answer, in order.
struct BatchTests {
  @Test func answersInTheOrderOfTheLines() throws {
    let lines = (0..<300).map {
      #"{"id": "d\#($0)", "text": "\#(String(repeating: "Ana Lopes saw 7 boats. ", count: $0 % 9))"}"#
    }
    let result = try Executable.run("annotate", "--jsonl", input: lines.joined(separator: "\n"))
    #expect(result.status == 0)
    #expect(result.objects.map { $0["id"] as? String } == (0..<300).map { "d\($0)" })
  }

  @Test(arguments: [
    ("nonsense", "null", "not a JSON object"),
    (#"{"id": "x"}"#, "x", "no \"text\""),
    (#"{"id": "x", "text": 4}"#, "x", "a string was expected"),
    (#"{"text": 4, "id": "x"}"#, "x", "a string was expected"),
    (#"{"id": [1], "text": "A."}"#, "null", "\"id\" must be a string"),
    (#"{"id": {}, "text": "A."}"#, "null", "\"id\" must be a string"),
    (#"{"id": 0x10, "text": "A."}"#, "null", "byte 8"),
    (#"{"id": -inf, "text": "A."}"#, "null", "a digit was expected"),
    (#"{"id": 01, "text": "A."}"#, "null", "byte 8"),
    (#"{"id": 1., "text": "A."}"#, "null", "a digit was expected"),
    (#"{"id": 1e, "text": "A."}"#, "null", "a digit was expected"),
    (#"{"id": truex, "text": "A."}"#, "null", "a comma"),
    (#"{"id": "x", "more": [1 2,,:], "text": "A."}"#, "x", "a comma or the end of the array"),
    (#"{"id": "x", "more": [1,], "text": "A."}"#, "x", "a value"),
    (#"{"id": "x", "more": {"a" 1}, "text": "A."}"#, "x", "a colon"),
    (#"{"id": "x", "more": {"a": 1,}, "text": "A."}"#, "x", "a string"),
    (#"{"id": "x", "text": "A.", "reference": "Tuesday"}"#, "x", "ISO 8601"),
    (#"{"id": "x", "text": "A.", "language": "latin"}"#, "x", "plaintext"),
    (#"{"id": "x", "text": "A."} more"#, "x", "nothing after"),
  ])
  func tellsWhyALineIsUnusableAndGoesOn(line: String, id: String, reason: String) throws {
    let result = try Executable.run("annotate", "--jsonl", input: line + "\n{\"id\": 2, \"input\": \"B.\"}\n")
    #expect(result.status == 1)
    #expect(result.objects.count == 2)
    #expect(result.objects.first?["id"] as? String ?? "null" == id)
    #expect((result.objects.first?["error"] as? String)?.contains(reason) == true)
    #expect(result.objects.last?["id"] as? Int == 2)
    #expect(result.objects.last?["version"] as? Int == 1)
  }

  @Test func readsEscapesAndKeepsOddIdentifiers() throws {
    let result = try Executable.run(
      "annotate", "--jsonl",
      input: #"{"skipped": [{"a": [1, -2.5e3, "]"]}, null], "id": "\ud83d\ude00\"\u0001", "text": "A \ud800 b."}"#)
    #expect(result.status == 0)
    #expect(result.objects.first?["id"] as? String == "😀\"\u{1}")
  }

  @Test(arguments: ["0", "-0", "-1.5e+3", "10E-2", "true", "null"])
  func givesBackEveryScalarAsItStands(id: String) throws {
    let result = try Executable.run(
      "annotate", "--jsonl", input: #"{"id": \#(id), "x": {"a": [], "b": {}}, "text": "A."}"#)
    #expect(result.output.hasPrefix("{\"id\":\(id),"), "\(result.output)")
  }

  @Test func passesOverAByteOrderMark() throws {
    let result = try Executable.run("annotate", "--jsonl", input: "\u{FEFF}" + #"{"id": 7, "text": "A."}"#)
    #expect(result.status == 0)
    #expect(result.objects.first?["id"] as? Int == 7)
  }

  @Test func answersALineBeforeTheInputEnds() throws {
    let result = try Executable.shell(
      #"(echo '{"id":1,"text":"A."}'; sleep 2; echo late >&2) | "$COPYDESK" annotate --jsonl | { read line; echo first >&2; }"#
    )
    #expect(result.complaints == "first\nlate\n")
  }

  @Test func endsQuietlyWhenNobodyReadsOn() throws {
    let result = try Executable.shell(
      #"set -o pipefail; for i in {1..4000}; do echo '{"id":1,"text":"One more line."}'; done | "$COPYDESK" annotate --jsonl | head -n 1"#
    )
    #expect(result.lines.count == 1)
    #expect(!result.complaints.contains("copydesk"))
  }
}
