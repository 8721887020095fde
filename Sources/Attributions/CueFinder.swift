import DocumentModel
import Lexicons

/// How a cue takes its content: the patterns of the reporting verbs, gathered by the way a content is looked for.
enum Complement: Sendable {
  /// Quotation or clause: "said", "wrote".
  case speech
  /// Clause: "knows that", "made it clear".
  case clause
  /// Addressee, then a clause: "told reporters that".
  case addressed
  /// "vowed to".
  case infinitive
  /// A noun phrase and what goes with it: "criticized the plan as".
  case object
  /// "according to": the source follows.
  case preposition
  /// "his claim that".
  case noun

  init?(pattern: String) {
    switch pattern {
    case "that|quote", "quote": self = .speech
    case "that", "clear", "out-that", "whether", "wh": self = .clause
    case "to-object", "wh-to": self = .addressed
    case "inf", "inf|that": self = .infinitive
    case "noun-that", "noun-inf": self = .noun
    case "prep-np": self = .preposition
    case "adjunct", "adverb", "adjective": return nil
    default: self = .object
    }
  }
}

/// A verb group, noun or preposition that may tell that somebody says or thinks something.
struct Cue {
  enum Voice { case active, passive, participial }

  /// The form of the verb; raw values as the tables of cues number them.
  enum Form: Int { case lemma = 0, thirdPerson, past, pastParticiple, gerund, other }

  /// With auxiliaries, negation and adverbs.
  var tokens: TokenSpan
  /// The verb itself, as the table has it.
  var head: TokenSpan
  var lemma: String
  var stance: Attribution.Stance
  var complement: Complement
  var voice: Voice
  var form: Form
}

/// Finds cues by the reporting verbs of the language and the words around them.
struct CueFinder: Sendable {
  private let verbs: Lexicon
  private let phrases: Lexicon
  /// Parallel to the rows of `verbs`; nil where a row cannot be a cue by itself.
  private let entries: [Entry?]
  private let extraEntries: [Entry?]
  /// Lets every word through that may begin a cue.
  private let openings: PhraseFilter

  private struct Entry: Sendable {
    let lemma: String
    let stance: Attribution.Stance
    let complement: Complement
    let form: Cue.Form
  }

  init(_ language: Language) {
    verbs = language.lexicon("reporting-verbs")
    phrases = language.lexicon("cue-phrases")
    entries = CueFinder.entries(verbs)
    extraEntries = CueFinder.entries(phrases)
    openings = PhraseFilter([verbs, phrases])
  }

  private static func entries(_ table: Lexicon) -> [Entry?] {
    (0..<table.rowCount).map { row in
      guard let complement = Complement(pattern: table.text(row, 2)) else { return nil }
      let stances = table.text(row, 1).split(separator: "|")
      return Entry(
        lemma: table.text(row, 0),
        stance: stances.first.flatMap { Attribution.Stance(rawValue: String($0)) } ?? .neutral,
        complement: complement, form: Cue.Form(rawValue: table.integer(row, 3)) ?? .other)
    }
  }

  /// The cues of a sentence in order; they do not overlap.
  func cues(in sentence: TokenSpan, _ scanner: PhraseScanner) -> [Cue] {
    var found: [Cue] = []
    var index = sentence.start
    while index < sentence.end {
      if let cue = cue(at: index, in: sentence, scanner) {
        found.append(cue)
        index = max(cue.tokens.end, index + 1)
      } else {
        index += 1
      }
    }
    return found
  }

  private func cue(at index: Int, in sentence: TokenSpan, _ scanner: PhraseScanner) -> Cue? {
    guard scanner.kind(index) == .word, openings.mayBegin(scanner.tokens.hashes[index]) else { return nil }
    for (table, entries) in [(phrases, extraEntries), (verbs, self.entries)] {
      if let match = table.longestMatch(scanner.tokens.hashes, at: index, limit: sentence.end) {
        for row in match.rows {
          guard entries.indices.contains(row), let entry = entries[row] else { continue }
          if let cue = cue(entry, TokenSpan(index, index + match.count), in: sentence, scanner) { return cue }
        }
        if match.count > 1, let row = table.row(scanner.tokens.hashes[index]), entries.indices.contains(row),
          let entry = entries[row],
          let cue = cue(entry, TokenSpan(index, index + 1), in: sentence, scanner)
        {
          return cue
        }
      }
    }
    return nil
  }

  private func cue(_ entry: Entry, _ head: TokenSpan, in sentence: TokenSpan, _ scanner: PhraseScanner) -> Cue? {
    var cue = Cue(
      tokens: head, head: head, lemma: entry.lemma, stance: entry.stance, complement: entry.complement, voice: .active,
      form: entry.form)
    switch entry.complement {
    case .preposition: return cue
    case .noun: return nounCue(cue, in: sentence, scanner)
    default: break
    }
    // A capital inside a sentence of lower-case words is a name: "Hope", "Claims Court".
    if scanner.isCapitalized(head.start), head.start > sentence.start, !isTitleCase(sentence, scanner) { return nil }

    var start = head.start
    var hasBe = false
    var hasHelper = false
    while start > sentence.start,
      scanner.has(start - 1, .verbGroup) || scanner.isAdverb(start - 1) && !scanner.isCapitalized(start - 1)
    {
      start -= 1
      if scanner.has(start, .be) { hasBe = true } else if scanner.has(start, .auxiliary) { hasHelper = true }
    }
    // Adverbs that open the sentence belong to it, not to the verb.
    while start < head.start, !scanner.has(start, [.auxiliary, .negation]), start == sentence.start { start += 1 }
    cue.tokens = TokenSpan(start, head.end)
    let before = start - 1
    if before >= sentence.start, scanner.isWord(before, "to"), !hasBe, !hasHelper { return nil }
    if before >= sentence.start, scanner.has(before, [.article, .possessive]) || scanner.kind(before) == .possessive {
      return nil
    }

    switch entry.form {
    case .gerund:
      if hasBe { return cue }
      cue.voice = .participial
      return cue
    case .lemma:
      if hasHelper { return cue }
      if hasBe { return nil }
      return takesPluralVerb(before, in: sentence, scanner) ? cue : nil
    case .thirdPerson:
      if hasHelper || hasBe { return nil }
      return takesSingularVerb(before, in: sentence, scanner) ? cue : nil
    case .pastParticiple:
      guard hasBe || hasHelper else { return nil }
      if hasBe { cue.voice = .passive }
      return cue
    case .past, .other:
      if hasBe { cue.voice = .passive }
      return cue
    }
  }

  /// "his claim that", "the mayor’s promise to".
  private func nounCue(_ cue: Cue, in sentence: TokenSpan, _ scanner: PhraseScanner) -> Cue? {
    var before = cue.head.start - 1
    while before >= sentence.start, scanner.isContentWord(before), scanner.kind(before) == .word,
      !scanner.isCapitalized(before),
      cue.head.start - before < 3
    { before -= 1 }
    guard before >= sentence.start, scanner.has(before, .possessive) || scanner.kind(before) == .possessive else {
      return nil
    }
    let next = cue.head.end
    guard
      scanner.isWord(next, "that") || scanner.isWord(next, "to") || scanner.isWord(next, "for")
        || scanner.isWord(next, "of")
    else { return nil }
    return cue
  }

  private func takesPluralVerb(_ token: Int, in sentence: TokenSpan, _ scanner: PhraseScanner) -> Bool {
    guard token >= sentence.start else { return false }
    if scanner.has(token, .personPronoun) {
      return !scanner.isWord(token, "he") && !scanner.isWord(token, "she") && !scanner.isWord(token, "it")
    }
    if scanner.isWord(token, "who") || scanner.isWord(token, "that") || scanner.isWord(token, "which") { return true }
    if scanner.isComma(token) || scanner.isMark(token, ")") {
      return scanner.isPlural(token - 1) || scanner.isCapitalized(token - 1) || scanner.isContentWord(token - 1)
    }
    if scanner.has(token, .determiner) {
      return scanner.isWord(token, "many") || scanner.isWord(token, "some") || scanner.isWord(token, "most")
        || scanner.isWord(token, "both") || scanner.isWord(token, "few")
    }
    if scanner.has(token, [.calendar, .object]) { return false }
    return scanner.isPlural(token) || scanner.has(token, .pronoun) || scanner.has(token, .addressee)
      || scanner.isCapitalized(token) && isJoined(token, scanner)
      || scanner.isWord(token, "people") || scanner.isWord(token, "police")
  }

  /// "Ms. Diaz and Mr. Roe say".
  private func isJoined(_ token: Int, _ scanner: PhraseScanner) -> Bool {
    var index = token
    while index > 0, token - index < 4 {
      if scanner.has(index, .conjunction) { return true }
      index -= 1
    }
    return false
  }

  private func takesSingularVerb(_ token: Int, in sentence: TokenSpan, _ scanner: PhraseScanner) -> Bool {
    guard token >= sentence.start else { return false }
    if scanner.has(token, .personPronoun) || scanner.isWord(token, "who") || scanner.isWord(token, "which")
      || scanner.isWord(token, "that")
    {
      return true
    }
    if scanner.has(token, [.preposition, .determiner, .conjunction, .verb]) { return false }
    if scanner.isQuote(token) { return true }
    if scanner.isComma(token) || scanner.isMark(token, ")") { return true }
    return scanner.isContentWord(token) && !scanner.looksLikeVerb(token)
  }

  /// Headlines capitalize their verbs too.
  private func isTitleCase(_ sentence: TokenSpan, _ scanner: PhraseScanner) -> Bool {
    var capitals = 0
    var words = 0
    for token in sentence.range.prefix(40) where scanner.kind(token) == .word {
      words += 1
      if scanner.isCapitalized(token) { capitals += 1 }
    }
    return words >= 4 && capitals * 10 >= words * 7
  }
}
