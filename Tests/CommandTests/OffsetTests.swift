import Foundation
import Testing

/// `--offsets`: the text of each annotation stands where its offsets say, whatever they count.
struct OffsetTests {
  static let draft =
    "🏗️ Café owner José Núñez paid €4,800 for 12 tables — naïve, said Zoë Brandt of Łódź, 😀 and 70 km on."

  @Test(arguments: ["code-point", "utf-8", "utf-16"])
  func countsInTheUnitAskedFor(unit: String) throws {
    // More than a mark's distance, so that look-ups cross several of them.
    let text = String(repeating: OffsetTests.draft + " ", count: 5)
    let result = try Executable.run("annotate", "-", "--offsets", unit, input: text)
    let annotations = ["entities", "quantities"].flatMap { result.object[$0] as? [[String: Any]] ?? [] }
    #expect(!annotations.isEmpty)
    for annotation in annotations {
      let start = annotation["start"] as? Int ?? -1
      let end = annotation["end"] as? Int ?? -1
      #expect(slice(text, start, end, unit) == annotation["text"] as? String)
    }
  }

  private func slice(_ text: String, _ start: Int, _ end: Int, _ unit: String) -> String? {
    guard 0 <= start, start <= end else { return nil }
    switch unit {
    case "utf-8": return String(decoding: text.utf8.dropFirst(start).prefix(end - start), as: UTF8.self)
    case "utf-16": return String(decoding: text.utf16.dropFirst(start).prefix(end - start), as: UTF16.self)
    default:
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: text.unicodeScalars.dropFirst(start).prefix(end - start))
      return String(scalars)
    }
  }
}
