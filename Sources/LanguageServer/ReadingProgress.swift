import LanguageServerProtocol

/// The reader's way through a long draft, as the client is shown it.
struct ReadingProgress {
  enum State {
    /// The client has yet to take the token; until then nothing may be sent for it (LSP 3.17, "Create Work Done Progress").
    case asked
    case shown
    /// The client wants none, so none is offered again.
    case refused
  }

  let token: String
  var state = State.asked
  /// 0…100
  var percentage: Int
}

extension Session {
  /// Tells how far the reader has come with a long draft. A draft that is read at once shows nothing.
  mutating func showProgress(_ outcome: AnalysisOutcome) {
    guard client.showsProgress, let reading = outcome.reading else { return }
    let uri = outcome.job.uri
    let analysis = reading.findings.analysis
    guard outcome.isPartial else { return endProgress(uri) }
    let all = max(1, analysis.paragraphCount)
    let percentage = 100 * (all - analysis.unread) / all
    guard let progress = drafts[uri]?.progress else {
      let token = nextProgressToken()
      drafts[uri]?.progress = ReadingProgress(token: token, percentage: percentage)
      return ask(WorkDoneProgressCreateRequest(token: token), for: .progress(uri: uri, token: token))
    }
    drafts[uri]?.progress?.percentage = percentage
    if progress.state == .shown {
      notify(ProgressNotification(token: progress.token, value: .init(kind: "report", percentage: percentage)))
    }
  }

  /// The client's word on a token. The draft may have been read, or closed, since it was offered.
  mutating func takeProgressAnswer(_ uri: String, _ token: String, isAccepted: Bool) {
    guard let progress = drafts[uri]?.progress, progress.token == token, progress.state == .asked else { return }
    drafts[uri]?.progress?.state = isAccepted ? .shown : .refused
    guard isAccepted else { return }
    notify(
      ProgressNotification(
        token: token,
        value: .init(
          kind: "begin", title: "Copydesk", message: "reading the draft", percentage: progress.percentage)))
  }

  /// Nothing goes on being shown for a draft that is read, or closed.
  mutating func endProgress(_ uri: String) {
    guard let progress = drafts[uri]?.progress, progress.state != .refused else { return }
    drafts[uri]?.progress = nil
    if progress.state == .shown { notify(ProgressNotification(token: progress.token, value: .init(kind: "end"))) }
  }
}
