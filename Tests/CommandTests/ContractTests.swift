import Foundation
import Testing

/// Whether this machine can validate; continuous integration must.
private let canValidate: Bool = {
  ProcessInfo.processInfo.environment["CI"] != nil
    || (try? Executable.shell("python3 -c 'import jsonschema'").status) == 0
}()

/// `annotate` against `protocol/annotations.schema.json`.
struct ContractTests {
  @Test(
    .enabled(if: canValidate, "needs python3 with jsonschema"),
    arguments: [
      #""$COPYDESK" annotate editors/sample-draft.md | tee >(cat >&2)"#,
      #"printf '%s\n' '{"id":"a","text":"\"Go,\" said Ana Lopes, 4, of UNO, who ran 70 km (43 miles) on May 2, 2011."}' oops | "$COPYDESK" annotate --jsonl"#,
    ])
  func printsWhatTheSchemaSays(command: String) throws {
    let result = try Executable.shell(
      command + """
         | python3 -c '
        import json, sys, jsonschema
        schema = json.load(open("protocol/annotations.schema.json"))
        jsonschema.Draft202012Validator.check_schema(schema)
        text, decoder, count = sys.stdin.read().strip(), json.JSONDecoder(), 0
        while text:
            value, end = decoder.raw_decode(text)
            jsonschema.validate(value, schema)
            text, count = text[end:].strip(), count + 1
        print(count, "good")'
        """)
    #expect(result.output.hasSuffix("good\n"), "\(result.complaints.suffix(600))")
    #expect(!result.output.hasPrefix("0"))
  }
}
