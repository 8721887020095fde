import DocumentModel
package import DraftAnalysis
package import Lexicons
import TextCore

/// An age that the year of birth does not allow: "Okoro, 58, was born in 1950", in a draft of 2014.
struct AgeBirthYear: DraftRule {
  private let facts: PersonFacts

  init(_ language: Language) { facts = PersonFacts(RuleWords(language)) }

  var code: String { "age-birth-year" }
  var severity: Severity? { .warning }

  func isConcerned(with paragraph: AnalyzedParagraph) -> Bool {
    !facts.births(in: paragraph).isEmpty || !facts.ages(in: paragraph).isEmpty || !facts.dyings(in: paragraph).isEmpty
      || !facts.deaths(in: paragraph).isEmpty || !facts.nameless(in: paragraph).isEmpty
  }

  func matches(in analysis: Analysis, of paragraphs: [Int]) -> [(paragraph: Int, match: RuleMatch)] {
    var found: [(paragraph: Int, match: RuleMatch)] = []
    var births: [Owner: (paragraph: Int, fact: PersonFacts.Birth)] = [:]
    var deaths: [Owner: (paragraph: Int, fact: PersonFacts.Dying)] = [:]
    for index in paragraphs where analysis.analyzed[index].paragraph.quoteDepth == 0 {
      let paragraph = analysis.analyzed[index]
      for birth in facts.births(in: paragraph) { found += conflicts(birth, index, &births, analysis) }
      for death in facts.dyings(in: paragraph) { found += conflicts(death, index, &deaths, analysis) }
      found += facts.deaths(in: paragraph).compactMap { death in deathMatch(death).map { (index, $0) } }
    }
    found += deaths.sorted {
      ($0.value.paragraph, $0.value.fact.span.start) < ($1.value.paragraph, $1.value.fact.span.start)
    }.compactMap { owner, death in
      guard let age = death.fact.age, let birth = births[owner], birth.paragraph == death.paragraph,
        let match = deathMatch(
          PersonFacts.Death(
            birth: birth.fact.year, year: death.fact.year, years: age.years, born: birth.fact.span,
            died: death.fact.span,
            age: age.span)),
        !found.contains(where: { $0.paragraph == death.paragraph && $0.match.span == match.span })
      else { return nil }
      return (death.paragraph, match)
    }
    guard let reference = analysis.draft.referenceDate else { return found }
    for index in paragraphs where analysis.analyzed[index].paragraph.quoteDepth == 0 {
      found += facts.nameless(in: analysis.analyzed[index]).compactMap { age, birth in
        match(age, index, birth, index, reference, analysis)
      }
      guard !births.isEmpty else { continue }
      for age in facts.ages(in: analysis.analyzed[index]) {
        guard let birth = births[owner(age.mention, index, analysis)],
          // ", 58," elsewhere may be of the day that is told.
          age.isPresent || isBeside(birth.fact.span, age.span, index == birth.paragraph, analysis.analyzed[index])
            || isIntroduction(age.mention, index, analysis)
        else { continue }
        found += [match(age, index, birth.fact, birth.paragraph, reference, analysis)].compactMap { $0 }
      }
    }
    return found
  }

  private func match(
    _ age: PersonFacts.Age, _ index: Int, _ birth: PersonFacts.Birth, _ birthplace: Int, _ reference: CivilDate,
    _ analysis: Analysis
  ) -> (paragraph: Int, match: RuleMatch)? {
    guard !tells(of: reference.year, besides: birthplace == index ? birth.span : nil, age.span, index, analysis),
      let right = ages(birth, on: reference), !right.contains(age.years)
    else { return nil }
    let said = analysis.text(birthplace, birth.span)
    return (
      index,
      RuleMatch(
        age.span,
        "Whoever was born \(birth.day == nil ? "in" : "on") \(said) is \(list(right)) in \(reference.year), not \(age.years).",
        related: [(birthplace, birth.span, "The birth is told here.")])
    )
  }

  /// How many paragraphs from the top introduce people.
  private static let top = 4

  /// Whether a mention is the one by which the draft introduces somebody, at its top and by the whole name: an age there is of the
  /// draft's day.
  private func isIntroduction(_ mention: Int, _ index: Int, _ analysis: Analysis) -> Bool {
    let copy = analysis.analyzed.indices.lazy.filter { analysis.analyzed[$0].isCopy }.prefix(AgeBirthYear.top)
    let found = analysis.analyzed[index].layers.mentions[mention]
    let reference = MentionReference(paragraph: index, mention: mention)
    guard copy.contains(index), found.form == .name, found.tokens.count > 1,
      let entity = analysis.draft.entityOfMention[reference], analysis.draft.entities.indices.contains(entity)
    else { return false }
    return analysis.draft.entities[entity].mentions.first {
      analysis.analyzed[$0.paragraph].isCopy
        && analysis.analyzed[$0.paragraph].layers.mentions[$0.mention].form == .name
    } == reference
  }

  /// Notes an event of somebody's life, and finds the date that an earlier paragraph gives it otherwise.
  private func conflicts<Event: LifeEvent>(
    _ event: Event, _ index: Int, _ known: inout [Owner: (paragraph: Int, fact: Event)], _ analysis: Analysis
  ) -> [(paragraph: Int, match: RuleMatch)] {
    let owner = owner(event.mention, index, analysis)
    guard let (place, first) = known[owner] else {
      known[owner] = (index, event)
      return []
    }
    let isOther = event.year != first.year || event.day != nil && first.day != nil && event.day != first.day
    guard isOther, !facts.isDoubted(event.span, analysis.analyzed[index]),
      !facts.isDoubted(first.span, analysis.analyzed[place])
    else { return [] }
    return [
      (
        index,
        RuleMatch(
          event.span, "The same \(Event.name) is dated “\(analysis.text(place, first.span))” elsewhere in the draft.",
          related: [(place, first.span, "The \(Event.name) is told here, too.")])
      )
    ]
  }

  private func isBeside(
    _ birth: TextSpan, _ age: TextSpan, _ isSameParagraph: Bool, _ paragraph: AnalyzedParagraph
  ) -> Bool {
    isSameParagraph && paragraph.sentenceIndex(at: birth.start) == paragraph.sentenceIndex(at: age.start)
  }

  private struct Owner: Hashable {
    /// Of the draft; nil where the name belongs to none.
    let entity: Int?
    let mention: MentionReference?
  }

  private func owner(_ mention: Int, _ paragraph: Int, _ analysis: Analysis) -> Owner {
    let reference = MentionReference(paragraph: paragraph, mention: mention)
    let entity = analysis.draft.entityOfMention[reference]
    return Owner(entity: entity, mention: entity == nil ? reference : nil)
  }

  /// Whether the sentence of an age tells of another year than the draft's.
  private func tells(of year: Int, besides birth: TextSpan?, _ age: TextSpan, _ index: Int, _ analysis: Analysis)
    -> Bool
  {
    let paragraph = analysis.analyzed[index]
    let sentence = paragraph.layers.sentenceIndex(at: age.start)
    return paragraph.layers.quantities.contains { quantity in
      // "Has led the town since 1998" is true on the day, too.
      let before = paragraph.layers.tokens.tokens(in: quantity.span).start - 1
      guard quantity.span != birth, paragraph.text(before).lowercased() != "since",
        paragraph.layers.sentenceIndex(at: quantity.span.start) == sentence,
        case .temporal(let time) = quantity.value
      else { return false }
      switch time {
      case .calendar(let said?, _, _, _): return said != year
      case .years: return true
      case .relative(let count, let unit, _): return count < 0 && (unit == .year || unit == .decade)
      default: return false
      }
    }
  }

  /// The ages that somebody born then may have on a day.
  private func ages(_ birth: PersonFacts.Birth, on day: CivilDate) -> ClosedRange<Int>? {
    let years = day.year - birth.year
    guard (1...115).contains(years) else { return nil }
    guard let date = birth.day, let birthday = CivilDate(year: day.year, month: date.month, day: min(date.day, 28))
    else {
      return years - 1...years
    }
    // The story may be older than its date by some days.
    let distance = day.dayNumber - birthday.dayNumber
    if abs(distance) <= 21 { return years - 1...years }
    return distance > 0 ? years...years : years - 1...years - 1
  }

  private func list(_ ages: ClosedRange<Int>) -> String {
    ages.count == 1 ? "\(ages.lowerBound)" : "\(ages.lowerBound) or \(ages.upperBound)"
  }

  private func deathMatch(_ death: PersonFacts.Death) -> RuleMatch? {
    let years = death.year - death.birth
    guard (1...115).contains(years), !(years - 1...years).contains(death.years) else { return nil }
    return RuleMatch(
      death.age, "From \(death.birth) to \(death.year) are \(years - 1) or \(years) years of life, not \(death.years).",
      related: [(nil, death.born, "The birth is told here."), (nil, death.died, "The death is told here.")])
  }

  func corrections(of finding: Finding, in analysis: Analysis) -> [Correction] { [] }

  var manual: Manual {
    Manual(
      finds: "An age that does not follow from the year of birth; one birth or death with two dates.",
      why: "One of the two is wrong, and it is somebody's life.",
      instead: "Ask for the date of birth and work the age out again.",
      standards: ["AP Stylebook", "BBC News Style Guide"],
      fires: [
        "---\ndate: 2014-06-02\n---\n\nTom Okoro, «58», was born in 1950 in Lagos.",
        "---\ndate: 2014-06-02\n---\n\nAna Ruiz, born in 1961, is aged «58» and a dean.",
        "---\ndate: 2014-06-02\n---\n\nTom Okoro (born 3 May 1980), «44», won.",
        "Tom Okoro was born in 1930 and died in 2001 at the age of «61».",
        "Tom Okoro (1931-2026) died on Monday aged «85».",
        "Tom Okoro was born in 1930. He died in 2001, aged «61».",
        "---\ndate: 2026-11-20\n---\n\nThe mayor, Tom Okoro, «67», will retire.\n\nBorn in 1952, Okoro has led Dell since 1998.",
        "---\ndate: 2026-11-20\n---\n\nTom Okoro died on Tuesday. He was «84».\n\nOkoro was born in 1938 in Lagos.",
        "---\ndate: 2026-11-20\n---\n\nThe «67-year-old» mayor, born in 1952, will retire.",
        "Tom Okoro died on October 12, 1989.\n\nOkoro died on «10 December 1989» at home.",
      ],
      silent: [
        "---\ndate: 2014-06-02\n---\n\nTom Okoro, 64, was born in 1950 in Lagos.",
        "---\ndate: 2014-06-02\n---\n\nTom Okoro, 63, was born in 1950 in Lagos.",
        "---\ndate: 2014-06-02\n---\n\nAna Ruiz, born in 1961, was 30 when she left.",
        "---\ndate: 2014-06-02\n---\n\nIn 1990 Ana Ruiz, 29, born in 1961, won a prize.",
        "Tom Okoro, 58, was born in 1950.",
        "Tom Okoro was born in 1930 and died in 2001 at the age of 71.",
        "---\ndate: 2014-06-02\n---\n\nTom Okoro was born in 1950. A year later Okoro, 26, sold his shop.",
        "---\ndate: 2014-06-02\n---\n\nTom Okoro, 58, has a son who was born in 2001.",
        "Tom Okoro died on October 12, 1989.\n\nThe wife of Okoro died on 10 December 1989.",
        "Tom Okoro was born in 1938. His son Tom Okoro Jr., born in 1960, left.",
        "Tom Okoro (1941-2026) died on Monday aged 85.",
        "---\ndate: 2026-11-20\n---\n\nTom Okoro died on Tuesday. He was 88.\n\nOkoro was born in 1938 in Lagos.",
        "---\ndate: 2026-11-20\n---\n\nOkoro met Ana Ruiz in Lagos. He was 24.\n\nTom Okoro was born in 1938.",
        "Tom Okoro died on October 12, 1989.\n\nThe register says that Okoro died on 10 December 1989.",
      ])
  }
}
