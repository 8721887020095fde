/// A trained model as one file, read in place: nothing is copied or unpacked at start.
///
/// Layout, little endian: eight bytes `CDREADER`, `UInt32` version, `UInt32` length of the header in bytes, the header, then
/// the tensors, each at a multiple of 64 bytes. The header is text, one tab-separated line a fact, so that `head` shows it:
///
///     tensor  <name>  f32|i8|i32|u8|u32  <rows>x<columns>  <offset from the file's start>
///     labels  <task>  <label> <label> …
///     note    <what>  <words>           (base model, corpora, licences, recipe, seed, scores)
package struct ModelFile: @unchecked Sendable {
  // Unchecked: the memory is read-only and lives as long as the process (a byte array of the executable, or a file read
  // whole and never freed).
  private let bytes: UnsafeRawBufferPointer
  private let tensors: [String: Tensor]
  /// Label names of each task, in the order of the head's rows.
  package let labels: [String: [String]]
  /// What the header tells of the model's making.
  package let notes: [String: String]

  package static let magic = Array("CDREADER".utf8)
  package static let version: UInt32 = 3

  /// Why a file is not a model, as a sentence.
  package struct Fault: Error, CustomStringConvertible {
    package let description: String
    package init(_ description: String) { self.description = description }
  }

  enum ElementType: String {
    case float = "f32"
    case int8 = "i8"
    case byte = "u8"
    case integer = "i32"
    case word = "u32"
    var size: Int { self == .int8 || self == .byte ? 1 : 4 }
  }

  struct Tensor {
    let type: ElementType
    let rows: Int
    let columns: Int
    let offset: Int
    var byteCount: Int { rows * columns * type.size }
  }

  /// - Throws: one sentence that names what differs from this version's form.
  package init(_ bytes: UnsafeRawBufferPointer) throws(Fault) {
    self.bytes = bytes
    guard bytes.count >= 16, bytes.prefix(8).elementsEqual(ModelFile.magic) else {
      throw Fault("This is not a reader's model.")
    }
    let version = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
    guard version == ModelFile.version else {
      throw Fault("The model is of version \(version); this program reads version \(ModelFile.version).")
    }
    let count = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self)))
    guard count <= bytes.count - 16 else { throw Fault("The model is cut short.") }
    var tensors: [String: Tensor] = [:]
    var labels: [String: [String]] = [:]
    var notes: [String: String] = [:]
    let header = String(decoding: bytes[16..<(16 + count)], as: UTF8.self)
    for line in header.split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      switch (fields.first, fields.count) {
      case ("tensor", 5):
        guard let tensor = ModelFile.tensor(fields, fileSize: bytes.count) else {
          throw Fault("The model's tensor “\(fields[1])” does not lie within the file.")
        }
        tensors[fields[1]] = tensor
      case ("labels", 3): labels[fields[1]] = fields[2].split(separator: " ").map(String.init)
      case ("note", 3): notes[fields[1]] = fields[2]
      default: throw Fault("The model's header has a line that this program does not know.")
      }
    }
    self.tensors = tensors
    self.labels = labels
    self.notes = notes
  }

  private static func tensor(_ fields: [String], fileSize: Int) -> Tensor? {
    let shape = fields[3].split(separator: "x").compactMap { Int($0) }
    guard let type = ElementType(rawValue: fields[2]), shape.count == 2, shape.allSatisfy({ 0...1 << 28 ~= $0 }),
      let offset = Int(fields[4]), offset >= 0, offset % 64 == 0
    else { return nil }
    let tensor = Tensor(type: type, rows: shape[0], columns: shape[1], offset: offset)
    return offset <= fileSize && tensor.byteCount <= fileSize - offset ? tensor : nil
  }

  /// The bytes of a tensor of that form.
  private func find(_ name: String, _ type: ElementType, _ rows: Int?, _ columns: Int?) throws(Fault)
    -> UnsafeRawBufferPointer
  {
    guard let tensor = tensors[name] else { throw Fault("The model has no tensor “\(name)”.") }
    guard tensor.type == type, rows ?? tensor.rows == tensor.rows, columns ?? tensor.columns == tensor.columns else {
      throw Fault(
        "The model's tensor “\(name)” is \(tensor.type.rawValue) \(tensor.rows)x\(tensor.columns), which differs.")
    }
    return UnsafeRawBufferPointer(rebasing: bytes[tensor.offset..<(tensor.offset + tensor.byteCount)])
  }

  /// Rows of a tensor; nil without one of that name.
  package func rows(_ name: String) -> Int? { tensors[name]?.rows }
  package func columns(_ name: String) -> Int? { tensors[name]?.columns }

  /// Float32 values, row by row.
  package func floats(_ name: String, rows: Int? = nil, columns: Int? = nil) throws(Fault) -> UnsafePointer<Float> {
    try pointer(find(name, .float, rows, columns), as: Float.self)
  }

  /// Int8 values.
  package func int8s(_ name: String, rows: Int? = nil, columns: Int? = nil) throws(Fault) -> UnsafePointer<Int8> {
    try pointer(find(name, .int8, rows, columns), as: Int8.self)
  }

  /// Int32 values.
  package func integers(_ name: String, rows: Int? = nil, columns: Int? = nil) throws(Fault) -> UnsafePointer<Int32> {
    try pointer(find(name, .integer, rows, columns), as: Int32.self)
  }

  /// UInt32 values, row by row.
  package func words(_ name: String, columns: Int) throws(Fault) -> UnsafeBufferPointer<UInt32> {
    try find(name, .word, nil, columns).assumingMemoryBound(to: UInt32.self)
  }

  /// UInt8 values.
  package func uint8s(_ name: String, rows: Int? = nil, columns: Int? = nil) throws(Fault) -> UnsafePointer<UInt8> {
    try pointer(find(name, .byte, rows, columns), as: UInt8.self)
  }

  /// Plain bytes.
  package func data(_ name: String) throws(Fault) -> UnsafeRawBufferPointer { try find(name, .byte, nil, nil) }

  private func pointer<Value>(_ buffer: UnsafeRawBufferPointer, as type: Value.Type) throws(Fault)
    -> UnsafePointer<Value>
  {
    guard let base = buffer.baseAddress, Int(bitPattern: base) % MemoryLayout<Value>.alignment == 0 else {
      throw Fault("The model's tensors do not lie at even addresses.")
    }
    return base.assumingMemoryBound(to: type)
  }
}
