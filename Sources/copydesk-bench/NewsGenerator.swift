/// Writes news prose of any length: the same from the same seed, varied enough that no two paragraphs are alike. Names,
/// figures, quotations, dates and cues come as often as in real copy, lapses about twice in 1,000 words (three times as often
/// as in edited news); the sentences are made up.
struct NewsGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// Paragraphs of about 60 words, a blank line between them, until `words` are reached.
  mutating func draft(words: Int) -> String {
    var text = ""
    var count = 0
    while count < words {
      var paragraph: [String] = []
      for _ in 0..<(2 + below(3)) { paragraph.append(sentence()) }
      let joined = paragraph.joined(separator: " ")
      count += joined.split(separator: " ").count
      text += joined + "\n\n"
    }
    return text
  }

  private mutating func sentence() -> String {
    if below(25) == 0 { return lapse() }
    return switch below(8) {
    case 0:
      "“We have waited \(number()) months for this \(pick(Self.things)),” said \(name()), \(role()) of \(place())."
    case 1:
      "\(name()) told \(body()) on \(pick(Self.days)) that the \(pick(Self.things)) would cost $\(number()) million."
    case 2:
      "The \(pick(Self.things)) in \(place()) lost \(number()) percent of its \(pick(Self.assets)) last year, \(body()) said."
    case 3: "According to \(body()), about \(number()) \(pick(Self.people)) were \(pick(Self.deeds)) near \(place())."
    case 4:
      "It lies \(number()) kilometres from \(place()) and has been closed since \(pick(Self.months)) \(1 + below(28)), 20\(10 + below(15))."
    case 5:
      "\(body()) denied that \(name()) had \(pick(Self.deeds)) the \(pick(Self.things)), calling the report “\(pick(Self.causes))”."
    case 6:
      "The \(role()), who has held the office for \(number()) years, declined to comment on the \(pick(Self.things))."
    default:
      "Officials in \(place()) expect the \(pick(Self.things)) to reopen in \(pick(Self.months)), said \(name())."
    }
  }

  /// What a desk would flag.
  private mutating func lapse() -> String {
    below(2) == 0
      ? "Critics say the \(pick(Self.things)) was \(pick(Self.deeds)) because of \(pick(Self.causes))."
      : "\(name()) claimed that \(number()) of the \(pick(Self.people)) had been \(pick(Self.deeds)) by \(body())."
  }

  private mutating func name() -> String { "\(pick(Self.given)) \(pick(Self.stems))\(pick(Self.endings))" }
  private mutating func place() -> String { "\(pick(Self.stems))\(pick(Self.towns))" }
  private mutating func body() -> String { "the \(place()) \(pick(Self.bodies))" }
  private mutating func role() -> String { pick(Self.roles) }
  private mutating func number() -> String { below(3) == 0 ? "\(1 + below(9)).\(1 + below(9))" : "\(2 + below(900))" }
  private mutating func pick(_ words: [String]) -> String { words[below(words.count)] }

  /// SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return Int((z ^ (z >> 31)) % UInt64(max(1, limit)))
  }

  private static let given = [
    "Maria", "Tomas", "Delia", "Omar", "Ingrid", "Paul", "Aisha", "Victor", "Lena", "Rafael", "Joan",
  ]
  private static let stems = [
    "North", "Ell", "Wick", "Harg", "Brand", "Col", "Mar", "Tarn", "Ost", "Pell", "Quin", "Rath",
  ]
  private static let endings = ["cote", "ery", "ham", "son", "ley", "ford", "wright", "er", "man"]
  private static let towns = ["ville", "burg", "port", "field", "mouth", "stead"]
  private static let bodies = ["Council", "Police", "Gazette", "Ministry of Transport", "University", "Water Company"]
  private static let roles = [
    "mayor", "chief engineer", "spokeswoman", "harbour master", "deputy minister", "chairman",
  ]
  private static let things = [
    "bridge", "pier", "budget", "water plant", "railway", "school reform", "tunnel", "vote", "strike",
  ]
  private static let assets = ["revenue", "passengers", "workers", "members", "value"]
  private static let people = ["residents", "workers", "boats", "pupils", "officers", "households"]
  private static let deeds = ["delayed", "rescued", "counted", "dismissed", "inspected", "abandoned", "approved"]
  private static let causes = [
    "poor maintenance", "a secret deal", "heavy rain", "a misunderstanding", "rising prices",
  ]
  private static let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
  private static let months = ["January", "March", "May", "July", "September", "November"]
}
