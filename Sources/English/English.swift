import EnglishData
package import Lexicons

/// English: data only. The tables are part of the executable and are read in place.
package enum English {
  /// All tables; those that do not read as this version's form are left out, which the tests forbid.
  package static let language = Language(files)

  /// The embedded files: the readable tables of `EnglishData/tables`, then the names of the gazetteers.
  package static let files: [TableFile] = [
    embedded(english_tables_address(), english_tables_size), embedded(english_names_address(), english_names_size),
  ].compactMap(\.self)

  private static func embedded(_ address: UnsafePointer<UInt8>?, _ size: Int) -> TableFile? {
    TableFile(UnsafeRawBufferPointer(start: address, count: size))
  }
}
