import TextCore

/// The few words of the grammar that only dates know; what they share with amounts is in `Particles`.
enum DateParticle {
  static let circa = CaseFolding.hash("circa")
  static let halves = CaseFolding.hash("halves")
  static let quarters = CaseFolding.hash("quarters")
  static let centuries = CaseFolding.hash("centuries")
  static let decade = CaseFolding.hash("decade")
  static let decades = CaseFolding.hash("decades")
  static let fiscal = CaseFolding.hash("fiscal")
  static let financial = CaseFolding.hash("financial")
  static let pre = CaseFolding.hash("pre")
  static let post = CaseFolding.hash("post")
  static let end = CaseFolding.hash("end")
  static let ended = CaseFolding.hash("ended")
  static let ending = CaseFolding.hash("ending")
  static let through = CaseFolding.hash("through")
  static let `as` = CaseFolding.hash("as")
  static let july = CaseFolding.hash("july")
  static let june = CaseFolding.hash("june")
  static let lunch = CaseFolding.hash("lunch")
  static let till = CaseFolding.hash("till")
  static let mar = CaseFolding.hash("mar")
  static let ampersand = CaseFolding.hash("&")
}
