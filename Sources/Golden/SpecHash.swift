import Foundation
import SpecCatalog
import SpecModel
import Wire

/// Tells by a few characters whether an operation's spec is what it was.
public enum SpecHash {
    /// The beginning of the SHA-256 of the operation's part of the exported spec, 16 hexadecimal digits.
    ///
    /// - Throws: what the encoder throws; a spec that a compiler accepted gives it no reason to.
    public static func text(of operation: SpecModel.Operation, in catalog: Catalog) throws -> String {
        let document = try SpecificationExport.json(of: operation, in: catalog)
        return Hexadecimal.text(Array(SHA256.digest(of: [UInt8](document)).prefix(8)))
    }
}
