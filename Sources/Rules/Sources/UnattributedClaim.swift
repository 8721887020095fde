import DocumentModel
package import DraftAnalysis
package import Lexicons
import TextCore

/// Claims in the paper's own voice for which a desk would want a source.
struct UnattributedClaim: ParagraphRule {
  static let code = "unattributed-claim"
  /// Claims that the finder is less sure of are left alone: a false alarm costs more than three misses.
  private static let threshold: Float = 0.5
  private let phrases: Lexicon
  private let words: RuleWords
  private let closed: WordClasses

  init(_ language: Language) {
    phrases = language.lexicon("claim-phrases")
    words = RuleWords(language)
    closed = WordClasses(language)
  }

  var code: String { UnattributedClaim.code }
  var severity: Severity? { .warning }

  func matches(in paragraph: AnalyzedParagraph) -> [RuleMatch] {
    paragraph.layers.claims.compactMap { claim in
      guard isLapse(claim, paragraph) else { return nil }
      return RuleMatch(
        claim.evidence, message(claim.category), category: claim.category.rawValue, severity: severity(claim))
    }
  }

  private func isLapse(_ claim: Claim, _ paragraph: AnalyzedParagraph) -> Bool {
    claim.attribution == nil && claim.confidence >= UnattributedClaim.threshold && !claim.evidence.isEmpty
      && !isOfLife(claim, paragraph)
  }

  /// What a desk weighs rather than checks is told more softly; nil: the rule's own.
  private func severity(_ claim: Claim) -> Severity? {
    switch claim.category {
    case .prediction, .superlative: .hint
    case .loaded: .information
    case .statistic where claim.confidence <= Claim.debatable: .hint
    default: claim.confidence <= Claim.debatable ? .information : nil
    }
  }

  /// "Kolev, who was widely regarded as the father of the port, died on Monday": a life is told by how it was seen.
  private func isOfLife(_ claim: Claim, _ paragraph: AnalyzedParagraph) -> Bool {
    guard claim.category == .vagueSource else { return false }
    let hashes = paragraph.layers.tokens.hashes
    return paragraph.layers.tokens.tokens(in: claim.evidence).range.contains { words[hashes[$0]] == .regard }
      && paragraph.sentence(at: claim.evidence.start).range.contains { words[hashes[$0]] == .died }
  }

  func corrections(of finding: Finding, in analysis: Analysis) -> [Correction] {
    guard let passage = Passage(finding, in: analysis) else { return [] }
    return agent(passage).map { [$0] } ?? SourceSuggestions(passage, words: words, closed: closed).corrections
  }

  /// What nobody is said to think asks who does, right at the verb: a source at the sentence's end would cover all of it. "Is
  /// widely considered by [whom] to be unsafe".
  private func agent(_ passage: Passage) -> Correction? {
    let run = passage.tokens
    guard let match = phrases.longestMatch(passage.layers.tokens.hashes, at: run.start, limit: run.end),
      let row = match.rows.first(where: { phrases.integer($0, 4) > 0 }), phrases.integer(row, 4) <= match.count
    else { return nil }
    let joint = phrases.text(row, 3)
    // "Considered by many" has its agent, of whom one is to be named; "studies show" has none.
    let text =
      switch joint {
      case "including": ", including [whom],"
      case "study": ", including [study],"
      default: " \(joint) [whom]"
      }
    var last = run.start + phrases.integer(row, 4) - 1
    // "Was considered unlikely by [whom] that he fled"
    if passage.analyzed.kind(last + 1) == .word,
      passage.analyzed.hash(last + 2).map({ words[$0] == .that }) ?? false
    {
      last += 1
    }
    let place = passage.layers.tokens.span(last).end
    return Correction("Say who", [passage.append(text, after: place)], isPreferred: true)
  }

  private func message(_ category: ClaimCategory) -> String {
    switch category {
    case .vagueSource: "Nobody is named who says this."
    case .nonpublic: "This is not public knowledge: say how it is known."
    case .allegation: "This accuses somebody: say who alleges it."
    case .statistic: "A figure needs a source."
    case .causal: "Who says that the one caused the other?"
    case .motive: "This tells what somebody thinks or wants: say who said so."
    case .prediction: "A prediction needs somebody who makes it."
    case .superlative: "Who counted? A superlative needs a source."
    case .event: "This was seen or told by somebody: say by whom."
    case .loaded: "This judges: attribute it, or describe instead."
    }
  }

  var manual: Manual {
    Manual(
      finds: "A claim in the paper's own voice that is not settled, not public and not the reporter's own observation.",
      why: """
        What has no source, the paper vouches for. Agencies ask for one for everything that is neither established nor \
        seen by their own people: charges, figures, causes, motives, predictions, superlatives.
        """,
      instead: "Name who said it, in the same sentence; or leave it out.",
      standards: ["Reuters Handbook of Journalism", "AP news values", "BBC Editorial Guidelines"],
      fires: [
        "Okoro «stole» the harbour's rescue boat in March.",
        "Crime in the town fell by «40 percent» last year.",
        "The flood «was caused by» a broken sluice.",
        "«About 45,000» people took part in the march.",
        "«Seven in ten» residents now row once a week.",
        "The mayor, Radek Kolev, «embezzled» the ferry fund.",
        "Okoro «took bribes» from builders who wanted permits.",
        "Okoro «stole» the ferry fund. He has pleaded not guilty.",
        "The outage «was caused by» a broken pump. The utility promised repairs.",
        "Tom Okoro resigned. Ana Ruiz said that the boats were dry. Okoro «stole» the ferry fund.",
        "The company closed «because of» mismanagement.",
        "Government troops «tortured» prisoners.",
        "Okoro «secretly met» the owner of the mill.",
        .init("The plan «is considered a» failure.", fixed: "The plan is considered by [whom] a failure."),
        .init("The bridge «is seen as» a danger.", fixed: "The bridge is seen by [whom] as a danger."),
        .init(
          "«Concerns have been raised» about the dam.", fixed: "Concerns have been raised by [whom] about the dam."),
        .init("«There is growing anger» over the fee.", fixed: "There is growing anger among [whom] over the fee."),
        .init(
          "«Studies have shown» that the bridge is weak.",
          fixed: "Studies, including [study], have shown that the bridge is weak."),
        "«That is why» Okoro resigned.",
        .init(
          "The tunnel «has been described as» a death trap.",
          fixed: "The tunnel has been described by [whom] as a death trap."),
        .init(
          "The bridge, which «is widely considered» unsafe, opens on Monday.",
          fixed: "The bridge, which is widely considered by [whom] unsafe, opens on Monday."),
        .init(
          "The flood «was caused by» a broken sluice at Orle Power Co. The firm is based in Wellham.",
          fixed:
            "The flood was caused by a broken sluice at Orle Power Co., according to [source]. The firm is based in Wellham."
        ),
      ],
      silent: [
        "Crime in the town fell by 40 percent last year, the police chief, Ana Ruiz, said.",
        "According to court papers, Okoro stole the boat.",
        "“They robbed half the harbour and nobody was charged,” said Tom Okoro.",
        "The council meets on Tuesday at the town hall.",
        "Radek Kolev, who was widely regarded as the father of the port, died on Monday.",
        "The helicopter dropped 2,000 loaves of bread on the island.",
        "Northmen looted the abbey in 1190.",
        "Okoro stole the ball from Reyes.",
        "Crude futures fell 3 percent on Monday.",
        "Two-thirds of the way up stands a chapel.",
        "About 80 percent of the air is nitrogen.",
        "At least 40 percent of the members must be present.",
        "The 1,214 people who took part in the march slept in tents.",
        "Ana Ruiz, who died from cancer in May, led the port.",
        "The council met behind closed doors.",
        "The law covers classified information.",
        "The charges could lead to a prison sentence.",
        "The road is shorter, which is why it is ranked higher.",
        "The DAX rose 3 percent to close at 18,000.",
        "Seabirds are seen as they leave the island.",
        "Theft is considered a felony.",
        "The inquiry asked whether Okoro stole the fund.",
        "Okoro never stole the fund.",
        "A poll was taken in May.\n\nSome 54 percent of voters stayed at home.",
        "# Harbour reopens after repairs",
      ])
  }
}
