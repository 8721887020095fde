import DocumentModel
import DraftAnalysis
package import TextCore

/// Words to show in the draft that are not in it.
package struct Hint: Sendable, Equatable {
  /// Named as in the settings.
  package enum Kind: String, CaseIterable, Sendable {
    /// Whom a surname, an acronym or a description means.
    case entity
    /// A measure in the other system.
    case conversion
    /// Who says a quotation that goes on from the paragraph before.
    case speaker
  }

  /// In the file: the words stand before this byte.
  package let offset: Int
  package let text: String
  package let tooltip: String?
  package let kind: Kind
  /// The words of the file that it tells more of.
  package let span: TextSpan

  static func all(in span: TextSpan, of analysis: Analysis, facts: KnownFacts) -> [Hint] {
    let paragraphs = analysis.document.paragraphs
    let told = facts.told(in: analysis.draft)
    var hints: [Hint] = []
    var index = paragraphs.partitionPoint { $0.span.end >= span.start }
    while index < paragraphs.count, paragraphs[index].start < span.end {
      hints += entityHints(index, analysis, told) + conversionHints(index, analysis) + speakerHints(index, analysis)
      index += 1
    }
    return hints.filter { span.start <= $0.offset && $0.offset <= span.end }.sorted { $0.offset < $1.offset }
  }

  private static func entityHints(_ paragraph: Int, _ analysis: Analysis, _ told: ToldFacts) -> [Hint] {
    analysis.analyzed[paragraph].mentions.enumerated().compactMap { index, mention in
      guard mention.form == .descriptor || mention.form == .acronym,
        let number = analysis.draft.entityOfMention[paragraph, index], analysis.draft.entities.indices.contains(number),
        case let entity = analysis.draft.entities[number], entity.name != analysis.text(paragraph, mention.span)
      else { return nil }
      return Hint(
        offset: analysis.fileSpan(paragraph, mention.span).end, text: "= \(entity.name)",
        tooltip: entity.description
          ?? told.fact(of: number).flatMap {
            $0.isNamesake || $0.isOfAnotherTime ? nil : $0.fact.description
          },
        kind: .entity, span: analysis.fileSpan(paragraph, mention.span))
    }
  }

  private static func conversionHints(_ paragraph: Int, _ analysis: Analysis) -> [Hint] {
    let quantities = analysis.analyzed[paragraph].quantities
    let converted = Set(quantities.compactMap(\.conversion))
    return quantities.enumerated().compactMap { index, quantity in
      guard quantity.conversion == nil, !converted.contains(index),
        let counterpart = Figures.counterpart(of: quantity, in: analysis.analyzed[paragraph])
      else { return nil }
      return Hint(
        offset: analysis.fileSpan(paragraph, quantity.span).end, text: "≈ \(counterpart)", tooltip: nil,
        kind: .conversion, span: analysis.fileSpan(paragraph, quantity.span))
    }
  }

  /// None in a paragraph that is yet to be read: most quotations that the tables find no source for have one.
  private static func speakerHints(_ paragraph: Int, _ analysis: Analysis) -> [Hint] {
    guard analysis.unread == 0 || analysis.analyzed[paragraph].isRead else { return [] }
    return analysis.analyzed[paragraph].quotations.enumerated().compactMap { index, quotation in
      guard quotation.form == .direct, quotation.attribution == nil,
        let speaker = analysis.speaker(ofQuotation: index, in: paragraph)
      else { return nil }
      return Hint(
        offset: analysis.fileSpan(paragraph, quotation.span).start, text: "\(speaker):", tooltip: nil, kind: .speaker,
        span: analysis.fileSpan(paragraph, TextSpan(quotation.span.start, quotation.span.start)))
    }
  }
}
