package import DraftAnalysis
package import Lexicons

/// The rules of the desk, in the order of their worth to a reporter.
package struct RuleCatalog: Sendable {
  package let rules: [any Rule]
  private let byCode: [String: Int]
  /// Those that look at one paragraph at a time, and those that look at the draft; indices are of `rules`.
  private let paragraphRules: [(index: Int, rule: any ParagraphRule)]
  private let draftRules: [(index: Int, rule: any DraftRule)]
  private let polledShares: PolledShares

  package init(_ language: Language) {
    let rules: [any Rule] = [
      HearsaySource(language),
      VagueSource(language),
      UnattributedClaim(language),
      QuoteNoSpeaker(),
      QuoteUnbalanced(language),
      WeekdayDate(language),
      ConversionError(language),
      NumbersDisagree(language),
      PercentForPoints(language),
      ImpossibleFigure(language),
      FigureInconsistent(language),
      AgeBirthYear(language),
      NumeralStyle(language),
      ConversionMissing(language),
      NameInconsistent(language),
      LoadedAttributionVerb(language),
      AcronymUndefined(language),
      AcronymUnused(),
    ]
    self.rules = rules
    polledShares = PolledShares(language)
    byCode = Dictionary(rules.enumerated().map { ($1.code, $0) }) { first, _ in first }
    paragraphRules = rules.enumerated().compactMap { index, rule in (rule as? any ParagraphRule).map { (index, $0) } }
    draftRules = rules.enumerated().compactMap { index, rule in (rule as? any DraftRule).map { (index, $0) } }
  }

  package func rule(_ code: String) -> (any Rule)? { byCode[code].map { rules[$0] } }

  package func patience(of finding: Finding) -> Patience { rule(finding.rule)?.patience ?? .sentence }

  /// - Parameter previous: findings of an earlier version of the draft; what they say of paragraphs that still stand is
  ///   taken over.
  package func findings(
    in analysis: Analysis, settings: RuleSettings = RuleSettings(), after previous: DraftFindings? = nil
  ) -> DraftFindings {
    let severities = rules.map { settings.severity(of: $0) }
    let previous = previous.flatMap { $0.settings == settings ? $0 : nil }
    let isWhole = analysis.unread == 0
    let checked = CheckedParagraphs(analysis.analyzed, after: previous) { paragraph in
      // What is yet to be read draws no finding that the reader might take back; the longest are never read.
      let isSettled =
        isWhole || paragraph.isRead || paragraph.paragraph.bytes.count > AnalysisHost.ReadingDepth.longestParagraph
      return CheckedParagraphs.Notes(
        matches: paragraphRules.flatMap { index, rule in
          severities[index] == nil || rule.needsReading && !isSettled
            ? [] : rule.matches(in: paragraph).map { PlacedMatch(rule: index, match: $0) }
        },
        concerned: draftRules.compactMap { index, rule in
          severities[index] != nil && (isSettled || !rule.needsReading) && rule.isConcerned(with: paragraph)
            ? index : nil
        })
    }
    var found: [Placed] = []
    var concerned = [[Int]](repeating: [], count: rules.count)
    for (paragraph, notes) in checked.notes {
      for match in notes.matches { found.append(Placed(paragraph: paragraph, rule: match.rule, match: match.match)) }
      for rule in notes.concerned { concerned[rule].append(paragraph) }
    }
    for (index, rule) in draftRules where severities[index] != nil {
      for (paragraph, match) in rule.matches(in: analysis, of: concerned[index]) {
        found.append(Placed(paragraph: paragraph, rule: index, match: match))
      }
    }
    found.sort { ($0.paragraph, $0.match.span, $0.rule) < ($1.paragraph, $1.match.span, $1.rule) }
    let suppression = Suppression(analysis.document.directives)
    var transcript = Transcript(analysis)
    let sourcing = Set([HearsaySource.code, VagueSource.code, LoadedAttributionVerb.code].compactMap { byCode[$0] })
    let all = withoutDuplicates(withoutPolled(found, analysis), analysis).compactMap { place -> Finding? in
      let rule = rules[place.rule]
      guard let severity = severities[place.rule],
        !(sourcing.contains(place.rule) && transcript.holds(place.paragraph, place.match.span.start))
      else { return nil }
      let finding = finding(place, rule.code, severity, analysis)
      return suppression.silences(finding) ? nil : finding
    }
    return DraftFindings(analysis: analysis, settings: settings, all: all, checked: checked)
  }

  /// The quick fixes of a finding, the best first; the last one silences the rule for the line.
  package func corrections(of finding: Finding, in analysis: Analysis) -> [Correction] {
    guard byCode[finding.rule] != nil else { return [] }
    return fixes(of: finding, in: analysis) + [Silencing.correction(of: finding, in: analysis)].compactMap(\.self)
  }

  /// Those quick fixes that change what the draft says, the best first.
  package func fixes(of finding: Finding, in analysis: Analysis) -> [Correction] {
    (rule(finding.rule)?.corrections(of: finding, in: analysis) ?? []).filter {
      !$0.edits.isEmpty && !$0.touchesQuotedWords(of: analysis) && !$0.nestsBrackets(in: analysis)
        && !$0.breaksMarkup(in: analysis)
    }
  }

  private struct Placed {
    let paragraph: Int
    let rule: Int
    let match: RuleMatch
  }

  private func finding(_ place: Placed, _ code: String, _ severity: Severity, _ analysis: Analysis) -> Finding {
    Finding(
      rule: code, category: place.match.category, severity: min(severity, place.match.severity ?? severity),
      span: analysis.fileSpan(place.paragraph, place.match.span), message: place.match.message,
      related: place.match.related.map {
        RelatedPlace(analysis.fileSpan($0.paragraph ?? place.paragraph, $0.span), $0.message)
      } + place.match.elsewhere, paragraph: place.paragraph)
  }

  /// Without claims whose figures are those of a poll that the draft names.
  private func withoutPolled(_ found: [Placed], _ analysis: Analysis) -> [Placed] {
    guard let claims = byCode[UnattributedClaim.code] else { return found }
    func isShare(_ place: Placed) -> Bool {
      place.rule == claims && polledShares.isShare(place.match, of: analysis.analyzed[place.paragraph])
    }
    guard found.contains(where: isShare), polledShares.hasPoll(analysis) else { return found }
    return found.filter { !isShare($0) }
  }

  /// One sentence draws one finding about its source: a claim gives way to the rule that says more of it.
  private func withoutDuplicates(_ found: [Placed], _ analysis: Analysis) -> [Placed] {
    guard let claims = byCode[UnattributedClaim.code] else { return found }
    let sourcing = Set([HearsaySource.code, VagueSource.code, QuoteNoSpeaker.code].compactMap { byCode[$0] })
    var result: [Placed] = []
    var start = 0
    while start < found.count {
      var end = start + 1
      while end < found.count, found[end].paragraph == found[start].paragraph { end += 1 }
      let group = found[start..<end]
      let layers = analysis.analyzed[found[start].paragraph].layers
      let taken = Set(group.filter { sourcing.contains($0.rule) }.map { layers.sentenceIndex(at: $0.match.span.start) })
      result += group.filter { place in
        place.rule != claims || !taken.contains(layers.sentenceIndex(at: place.match.span.start))
      }
      start = end
    }
    return result
  }
}
