import DocumentModel
import TextCore

/// Changes that are told by an amount or by a word, with both ends.
extension TieFinder {
  /// "Grew by five ships, from 14 to 21", "rose $5 to $21 from $14", "was cut by three years, from 12 to 8".
  var amounts: [FigureTie] {
    all.indices.dropLast().compactMap { index in
      let amount = all[index]
      guard !amount.kind.isTemporal, amount.kind != .ordinal, amount.unit?.name != "percent", isExact(amount),
        amount.modifier == .up || amount.modifier == .down
          || amount.modifier == nil
            && word(before: amount.span.start) == "by",
        let (first, second) = ends(after: amount.span.end, from: index + 1), isAmount(amount, of: first)
      else { return nil }
      return .difference(from: first, to: second, amount: amount)
    }
  }

  /// The ends that begin right after an offset, at a figure of the sentence: no time and no other figure stands between.
  private func ends(after end: Int, from index: Int) -> (Quantity, Quantity)? {
    guard all.indices.contains(index) else { return nil }
    let next = all[index]
    let lead = text(from: end, to: next.span.start)
    guard lead.utf8.count <= 40, ![";", ":", "(", "?"].contains(where: { lead.contains($0) }),
      lead.split(separator: " ").count <= 4, !hasClause(TextSpan(end, next.span.start))
    else { return nil }
    if let found = ends([next]) { return found }
    guard all.indices.contains(index + 1), !all[index + 1].kind.isTemporal, all[index + 1].kind != .duration else {
      return nil
    }
    let between = text(from: next.span.end, to: all[index + 1].span.start)
    guard between.utf8.count <= 32, !between.contains(" and ") else { return nil }
    return ends([next, all[index + 1]]).flatMap { isOneUnit($0.0, $0.1) ? $0 : nil }
  }

  /// "Sales doubled as profit rose to 60": another clause begins.
  private func hasClause(_ span: TextSpan) -> Bool {
    words.first(.clause, in: paragraph.layers.tokens.tokens(in: span).range, of: paragraph) != nil
  }

  /// Whether an amount and an end count one thing: the noun may stand with one of them only.
  private func isAmount(_ amount: Quantity, of end: Quantity) -> Bool {
    guard end.modifier == nil else { return false }
    switch amount.kind {
    case .money: return end.kind == .money && end.unit == amount.unit
    case .count: return end.kind == .number || end.kind == .count && end.unit == amount.unit
    case .number: return end.kind == .number || end.kind == .count
    case .duration: return end.kind == .number || end.kind == .duration && end.unit == amount.unit
    case .percent: return end.kind == .percent && amount.unit?.name == "percentage point"
    default: return end.kind == amount.kind && end.unit == amount.unit
    }
  }

  /// "Doubled to 60 from 50", "rose by a quarter, from 50 to 60".
  var multiples: [FigureTie] {
    let tokens = paragraph.layers.tokens
    return sentence.tokens.range.compactMap { token in
      guard let word = words.word(at: token, in: paragraph),
        word.role == .times || word.role == .part || word.role == .base && isVerb(token)
      else { return nil }
      let span = tokens.span(word.tokens)
      guard let index = all.firstIndex(where: { $0.outerSpan.start >= span.end }),
        let (first, second) = ends(after: span.end, from: index), first.kind != .ordinal
      else { return nil }
      if word.role == .part {
        guard text(of: token - 1) == "by", [",", "to", "from"].contains(text(of: word.tokens.end)) else { return nil }
        return .multiple(
          from: first, to: second, FigureMultiple(measure: .part(word.value), span: span, isBound: false))
      }
      let before = words.word(at: token - 1, in: paragraph)?.role
      guard before != .loose, text(of: token - 1) != "than" || words.word(at: token - 2, in: paragraph)?.role == .bound
      else { return nil }
      return .multiple(
        from: first, to: second,
        FigureMultiple(measure: .times(word.value), span: span, isBound: text(of: token - 1) == "than"))
    }
  }

  /// "Will double", "to halve"; not "a double room".
  private func isVerb(_ token: Int) -> Bool { ["will", "would", "to"].contains(text(of: token - 1)) }

  private func text(of token: Int) -> String {
    let tokens = paragraph.layers.tokens
    return tokens.indices.contains(token) ? paragraph.paragraph.text(tokens.span(token)).lowercased() : ""
  }

  /// "Led the diocese for 14 years, from 2008 to 2026": what a court or a league sets may end early.
  var years: [FigureTie] {
    guard all.filter({ $0.kind == .daterange }).count == 1,
      words.first(.owing, in: sentence.tokens.range, of: paragraph) == nil
    else { return [] }
    return all.indices.dropLast().compactMap { index in
      let (length, between) = (all[index], all[index + 1])
      guard length.kind == .duration, length.modifier == nil, length.unit?.name == "year", length.numerals.count == 1,
        isExact(length), let (from, to) = yearsOf(between), from < to,
        ["for", "the", "his", "her", "its"].contains(word(before: length.span.start))
      else { return nil }
      let joint = text(from: length.span.end, to: between.span.start)
      let range = text(from: between.span.start, to: between.span.end)
      guard joint == ", " && range.hasPrefix("from ") || joint == " (" && rest(after: between.span.end).hasPrefix(")")
      else { return nil }
      return .years(length, between: between, from: from, to: to)
    }
  }

  private func yearsOf(_ quantity: Quantity) -> (Int, Int)? {
    guard quantity.modifier == nil,
      case .temporal(
        .interval(.some(.calendar(let from?, nil, nil, nil)), .some(.calendar(let to?, nil, nil, nil)), _)) = quantity
        .value
    else { return nil }
    return (from, to)
  }
}
