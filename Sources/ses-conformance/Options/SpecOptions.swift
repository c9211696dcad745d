import SpecCatalog
import SpecModel

/// Options that several commands on the spec share.
enum SpecOptions {
    static let api = Option<API>.oneOf("api", "API", "only this API: v1 or v2")

    /// The operation of that name (`SendEmail`, or `v1/SendEmail` where both APIs have it).
    ///
    /// - Throws: ``UsageError`` if there is none, naming the nearest.
    static func operation(_ name: String, api: API?, in catalog: Catalog = .standard) throws(UsageError) -> Operation {
        let candidates = catalog.operations.filter { api == nil || $0.api == api }
        if let found = candidates.first(where: { $0.id == name || $0.name == name }) { return found }
        let names = candidates.map { name.contains("/") ? $0.id : $0.name }
        let nearest = Nearest.name(to: name, among: names).map { "did you mean \($0)?" }
        throw .invalidOperand(
            name, name: "OPERATION",
            expected: "the name of an operation; " + (nearest ?? "ses-conformance spec list names them all"))
    }
}
