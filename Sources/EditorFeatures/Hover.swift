import DocumentModel
import DraftAnalysis
import Rules
import TextCore

/// What the hover at a place says, most pressing first: what the desk found there, then the name or the figure, then who
/// speaks.
extension EditorFeatures {
  func cards(at offset: Int, in findings: DraftFindings) -> [HoverCard] {
    guard let place = Place(offset, in: findings.analysis) else { return [] }
    var cards = findings.all.filter { $0.span.start <= offset && offset <= $0.span.end }.map(card)
    let figure = place.smallest(place.analyzed.quantities) { $0.outerSpan }
    let name = place.entity
    let quantitySpan = figure.map { place.analyzed.quantities[$0].outerSpan.count }
    let mentionSpan = name.map { place.analyzed.mentions[$0.mention].span.count }
    if let figure, quantitySpan ?? .max <= mentionSpan ?? .max {
      cards.append(quantityCard(figure, place))
    } else if let name {
      cards.append(entityCard(name.mention, name.entity, place))
    }
    if let spoken = attributionCard(place) ?? quotationCard(place) { cards.append(spoken) }
    return cards
  }

  // MARK: - Findings

  private func card(_ finding: Finding) -> HoverCard {
    var lines: [String] = []
    if let manual = catalog.rule(finding.rule)?.manual {
      lines = [manual.why, manual.instead]
      if !manual.standards.isEmpty { lines.append("After: " + manual.standards.joined(separator: ", ")) }
    }
    return HoverCard(span: finding.span, title: finding.message, lines: lines + ["Rule: \(finding.rule)"])
  }

  // MARK: - Names

  private func entityCard(_ mention: Int, _ entity: Entity?, _ place: Place) -> HoverCard {
    let found = place.analyzed.mentions[mention]
    let words = place.text(found.span)
    let name = entity?.name ?? words
    var lines: [String] = []
    let kind = (entity?.kind ?? found.kind).rawValue
    lines.append(entity?.description.map { "\(kind) · \($0)" } ?? kind)
    if let told = factLine(mention, entity, named: name, place) { lines.append(told) }
    if let entity, entity.mentions.count > 1 { lines.append(mentionsLine(entity, besides: words, place)) }
    return HoverCard(span: place.fileSpan(found.span), title: name, lines: lines)
  }

  /// "President of Kenya (since 2022, as of 2026-05)"; of one who may be another: "also the name of: …"; of an office that is
  /// not the draft's: "also held: Minister of Finance of Kenya (2003 to 2005)".
  private func factLine(_ mention: Int, _ entity: Entity?, named name: String, _ place: Place) -> String? {
    let reference = MentionReference(paragraph: place.paragraph, mention: mention)
    let found = place.analyzed.mentions[mention]
    let draft = place.analysis.draft
    let told = draft.entityOfMention[reference].flatMap { facts.told(in: draft).fact(of: $0) }
    // What belongs to no entity has only its own paragraph to speak for it.
    guard let known = told?.fact ?? (entity == nil ? facts[found.fact] : nil), known.kind == entity?.kind ?? found.kind
    else { return nil }
    var line = known.description
    if !known.name.isEmpty, known.name.lowercased() != name.lowercased() {
      line = line.isEmpty ? known.name : "\(known.name), \(line)"
    }
    guard !line.isEmpty else { return nil }
    if !known.asOf.isEmpty { line += known.isDated ? " (as of \(known.asOf))" : " (\(known.asOf))" }
    if told?.isNamesake == true { return "also the name of: " + line }
    return told?.isOfAnotherTime == true ? "also held: " + line : line
  }

  /// "4 mentions, also as Okoro, the mayor".
  private func mentionsLine(_ entity: Entity, besides words: String, _ place: Place) -> String {
    var others: [String] = []
    for reference in entity.mentions.prefix(200) {
      guard let mention = place.analysis.mention(reference) else { continue }
      let text = place.analysis.text(reference.paragraph, mention.span)
      if text != words, text != entity.name, !others.contains(text) { others.append(text) }
      if others.count == 5 { break }
    }
    let count = "\(entity.mentions.count) mentions"
    return others.isEmpty ? count : "\(count), also as \(others.joined(separator: ", "))"
  }

  // MARK: - Figures

  private func quantityCard(_ index: Int, _ place: Place) -> HoverCard {
    let quantities = place.analyzed.quantities
    let quantity = quantities[index]
    let time = place.analysis.draft.times[QuantityReference(place.paragraph, index)]
    let normalized = Figures.text(quantity, time: time)
    var lines: [String] = []
    var what = name(of: quantity.kind)
    if let modifier = quantity.modifier {
      what += " · " + modifier.rawValue.split(separator: "_").joined(separator: " ")
    }
    lines.append(what)
    if quantity.kind.isTemporal { lines += calendarLines(quantity, time, place.analysis.draft.referenceDate) }
    if let other = quantity.conversion, quantities.indices.contains(other) {
      lines.append(conversionLine(of: quantity, as: quantities[other], place, leads: true))
    } else if let original = quantities.first(where: { $0.conversion == index }) {
      lines.append(conversionLine(of: original, as: quantity, place, leads: false))
    } else if let counterpart = Figures.counterpart(of: quantity, in: place.analyzed) {
      lines.append("≈ \(counterpart)")
    } else if let currency = currencies.name(of: quantity) {
      lines.append("\(currency), not converted")
    }
    // Figures that are reckoned from this one, or it from them.
    for tie in ties.all(in: place.analyzed) where tie.figures.contains(where: { $0.span.overlaps(quantity.span) }) {
      if let reckoned = Figures.arithmetic(of: tie) { lines.append(reckoned) }
    }
    return HoverCard(
      span: place.fileSpan(quantity.outerSpan),
      title: normalized.isEmpty ? place.text(quantity.span) : clock(normalized, time), lines: lines)
  }

  /// Kinds in words, where their names in the protocol are none.
  private func name(of kind: QuantityKind) -> String {
    switch kind {
    case .daterange: "dates"
    case .timerange: "hours"
    case .datetime, .datetimerange: "date and time"
    case .set: "recurring"
    default: kind.rawValue
    }
  }

  /// "2014-10-31T12:30" as "2014-10-31 12:30", "T18" as "18:00".
  private func clock(_ iso: String, _ time: ResolvedTime?) -> String {
    guard time != nil else { return iso }
    return iso.split(separator: " ").map { word in
      let parts = word.split(separator: "T", omittingEmptySubsequences: false)
      guard parts.count == 2, let time = parts.last, time.first?.isNumber ?? false else { return String(word) }
      let hour = time.count == 2 ? time + ":00" : String(time)
      return parts[0].isEmpty ? hour : parts[0] + " " + hour
    }.joined(separator: " ")
  }

  private func conversionLine(
    of original: Quantity, as converted: Quantity, _ place: Place, leads: Bool
  ) -> String {
    let said =
      leads ? "Converted here as \(place.text(converted.span))" : "Converts \(place.text(original.span))"
    guard let verdict = Figures.conversion(of: original, as: converted) else { return said }
    return verdict.isRight ? "\(said): right" : "\(said): it should be \(verdict.text)"
  }

  private func calendarLines(_ quantity: Quantity, _ time: ResolvedTime?, _ reference: CivilDate?) -> [String] {
    var lines: [String] = []
    if let day = time?.value.flatMap(CivilDate.init(iso:)) { lines.append(Figures.weekdayName(of: day)) }
    if let verdict = Figures.weekday(quantity, reference: reference), !verdict.agrees {
      lines.append(
        verdict.actual.map { "That day is a \($0), not a \(verdict.said)" } ?? "Weekday and date do not agree")
    }
    if let reference { lines.append("Counted from \(reference.iso)") }
    return lines
  }

  // MARK: - Speech

  /// On the source or the cue of an attribution.
  private func attributionCard(_ place: Place) -> HoverCard? {
    for (index, attribution) in place.analyzed.attributions.enumerated() {
      guard let span = (attribution.sources + attribution.cues).first(where: place.isIn) else { continue }
      var lines = ["\(manner(attribution)) · \(stance(attribution.stance))"]
      if let source = sourceLine(attribution.kind) { lines.append(source) }
      let speaker = place.analysis.speaker(of: index, in: place.paragraph)
      return HoverCard(
        span: place.fileSpan(span), title: speaker.map { "\($0) · \(attribution.lemma)" } ?? attribution.lemma,
        lines: lines)
    }
    return nil
  }

  private func quotationCard(_ place: Place) -> HoverCard? {
    guard let index = place.smallest(place.analyzed.quotations, { $0.span }) else { return nil }
    let quotation = place.analyzed.quotations[index]
    guard quotation.form != .mention else { return nil }
    let speaker = place.analysis.speaker(ofQuotation: index, in: place.paragraph)
    return HoverCard(
      span: place.fileSpan(quotation.span), title: speaker.map { "Quotation: \($0)" } ?? "Quotation: no speaker found",
      lines: [quotation.form == .direct ? "direct quotation" : "partial quotation"])
  }

  private func manner(_ attribution: Attribution) -> String {
    switch attribution.form {
    case .direct: "quoted"
    case .indirect: "reported"
    case .mixed: "partly quoted"
    }
  }

  private func stance(_ stance: Attribution.Stance) -> String {
    switch stance {
    case .neutral, .communicative: "neutral verb"
    case .assertive: "asserts"
    case .doubtful: "casts doubt"
    case .factive: "presumes that it is true"
    case .cognitive: "tells what somebody thinks"
    case .directive: "asks or orders"
    case .commissive: "promises"
    case .manner: "tells how it was said"
    case .judgementNegative: "judges against"
    case .judgementPositive: "judges in favour"
    }
  }

  private func sourceLine(_ kind: Attribution.SourceKind) -> String? {
    switch kind {
    case .named: nil
    case .described: "source described, not named"
    case .document: "source: a document"
    case .pronoun: nil
    case .anonymous: "anonymous source"
    case .vague: "vague source: nobody could be asked"
    case .hearsay: "hearsay: no source at all"
    case .none: "no source is said"
    }
  }
}
