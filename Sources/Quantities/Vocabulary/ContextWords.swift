import Lexicons

/// Words around amounts, dates and hours that decide how these are read. An object, so that asking for them, which is
/// done often, copies no arrays.
final class ContextWords: Sendable {
  /// What the words of a class are to the number beside them is told, with a wording of each, in the head of their
  /// table, `quantity-contexts`.
  enum Class: String, Sendable, CaseIterable {
    // Of amounts.
    case shares, kilometreRaces, extents, fallen, hyphenatedUnits, lengthsOfNumbers, vague, looseEndings, possessives
    case fillers, yearly, weighing, radiation, memory
    // Of degrees.
    case warming, degreesOf, angles, thermometer, weather, degreeParts
    // Of ages.
    case ageClasses, birthdays, beforeTurn, afterTurned, saying, lifeEvents, pronouns, owners, decadeParts
    case decadeOpenings
    // Of dates.
    case yearlyMeasures, periods, lives, circaDotted, circaPlain, beforeChrist, america, due, asking, beforeLast
    // Of hours.
    case hourOpeners, bareHourOpeners, hoursMark, till, starting, trade, aiming, clocked, timedRaces, having, remaining
    case playing, periodsOfPlay, openHours
    // Of names.
    case weekendPapers, nightShows, versedBooks
  }

  private let lexicon: Lexicon
  /// Most words are in no class, and looking for them in vain takes longest.
  private let filter: PhraseFilter
  /// The class of each row; nil if no code asks for it.
  private let classes: [Class?]

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    filter = PhraseFilter([lexicon])
    classes = (0..<lexicon.rowCount).map { Class(rawValue: lexicon.text($0, 0)) }
  }

  /// Whether a word is in a class; it may be in others as well.
  func isIn(_ sought: Class, _ hash: UInt64) -> Bool {
    guard filter.mayBegin(hash), let rows = lexicon.rows(hash) else { return false }
    for row in rows where row >= 0 && row < classes.count && classes[row] == sought { return true }
    return false
  }
}

extension QuantityReader {
  /// Whether the word at a lexeme is in a class.
  func isIn(_ sought: ContextWords.Class, _ index: Int) -> Bool { words.contexts.isIn(sought, lexemes.hash(index)) }
}
