/// Character references (HTML Living Standard, 13.5): every number, and the names people write in drafts.
enum Entities {
  /// The character that the reference at `offset`, where an `&` stands, means, and the offset past its semicolon.
  static func read(in bytes: [UInt8], at offset: Int) -> (Unicode.Scalar, Int)? {
    var end = offset + 1
    while end < bytes.count, end - offset <= 10, bytes[end] != UInt8(ascii: ";") { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: ";"), end > offset + 1 else { return nil }
    let name = bytes[(offset + 1)..<end]
    if name.first == UInt8(ascii: "#") { return number(name.dropFirst()).map { ($0, end + 1) } }
    guard name.allSatisfy(MarkdownBytes.isAlphanumeric) else { return nil }
    return names[String(decoding: name, as: UTF8.self)].map { ($0, end + 1) }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let isHex = digits.first == UInt8(ascii: "x") || digits.first == UInt8(ascii: "X")
    let figures = isHex ? digits.dropFirst() : digits
    guard !figures.isEmpty, figures.count <= (isHex ? 6 : 7), figures.allSatisfy(MarkdownBytes.isAlphanumeric),
      let value = UInt32(String(decoding: figures, as: UTF8.self), radix: isHex ? 16 : 10)
    else { return nil }
    return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  private static let names: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "iexcl": "¡", "cent": "¢",
    "pound": "£", "curren": "¤", "yen": "¥", "sect": "§", "copy": "©", "laquo": "«", "raquo": "»", "shy": "\u{AD}",
    "reg": "®", "deg": "°", "plusmn": "±", "sup2": "²", "sup3": "³", "micro": "µ", "para": "¶", "middot": "·",
    "frac14": "¼", "frac12": "½", "frac34": "¾", "iquest": "¿", "times": "×", "divide": "÷", "szlig": "ß",
    "Agrave": "À", "Aacute": "Á", "Acirc": "Â", "Atilde": "Ã", "Auml": "Ä", "Aring": "Å", "AElig": "Æ",
    "Ccedil": "Ç", "Egrave": "È", "Eacute": "É", "Ecirc": "Ê", "Euml": "Ë", "Iacute": "Í", "Icirc": "Î", "Iuml": "Ï",
    "Ntilde": "Ñ", "Oacute": "Ó", "Ocirc": "Ô", "Ouml": "Ö", "Oslash": "Ø", "Uacute": "Ú", "Ucirc": "Û", "Uuml": "Ü",
    "agrave": "à", "aacute": "á", "acirc": "â", "atilde": "ã", "auml": "ä", "aring": "å", "aelig": "æ",
    "ccedil": "ç", "egrave": "è", "eacute": "é", "ecirc": "ê", "euml": "ë", "igrave": "ì", "iacute": "í",
    "icirc": "î", "iuml": "ï", "ntilde": "ñ", "ograve": "ò", "oacute": "ó", "ocirc": "ô", "otilde": "õ", "ouml": "ö",
    "oslash": "ø", "ugrave": "ù", "uacute": "ú", "ucirc": "û", "uuml": "ü", "yacute": "ý", "yuml": "ÿ",
    "scaron": "š", "Scaron": "Š", "ccaron": "č", "Ccaron": "Č", "zcaron": "ž", "Zcaron": "Ž", "cacute": "ć",
    "oelig": "œ", "OElig": "Œ", "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}", "zwnj": "\u{200C}",
    "zwj": "\u{200D}", "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“",
    "rdquo": "”", "bdquo": "„", "dagger": "†", "Dagger": "‡", "bull": "•", "hellip": "…", "permil": "‰",
    "prime": "′", "Prime": "″", "lsaquo": "‹", "rsaquo": "›", "euro": "€", "trade": "™", "larr": "←", "uarr": "↑",
    "rarr": "→", "darr": "↓", "minus": "−", "ne": "≠", "le": "≤", "ge": "≥", "asymp": "≈", "infin": "∞",
    "ast": "*", "lowbar": "_", "num": "#", "lbrack": "[", "rbrack": "]", "lsqb": "[", "rsqb": "]", "hyphen": "‐",
    "dollar": "$", "percnt": "%", "commat": "@", "colon": ":", "semi": ";", "excl": "!", "quest": "?", "sol": "/",
  ]
}
