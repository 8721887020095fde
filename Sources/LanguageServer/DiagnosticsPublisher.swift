import JSONRPC
import LanguageServerProtocol

/// How findings reach the client: pulled if it can, pushed otherwise, never both.
struct DiagnosticsPublisher {
  enum Mode: Equatable { case push, pull }

  var mode = Mode.push
  /// Ticks for which drafts have been open with a client that said it would pull and has not done so yet, since the first of
  /// them was opened.
  var ticksUnpulled = 0
  var hasPulled = false
  /// A client that declares pulling and does not pull (seen: zed-industries/zed#13102) is pushed to after that long.
  static let patience = 2

  static func message(uri: String, version: Int, _ diagnostics: [Diagnostic]) -> [UInt8] {
    MessageCoding.notification(
      method: PublishDiagnosticsNotification.method,
      params: PublishDiagnosticsNotification(uri: uri, version: version, diagnostics: diagnostics))
  }
}

extension Session {
  /// Sends the findings of the newest text, with its version, even if they are what they were: a client takes the version
  /// as the sign that it has been read.
  ///
  /// - Parameter reading: the outcome's, as it is shown.
  mutating func publish(_ reading: DraftReading, _ outcome: AnalysisOutcome) {
    guard publisher.mode == .push else { return }
    send(
      (reading.view.isAll ? outcome.publication : nil)
        ?? DiagnosticsPublisher.message(uri: outcome.job.uri, version: reading.version, reading.diagnostics))
  }

  /// Nothing stays under a draft that is closed.
  mutating func clearDiagnostics(_ uri: String) {
    guard publisher.mode == .push else { return }
    notify(PublishDiagnosticsNotification(uri: uri, version: nil, diagnostics: []))
  }

  /// A pull has come: nothing is pushed from here on, and what was pushed is taken back.
  mutating func notePull() {
    publisher.hasPulled = true
    guard publisher.mode == .push else { return }
    for uri in drafts.keys.sorted() { clearDiagnostics(uri) }
    publisher.mode = .pull
  }

  mutating func publishUnpulled() {
    // A client that lets itself be told to pull again does pull, if only when a draft comes to the front.
    guard publisher.mode == .pull, !publisher.hasPulled, !client.refreshesDiagnostics else { return }
    // Nothing was there to be pulled: the next draft is the first again.
    guard !drafts.isEmpty else { return publisher.ticksUnpulled = 0 }
    publisher.ticksUnpulled += 1
    guard publisher.ticksUnpulled > DiagnosticsPublisher.patience else { return }
    log.info("The client does not pull diagnostics, so they are pushed.")
    publisher.mode = .push
    for uri in drafts.keys.sorted() {
      guard let draft = drafts[uri], draft.isSettled, let reading = draft.reading else { continue }
      send(DiagnosticsPublisher.message(uri: uri, version: reading.version, reading.diagnostics))
    }
  }
}
