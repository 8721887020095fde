/// What the worker found in a draft, or part of it.
struct AnalysisOutcome: Sendable {
  let job: AnalysisJob
  /// nil if the job was cancelled.
  let reading: DraftReading?
  /// Whether the reader has yet to go over some paragraphs, and another outcome of the same job follows.
  var isPartial = false
  /// A whole `publishDiagnostics` message.
  let publication: [UInt8]?
}
