package import DraftAnalysis
package import Rules
package import TextCore

/// What is shown of a draft's findings while it is typed: what is found, but for what is new and may be gone with the next
/// keys, and with what was shown and stands in sentences that nobody touches. The findings themselves know nothing of it: they
/// are those of the draft as it would be opened.
///
/// A finding waits for the word, the sentence or the paragraph at the cursor (`Patience`) if one of its places is in there: its
/// own, a related one, or its cause, where the edit was that brought it. An edit elsewhere, the close of what was open, a rest
/// and a save let it go.
package struct TypingView: Sendable {
  /// In order of place.
  package let shown: [Finding]
  /// Whether that is all that is found, and nothing else.
  package let isAll: Bool
  /// The sentence of each of these, in the file.
  private let sentences: [TextSpan]
  private let held: [Held]
  /// Whether the reader had been through the draft: what it finds later has no cause in the text.
  private let isWhole: Bool
  private let word: TextSpan?

  private struct Held: Sendable {
    let finding: Finding
    let cause: TextSpan?
  }

  /// What makes two findings of two versions one.
  private struct Identity: Hashable {
    let rule: String
    let span: TextSpan
    let message: String

    init(_ finding: Finding, at span: TextSpan? = nil) {
      rule = finding.rule
      self.span = span ?? finding.span
      message = finding.message
    }
  }

  /// Of a draft of which nothing was shown yet.
  package init() { self.init(shown: [], isAll: true, sentences: [], held: [], isWhole: false, word: nil) }

  /// Of a draft that nobody types: all that is found.
  package init(of findings: DraftFindings) {
    self.init(
      shown: findings.all, isAll: true, sentences: findings.all.map { TypingView.sentence(of: $0, findings.analysis) },
      held: [], isWhole: findings.analysis.unread == 0, word: nil)
  }

  private init(
    shown: [Finding], isAll: Bool, sentences: [TextSpan], held: [Held], isWhole: Bool, word: TextSpan?
  ) {
    self.shown = shown
    self.isAll = isAll
    self.sentences = sentences
    self.held = held
    self.isWhole = isWhole
    self.word = word
  }

  /// Whether a hint stands at half a word or half a number: "310 m| euros".
  package func hides(_ hint: Hint) -> Bool { word.map { hint.span.touches($0) } ?? false }

  /// Whether hints wait for the cursor to leave a word.
  package var mayHideHints: Bool { word != nil }

  /// The view of a later version.
  ///
  /// - Parameters:
  ///   - edits: what made the text of `findings` out of the text of this view.
  ///   - lastEdit: the last of all edits; nil if the draft was saved since, or is not typed.
  package func following(
    _ edits: [TextReplacement], to findings: DraftFindings, lastEdit: LastEdit?, catalog: RuleCatalog
  ) -> TypingView {
    guard let lastEdit else { return TypingView(of: findings) }
    let open = OpenText(lastEdit, in: findings.analysis)
    let places = MovedPlaces(edits: edits)
    let known = known(places, catalog)
    let causes = Dictionary(
      held.map { (Identity($0.finding, at: places.moved($0.finding.span)), $0.cause.map(places.moved)) }
    ) { first, _ in first }
    // What is put in or taken away there; the words that follow are not of it.
    let cursor = isWhole && lastEdit.isTyped ? TextSpan(lastEdit.cursor - 1, lastEdit.cursor) : nil
    var shown: [(finding: Finding, sentence: TextSpan)] = []
    var held: [Held] = []
    for finding in findings.all {
      let identity = Identity(finding)
      let cause = causes[identity] ?? cursor
      if !known.contains(identity),
        open.holds(
          [finding.span] + finding.related.map(\.span) + [cause].compactMap(\.self), catalog.patience(of: finding))
      {
        held.append(Held(finding: finding, cause: cause))
      } else {
        shown.append((finding, TypingView.sentence(of: finding, findings.analysis)))
      }
    }
    let kept = lastEdit.isTyped ? kept(places, findings, lastEdit, open, catalog) : []
    if !kept.isEmpty {
      shown += kept.filter { old in
        !shown.contains { $0.finding.rule == old.finding.rule && $0.finding.span.overlaps(old.finding.span) }
      }
      shown.sort { $0.finding.span < $1.finding.span }
    }
    return TypingView(
      shown: shown.map(\.finding), isAll: held.isEmpty && kept.isEmpty, sentences: shown.map(\.sentence), held: held,
      isWhole: findings.analysis.unread == 0, word: open.word)
  }

  /// What was shown, where it is now. A word that is being put right is a new one at every key.
  private func known(_ places: MovedPlaces, _ catalog: RuleCatalog) -> Set<Identity> {
    Set(
      shown.lazy.filter { catalog.patience(of: $0) != .token || !places.haveTouched($0.span) }
        .map { Identity($0, at: places.moved($0.span)) })
  }

  /// What goes on being shown though it is no longer found, as long as its own sentence is left alone. In the paragraph at the
  /// cursor the reader may think otherwise of a sentence at every key that is typed in another one; and a comment or a fence that is
  /// yet to be closed takes all that follows out of the prose.
  private func kept(
    _ places: MovedPlaces, _ findings: DraftFindings, _ edit: LastEdit, _ open: OpenText, _ catalog: RuleCatalog
  ) -> [(finding: Finding, sentence: TextSpan)] {
    let found = Set(findings.all.map { Identity($0) })
    return zip(shown, sentences).compactMap { old, sentence in
      let span = places.moved(old.span)
      guard !found.contains(Identity(old, at: span)), !places.haveTouched(sentence),
        !old.related.contains(where: { places.haveTouched($0.span) }), catalog.patience(of: old) != .paragraph
      else { return nil }
      let isUnderEdit = !edit.isResting && open.paragraph?.contains(span) ?? false
      let isBlankedOut = span.start >= edit.cursor && findings.analysis.document.paragraphIndex(at: span.start) == nil
      guard isUnderEdit || isBlankedOut else { return nil }
      // Of no paragraph: what is no longer found has no quick fix.
      return (places.moved(old, paragraph: -1), places.moved(sentence))
    }
  }

  private static func sentence(of finding: Finding, _ analysis: Analysis) -> TextSpan {
    let paragraphs = analysis.document.paragraphs
    guard paragraphs.indices.contains(finding.paragraph), analysis.analyzed.indices.contains(finding.paragraph) else {
      return finding.span
    }
    let placed = paragraphs[finding.paragraph]
    let layers = analysis.analyzed[finding.paragraph].layers
    let offset = placed.paragraph.proseOffset(ofSource: finding.span.start - placed.start)
    guard let index = layers.sentenceIndex(at: offset) else { return finding.span }
    return finding.span.union(placed.sourceSpan(of: layers.sentences[index].span))
  }
}
