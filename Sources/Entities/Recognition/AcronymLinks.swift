import DocumentModel

/// Links from acronyms to the long forms right before them.
extension NameScan {
  /// "World Health Organization (WHO)", "the Association of Growers, AOG,": the acronym is tied to the name before it.
  ///
  /// - Parameter kinds: of long forms.
  mutating func linkAcronyms(of kinds: [EntityKind] = EntityKind.allCases) {
    var places: [Int: Int] = [:]
    for (index, mention) in mentions.enumerated() where mention.form == .name || mention.form == .acronym {
      places[mention.tokens.start] = index
    }
    /// Tokens of mentions; nil until asked for.
    var known: Set<Int>?
    for index in mentions.indices {
      let long = mentions[index]
      guard long.form == .name, long.tokens.count > 1, long.kind != .role, kinds.contains(long.kind) else { continue }
      let at = long.tokens.end + 1
      guard at < tokens.count, tokens.kinds[at] == .word, isAcronym(at, of: long) else { continue }
      if let place = places[at] {
        guard mentions[place].tokens.count == 1 else { continue }
        mentions[place].kind = long.kind
        mentions[place].form = .acronym
        mentions[place].linked = index
      } else {
        if known == nil { known = Set(mentions.flatMap(\.tokens.range)) }
        guard known?.insert(at).inserted == true else { continue }
        add(at, at + 1, long.kind, 0.9, form: .acronym, linked: index, .pattern)
      }
    }
  }

  /// Whether the word at a token stands where the acronym of a long form does, and could be it.
  private func isAcronym(_ at: Int, of long: Mention) -> Bool {
    if isMark(at - 1, UInt8(ascii: "(")), isMark(at + 1, UInt8(ascii: ")")) {
      if tokens.shapes[at] == .upper || tokens.shapes[at] == .mixed, abbreviates(at, long.tokens) { return true }
      switch long.kind {
      case .organization, .law, .event: return isCapitalized(at) && contracts(at, long.tokens)
      default: return false
      }
    }
    return isMark(at - 1, UInt8(ascii: ",")) && isMark(at + 1, UInt8(ascii: ",")) && tokens.shapes[at] == .upper
      && tokens.span(at).count >= 3 && long.kind == .organization && abbreviates(at, long.tokens)
  }

  /// Whether the letters of a token are initials of the words of a name, in order and from the first.
  private func abbreviates(_ acronym: Int, _ name: TokenSpan) -> Bool {
    var letters = bytes[tokens.span(acronym).start..<tokens.span(acronym).end].filter { $0 != UInt8(ascii: ".") }[...]
    let count = letters.count
    for index in name.range where tokens.kinds[index] == .word && letters.first == bytes[Int(tokens.starts[index])] {
      letters.removeFirst()
    }
    return letters.count * 2 < count && letters.count < count
  }

  /// Whether the letters of a token stand in a name in this order, the first of them at the beginning of a word: "COCOBOD" of
  /// the Ghana Cocoa Board.
  private func contracts(_ acronym: Int, _ name: TokenSpan) -> Bool {
    let letters = bytes[tokens.span(acronym).start..<tokens.span(acronym).end].map { $0 | 0x20 }
    guard letters.count >= 3 else { return false }
    for start in name.range where tokens.kinds[start] == .word && bytes[Int(tokens.starts[start])] | 0x20 == letters[0]
    {
      var rest = letters[...]
      for index in start..<name.end where tokens.kinds[index] == .word {
        for byte in bytes[Int(tokens.starts[index])..<Int(tokens.ends[index])] where byte | 0x20 == rest.first {
          rest.removeFirst()
        }
      }
      if rest.isEmpty { return true }
    }
    return false
  }
}
