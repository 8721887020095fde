import LanguageServerProtocol

extension Session {
  /// Tells how far the reader has come with a long draft. A draft that is read at once shows nothing.
  mutating func showProgress(_ outcome: AnalysisOutcome) {
    guard client.showsProgress, let reading = outcome.reading else { return }
    let uri = outcome.job.uri
    let analysis = reading.findings.analysis
    guard outcome.isPartial else { return endProgress(uri) }
    let all = max(1, analysis.paragraphCount)
    let done = 100 * (all - analysis.unread) / all
    if let token = drafts[uri]?.progress {
      notify(ProgressNotification(token: token, value: .init(kind: "report", percentage: done)))
    } else {
      let token = "copydesk-reading-\(nextOpening())"
      drafts[uri]?.progress = token
      ask(WorkDoneProgressCreateRequest(token: token))
      notify(
        ProgressNotification(
          token: token, value: .init(kind: "begin", title: "Copydesk", message: "reading the draft", percentage: done)))
    }
  }

  /// Nothing goes on being shown for a draft that is read, or closed.
  mutating func endProgress(_ uri: String) {
    guard let token = drafts[uri]?.progress else { return }
    drafts[uri]?.progress = nil
    notify(ProgressNotification(token: token, value: .init(kind: "end")))
  }
}
