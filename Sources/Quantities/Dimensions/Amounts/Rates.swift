import DocumentModel

/// What amounts are per: "$62 per barrel", "18 euros an hour", "5.6 litres per 100 km".
extension QuantityReader {
  /// "per barrel", "an hour", "a share", "/kg": the name of what the rate is per; "per person per day" is per both.
  func rate(at index: Int) -> (name: String, end: Int)? {
    guard let first = singleRate(at: index) else { return nil }
    guard !QuantityReader.periods.contains(first.name), !lexemes.isMark(first.end, "/"),
      lexemes.gap(first.end) == .space, let second = singleRate(at: first.end),
      QuantityReader.periods.contains(second.name)
    else { return first }
    return (first.name + " per " + second.name, second.end)
  }

  private func singleRate(at index: Int) -> (name: String, end: Int)? {
    let p = words.particles
    let hash = lexemes.hash(index)
    var at = index
    var isArticle = false
    if lexemes.gap(index) == .hyphen, hash != p.per {
      // "12-cent-a-share"
      guard hash == p.a || hash == p.an, lexemes.gap(index + 1) == .hyphen else { return nil }
    }
    if hash == p.per, lexemes.isWord(index) {
      at += 1
    } else if lexemes.isMark(index, "/"), lexemes.gap(index) == .none {
      at += 1
    } else if hash == p.a || hash == p.an || hash == p.each || hash == p.every, lexemes.isWord(index) {
      at += 1; isArticle = true
    } else {
      return nil
    }
    if lexemes.hash(at) == p.dozen { return ("dozen", at + 1) }
    if !isArticle, let several = severalOf(at, isSlash: lexemes.isMark(index, "/")) { return several }
    if lexemes.isMark(index, "/"), lexemes.hash(at) == AmountParticle.mo { return ("month", at + 1) }
    if let (row, end) = words.unit(lexemes, at), row.unit.name != "percent" {
      if isArticle, row.form != .word || !isRateUnit(row.unit) { return nil }
      // "$1.17 billion a year earlier" and "a year ago" tell when.
      if isArticle,
        words.dates.row(lexemes.hash(end)).map({ $0.role == .ago || $0.role == .early || $0.role == .late }) ?? false
          || lexemes.hash(end) == p.after || lexemes.hash(end) == p.before || lexemes.hash(end) == p.later
          || lexemes.hash(end) == p.earlier
      {
        return nil
      }
      if row.form == .letter, !lexemes.isMark(index, "/") { return nil }
      // "A/cm2", "kg/m³"
      if row.unit.dimension == "length", lexemes.gap(end) == .none, let power = superscript(end) {
        return (raised(row.unit, power).name, end + 1)
      }
      return (row.unit.name, end)
    }
    if [p.square, p.cubic, p.sq, p.cu].contains(lexemes.hash(at)), let (unit, end) = unit(at: at) {
      return (unit.name, end)
    }
    guard lexemes.isWord(at), lexemes.length(at) > 2 else { return nil }
    if isArticle, !isShare(at) { return nil }
    guard !isStop(at) else { return nil }
    return (text(at), at + 1)
  }

  /// The period in "of jet fuel a year", "of crude oil per day", past at most three words.
  func rateOfStuff(after index: Int) -> String? {
    guard lexemes.hash(index) == words.particles.of, lexemes.isWord(index) else { return nil }
    var at = index + 1
    while at < index + 5, lexemes.isWord(at), lexemes.gap(at) == .space || lexemes.gap(at) == .hyphen {
      if at > index + 1, let (name, _) = rate(at: at) { return QuantityReader.periods.contains(name) ? name : nil }
      if isStop(at) { return nil }
      at += 1
    }
    return nil
  }

  private func isRateUnit(_ unit: MeasureUnit) -> Bool {
    switch unit.dimension {
    case "duration", "calendar": return true
    case "volume", "mass", "length", "area": return true
    default: return false
    }
  }

  /// "per 100 km", "per 250ml", "mg/100ml": a rate over more than one of its unit. "10km/6 miles" is a conversion.
  private func severalOf(_ index: Int, isSlash: Bool) -> (name: String, end: Int)? {
    guard lexemes.isFigure(index), let numeral = numerals.numeral(at: index), !numeral.isOrdinal,
      let (row, end) = words.unit(lexemes, numeral.end), row.unit.name != "percent", accepts(row, numeral.end, end),
      !isSlash || numeral.value == Rational(100) && (row.unit.dimension == "mass" || row.unit.dimension == "volume")
    else { return nil }
    return (numeral.value.text + " " + row.unit.name, end)
  }

  private func isShare(_ index: Int) -> Bool { isIn(.shares, index) }
}
