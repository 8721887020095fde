import DocumentModel
import Reading
import TextCore

/// One stretch of a paragraph as the trainer takes it: exactly what the reader would be fed, with the labels beside it.
package struct TrainingExample: Sendable {
  /// Text, paragraph and stretch it comes from.
  let id: String
  let input: ReaderInput
  /// `B-person` … at the tokens of the stretch that are in a name; nil where the corpus has no names.
  let names: [Int: String]?
  /// `B-source`, `I-cue` …; nil where the corpus has no attributions.
  let attribution: [Int: String]?
  /// From the first token of each content to the first token of its cue; -1: the cue stands elsewhere, or there is none.
  let cueOfContent: [Int: Int]
  /// From the first token of each cue to the first token of its source; -1: elsewhere, or none.
  let sourceOfCue: [Int: Int]

  /// One line of JSON; tokens are counted from the stretch's first.
  package var json: String {
    func list(_ values: some Sequence<some FixedWidthInteger>) -> String {
      "[" + values.map { "\($0)" }.joined(separator: ",") + "]"
    }
    func labels(_ table: [Int: String]?) -> String {
      guard let table else { return "null" }
      return "[" + table.sorted { $0.key < $1.key }.map { "[\($0.key),\"\($0.value)\"]" }.joined(separator: ",") + "]"
    }
    func links(_ table: [Int: Int]) -> String {
      "[" + table.sorted { $0.key < $1.key }.map { "[\($0.key),\($0.value)]" }.joined(separator: ",") + "]"
    }
    return
      "{\"id\":\"\(id)\",\"ids\":\(list(input.pieces.ids)),\"shapes\":\(list(input.shapes)),\"hints\":\(list(input.hints)),"
      + "\"first\":\(list(input.firstPieces)),\"names\":\(labels(names)),\"attribution\":\(labels(attribution)),"
      + "\"cues\":\(links(cueOfContent)),\"sources\":\(links(sourceOfCue))}"
  }
}
