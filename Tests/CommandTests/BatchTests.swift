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
    (#"{"id": "x", "text": 4}"#, "null", "a string was expected"),
    (#"{"id": "x", "text": "A.", "reference": "Tuesday"}"#, "x", "ISO 8601"),
    (#"{"id": "x", "text": "A.", "language": "latin"}"#, "x", "plaintext"),
    (#"{"id": "x", "text": "A."} more"#, "x", "nothing after"),
  ])
  func tellsWhyALineIsUnusableAndGoesOn(line: String, id: String, reason: String) throws {
    let result = try Executable.run("annotate", "--jsonl", input: line + "\n{\"id\": 2, \"input\": \"B.\"}\n")
    #expect(result.status == 1)
    #expect(result.objects.count == 2)
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
