import Testing

/// Who may import whom.
struct FloorTests {
  @Test(arguments: House.sources)
  func importsOnlyFloorsBelow(source: House.Source) throws {
    let allowed = try #require(House.imports[source.target], "\(source.target) has no place in the house")
    for (number, line) in source.code {
      let words = line.split(separator: " ")
      guard let index = words.firstIndex(of: "import"), index + 1 < words.count, words[..<index].allSatisfy(isModifier)
      else { continue }
      let module = String(words[index + 1])
      if House.imports[module] != nil {
        #expect(allowed.contains(module), "\(source.path):\(number) imports \(module)")
      } else if !House.edges.contains(source.target) {
        #expect(
          ["Synchronization", "Dispatch"].contains(module),
          "\(source.path):\(number) imports \(module): inner floors are pure")
      }
    }
  }

  private func isModifier(_ word: Substring) -> Bool {
    word.hasPrefix("@") || ["package", "public", "internal", "private", "fileprivate"].contains(word)
  }

  @Test(arguments: House.imports.keys.sorted())
  func everyTargetIsInTheArchitecture(target: String) throws {
    #expect(try House.text("ARCHITECTURE.md").contains("`\(target)`"))
  }

  @Test func nobodyElsesPackagesAreUsed() throws {
    #expect(try !House.text("Package.swift").contains(".package("))
  }
}
