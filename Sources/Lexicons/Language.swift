import TextCore

/// The tables an analyser may ask for. A language target (`English`) hands over one value of this at start; analysers know
/// only this type, so that another language is another target of data.
///
/// A table's columns are documented in the head of its readable form, `Sources/EnglishData/tables/<name>.tsv`, or, for
/// tables compiled from the gazetteers, in `TableCompiler/Gazetteers`.
package struct Language: Sendable {
  private let files: [TableFile]

  package init(_ files: [TableFile]) { self.files = files }

  /// The named table; an empty one if there is none, so that analysis stays total. Look tables up once, when an analyser
  /// is made.
  package func lexicon(_ name: String) -> Lexicon {
    var hash = StableHash()
    for byte in name.utf8 { hash.combine(byte) }
    for file in files {
      if let section = file.section(hash.value), let lexicon = Lexicon(section) { return lexicon }
    }
    return Language.empty
  }

  /// Whether a table of that name is there.
  package func has(_ name: String) -> Bool {
    var hash = StableHash()
    for byte in name.utf8 { hash.combine(byte) }
    return files.contains { $0.section(hash.value) != nil }
  }

  private static let empty: Lexicon = {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64, alignment: 8)
    _ = buffer.initializeMemory(as: UInt8.self, repeating: 0)
    buffer.storeBytes(of: 1, as: UInt32.self)
    for index in 4...6 { buffer.storeBytes(of: 40, toByteOffset: index * 4, as: UInt32.self) }
    // The buffer has the shape of an empty section, so the initializer cannot refuse it.
    return Lexicon(UnsafeRawBufferPointer(buffer)).unsafelyUnwrapped
  }()
}
