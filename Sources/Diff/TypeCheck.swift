import SpecModel
import Wire

/// A text that is not of its member's type.
struct TypeFault {
    /// A warning where most clients read the text all the same.
    let severity: Severity
}

extension Shape {
    /// What is wrong with a leaf as a value of this shape, its kind aside.
    func fault(in leaf: Tree) -> TypeFault? {
        switch (self, leaf.kind) {
        case (.double, .number): Forms.double(leaf.text) == .none ? TypeFault(severity: .error) : nil
        case (.timestamp, .number): Forms.isEpoch(leaf.text) ? nil : TypeFault(severity: .error)
        default: fault(in: leaf.text)
        }
    }

    /// What is wrong with a text as a value of this shape; nil where nothing is, or where the shape is no scalar.
    func fault(in text: String) -> TypeFault? {
        switch self {
        case .text(let rules):
            rules.allowed.isEmpty || rules.allowed.contains { isSame($0, text) } ? nil : TypeFault(severity: .error)
        case .boolean:
            text == "true" || text == "false" ? nil : TypeFault(severity: .error)
        case .integer:
            Forms.isInteger(text) && Int32(text) != nil ? nil : TypeFault(severity: .error)
        case .long:
            Forms.isInteger(text) && Int64(text) != nil ? nil : TypeFault(severity: .error)
        case .double:
            switch Forms.double(text) {
            case .canonical: nil
            case .parses: TypeFault(severity: .warning)
            case .none: TypeFault(severity: .error)
            }
        case .timestamp:
            switch Forms.timestamp(text) {
            case .canonical: nil
            case .parses: TypeFault(severity: .warning)
            case .none: TypeFault(severity: .error)
            }
        case .blob:
            Forms.isBase64(text) ? nil : TypeFault(severity: .error)
        case .structure, .list, .map:
            nil
        }
    }

    /// Whether a value of this shape is a text on the wire.
    var isScalar: Bool {
        switch self {
        case .structure, .list, .map: false
        default: true
        }
    }
}
