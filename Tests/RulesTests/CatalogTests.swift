import DocumentModel
import DraftAnalysis
import English
import Rules
import Testing
import TestSupport
import TextCore

/// A draft with something for most rules.
private let article = """
  # Ferry board under fire

  Tom Okoro claimed that the ferry was safe. Reports say that the pilot slept. “We never saw the rocks at all.”

  The Coastal Defence Fund (CDF) paid on Monday, May 5, 2026. Critics say the trail of 50 km (41 miles) is closed.

  * The HFTB said the board would meet.

  > “We were not told.

  Ana Ruiz admitted that “nobody asked, and rumour has it” the boat leaked.
  """

@Suite struct CatalogTests {
  @Test(arguments: 1...25 as ClosedRange<UInt64>)
  func findingsAfterAnEditAreFindingsAfresh(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "a", " ", "\n\n", "“", "”", "Critics say it. ", "Reports say it sank. ", "Ana Ruiz claimed that it sank. ",
      "<!-- copydesk-disable -->\n\n", "(53 miles)", "The HFTB said so. ", ".",
    ]
    let host = AnalysisHost(sharedPipeline)
    var snapshot = TextSnapshot(article)
    var analysis = try #require(host.analysis(of: snapshot, language: .markdown))
    var findings = catalog.findings(in: analysis)
    for version in 1...8 {
      let start = Int.random(in: 0...snapshot.count, using: &random)
      let end = min(snapshot.count, start + [0, 0, 3, 30, 200].randomElement(using: &random)!)
      let piece = pieces.randomElement(using: &random)!
      let edit = snapshot.wholeCharacters(TextReplacement(TextSpan(start, end), with: piece))
      snapshot = snapshot.applying(edit, version: version)
      analysis = try #require(host.analysis(after: analysis, snapshot: snapshot))
      findings = catalog.findings(in: analysis, after: findings)
      #expect(findings.all == catalog.findings(in: analyze(snapshot.text(TextSpan(0, snapshot.count)), .markdown)).all)
      holdsLaws(findings)
    }
  }

  /// Corrections leave other people's words alone, and the last one silences the finding.
  private func holdsLaws(_ findings: DraftFindings) {
    let analysis = findings.analysis
    for finding in findings.all + claims(everywhere: analysis) {
      for correction in catalog.corrections(of: finding, in: analysis) {
        let text = applied(correction, to: analysis.snapshot)
        #expect(text != analysis.snapshot.text(TextSpan(0, analysis.snapshot.count)))
        guard finding.rule != "quote-unbalanced" else { continue }
        // Who names the speaker turns the full stop before the closing mark into a comma, and may part two sentences.
        if finding.rule == "quote-no-speaker" {
          let said = letters(text.replacing(" [name] said", with: ""))
          #expect(quotedWords(analysis).allSatisfy { said.contains(letters($0)) }, "\(correction.title)")
          continue
        }
        for quoted in quotedWords(analysis) {
          #expect(text.contains(quoted), "\(correction.title) changes quoted words")
        }
      }
    }
  }

  private func letters(_ text: String) -> String { String(text.filter { $0.isLetter || $0.isNumber || $0 == " " }) }

  /// A claim in every sentence: what a source may be appended to.
  private func claims(everywhere analysis: Analysis) -> [Finding] {
    analysis.analyzed.indices.flatMap { index in
      analysis.analyzed[index].layers.sentences.map { sentence in
        Finding(
          rule: "unattributed-claim", severity: .warning, span: analysis.fileSpan(index, sentence.span), message: "",
          paragraph: index)
      }
    }
  }

  /// The quotations' words as they stand in the file.
  private func quotedWords(_ analysis: Analysis) -> [String] {
    analysis.analyzed.indices.flatMap { index in
      analysis.analyzed[index].layers.quotations.filter { !$0.isOpen && !$0.isContinued }.map {
        analysis.snapshot.text(analysis.fileSpan(index, $0.span))
      }
    }
  }

  @Test(arguments: MarkupLanguage.allCases)
  func theLastCorrectionSilencesTheFinding(language: MarkupLanguage) {
    let analysis = analyze(article, language)
    let findings = catalog.findings(in: analysis).all
    var silenced = 0
    for finding in findings {
      guard let last = catalog.corrections(of: finding, in: analysis).last, last.title.hasPrefix("Disable") else {
        continue
      }
      silenced += 1
      let after = catalog.findings(in: analyze(applied(last, to: analysis.snapshot), language)).all
      #expect(
        after.count { $0.rule == finding.rule && $0.message == finding.message }
          < findings.count { $0.rule == finding.rule && $0.message == finding.message }, "\(last.title)")
    }
    #expect(silenced > 0)
  }

  @Test func directivesSilence() {
    let loud = analyze("Reports say it sank.\n\nReports say it sank.", .markdown)
    let quiet = analyze(
      "<!-- copydesk-disable-next-line hearsay-source -->\nReports say it sank.\n\nReports say it sank.", .markdown)
    #expect(catalog.findings(in: loud).all.count == 2)
    #expect(catalog.findings(in: quiet).all.count == 1)
  }

  @Test func titleAndHeadlineAreTwinsOfTheStory() throws {
    let analysis = analyze(
      "---\ntitle: Storm kills 7 in Dell\n---\n\n# Storm kills 7 in Dell\n\nA storm in Dell killed 17 people overnight.",
      .markdown)
    let found = catalog.findings(in: analysis).all.filter { $0.rule == "figure-inconsistent" }
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.related.map { analysis.snapshot.text($0.span) } == ["kills 7", "kills 7"])
    #expect(Set(finding.related.map(\.span.start)) == [17, 46])
  }

  /// The title's own place, though another field with the same words comes first.
  @Test func titleHasItsOwnPlace() throws {
    let analysis = analyze(
      "---\nseo_title: Storm kills 7 in Dell\ntitle: \"Storm kills 7 in Dell\"\n---\n\nA storm in Dell killed 17 people overnight.",
      .markdown)
    let finding = try #require(catalog.findings(in: analysis).all.first { $0.rule == "figure-inconsistent" })
    #expect(finding.related.map(\.span.start) == [51])
  }

  @Test func settingsDecideHowMuchItMatters() {
    let analysis = analyze("Reports say it sank.", .markdown)
    let grave = RuleSettings(severities: ["hearsay-source": .error])
    #expect(catalog.findings(in: analysis, settings: grave).all.map(\.severity) == [.error])
    let off = RuleSettings(severities: ["hearsay-source": nil])
    #expect(catalog.findings(in: analysis, settings: off).all.isEmpty)
  }

  @Test(arguments: [(Float(0.9), nil as Int?, 1), (0.4, nil, 0), (0.9, 0, 0)])
  func claimsWithoutSourceAreFound(confidence: Float, attribution: Int?, count: Int) throws {
    let paragraph = Paragraph(plain: "It was the oldest ferry in the world.")
    var layers = sharedPipeline.layers(of: paragraph)
    layers.claims = [
      Claim(
        span: TextSpan(0, 37), evidence: TextSpan(11, 17), category: .superlative, attribution: attribution,
        confidence: confidence)
    ]
    let rule = try #require(catalog.rule("unattributed-claim") as? any ParagraphRule)
    let found = rule.matches(in: AnalyzedParagraph(paragraph, layers))
    #expect(found.count == count)
    #expect(found.allSatisfy { $0.category == "superlative" && $0.span == TextSpan(11, 17) })
  }

  @Test func sourcesOfTheDraftAreOfferedFirst() throws {
    let analysis = analyze("Ana Ruiz said the ferry was old. It was the oldest ferry in the world.")
    let span = try #require(
      analysis.snapshot.text(TextSpan(0, analysis.snapshot.count)).utf8.firstRange(of: "oldest".utf8))
    let text = analysis.snapshot.text(TextSpan(0, analysis.snapshot.count))
    let start = text.utf8.distance(from: text.startIndex, to: span.lowerBound)
    let finding = Finding(
      rule: "unattributed-claim", severity: .warning, span: TextSpan(start, start + 6), message: "", paragraph: 0)
    let fixes = catalog.corrections(of: finding, in: analysis)
    #expect(fixes.map(\.title).prefix(2) == ["Attribute to Ruiz", "Add a source"])
    // Whether Ruiz said this too, only the writer knows.
    #expect(fixes.map(\.isPreferred).prefix(2) == [false, true])
    let first = try #require(fixes.first)
    #expect(applied(first, to: analysis.snapshot).hasSuffix("in the world, Ruiz said."))
  }
}
