package import DocumentModel
package import Lexicons
import TextCore

/// Finds numbers, amounts, measures, dates and times in a paragraph. One pass; what a word table does not know is left
/// alone.
package struct QuantityRecognizer: ParagraphAnalyzer {
  private let words: Vocabulary

  package init(_ language: Language) { words = Vocabulary(language) }

  package var reads: Set<Layer> { [.tokens, .sentences] }
  package var provides: Set<Layer> { [.quantities] }

  package func analyze(_ paragraph: Paragraph, into layers: inout ParagraphLayers) {
    var reader = QuantityReader(
      Lexemes(layers.tokens, paragraph.bytes, words), words, layers.sentences)
    reader.run()
    layers.quantities = reader.quantities
  }
}

/// One reading of one paragraph. Each dimension is an extension of it, in its own file.
struct QuantityReader {
  let lexemes: Lexemes
  let words: Vocabulary
  let numerals: NumeralParser
  private let sentences: [Sentence]
  var quantities: [Quantity] = []
  /// First lexeme that no quantity has taken yet.
  private(set) var free = 0
  let nesting = Nesting()

  init(_ lexemes: Lexemes, _ words: Vocabulary, _ sentences: [Sentence]) {
    self.lexemes = lexemes
    self.words = words
    self.sentences = sentences
    numerals = NumeralParser(lexemes: lexemes, words: words)
  }

  mutating func run() {
    var index = 0
    while index < lexemes.count {
      let found: Reading? =
        switch lexemes.kind(index) {
        case .figure: lifeDecade(at: index) ?? temporal(at: index) ?? longDuration(at: index) ?? amount(at: index)
        case .symbol: amount(at: index)
        case .word:
          words.mayOpenQuantity(lexemes.hash(index)) || mayOpenPeriod(index)
            ? lifeDecade(at: index) ?? temporal(at: index) ?? wordedDuration(at: index) ?? amount(at: index) : nil
        case .mark, .quote: shortDecade(at: index) ?? (numerals.vulgarFraction(index) == nil ? nil : amount(at: index))
        case .other: nil
        }
      guard let found, found.end > index else {
        index = max(index + 1, skipLabel(at: index))
        continue
      }
      if let quantity = found.quantity { keep(quantity, found) }
      free = found.end
      index = found.end
    }
    shareUnits()
    joinBounds()
    linkConversions()
  }

  /// A number takes the unit of the amount it is coordinated with: "7- or 8-inch screens", "four, five and six cylinders";
  /// two that follow each other are a range: "three or four years". A large number late in a sentence counts what a
  /// number before it counted: "3.9 million headsets, up from 2.4 million".
  private mutating func shareUnits() {
    guard quantities.count > 1 else { return }
    var taken: Set<Int> = []
    var isChain = false
    for index in (0..<(quantities.count - 1)).reversed() {
      let (first, second) = (quantities[index], quantities[index + 1])
      let wasChain = isChain
      isChain = false
      guard first.kind == .number, first.unit == nil, let unit = second.unit, !second.kind.isTemporal,
        case .exact(let low) = first.value,
        let joint = joint(between: first.span.end, and: second.outerSpan.start), joint != .comma || wasChain,
        joint != .to || isLead(low, second)
      else { continue }
      // "it is 5 and about 9 kilos": a bound begins anew.
      if second.modifier != nil, second.outerSpan.start < second.span.start, joint == .and { continue }
      isChain = true
      // "7- or 8-inch screens" come in two sizes.
      let isHanging = first.span.end < lexemes.bytes.count && lexemes.bytes[first.span.end] == UInt8(ascii: "-")
      if joint == .or, !isHanging, case .exact(let high) = second.value, low.isWhole, low + Rational(1) == high,
        !second.numerals.isEmpty
      {
        quantities[index + 1].value = .range(low: low, high: high)
        quantities[index + 1].span = TextSpan(first.span.start, second.span.end)
        quantities[index + 1].outerSpan = TextSpan(first.outerSpan.start, second.outerSpan.end)
        quantities[index + 1].numerals = first.numerals + second.numerals
        quantities[index + 1].iso = nil
        taken.insert(index)
        continue
      }
      quantities[index].kind = second.kind
      quantities[index].unit = unit
    }
    if !taken.isEmpty {
      quantities = quantities.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
    }
    shareAges()
    countOn()
    compareLike()
  }

  /// "aged 6, 8 and 11": the word before the first goes for all.
  private mutating func shareAges() {
    for index in quantities.indices.dropFirst() {
      let (age, next) = (quantities[index - 1], quantities[index])
      guard age.kind == .age, next.kind == .number, next.modifier == nil, case .exact(let value) = next.value,
        value.isWhole, value <= Rational(Int64(OldestAge.ofBareNumber)), isAgedListed(age, next)
      else { continue }
      quantities[index].kind = .age
      quantities[index].unit = age.unit
    }
  }

  /// "more than 40 and less than 100" is one range.
  private mutating func joinBounds() {
    var kept: [Quantity] = []
    kept.reserveCapacity(quantities.count)
    for quantity in quantities {
      if let first = kept.last, let joined = joined(first, quantity) {
        kept[kept.count - 1] = joined
      } else {
        kept.append(quantity)
      }
    }
    quantities = kept
  }

  private func joined(_ first: Quantity, _ second: Quantity) -> Quantity? {
    guard let one = first.modifier, let other = second.modifier,
      one.isLowerBound && other.isUpperBound || one.isUpperBound && other.isLowerBound,
      case .exact(let a) = first.value, case .exact(let b) = second.value, one.isLowerBound ? a < b : b < a,
      first.unit == nil || first.unit == second.unit, first.outerSpan.start < first.span.start,
      second.outerSpan.start < second.span.start,
      isConjunction(from: first.outerSpan.end, to: second.outerSpan.start)
    else { return nil }
    var joined = second
    joined.value = .range(low: min(a, b), high: max(a, b))
    joined.span = TextSpan(first.outerSpan.start, second.span.end)
    joined.outerSpan = joined.span
    joined.numerals = first.numerals + second.numerals
    joined.modifier = nil
    if joined.kind == .ordinal { joined.kind = .number }
    return joined
  }

  private mutating func countOn() {
    var counted: (unit: MeasureUnit, sentence: Int)?
    for index in quantities.indices {
      let quantity = quantities[index]
      let sentence = sentenceIndex(at: quantity.span.start)
      guard case .exact(let value) = quantity.value, value >= Rational(100) else { continue }
      if quantity.kind == .count, let unit = quantity.unit {
        counted = (unit, sentence)
      } else if quantity.kind == .number, quantity.unit == nil, let before = counted,
        value.isWhole || before.unit.name == "point",
        before.sentence == sentence,
        quantity.precision.map({ $0 >= Rational(1) }) ?? true || before.unit.name == "point"
      {
        quantities[index].kind = .count
        quantities[index].unit = before.unit
      }
    }
  }

  func sentenceIndex(at offset: Int) -> Int {
    sentences.partitionPoint { $0.span.end > offset }
  }

  /// Finishes a quantity with the modifiers around it.
  private mutating func keep(_ found: Quantity, _ reading: Reading) {
    var quantity = found
    // "the year 2014": the word belongs to it as a modifier does.
    var isYear = false
    if case .temporal(.calendar(_?, nil, nil, nil)) = found.value { isYear = true }
    if isYear, let word = yearWord(before: reading.start) {
      quantity.outerSpan = TextSpan(min(lexemes.starts[word], quantity.outerSpan.start), quantity.outerSpan.end)
    }
    let plain = quantity.outerSpan.start
    if quantity.modifier == nil, quantity.kind != .set {
      if let before = distanceModifier(quantity, reading.start) ?? yearModifier(quantity, reading.start)
        ?? modifier(before: bounded(quantity, reading.start), ofDate: quantity.kind.isTemporal)
      {
        // "sparked by last month's vote" bounds nothing.
        let isDoer =
          isDuring(quantity, before.start)
          || quantity.kind.isTemporal && before.start.map { lexemes.hash($0) == words.particles.by } ?? false
            && lexemes.gap(reading.end) == .none && lexemes.kind(reading.end) == .other
        // "Some 2016 candidates" came later than about then.
        let isSome = isYear && before.start.map { lexemes.hash($0) == words.particles.some } ?? false
        quantity.modifier = isDoer || isSome ? nil : before.modifier
        if let start = before.start, !isDoer, !isSome {
          // "the year greater than 2012"
          let first = isYear ? yearWord(before: start) ?? start : start
          quantity.outerSpan = TextSpan(min(lexemes.starts[first], quantity.outerSpan.start), quantity.outerSpan.end)
        }
      }
      if let (row, end) = words.modifiers.longest(lexemes, reading.end),
        row.place == (quantity.kind.isTemporal ? .afterDate : .after) || isYear && isBoundOfYear(row, end),
        !lexemes.isFigure(end),
        quantity.kind.isTemporal || !isBoundGoingOn(end)
      {
        // "about five hundred or more": the bound is what counts.
        let start = quantity.modifier == .about ? (isYear ? plain : quantity.span.start) : quantity.outerSpan.start
        quantity.modifier = row.modifier
        quantity.outerSpan = TextSpan(start, lexemes.ends[end - 1])
      }
    }
    // "from 2014 on": open to the present.
    if quantity.modifier == nil, quantity.kind.isTemporal, quantity.kind != .set,
      quantity.outerSpan.start == quantity.span.start, lexemes.hash(reading.start - 1) == words.particles.from,
      lexemes.hash(reading.end) == words.particles.on, !lexemes.isWord(reading.end + 1),
      !lexemes.isFigure(reading.end + 1)
    {
      quantity.modifier = .atLeast
      quantity.outerSpan = TextSpan(lexemes.starts[reading.start - 1], lexemes.ends[reading.end])
    }
    // "2%-plus growth"
    if quantity.modifier == nil, !quantity.kind.isTemporal, lexemes.gap(reading.end) == .hyphen,
      lexemes.hash(reading.end) == words.particles.plus
    {
      quantity.modifier = .atLeast
    }
    if case .temporal(let expression) = quantity.value {
      quantity.lengths = lengthsTold(by: expression, reading.start, reading.end)
    }
    quantities.append(quantity)
  }

  /// "2016 and greater", "2016 or above", as of other numbers; what is older than a year came before it.
  private func isBoundOfYear(_ row: ModifierWord, _ end: Int) -> Bool {
    row.place == .after && (row.modifier?.isLowerBound ?? false || row.modifier == .about)
      && lexemes.hash(end - 1) != AmountParticle.older
      && isWithoutNoun(end)
  }

  /// "$5bn over five years", "4% over three months": right after an amount, the word tells during what time.
  private func isDuring(_ quantity: Quantity, _ start: Int?) -> Bool {
    guard quantity.kind == .duration, let start, start == free, let last = quantities.last, !last.kind.isTemporal
    else { return false }
    return lexemes.hash(start) == words.particles.over && last.kind != .duration && last.kind != .age
  }

  /// Where the modifier of a quantity ends: before the article of "since the end of 1989".
  private func bounded(_ quantity: Quantity, _ start: Int) -> Int {
    // "before the year 2014"
    if case .temporal(.calendar(_?, nil, nil, nil)) = quantity.value, let word = yearWord(before: start) {
      return lexemes.hash(word - 1) == words.particles.the && word > free + 1 ? word - 1 : word
    }
    guard case .temporal(.part) = quantity.value, lexemes.hash(start - 1) == words.particles.the, start > free + 1
    else {
      return start
    }
    return start - 1
  }

  /// "more than two years ago" is before that day, "less than a month from now" too.
  private func distanceModifier(_ quantity: Quantity, _ start: Int) -> (modifier: QuantityModifier, start: Int?)? {
    var count = 0
    switch quantity.value {
    case .temporal(.relative(let distance, _, whole: false)), .temporal(.offset(let distance, _, _)): count = distance
    default: return nil
    }
    guard let before = modifier(before: start, ofDate: false), before.start != nil else { return nil }
    guard count < 0 else { return before }
    switch before.modifier {
    case .moreThan: return (.lessThan, before.start)
    case .atLeast: return (.atMost, before.start)
    case .lessThan: return (.moreThan, before.start)
    case .atMost: return (.atLeast, before.start)
    default: return before
    }
  }

  /// "greater than 2012"
  private func yearModifier(_ quantity: Quantity, _ start: Int) -> (modifier: QuantityModifier, start: Int?)? {
    guard case .temporal(.calendar(_?, nil, nil, nil)) = quantity.value,
      let before = modifier(before: start, ofDate: false), before.start != nil,
      before.modifier == .moreThan || before.modifier == .lessThan, lexemes.hash(start - 1) == words.particles.than
    else { return nil }
    return before
  }

  /// Whether what looked like "or more" goes on to a bound of its own: "twenty and less than thirty", "200 or greater than 190".
  private func isBoundGoingOn(_ index: Int) -> Bool {
    guard lexemes.isWord(index) else { return false }
    let p = words.particles
    let hash = lexemes.hash(index)
    if hash == p.than || hash == p.or || lexemes.hash(index - 1) == p.than { return true }
    return words.numbers.row(hash).map { $0.role != .and && $0.role != .minus } ?? false
  }

  /// The longest modifier that ends right before a lexeme; `start` is nil for words that only tell a direction ("rose").
  func modifier(before index: Int, ofDate: Bool) -> (modifier: QuantityModifier, start: Int?)? {
    var at = max(free, index - 6)
    while at < index {
      if let (row, end) = words.modifiers.longest(lexemes, at), let modifier = row.modifier,
        !isAskingAbout(at)
      {
        // "rose by 4%", "up to about 5": an article or "by" may stand between.
        let reaches =
          end == index || (end == index - 1 && lexemes.hash(end) == words.particles.by && row.place == .trend)
          || (end == index - 1 && (lexemes.hash(end) == words.particles.the || lexemes.hash(end) == words.particles.a)
            && row.place == .before)
        if reaches,
          row.place == .before && !ofDate || row.place == .before && ofDate && modifier == .about
            || row.place == .date && ofDate || row.place == .trend && !ofDate
        {
          return (modifier, row.place == .trend ? nil : at)
        }
      }
      at += 1
    }
    return nil
  }

  /// The "about" of "How about 20 people?", "What about 2016?" blurs nothing.
  private func isAskingAbout(_ index: Int) -> Bool {
    lexemes.hash(index) == AmountParticle.about
      && (lexemes.hash(index - 1) == AmountParticle.how || lexemes.hash(index - 1) == AmountParticle.what)
  }

  /// Figures that name something, after a label or within a code: "Route 66", "No. 4", "B-52", "555-0199".
  private func skipLabel(at index: Int) -> Int {
    guard lexemes.isFigure(index) else { return index }
    var end = index + 1
    while lexemes.isFigure(end), lexemes.gap(end) == .hyphen || lexemes.gap(end) == .dash { end += 1 }
    return end
  }

  /// Links "70 km (43 miles)": a measure in brackets to the one right before it.
  private mutating func linkConversions() {
    guard quantities.count > 1 else { return }
    for index in 1..<quantities.count {
      let (first, second) = (quantities[index - 1], quantities[index])
      guard let a = first.unit, let b = second.unit, a != b, !a.dimension.isEmpty, a.dimension == b.dimension,
        first.kind == second.kind, first.span.end < second.span.start
      else { continue }
      let gap = TextSpan(first.span.end, second.outerSpan.start)
      guard gap.count <= 16, bracketOpens(in: gap), !isSide(index - 1), !isSide(index) else { continue }
      quantities[index - 1].conversion = index
      if first.kind == .money, let name = rateAfterBracket(second.outerSpan.end), !a.name.contains(" per ") {
        quantities[index - 1].unit = MeasureUnit(
          name: a.name + " per " + name, dimension: "money rate", factor: nil)
      }
    }
  }

  /// Whether a lexeme opens a sentence.
  func opensSentence(_ index: Int) -> Bool {
    guard index > 0, index < lexemes.count else { return true }
    let start = lexemes.starts[index]
    let next = sentences.partitionPoint { $0.span.start >= start }
    return next < sentences.count && sentences[next].span.start == start
  }
}

/// How deep the temporal expression being read is nested; a class, since reading changes nothing else.
final class Nesting {
  var depth = 0
}

/// What a dimension read: lexemes `start..<end` and the quantity they make; no quantity for what is to be passed over.
struct Reading {
  var start: Int
  var end: Int
  var quantity: Quantity?
}
