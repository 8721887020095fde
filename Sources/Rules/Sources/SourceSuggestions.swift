import DocumentModel
import DraftAnalysis
import Lexicons
import TextCore

/// The corrections for a claim that lacks a source: sources that the draft names, for the writer to confirm, then a
/// placeholder. None is ever made up.
struct SourceSuggestions {
  private let passage: Passage
  private let words: RuleWords
  private let closed: WordClasses
  private let familyNamesFirst: Lexicon
  private let givenNames: Lexicon
  private let reporting: Lexicon
  /// The tokens of the sentence that lacks a source.
  private let sentence: TokenSpan

  init(_ passage: Passage, words: RuleWords, closed: WordClasses) {
    self.passage = passage
    self.words = words
    self.closed = closed
    familyNamesFirst = passage.analysis.language.lexicon("family-names-first")
    givenNames = passage.analysis.language.lexicon("given-names")
    reporting = passage.analysis.language.lexicon("reporting-verbs")
    sentence = passage.analyzed.sentence(at: passage.span.start)
  }

  /// How many of the draft's own sources are offered.
  private static let limit = 3

  /// Attributions looked through on either side, and mentions of one source: the nearest are meant.
  private static let reach = 500

  /// Appends the source to the sentence that holds the finding; empty where the sentence leaves no room.
  var corrections: [Correction] {
    let named = nearest().compactMap { source in
      correction(
        "Attribute to \(source.name)", source.isPerson ? ", \(source.name) said" : ", according to \(source.name)")
    }
    // The draft's sources come first; but only the writer knows whether one of them said this too.
    return named + [correction("Add a source", ", according to [source]", isPreferred: true)].compactMap(\.self)
  }

  private func correction(_ title: String, _ words: String, isPreferred: Bool = false) -> Correction? {
    passage.close(with: words, closed).map { Correction(title, [$0], isPreferred: isPreferred) }
  }

  private struct Source {
    let name: String
    let isPerson: Bool
  }

  /// Sources of the draft's attributions: those before the finding, nearest first, then those after it. All of them are named
  /// before it: a reader would ask who the others are.
  private func nearest() -> [Source] {
    let draft = passage.analysis.draft
    var seen = Set<Int>()
    var result: [Source] = []
    func take(_ paragraph: Int, _ index: Int) {
      guard result.count < SourceSuggestions.limit, let entity = speaker(paragraph, index),
        draft.entities.indices.contains(entity), seen.insert(entity).inserted, !isConcerned(draft.entities[entity]),
        let source = source(draft.entities[entity], entity), !result.contains(where: { isOne($0, source) })
      else { return }
      result.append(source)
    }
    let before = stride(from: passage.index, through: 0, by: -1).lazy.flatMap { paragraph in
      let attributions = draft.paragraphs[paragraph].attributions
      return attributions.indices.reversed().lazy.filter {
        paragraph < passage.index || attributions[$0].extent.start < passage.span.start
      }.map { (paragraph, $0) }
    }
    let after = (passage.index..<draft.paragraphs.count).lazy.flatMap { paragraph in
      draft.paragraphs[paragraph].attributions.indices.lazy.map { (paragraph, $0) }
    }
    for (paragraph, index) in before.prefix(SourceSuggestions.reach) where result.count < SourceSuggestions.limit {
      take(paragraph, index)
    }
    for (paragraph, index) in after.prefix(SourceSuggestions.reach) where result.count < SourceSuggestions.limit {
      take(paragraph, index)
    }
    return result
  }

  /// "Lindsey Graham" and "Graham" are one choice, whether or not they are one person.
  private func isOne(_ one: Source, _ other: Source) -> Bool {
    one.name == other.name
      || one.isPerson && other.isPerson
        && (one.name.hasSuffix(" " + other.name) || other.name.hasSuffix(" " + one.name))
  }

  /// Whether the sentence is about the entity, by name or as "he" or "the bank": nobody is the source of what is said of him.
  private func isConcerned(_ entity: Entity) -> Bool {
    let tokens = passage.layers.tokens
    let own = passage.layers.mentions(beginningIn: sentence.range).indices
    let place = entity.mentions.partitionPoint {
      $0.paragraph > passage.index || $0.paragraph == passage.index && $0.mention >= own.lowerBound
    }
    let isMentioned =
      place < entity.mentions.count && entity.mentions[place].paragraph == passage.index
      && entity.mentions[place].mention < own.upperBound
    guard !isMentioned, let last = entity.name.split(separator: " ").last else { return isMentioned }
    let head = CaseFolding.hash(String(last))
    return sentence.range.contains { tokens.hashes[$0] == head }
      || entity.kind == .person && sentence.range.contains { isUnknownPronoun($0) }
  }

  /// "He", of whom the draft does not tell who it is: it may be anybody named before.
  private func isUnknownPronoun(_ token: Int) -> Bool {
    let mentions = passage.layers.mentions(beginningIn: token..<token + 1)
    return mentions.indices.contains { number in
      mentions[number].form == .pronoun && passage.analysis.draft.entityOfMention[passage.index, number] == nil
    }
  }

  /// The entity that speaks in an attribution; nil if it is not known or is nobody one could ring, or if it is told what
  /// somebody would not say: "declined to comment", "denied the charge".
  private func speaker(_ paragraph: Int, _ index: Int) -> Int? {
    let draft = passage.analysis.draft
    let saying = draft.paragraphs[paragraph].attributions[index]
    if saying.contents.isEmpty || isRefusal(saying, passage.analysis.analyzed[paragraph]) { return nil }
    if let known = draft.speakers[AttributionReference(paragraph, index)] { return known }
    let attribution = draft.paragraphs[paragraph].attributions[index]
    guard attribution.kind == .named || attribution.kind == .pronoun || attribution.kind == .described,
      let mention = attribution.sourceMention
    else { return nil }
    return draft.entityOfMention[MentionReference(paragraph: paragraph, mention: mention)]
  }

  /// Whether the cue, or a word right before it, says no: "refused to say", "did not say".
  private func isRefusal(_ attribution: Attribution, _ paragraph: AnalyzedParagraph) -> Bool {
    attribution.cues.contains { cue in
      let run = paragraph.layers.tokens.tokens(in: cue)
      return (run.start - SourceSuggestions.reachOfRefusal..<run.end).contains { token in
        guard let hash = paragraph.hash(token) else { return false }
        return words[hash] == .refusal || words[hash] == .negation
      }
    }
  }

  /// Words between a refusal and the cue: "refused to".
  private static let reachOfRefusal = 2

  /// Full name on first reference; after that the surname, or the name as it was last written.
  private func source(_ entity: Entity, _ index: Int) -> Source? {
    switch entity.kind {
    case .person, .organization: break
    default: return nil
    }
    var last: Mention?
    var isIntroduced = false
    for reference in entity.mentions.prefix(SourceSuggestions.reach) where isBefore(reference) {
      guard let mention = mention(reference),
        mention.form == .name || mention.form == .acronym || mention.form == .candidate
      else { continue }
      if mention.tokens.count > 1 { isIntroduced = true }
      last = mention
    }
    guard last != nil else { return nil }
    if entity.kind == .person {
      let words = entity.name.split(separator: " ")
      guard words.count > 1 || !isIntroduced else { return nil }
      return Source(name: isIntroduced ? shortName(entity) ?? entity.name : entity.name, isPerson: true)
    }
    return Source(name: (needsArticle(entity) ? "the " : "") + entity.name, isPerson: false)
  }

  /// The person's name as the draft shortens it: "Al Zaabi"; the last of two words where it does not yet. Nil where the draft
  /// calls the person by what stands first ("Shi" for Shi Yongcheng, or a child's first name), where the family name may
  /// stand first ("Li Wei" is never Wei), or where the first word is nobody's first name: "Orle Power" may be a company.
  private func shortName(_ entity: Entity) -> String? {
    let short = entity.mentions.prefix(SourceSuggestions.reach).compactMap { reference -> String? in
      guard let mention = mention(reference), mention.form == .name else { return nil }
      let text = passage.analysis.analyzed[reference.paragraph].paragraph.text(mention.span)
      return text.utf8.count < entity.name.utf8.count ? text : nil
    }
    if let last = short.filter({ entity.name.hasSuffix(" " + $0) }).max(by: { $0.utf8.count < $1.utf8.count }) {
      return last
    }
    let words = entity.name.split(separator: " ")
    guard words.count == 2, short.isEmpty, let first = words.first, let last = words.last,
      givenNames.contains(CaseFolding.hash(String(first))),
      !familyNamesFirst.contains(CaseFolding.hash(first.lowercased())), !isGivenName(last)
    else { return nil }
    return String(last)
  }

  /// "Jae-myung": two syllables, the second one small.
  private func isGivenName(_ word: Substring) -> Bool {
    let parts = word.split(separator: "-")
    return parts.count == 2 && parts.last?.first?.isLowercase ?? false
  }

  private func isBefore(_ reference: MentionReference) -> Bool {
    reference.paragraph < passage.index
      || (reference.paragraph == passage.index && (mention(reference)?.span.start ?? 0) < passage.span.start)
  }

  private func mention(_ reference: MentionReference) -> Mention? { passage.analysis.draft.mention(reference) }

  /// Whether the draft itself writes the name with "the": "the" of "the Gazette poll" is the poll's.
  private func needsArticle(_ entity: Entity) -> Bool {
    entity.mentions.prefix(SourceSuggestions.reach).contains { reference in
      guard let mention = mention(reference), mention.form == .name || mention.form == .acronym,
        mention.tokens.start > 0
      else { return false }
      let analyzed = passage.analysis.analyzed[reference.paragraph]
      let next = mention.tokens.end
      let isBeforeNoun =
        analyzed.kind(next) == .word && analyzed.layers.tokens.shapes[next] == .lower
        && analyzed.hash(next).map { !closed.contains($0) && reporting.row($0) == nil } ?? false
      return analyzed.text(mention.tokens.start - 1).lowercased() == "the" && !isBeforeNoun
    }
  }
}
