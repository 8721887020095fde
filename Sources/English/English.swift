import EnglishData
package import Lexicons
package import Transformer

/// English: data only. The tables are part of the executable and are read in place.
package enum English {
  /// All tables; those that do not read as this version's form are left out, which the tests forbid.
  package static let language = Language(files)

  /// The embedded files: the readable tables of `EnglishData/tables`, then the names of the gazetteers.
  package static let files: [TableFile] = [
    embedded(english_tables_address(), english_tables_size), embedded(english_names_address(), english_names_size),
  ].compactMap(\.self)

  /// The trained reader. To open it is cheap: its pages come in as they are read.
  ///
  /// - Throws: one sentence if the embedded file is not of this program's version, which the tests forbid.
  package static func model() throws(ModelFile.Fault) -> ModelFile {
    try ModelFile(UnsafeRawBufferPointer(start: english_reader_address(), count: english_reader_size))
  }

  private static func embedded(_ address: UnsafePointer<UInt8>?, _ size: Int) -> TableFile? {
    TableFile(UnsafeRawBufferPointer(start: address, count: size))
  }
}
