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
    !facts.births(in: paragraph).isEmpty || !facts.ages(in: paragraph).isEmpty
  }

  func matches(in analysis: Analysis, of paragraphs: [Int]) -> [(paragraph: Int, match: RuleMatch)] {
    var found: [(paragraph: Int, match: RuleMatch)] = []
    var births: [Owner: (paragraph: Int, fact: PersonFacts.Birth)] = [:]
    for index in paragraphs where analysis.analyzed[index].paragraph.quoteDepth == 0 {
      let paragraph = analysis.analyzed[index]
      for birth in facts.births(in: paragraph) {
        let owner = owner(birth.mention, index, analysis)
        if births[owner] == nil { births[owner] = (index, birth) }
      }
      found += facts.deaths(in: paragraph).compactMap { death in deathMatch(death, paragraph).map { (index, $0) } }
    }
    guard !births.isEmpty, let reference = analysis.draft.referenceDate else { return found }
    for index in paragraphs where analysis.analyzed[index].paragraph.quoteDepth == 0 {
      for age in facts.ages(in: analysis.analyzed[index]) {
        guard let birth = births[owner(age.mention, index, analysis)],
          // ", 58," elsewhere may be of the day that is told.
          age.isPresent || isBeside(birth.fact.span, age.span, index == birth.paragraph, analysis.analyzed[index]),
          !tells(
            of: reference.year, besides: birth.paragraph == index ? birth.fact.span : nil, age.span, index, analysis),
          let right = ages(birth.fact, on: reference), !right.contains(age.years)
        else { continue }
        let said = analysis.text(birth.paragraph, birth.fact.span)
        found.append(
          (
            index,
            RuleMatch(
              age.span,
              "Whoever was born \(birth.fact.day == nil ? "in" : "on") \(said) is \(list(right)) in \(reference.year), not \(age.years).",
              related: [(birth.paragraph, birth.fact.span, "The birth is told here.")])
          ))
      }
    }
    return found
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
      guard quantity.span != birth, paragraph.layers.sentenceIndex(at: quantity.span.start) == sentence,
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

  private func deathMatch(_ death: PersonFacts.Death, _ paragraph: AnalyzedParagraph) -> RuleMatch? {
    let years = death.year - death.birth
    guard (1...115).contains(years), !(years - 1...years).contains(death.years) else { return nil }
    return RuleMatch(
      death.age, "From \(death.birth) to \(death.year) are \(years - 1) or \(years) years of life, not \(death.years).",
      related: [(nil, death.born, "The birth is told here."), (nil, death.died, "The death is told here.")])
  }

  func corrections(of finding: Finding, in analysis: Analysis) -> [Correction] { [] }

  var manual: Manual {
    Manual(
      finds: "An age that does not follow from the year of birth.",
      why: "One of the two is wrong, and it is somebody's life.",
      instead: "Ask for the date of birth and work the age out again.",
      standards: ["AP Stylebook", "BBC News Style Guide"],
      fires: [
        "---\ndate: 2014-06-02\n---\n\nTom Okoro, «58», was born in 1950 in Lagos.",
        "---\ndate: 2014-06-02\n---\n\nAna Ruiz, born in 1961, is aged «58» and a dean.",
        "---\ndate: 2014-06-02\n---\n\nTom Okoro (born 3 May 1980), «44», won.",
        "Tom Okoro was born in 1930 and died in 2001 at the age of «61».",
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
      ])
  }
}
