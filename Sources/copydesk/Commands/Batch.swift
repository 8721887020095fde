import Dispatch
import Synchronization

/// `annotate --jsonl`: objects in, one a line, annotations out, one a line, in the same order.
///
/// What has arrived is cut into lines, the lines are shared among all cores, and their results are written before more is
/// read: memory holds one block of input at most (or one line, if that is longer), and a program at the other end of a pipe
/// gets its answer as soon as its line is complete.
struct Batch {
  let desk: Desk
  let unit: OffsetUnit
  /// What lines say otherwise wins.
  let reading: DraftReading

  /// Whether every line could be used.
  func run(_ input: borrowing Input) throws(CommandFailure) -> Bool {
    var isGood = true
    var bytes: [UInt8] = []
    /// No line ends in the bytes before this one.
    var searched = 0
    while try input.readBlock(into: &bytes) {
      guard let end = bytes[searched...].lastIndex(of: 0x0A) else {
        searched = bytes.count
        guard bytes.count <= Input.longestDraft else {
          throw .unusable("a line of \(input.name.told) is longer than \(Input.longestDraftInWords)")
        }
        continue
      }
      isGood = annotate(bytes[...end]) && isGood
      bytes.removeSubrange(...end)
      searched = bytes.count
    }
    return annotate(bytes[...]) && isGood
  }

  private func annotate(_ block: ArraySlice<UInt8>) -> Bool {
    let lines = block.split(separator: 0x0A).filter { line in line.contains { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 } }
    guard !lines.isEmpty else { return true }
    let results = Mutex([Answer](repeating: Answer(json: [], isGood: true), count: lines.count))
    DispatchQueue.concurrentPerform(iterations: lines.count) { index in
      let answer = answer(to: lines[index])
      results.withLock { $0[index] = answer }
    }
    let answers = results.withLock { $0 }
    var output: [UInt8] = []
    output.reserveCapacity(answers.reduce(0) { $0 + $1.json.count })
    for answer in answers { output.append(contentsOf: answer.json) }
    let isGood = answers.allSatisfy(\.isGood)
    Output.write(output, ifUnread: isGood ? ExitStatus.clean : ExitStatus.findings)
    return isGood
  }

  private struct Answer: Sendable {
    var json: [UInt8]
    var isGood: Bool
  }

  private func answer(to line: ArraySlice<UInt8>) -> Answer {
    let line = BatchLine(line, reading)
    var writer = JSONWriter()
    if line.error == nil, let (analysis, findings) = desk.read(line.text, line.reading) {
      writer.annotations(AnnotatedDraft(analysis, findings: findings, unit: unit), id: line.id)
      return Answer(json: writer.bytes, isGood: true)
    }
    writer.object { writer in
      writer.key("id")
      writer.raw(line.id)
      writer.field("error", line.error ?? "the text could not be analysed")
    }
    writer.endLine()
    return Answer(json: writer.bytes, isGood: false)
  }
}
