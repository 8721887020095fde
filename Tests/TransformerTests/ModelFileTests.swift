import English
import Testing
import Transformer

/// Files that are no models are refused in a sentence.
@Suite struct ModelFileTests {
  private func fault(_ bytes: [UInt8]) -> String? {
    bytes.withUnsafeBytes { buffer -> String? in
      do throws(ModelFile.Fault) {
        _ = try ModelFile(buffer)
        return nil
      } catch {
        return "\(error)"
      }
    }
  }

  private func file(version: UInt8 = UInt8(ModelFile.version), header: String, headerCount: Int? = nil) -> [UInt8] {
    let count = headerCount ?? header.utf8.count
    return Array("CDREADER".utf8) + [version, 0, 0, 0, UInt8(count & 255), UInt8(count >> 8), 0, 0] + Array(header.utf8)
  }

  @Test func theEmbeddedModelOpens() throws {
    let model = try English.model()
    #expect(model.labels["names"]?.first == "O")
    _ = try TransformerEncoder(model)
  }

  @Test func othersAreRefused() {
    #expect(fault([]) == "This is not a reader's model.")
    #expect(fault(Array(repeating: 7, count: 100)) == "This is not a reader's model.")
    #expect(
      fault(file(version: 99, header: ""))
        == "The model is of version 99; this program reads version \(ModelFile.version).")
    #expect(fault(file(header: "note\ta\tb\n", headerCount: 900)) == "The model is cut short.")
    #expect(fault(file(header: "poem\n")) == "The model's header has a line that this program does not know.")
    #expect(
      fault(file(header: "tensor\tword\ti8\t99x99\t64\n")) == "The model's tensor “word” does not lie within the file.")
    #expect(fault(file(header: "tensor\tword\ti8\t-1x4\t64\n"))?.contains("does not lie") == true)
  }

  @Test func anEncoderWithoutTensorsIsRefused() throws {
    let bytes = file(header: "note\tlayers\t6\n")
    try bytes.withUnsafeBytes { buffer in
      let model = try ModelFile(buffer)
      #expect(throws: ModelFile.Fault.self) { try TransformerEncoder(model) }
    }
  }
}
