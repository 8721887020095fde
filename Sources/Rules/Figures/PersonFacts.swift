import DocumentModel
import DraftAnalysis
import TextCore

/// Births, ages and deaths as a paragraph tells them right beside a name.
struct PersonFacts: Sendable {
  private let words: RuleWords

  init(_ words: RuleWords) { self.words = words }

  struct Birth: LifeEvent {
    static var name: String { "birth" }
    /// Index of the person's mention.
    let mention: Int
    let year: Int
    let day: CivilDate?
    let span: TextSpan
  }

  struct Age {
    let mention: Int
    let years: Int
    let span: TextSpan
    /// "Is 58", not ", 58,": told of the day on which the draft is read.
    let isPresent: Bool
  }

  /// "Died on 3 May 2001", "died in 2001, aged 61".
  struct Dying: LifeEvent {
    static var name: String { "death" }
    let mention: Int
    let year: Int
    let day: CivilDate?
    let span: TextSpan
    /// The age that stands right after.
    let age: (years: Int, span: TextSpan)?
  }

  /// "Born in 1930 … died in 2001 at the age of 61", "(1930-2001) … aged 61".
  struct Death {
    let birth, year, years: Int
    let born, died, age: TextSpan
  }

  /// "Ana Ruiz, 58, was born in 1961", "Ana Ruiz (born 3 May 1961)".
  func births(in paragraph: AnalyzedParagraph) -> [Birth] {
    paragraph.layers.quantities.compactMap { quantity in
      guard let (year, day) = date(quantity), let born = word(.born, before: quantity, paragraph),
        !paragraph.isQuoted(quantity.span),
        let mention = owner(before: born, isBorn: true, paragraph) ?? owner(after: quantity, born, paragraph)
      else { return nil }
      return Birth(mention: mention, year: year, day: day, span: quantity.span)
    }
  }

  /// "Ana Ruiz, 58,", "Ana Ruiz is aged 58", "58-year-old Ana Ruiz": ages of the day.
  func ages(in paragraph: AnalyzedParagraph) -> [Age] {
    let tokens = paragraph.layers.tokens
    return paragraph.layers.quantities.compactMap { quantity in
      guard let years = years(quantity), !paragraph.isQuoted(quantity.span) else { return nil }
      let run = tokens.tokens(in: quantity.outerSpan)
      let isWorded = quantity.kind == .age
      guard isWorded || isMark(run.end, paragraph) || run.end == tokens.count else { return nil }
      if let mention = owner(before: run.start, isBorn: false, paragraph) {
        let between = paragraph.layers.mentions[mention].tokens.end..<run.start
        let isPresent = between.suffix(3).contains { paragraph.text($0) == "is" }
        return Age(mention: mention, years: years, span: quantity.span, isPresent: isPresent)
      }
      if let mention = survivor(run, paragraph) ?? (isWorded ? dead(run, paragraph) : nil) {
        return Age(mention: mention, years: years, span: quantity.span, isPresent: true)
      }
      if isWorded, let mention = mention(startingAt: run.end, paragraph),
        paragraph.layers.mentions[mention].kind == .person, paragraph.layers.mentions[mention].form == .name
      {
        return Age(mention: mention, years: years, span: quantity.span, isPresent: false)
      }
      return nil
    }
  }

  func deaths(in paragraph: AnalyzedParagraph) -> [Death] {
    let quantities = paragraph.layers.quantities
    guard quantities.count >= 3 else { return lives(in: paragraph) }
    return lives(in: paragraph)
      + quantities.indices.dropLast(2).compactMap { index in
        let (first, second, third) = (quantities[index], quantities[index + 1], quantities[index + 2])
        let sentence = paragraph.layers.sentenceIndex(at: first.span.start)
        guard let (birth, _) = date(first), let (year, _) = date(second), third.kind == .age || isAt(third, paragraph),
          let years = years(third),
          sentence == paragraph.layers.sentenceIndex(at: third.span.start),
          word(.born, before: first, paragraph) != nil,
          word(.died, before: second, paragraph) != nil, third.outerSpan.start - second.span.end <= 24,
          !paragraph.isQuoted(third.span)
        else { return nil }
        return Death(
          birth: birth, year: year, years: years, born: first.span, died: second.span, age: third.span)
      }
  }

  /// "Renko died on Tuesday. She was 84.": the age at death, in a sentence of its own.
  private func survivor(_ age: TokenSpan, _ paragraph: AnalyzedParagraph) -> Int? {
    let sentence = paragraph.sentence(at: paragraph.layers.tokens.span(age).start)
    guard sentence.start + 2 == age.start, sentence.end - age.end <= 1, paragraph.text(age.start - 1) == "was",
      let mention = mention(startingAt: sentence.start, paragraph), paragraph.layers.mentions[mention].form == .pronoun,
      (max(0, sentence.start - 60)..<sentence.start).contains(where: { isWord($0, .died, paragraph) })
    else { return nil }
    return mention
  }

  /// "Olga Renko died on Tuesday aged 84", "died on Tuesday at the age of 84": only the day stands between.
  private func dead(_ age: TokenSpan, _ paragraph: AnalyzedParagraph) -> Int? {
    var at = age.start - 1
    while at >= 0, age.start - at <= 10, !isWord(at, .died, paragraph) {
      let quantity = quantity(at: paragraph.layers.tokens.span(at), paragraph)
      guard
        isWord(at, .ofPerson, paragraph) || isWord(at, .about, paragraph) || isWord(at, .hourly, paragraph)
          || isMark(at, paragraph) || ["the", "age"].contains(paragraph.text(at).lowercased())
          || quantity?.kind.isTemporal ?? false
      else { return nil }
      at -= 1
    }
    return isWord(at, .died, paragraph)
      ? subject(of: at, paragraph) : nil
  }

  /// Who died: "Okoro died", "Okoro, 58, died"; not "the wife of Tom Okoro died".
  private func subject(of died: Int, _ paragraph: AnalyzedParagraph) -> Int? {
    guard let name = mention(endingAt: died, paragraph) else { return owner(before: died, isBorn: true, paragraph) }
    let found = paragraph.layers.mentions[name]
    let before = found.tokens.start - 1
    guard found.kind == .person, found.form != .descriptor, !isWord(before, .about, paragraph),
      !isWord(before, .and, paragraph), paragraph.text(before).lowercased() != "with"
    else { return nil }
    return name
  }

  /// Days and years of death, right after the verb.
  func dyings(in paragraph: AnalyzedParagraph) -> [Dying] {
    let quantities = paragraph.layers.quantities
    return quantities.indices.compactMap { index in
      guard let (year, day) = date(quantities[index]), let died = word(.died, before: quantities[index], paragraph),
        !paragraph.isQuoted(quantities[index].span), let mention = subject(of: died, paragraph)
      else { return nil }
      var age: (Int, TextSpan)?
      if index + 1 < quantities.count, let years = years(quantities[index + 1]),
        quantities[index + 1].kind == .age || isAt(quantities[index + 1], paragraph),
        quantities[index + 1].outerSpan.start - quantities[index].span.end <= 24,
        paragraph.sentenceIndex(at: quantities[index].span.start)
          == paragraph.sentenceIndex(at: quantities[index + 1].span.start)
      {
        age = (years, quantities[index + 1].span)
      }
      return Dying(mention: mention, year: year, day: day, span: quantities[index].span, age: age)
    }
  }

  /// "The 67-year-old mayor, born in 1952": somebody without a name.
  func nameless(in paragraph: AnalyzedParagraph) -> [(age: Age, birth: Birth)] {
    paragraph.layers.quantities.compactMap { quantity in
      guard let (year, day) = date(quantity), let born = word(.born, before: quantity, paragraph),
        [",", "("].contains(paragraph.text(born - 1)), !paragraph.isQuoted(quantity.span)
      else { return nil }
      var at = born - 2
      while at >= 0, born - at <= 5, paragraph.kind(at) == .word, paragraph.layers.tokens.shapes[at] == .lower,
        self.quantity(at: paragraph.layers.tokens.span(at), paragraph) == nil
      { at -= 1 }
      guard at >= 0, at < born - 2, let age = self.quantity(at: paragraph.layers.tokens.span(at), paragraph),
        age.kind == .age, let years = years(age), paragraph.paragraph.text(age.span).contains("-")
      else { return nil }
      return (
        Age(mention: -1, years: years, span: age.span, isPresent: true),
        Birth(mention: -1, year: year, day: day, span: quantity.span)
      )
    }
  }

  /// "Anton Bielik (1931-2026) died on Monday aged 85".
  private func lives(in paragraph: AnalyzedParagraph) -> [Death] {
    let quantities = paragraph.layers.quantities
    return quantities.indices.dropLast().compactMap { index in
      let life = quantities[index]
      guard case .temporal(.interval(let from?, let to?, _)) = life.value,
        case .calendar(let birth?, nil, nil, nil) = from,
        case .calendar(let death?, nil, nil, nil) = to
      else { return nil }
      let run = paragraph.layers.tokens.tokens(in: life.span)
      guard paragraph.text(run.start - 1) == "(", paragraph.text(run.end) == ")",
        let name = mention(endingAt: run.start - 1, paragraph), paragraph.layers.mentions[name].kind == .person
      else { return nil }
      let sentence = paragraph.sentence(at: life.span.start)
      let rest = run.end..<max(run.end, sentence.end)
      guard let died = rest.first(where: { isWord($0, .died, paragraph) }), died - run.end <= 6,
        let age = quantities[(index + 1)...].first(where: { $0.kind == .age }), let years = years(age),
        paragraph.layers.tokens.tokens(in: age.span).start < sentence.end,
        paragraph.layers.tokens.tokens(in: age.span).start - died <= 6, !paragraph.isQuoted(age.span)
      else { return nil }
      return Death(birth: birth, year: death, years: years, born: life.span, died: life.span, age: age.span)
    }
  }

  /// "Died in 1999 at 74", "at the age of 74".
  private func isAt(_ quantity: Quantity, _ paragraph: AnalyzedParagraph) -> Bool {
    let run = paragraph.layers.tokens.tokens(in: quantity.outerSpan)
    if paragraph.text(run.start - 1) == "of" { return paragraph.text(run.start - 2) == "age" }
    return isWord(run.start - 1, .hourly, paragraph) && isMark(run.end, paragraph)
  }

  // MARK: - Figures

  private func date(_ quantity: Quantity) -> (Int, CivilDate?)? {
    guard quantity.modifier == nil, case .temporal(.calendar(let year?, let month, let day, _)) = quantity.value,
      (1000...9999).contains(year)
    else { return nil }
    let date = month.flatMap { month in day.flatMap { CivilDate(year: year, month: month, day: $0) } }
    return (year, date)
  }

  private func years(_ quantity: Quantity) -> Int? {
    guard quantity.modifier == nil, quantity.kind == .age || quantity.kind == .number, !quantity.isInWords,
      case .exact(let value) = quantity.value, value.isWhole, (1...115).contains(value.numerator),
      quantity.unit == nil || quantity.unit?.name == "year"
    else { return nil }
    return Int(value.numerator)
  }

  // MARK: - Words

  /// The token of such a word right before a date, "in" or "on" between.
  private func word(_ kind: RuleWords.Class, before quantity: Quantity, _ paragraph: AnalyzedParagraph) -> Int? {
    var at = paragraph.layers.tokens.tokens(in: quantity.outerSpan).start - 1
    guard at >= 0 else { return nil }
    if isWord(at, .ofPerson, paragraph) || isWord(at, .about, paragraph) { at -= 1 }
    return isWord(at, kind, paragraph) ? at : nil
  }

  /// The person whose name the words before a token lead back to, over nothing but marks, "who was", an age and a birth.
  ///
  /// - Parameter isBorn: whether "was" is of the birth; of an age it tells of another day.
  private func owner(before token: Int, isBorn: Bool, _ paragraph: AnalyzedParagraph) -> Int? {
    let mentions = paragraph.layers.mentions
    let tokens = paragraph.layers.tokens
    var isBorn = isBorn
    var at = token - 1
    while at >= 0, token - at <= 14 {
      if let mention = mention(endingAt: at + 1, paragraph) {
        let found = mentions[mention]
        guard found.kind == .person, found.form != .descriptor, token - at > 1 || found.form == .pronoun else {
          return nil
        }
        return mention
      }
      if isWord(at, .born, paragraph) {
        isBorn = true
      } else if let quantity = quantity(at: tokens.span(at), paragraph) {
        guard date(quantity) != nil || years(quantity) != nil else { return nil }
        at = tokens.tokens(in: quantity.outerSpan).start
      } else if isWord(at, .be, paragraph) {
        guard isBorn || paragraph.text(at).lowercased() == "is" else { return nil }
      } else if !isWord(at, .ofPerson, paragraph) && !isWord(at, .about, paragraph) && !isMark(at, paragraph) {
        return nil
      }
      at -= 1
    }
    return nil
  }

  /// "Born in 1940, she is 76": the birth opens the sentence.
  private func owner(after quantity: Quantity, _ born: Int, _ paragraph: AnalyzedParagraph) -> Int? {
    let end = paragraph.layers.tokens.tokens(in: quantity.outerSpan).end
    guard paragraph.sentence(at: quantity.span.start).start == born, isMark(end, paragraph) else { return nil }
    guard let mention = mention(startingAt: end + 1, paragraph) else { return nil }
    let found = paragraph.layers.mentions[mention]
    return found.kind == .person && found.form != .descriptor ? mention : nil
  }

  // MARK: - Layers, which come in order: searched by halves

  private func mention(startingAt token: Int, _ paragraph: AnalyzedParagraph) -> Int? {
    let mentions = paragraph.layers.mentions
    let index = mentions.partitionPoint { $0.tokens.start >= token }
    return index < mentions.count && mentions[index].tokens.start == token ? index : nil
  }

  /// No name is longer than sixteen tokens here.
  private func mention(endingAt token: Int, _ paragraph: AnalyzedParagraph) -> Int? {
    let mentions = paragraph.layers.mentions
    var index = mentions.partitionPoint { $0.tokens.start >= token - 16 }
    while index < mentions.count, mentions[index].tokens.start < token {
      if mentions[index].tokens.end == token { return index }
      index += 1
    }
    return nil
  }

  private func quantity(at span: TextSpan, _ paragraph: AnalyzedParagraph) -> Quantity? {
    let quantities = paragraph.layers.quantities
    let index = quantities.partitionPoint { $0.outerSpan.end > span.start }
    return index < quantities.count && quantities[index].outerSpan.overlaps(span) ? quantities[index] : nil
  }

  /// Whether a sentence tells that a date is in doubt, or may be of another of the name: "according to the register", "his son Tom
  /// Okoro Jr., born in 1960".
  func isDoubted(_ span: TextSpan, _ paragraph: AnalyzedParagraph) -> Bool {
    paragraph.sentence(at: span.start).range.contains { token in
      [.doubt, .report, .refusal, .spelling, .kin].contains(paragraph.hash(token).flatMap { words[$0] })
    }
  }

  private func isWord(_ token: Int, _ kind: RuleWords.Class, _ paragraph: AnalyzedParagraph) -> Bool {
    paragraph.hash(token).map { words[$0] == kind } ?? false
  }

  /// A comma, a bracket or a full stop.
  private func isMark(_ token: Int, _ paragraph: AnalyzedParagraph) -> Bool {
    paragraph.kind(token) == .punctuation && [",", "(", ")", "."].contains(paragraph.text(token))
  }
}

/// What happens to a person once.
protocol LifeEvent {
  /// As messages call it.
  static var name: String { get }
  /// Index of the person's mention.
  var mention: Int { get }
  var year: Int { get }
  var day: CivilDate? { get }
  /// Of the date.
  var span: TextSpan { get }
}
