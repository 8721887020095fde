/// The labels of a task: `O` first, then `B-` and `I-` of each class (Ramshaw and Marcus 1995).
package struct LabelScheme: Sendable {
  /// Class of each label, counted in the order of first appearance; -1 for `O`.
  let classOfLabel: [Int]
  /// Whether a label goes on with a span.
  let isInside: [Bool]
  /// The classes' names.
  package let classes: [String]

  package init(_ labels: [String]) {
    var classes: [String] = []
    var classOfLabel: [Int] = []
    for label in labels {
      guard label.count > 2, label.hasPrefix("B-") || label.hasPrefix("I-") else {
        classOfLabel.append(-1)
        continue
      }
      let name = String(label.dropFirst(2))
      if !classes.contains(name) { classes.append(name) }
      classOfLabel.append(classes.firstIndex(of: name) ?? -1)
    }
    self.classes = classes
    self.classOfLabel = classOfLabel
    isInside = labels.map { $0.hasPrefix("I-") }
  }

  package var count: Int { classOfLabel.count }

  /// Whether a label may follow another (-1: the beginning).
  @inline(__always)
  func mayFollow(_ label: Int, _ previous: Int) -> Bool {
    !isInside[label] || (previous >= 0 && classOfLabel[previous] == classOfLabel[label])
  }
}
