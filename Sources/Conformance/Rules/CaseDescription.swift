import SpecModel

/// The words of a derived case.
struct CaseDescription: Sendable {
    let rule: String
    var name: String
    var axis: Axis
    let title: String
    let requirement: String
    let source: Evidence
    var covers: [String] = []
    var scope: Case.Scope = .everything
    var isDeep = false
    var mayBeRefused = false
}
