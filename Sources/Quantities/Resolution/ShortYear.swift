/// Years told by their last two figures: which century they are of.
enum ShortYear {
  /// After an apostrophe or a month's "of": "'14", "the class of '99", "April of 87". News tells the past this way, so
  /// that 30 is 1930, as spreadsheets read it.
  static let firstOf1900InProse = 30
  /// In forms and in the labels of business years: "10/31/49", "FY45". Loans and plans reach further ahead, so that 50
  /// is 1950, as databases read it.
  static let firstOf1900InForms = 50

  static func inProse(_ number: Int) -> Int { number < firstOf1900InProse ? 2000 + number : 1900 + number }
  static func inForms(_ number: Int) -> Int { number < firstOf1900InForms ? 2000 + number : 1900 + number }
}
