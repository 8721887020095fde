import TextCore

/// The few words of the grammar that only amounts know; what they share with dates is in `Particles`.
enum AmountParticle {
  static let won = CaseFolding.hash("won")
  static let mo = CaseFolding.hash("mo")
  static let turn = CaseFolding.hash("turn")
  static let both = CaseFolding.hash("both")
  static let yo = CaseFolding.hash("y.o.")
  /// "who is 54", "who's 54"; in no table, since "'s" alone is two tokens.
  static let was = Set(["is", "was", "'s"].map { CaseFolding.hash($0) })
  static let into = CaseFolding.hash("into")
  static let when = CaseFolding.hash("when")
  static let older = CaseFolding.hash("older")
  static let younger = CaseFolding.hash("younger")
  static let up = CaseFolding.hash("up")
  static let millibar = CaseFolding.hash("millibar")
  static let how = CaseFolding.hash("how")
  static let what = CaseFolding.hash("what")
  static let about = CaseFolding.hash("about")
  static let drachm = CaseFolding.hash("drachm")
  static let drachma = CaseFolding.hash("drachma")
  static let drachmas = CaseFolding.hash("drachmas")
  static let kibibyte = CaseFolding.hash("kibibyte")
  static let be = CaseFolding.hash("be")
  static let been = CaseFolding.hash("been")
  static let have = CaseFolding.hash("have")
  static let would = CaseFolding.hash("would")
  static let life = CaseFolding.hash("life")
  static let expectancy = CaseFolding.hash("expectancy")
  static let under = CaseFolding.hash("under")
}
