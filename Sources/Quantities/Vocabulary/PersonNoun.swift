/// A noun for one person, whose age may follow between commas ("the victim, 22, was"), or for many, whose age may be
/// bounded ("women over 40").
enum PersonNoun: String, Sendable, CaseIterable { case one, many }
