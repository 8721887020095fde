package import DocumentModel
package import Lexicons
import TextCore

/// What currency codes stand for; see `currency-names.tsv`.
package struct CurrencyNames: Sendable {
  private let table: Lexicon

  package init(_ language: Language) { table = language.lexicon("currency-names") }

  /// "Icelandic króna" for an amount of "ISK" or "ISK per litre"; nil for what is no money or not known.
  package func name(of quantity: Quantity) -> String? {
    guard quantity.kind == .money, let code = quantity.unit?.name.prefix(3),
      let row = table.row(CaseFolding.hash(String(code)))
    else { return nil }
    return table.text(row, 0)
  }
}
