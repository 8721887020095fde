package import Foundation

/// The repository.
package let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// The folder of the executables that were built with these tests.
package let builtProducts: URL = {
  let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
  let beside = folder.appendingPathComponent("copydesk").path
  return FileManager.default.isExecutableFile(atPath: beside)
    ? folder : repository.appendingPathComponent(".build/debug")
}()
