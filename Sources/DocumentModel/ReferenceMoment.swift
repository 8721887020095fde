/// The day that "Tuesday" counts from and, where it is known, the time of that day that "in two hours" counts from.
package struct ReferenceMoment: Hashable, Sendable {
  package let day: CivilDate
  package let clock: ClockTime?

  package init(_ day: CivilDate, _ clock: ClockTime? = nil) {
    self.day = day
    self.clock = clock
  }

  /// "2014-10-31", "2014-10-31T16:30", "2014-10-31T16:30:00+01:00": what follows the minutes says no more; a time that cannot
  /// be read is left out.
  package init?(iso: String) {
    guard let day = CivilDate(iso: iso) else { return nil }
    self.day = day
    let rest = iso.utf8.dropFirst(10)
    guard let mark = rest.first, mark == 0x54 || mark == 0x20 else {
      clock = nil
      return
    }
    let fields = rest.dropFirst().prefix(5).split(separator: 0x3A).map { Int(String(decoding: $0, as: UTF8.self)) }
    clock = fields.count == 2 ? fields[0].flatMap { hour in ClockTime(hour: hour, minute: fields[1]) } : nil
  }
}
