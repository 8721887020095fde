import DocumentModel
package import DraftAnalysis
package import Lexicons
import TextCore

/// One quantity given twice, differently: "12 killed" in the headline, 13 in the story.
struct FigureInconsistent: DraftRule {
  let statements: FigureStatements

  init(_ language: Language) { statements = FigureStatements(language) }

  var code: String { "figure-inconsistent" }
  var severity: Severity? { .warning }
  var needsReading: Bool { false }

  /// How many paragraphs of the story, from the top, tell what the headline tells.
  private static let top = 4

  func isConcerned(with paragraph: AnalyzedParagraph) -> Bool { statements.mayStand(in: paragraph) }

  func matches(in analysis: Analysis, of paragraphs: [Int]) -> [(paragraph: Int, match: RuleMatch)] {
    let year = analysis.draft.referenceDate?.year
    let story = Array(
      analysis.analyzed.indices.lazy.filter { analysis.analyzed[$0].isStory }.prefix(FigureInconsistent.top))
    guard let lede = story.first else { return [] }
    let heads = Heads(analysis, lede, statements, year)
    let events = Set(heads.all.map(\.statement.key.event))
    guard !events.isEmpty else { return [] }
    var body: [String: [Twin]] = [:]
    let last = story.last ?? lede
    for paragraph in paragraphs where analysis.analyzed[paragraph].isCopy {
      // A count without such a verb is a twin at the top of the story only.
      let asked = paragraph > last ? events.subtracting([""]) : events
      guard !asked.isEmpty else { break }
      for statement in statements.all(in: analysis.analyzed[paragraph], year: year, events: asked) {
        body[statement.key.event, default: []].append(Twin(paragraph: paragraph, statement: statement))
      }
    }
    var found: [(paragraph: Int, match: RuleMatch)] = []
    for head in heads.all {
      let twins = (body[head.statement.key.event] ?? []).filter {
        (head.place != .lede || $0.paragraph > lede) && head.counts($0.statement)
      }
      guard let match = match(head, twins, lede, story, analysis) else { continue }
      // Title and headline say one thing.
      if let index = found.firstIndex(where: { $0.paragraph == match.paragraph && $0.match.span == match.match.span }) {
        let first = found[index].match
        found[index].match = RuleMatch(
          first.span, first.message, related: first.related + match.match.related, elsewhere: first.elsewhere)
      } else {
        found.append(match)
      }
    }
    return found
  }

  /// The story has one figure for what the head counts, and it is another.
  private func match(_ head: Heads.Head, _ body: [Twin], _ lede: Int, _ top: [Int], _ analysis: Analysis)
    -> (paragraph: Int, match: RuleMatch)?
  {
    guard let own = Interval(head.statement.quantity), let first = body.first,
      let said = Interval(first.statement.quantity),
      !own.meets(said) || areOtherBounds(head.statement.quantity, first.statement.quantity),
      first.statement.key == head.statement.key
        || first.paragraph == lede && first.statement.isAlone && statements.isOfPeople(first.statement.key.noun),
      head.place.isOver(first.paragraph, lede, top),
      // The story gives several figures: parts, or what several sources say.
      body.allSatisfy({ Interval($0.statement.quantity).map(said.meets) ?? false }),
      isOfOneEvent(head, first, body, lede, top, analysis), !isExplained(head, by: first, top, analysis),
      !isRepeated(head, beside: first, top, analysis)
    else { return nil }
    let told = "The same is counted here."
    return (
      first.paragraph,
      RuleMatch(
        first.statement.span, "\(head.place.name) says “\(head.text)”.",
        related: head.paragraph.map { [($0, head.statement.span, told)] } ?? [],
        elsewhere: head.paragraph == nil ? [RelatedPlace(head.file, told)] : [])
    )
  }

  /// Whether the story tells why the figures differ: the head's figure stands beside the other, or the rest of it nearby.
  private func isExplained(_ head: Heads.Head, by body: Twin, _ top: [Int], _ analysis: Analysis) -> Bool {
    let (own, said) = (head.statement, body.statement)
    // Without a verb of the table, the word before must be the same: "approves 12 farms", "approved 21 farms".
    if own.key.event.isEmpty, own.before == nil || own.before != said.before { return true }
    guard case .exact(let whole) = own.quantity.value, case .exact(let part) = said.quantity.value else { return false }
    let paragraph = analysis.analyzed[body.paragraph]
    let sentence = paragraph.layers.sentenceIndex(at: said.span.start)
    if paragraph.layers.quantities.contains(where: {
      $0.value == .exact(whole) && paragraph.layers.sentenceIndex(at: $0.span.start) == sentence
    }) {
      return true
    }
    guard part < whole, let rest = whole - part else { return false }
    // Enough for a few paragraphs of a story; beyond that they are a table.
    let values = Array(top.flatMap { statements.values(in: analysis.analyzed[$0]) }.prefix(60))
    for (index, value) in values.enumerated() {
      if value == rest || values[..<index].contains(where: { $0 + value == rest }) { return true }
    }
    // "12 people died … the gunman was killed": one or two who are not counted in figures.
    guard rest <= Rational(2), own.key.noun == "people" else { return false }
    let deaths = top.reduce(0) { $0 + statements.count(of: own.key.event, in: analysis.analyzed[$1]) }
    return deaths > 1 || !said.isAlone
  }

  /// Whether two statements share enough words beside verb and noun, or, where the story tells only one such figure, are of one
  /// event by all else.
  private func isOfOneEvent(
    _ head: Heads.Head, _ twin: Twin, _ body: [Twin], _ lede: Int, _ top: [Int], _ analysis: Analysis
  ) -> Bool {
    let shared = twin.statement.context.intersection(head.statement.context).count
    // Percentages and ages are told of many things: only where the story has no other.
    let isCommon = ["percent", "age"].contains { $0 == head.statement.key.noun || $0 == head.statement.key.event }
    if shared >= likeness(head, twin, lede), !isCommon { return true }
    return isSole(head, twin, shared, lede, top, analysis)
  }

  /// How many words two statements must share beside verb and noun.
  private func likeness(_ head: Heads.Head, _ body: Twin, _ lede: Int) -> Int {
    if head.statement.key.event.isEmpty || head.place == .lede { return 3 }
    return body.paragraph == lede ? 1 : 2
  }

  func corrections(of finding: Finding, in analysis: Analysis) -> [Correction] { [] }

  struct Twin {
    let paragraph: Int
    let statement: FigureStatement
  }

  var manual: Manual {
    Manual(
      finds: "A figure of the headline, the title or the first paragraph that the story gives differently.",
      why: "One of the two is wrong, and the headline is what most people read.",
      instead: "Find out which is right and write it in both places.",
      standards: ["BBC News Style Guide", "Reuters Handbook of Journalism"],
      fires: [
        "# Nine hurt in ferry crash\n\n«Eleven people were hurt» when a ferry hit the pier on Tuesday.",
        "# Mill to cut 340 jobs\n\nThe mill at Dell will «cut 430 jobs» by spring, its owner said.",
        "---\ntitle: Bridge to cost $40 million\n---\n\nThe bridge at Dell will «cost $14 million», the county said.",
        "# Council of Dell approves 12 wind farms\n\nThe council of Dell approved «21 wind farms» on Monday.",
        "# Storm kills 7 in Dell\n\nA storm in Dell «killed 17 people» overnight, the mayor said.",
        "# Mill to cut 340 jobs\n\nThe mill at Dell will «cut 430 jobs» by spring, its owner said on Monday, May 4, 2026.",
        "# Varnik to cut 120 jobs\n\nVarnik will shed staff at its mill in Dell, it said.\n\nThe company said it would «cut 140 jobs» by spring.",
        "# Three dead in bus crash\n\n«Four people died» when a bus overturned near Dell on Friday, police said.",
        "# Quake kills at least 80\n\nA quake shook Dell on Tuesday.\n\nThe quake «killed at least 60 people», the mayor said.",
        "# Boy, 9, saves sister\n\nAn «8-year-old» boy pulled his sister out of a pond at Dell on Sunday.",
        "# Rents to rise by 8 percent\n\nRents in Dell will «rise by 6 percent» in May, the mayor said.",
      ],
      silent: [
        "# Nine hurt in ferry crash\n\nNine people were hurt when a ferry hit the pier on Tuesday.",
        "# At least nine hurt in ferry crash\n\nEleven people were hurt when a ferry hit the pier on Tuesday.",
        "# 3,000 hurt in ferry crash\n\nSome 3,200 people were hurt when a ferry hit the pier.",
        "# Nine hurt in ferry crash\n\nFour people were hurt when a ferry hit the pier in 2011.",
        "# Nine hurt in ferry crashes\n\nFour people were hurt when a ferry hit the pier.\n\nFive people were hurt in the bay.",
        "# Mill to cut 340 jobs\n\nThe mill at Dell cut another 90 jobs in May.",
        "# Mill to cut 340 jobs\n\nThe mill at Dell will cut 300 jobs at home and 40 jobs abroad, it said.",
        "# Train crash in Dell kills 12\n\nThe crash in Dell killed eight people at once.\n\nFour died later.",
        "# Storm in Dell kills 7\n\nA storm in Dell killed six people overnight.\n\nA nurse was killed, too.",
        "# 5 goats to know in Dell\n\nThe 12 goats that you should know live in Dell, near Orven.",
        "# Storm kills 7 in Dell\n\nA storm in Dell killed six pupils and a teacher overnight.",
        "# Storm kills 7 in Dell\n\nA storm in Dell killed at least seven people overnight, the mayor said.",
        "# Varnik to cut 120 jobs in Dell\n\nVarnik will cut 400 jobs across Europe, it said on Monday. Dell will lose 120.",
        "# Varnik to cut 120 jobs in Dell\n\nVarnik will close its mill, it said.\n\nThe company will cut 400 jobs in Orven.",
        "# Three dead in bus crash\n\nA bus overturned in Dell on Friday, police said.\n\nFour people died there in May.",
        "# Varnik to cut 120 jobs\n\nVarnik will shed staff at its mill.\n\nThe firm said in May that it would cut 400 jobs.",
        "# Boy, 9, hurts boy in Dell\n\nAn 8-year-old boy was hurt in Dell by another boy, aged 9.",
        "# Rents to rise by 8 percent\n\nRents in Dell will rise by 6 percent in May and 2 percent in June, the mayor said.",
      ])
  }
}
