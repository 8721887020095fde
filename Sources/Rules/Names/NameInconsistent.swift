import DocumentModel
package import DraftAnalysis
package import Lexicons
import TextCore

/// One name in two spellings.
struct NameInconsistent: DraftRule {
  private let givenNames: Lexicon

  /// Titles that only men or only women have: "Mr.", "Mrs.".
  private let titles: Lexicon

  private let words: RuleWords

  init(_ language: Language) {
    givenNames = language.lexicon("given-names")
    titles = language.lexicon("name-words")
    words = RuleWords(language)
  }

  var code: String { "name-inconsistent" }
  var severity: Severity? { .warning }
  /// It compares words: half a word is no name, and a whole one is compared at once.
  var patience: Patience { .token }

  /// Bytes of the shortest surname that is compared: in short ones a letter tells people apart.
  private static let shortest = 5

  /// Of the people with the same first name, or the same initial: keeps the work linear.
  private static let mostCompared = 64

  /// The reader's confidence from which a name's kind is taken at its word.
  private static let sure: Float = 0.9

  private struct Name {
    let place: (paragraph: Int, span: TextSpan)
    /// Folded hash of the first word; 0 for a surname alone.
    let given: UInt64
    var givenName: [UInt8] = []
    let surname: [UInt8]
    let isKnown: Bool
    /// The draft names this person once.
    var isOnce = false
    /// 1 of a man, 2 of a woman, by the title before it or the first name; 0 if neither tells.
    let gender: Int
  }

  private func gender(_ mention: Mention, _ paragraph: AnalyzedParagraph) -> Int {
    for token in [mention.tokens.start, mention.tokens.start - 1] {
      guard let row = paragraph.hash(token).flatMap({ titles.row($0) }) else { continue }
      let classes = titles.text(row, 0).split(separator: " ")
      if classes.contains("honorific-man") { return 1 }
      if classes.contains("honorific-woman") { return 2 }
    }
    guard mention.tokens.count > 1, let row = paragraph.hash(mention.tokens.start).flatMap({ givenNames.row($0) })
    else { return 0 }
    return givenNames.integer(row, 1)
  }

  /// It reads the draft's entities, whose paragraphs need not be looked for; and the words that are nobody's name yet.
  func isConcerned(with paragraph: AnalyzedParagraph) -> Bool {
    !paragraph.paragraph.kind.isHeading && paragraph.mentions.contains { isStranger($0, paragraph) }
  }

  /// A word that is nobody's name yet; or one that opens a sentence and that the reader, who sees one paragraph, took for a body
  /// that no table knows: "Northcot stole 60,000 pounds" may be a firm to it, after Delia Northcote.
  private func isStranger(_ mention: Mention, _ paragraph: AnalyzedParagraph) -> Bool {
    if mention.form == .candidate { return true }
    return mention.form == .name && mention.kind == .organization && mention.tokens.count == 1 && mention.fact == nil
      && mention.provenance.name == .reader && mention.confidence < Self.sure
      && paragraph.sentence(at: mention.span.start).start == mention.tokens.start
  }

  func matches(in analysis: Analysis, of paragraphs: [Int]) -> [(paragraph: Int, match: RuleMatch)] {
    var byGiven: [UInt64: [Name]] = [:]
    var byInitial: [UInt8: [Name]] = [:]
    var bySurname: [[UInt8]: [Name]] = [:]
    var found: [(paragraph: Int, match: RuleMatch)] = []
    for name in people(analysis) {
      guard let initial = name.surname.first else { continue }
      let candidates = name.given == 0 ? byInitial[initial] : byGiven[name.given]
      let twin =
        candidates?.suffix(Self.mostCompared).first { isSame($0, name) && !areSideBySide($0, name, analysis) }
        ?? bySurname[name.surname]?.suffix(Self.mostCompared).first {
          isSameByFirstName($0, name) && !areSideBySide($0, name, analysis) && !isOfFamily(name, analysis)
        }
      if name.given != 0 {
        bySurname[name.surname, default: []].append(name)
        byGiven[name.given, default: []].append(name)
        byInitial[initial, default: []].append(name)
      }
      guard let first = twin, !isAboutSpelling(name, analysis) else { continue }
      found.append((name.place.paragraph, match(name, first, analysis)))
    }
    for index in paragraphs {
      for name in strangers(index, analysis) {
        guard let initial = name.surname.first,
          let first = byInitial[initial]?.suffix(Self.mostCompared).first(where: { isSame($0, name) }),
          !isAboutSpelling(name, analysis)
        else { continue }
        found.append((index, match(name, first, analysis)))
      }
    }
    return found
  }

  private func match(_ name: Name, _ first: Name, _ analysis: Analysis) -> RuleMatch {
    let spelled = analysis.text(first.place.paragraph, first.place.span)
    return RuleMatch(
      name.place.span, "Is this \(spelled)? The name is spelled in two ways.",
      related: [(first.place.paragraph, first.place.span, "First spelled here.")])
  }

  /// Capitalized words of a paragraph that no name of the draft explains. They need a letter more than known names, and what
  /// stands in a quotation may be anything.
  private func strangers(_ index: Int, _ analysis: Analysis) -> [Name] {
    let paragraph = analysis.analyzed[index]
    return paragraph.mentions.enumerated().compactMap { number, mention in
      guard isStranger(mention, paragraph), mention.span.count > Self.shortest, !paragraph.isQuoted(mention.span),
        mention.form == .name || analysis.draft.entityOfMention[index, number] == nil
      else { return nil }
      return Name(
        place: (index, mention.span), given: 0,
        surname: Array(paragraph.paragraph.bytes[mention.span.start..<mention.span.end]), isKnown: false,
        gender: gender(mention, paragraph))
    }
  }

  /// The first mention by name of each person, outside quotations if there is one. Entities come in order of reading.
  private func people(_ analysis: Analysis) -> [Name] {
    analysis.draft.entities.compactMap { entity in
      guard entity.kind == .person else { return nil }
      let references = entity.mentions.filter { reference in
        analysis.draft.paragraphs[reference.paragraph].mentions[reference.mention].form == .name
      }
      guard
        let reference = references.first(where: { reference in
          let paragraph = analysis.analyzed[reference.paragraph]
          return !paragraph.isQuoted(paragraph.layers.mentions[reference.mention].span)
        }) ?? references.first
      else { return nil }
      let paragraph = analysis.analyzed[reference.paragraph]
      let mention = paragraph.layers.mentions[reference.mention]
      let tokens = paragraph.layers.tokens
      guard let last = mention.tokens.range.last, last < tokens.count, mention.tokens.count <= 3,
        !paragraph.paragraph.kind.isHeading
      else { return nil }
      let surname = tokens.span(last)
      guard surname.count >= Self.shortest else { return nil }
      let first = tokens.span(mention.tokens.start)
      return Name(
        place: (reference.paragraph, mention.span),
        given: mention.tokens.count > 1 ? tokens.hashes[mention.tokens.start] : 0,
        givenName: Array(paragraph.paragraph.bytes[first.start..<first.end]),
        surname: Array(paragraph.paragraph.bytes[surname.start..<surname.end]), isKnown: entity.fact != nil,
        isOnce: references.count { analysis.analyzed[$0.paragraph].layers.mentions[$0.mention].form == .name } == 1,
        gender: gender(mention, paragraph))
    }
  }

  /// Whether two surnames, one edit apart, are one by context: the same first name before both, or the second alone. Two
  /// people that the names table knows are two people; a last "s" is a plural.
  private func isSame(_ first: Name, _ second: Name) -> Bool {
    guard first.surname != second.surname, !(first.isKnown && second.isKnown),
      isOneEdit(first.surname, second.surname), first.surname.first == second.surname.first,
      !isPlural(first.surname, second.surname), !isPlural(second.surname, first.surname),
      !isOtherGender(first, second)
    else { return false }
    if first.given == second.given { return first.given != 0 }
    return second.given == 0 && first.given != 0 && !second.isKnown && !givenNames.contains(hash(second.surname))
  }

  /// Whether two first names of one surname, one edit apart, are one by context: the second stands once and is no name that people
  /// have. "Margerite Lafontaine" after "Marguerite Lafontaine".
  private func isSameByFirstName(_ first: Name, _ second: Name) -> Bool {
    guard first.given != 0, second.given != 0, first.given != second.given, first.surname == second.surname,
      second.isOnce, !second.isKnown, min(first.givenName.count, second.givenName.count) > Self.shortest,
      !givenNames.contains(second.given), givenNames.contains(first.given),
      first.givenName.first == second.givenName.first,
      // "Mario" and "Maria" are two.
      first.givenName.last == second.givenName.last
    else { return false }
    return isOneEdit(first.givenName, second.givenName)
  }

  /// "Her cousin Margerite Lafontaine": one of the family.
  private func isOfFamily(_ name: Name, _ analysis: Analysis) -> Bool {
    let paragraph = analysis.analyzed[name.place.paragraph]
    return paragraph.sentence(at: name.place.span.start).range.contains { token in
      paragraph.hash(token).flatMap { words[$0] } == .kin
    }
  }

  /// "Anna Ivanova spoke. Mr. Ivanov left": a man and a woman of one family, whose surname has a form for each.
  private func isOtherGender(_ first: Name, _ second: Name) -> Bool {
    if first.gender != 0, second.gender != 0, first.gender != second.gender { return true }
    return first.given != second.given
      && (isFeminine(first.surname, of: second.surname) || isFeminine(second.surname, of: first.surname))
  }

  /// "Ivanova" of "Ivanov", "Kowalska" of "Kowalski", "Novotna" of "Novotny", "Ozola" of "Ozols".
  private func isFeminine(_ woman: [UInt8], of man: [UInt8]) -> Bool {
    // "Papadopoulou" of "Papadopoulos"
    if woman.suffix(2).elementsEqual("ou".utf8), man.suffix(2).elementsEqual("os".utf8) { return true }
    guard woman.last == UInt8(ascii: "a") else { return false }
    if woman.count == man.count {
      return woman.dropLast() == man.dropLast() && man.last.map { "iys".utf8.contains($0) } ?? false
    }
    // "Ivanov", "Akayev", "Putin", "Golitsyn".
    return woman.dropLast() == man[...] && man.last.map { "vn".utf8.contains($0) } ?? false
  }

  /// "Muhammad Salim, a baker, and Muhammad Salem, a tailor": two in one sentence are two.
  private func areSideBySide(_ first: Name, _ second: Name, _ analysis: Analysis) -> Bool {
    guard first.place.paragraph == second.place.paragraph, second.given != 0 else { return false }
    let layers = analysis.analyzed[first.place.paragraph].layers
    return layers.sentenceIndex(at: first.place.span.start) == layers.sentenceIndex(at: second.place.span.start)
  }

  /// "His file gave his surname as Habimama": the other spelling is what the sentence tells.
  private func isAboutSpelling(_ name: Name, _ analysis: Analysis) -> Bool {
    let paragraph = analysis.analyzed[name.place.paragraph]
    let sentence = paragraph.sentence(at: name.place.span.start)
    if sentence.range.contains(where: { words[paragraph.layers.tokens.hashes[$0]] == .spelling }) { return true }
    // "He was listed as Tom Okoronwe." But: "as Okoronwe said".
    let run = paragraph.layers.tokens.tokens(in: name.place.span)
    return (paragraph.hash(run.start - 1).map { words[$0] == .naming } ?? false)
      && (run.end >= sentence.end || paragraph.kind(run.end) == .punctuation)
  }

  private func hash(_ word: [UInt8]) -> UInt64 { word.withUnsafeBufferPointer { CaseFolding.hash($0, 0..<$0.count) } }

  private func isPlural(_ word: [UInt8], _ other: [UInt8]) -> Bool {
    other.last == UInt8(ascii: "s") && word.elementsEqual(other.dropLast())
  }

  /// Whether one letter was put in, left out or exchanged, or two neighbours were swapped.
  private func isOneEdit(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    let ends = CommonEnds(first, second, by: ==)
    let front = ends.front
    let left = first.count - front - ends.back
    let right = second.count - front - ends.back
    if left <= 1, right <= 1 { return true }
    return left == 2 && right == 2 && first[front] == second[front + 1] && first[front + 1] == second[front]
  }

  /// The spelling that came first, wherever the other one stands outside quotations: what is mended once stays wrong in the
  /// next sentence. Where the other one is the more frequent, the writer has to choose.
  func corrections(of finding: Finding, in analysis: Analysis) -> [Correction] {
    guard let passage = Passage(finding, in: analysis), let first = finding.related.first,
      let word = analysis.snapshot.text(first.span).split(separator: " ").last.map(String.init),
      let last = passage.tokens.range.last, let given = passage.tokens.range.first
    else { return [] }
    // The surname is right.
    if passage.tokens.count > 1, passage.analyzed.text(last) == word,
      let name = analysis.snapshot.text(first.span).split(separator: " ").first.map(String.init)
    {
      let edit = passage.replace(passage.layers.tokens.span(given), with: name)
      return [Correction("Change to \(name)", [edit], isPreferred: true)]
    }
    let wrong = passage.layers.tokens.span(last)
    let later = Misspelling(wrong, passage).places
    let earlier = origin(first, analysis).map { Misspelling($0.span, $0.passage).places } ?? []
    if earlier.isEmpty || later.count <= earlier.count { return [correction(later, to: word, isPreferred: true)] }
    return [correction(later, to: word), correction(earlier, to: passage.analyzed.paragraph.text(wrong))]
  }

  private func correction(_ places: [TextSpan], to word: String, isPreferred: Bool = false) -> Correction {
    let title = places.count > 1 ? "Change to \(word) in \(places.count) places" : "Change to \(word)"
    return Correction(title, places.map { TextReplacement($0, with: word) }, isPreferred: isPreferred)
  }

  /// Where the first spelling stands: the last word of the name, in its own paragraph.
  private func origin(_ first: RelatedPlace, _ analysis: Analysis) -> (passage: Passage, span: TextSpan)? {
    guard let paragraph = analysis.document.paragraphIndex(at: first.span.start),
      let passage = Passage(
        Finding(rule: code, severity: .hint, span: first.span, message: "", paragraph: paragraph), in: analysis),
      let last = passage.tokens.range.last
    else { return nil }
    return (passage, passage.layers.tokens.span(last))
  }

  var manual: Manual {
    Manual(
      finds: "Two spellings of what is, by its context, one person's name.",
      why: "A misspelled name is the error that sources and readers forgive least.",
      instead: "Ask, then spell it one way.",
      standards: ["AP Stylebook", "Reuters Handbook of Journalism"],
      fires: [
        "Delia Northcote, the mayor, spoke.\n\nCritics of «Northcot» left early.",
        .init(
          "Tom Okoronwo steered the ferry. The court heard that «Tom Okoronwe» had slept.",
          fixed: "Tom Okoronwo steered the ferry. The court heard that Tom Okoronwo had slept."),
        .init(
          "Ana Okorowski runs the harbour.\n\n«Ana Okorovski» said the ferry was safe.",
          fixed: "Ana Okorowski runs the harbour.\n\nAna Okorowski said the ferry was safe."),
        .init(
          "Margarita Okorowski runs the harbour.\n\n«Margarieta Okorowski» said the ferry was safe.",
          fixed: "Margarita Okorowski runs the harbour.\n\nMargarita Okorowski said the ferry was safe."),
        "Maria Brandvold sold the boat. Her brother said that «Maria Brandvolt» had not been paid.",
      ],
      silent: [
        "Tom Okoronwo steered the ferry. Okoronwo had slept.",
        "Tom Okoronwo and Ana Okoronwo own the ferry.",
        "Maria Hansen sold the boat to Erik Hanson.",
        "Ana Okorowski runs the harbour. The board misspelled her name: Ana Okorovski was on every list.",
        "Tom Okoronwo steered the ferry. The crew list had him as Tom Okoronwe.",
        "Ana Brandvold runs the harbour. The Brandvolds came in 1900.",
        "Bill Gates met Bill Bates.",
        "Margarita Okorowski runs the harbour.\n\nHer cousin Margarieta Okorowski said the ferry was safe.",
        "Catherine Okorowski runs the harbour. Katherine Okorowski left.",
        "Mira Belanova spoke. Mr. Belanov left the hall.",
        "Mira Brandowska spoke. Brandowski left the hall.",
        "Anna Brandvold spoke. Mr. Brandvolt left the hall.",
        "Maria Brandvold, a baker, and Maria Brandvolt, a tailor, own the ferry.",
      ])
  }
}
