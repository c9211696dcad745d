import Conformance
import Foundation

/// A format of a run's result: outcomes in, bytes out; no clock, no terminal, no disk.
public protocol Reporter: Sendable {
    func report(_ result: RunResult) -> Data
}
